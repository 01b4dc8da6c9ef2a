import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { CommunityIssue } from '#server/resources/community-issue';
import { ActionItem } from './action-item';
import { BoardNote } from './board-note';
import { CaseCard } from './case-card';
import { CaseItem } from './case-item';
import { Decision } from './decision';
import { Deferral } from './deferral';
import { EcoLink } from './eco-link';
import { ItemStanding } from './item-standing';
import { Role } from './role';
import { AgendaKind, AgendaState } from './states';

const wall = { contracts: ['display'] } as const;

/** The note is for those who steer. */
const openedItem = () => `case when (select hub.roles()) && '{facilitator,recorder,coordinator}' then null::text[] else '{}'::text[] end`;

/** One item of a session’s agenda: a case card, a community issue, a case, a report or a fiction, with its roles and action items. */
@ObjectType({ description: '議題。事例カード・地域課題・事例・報告・架空事例のどれかで、役割と次にやることがぶら下がる。' })
@Row('core.agenda_item', { ...wall, session: 'session_id', opened: openedItem })
export class AgendaItem {
  @Field(() => ID, { description: '議題の識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid', { nullable: true })
  cardId!: string | null;

  @Column('uuid', { nullable: true })
  issueId!: string | null;

  @Field(() => Int, { description: '順番。' })
  @Column('int')
  @Shown('operational', wall)
  position!: number;

  @Field(() => AgendaKind, { description: '議題の種類。' })
  @Column('text')
  @Shown('operational', wall)
  kind!: AgendaKind;

  @Field(() => String, { description: 'この会議だけで使う記号。次の会議では変わる。' })
  @Column('text')
  @Shown('operational', wall)
  letter!: string;

  @Field(() => AgendaState, { description: '待ち・会場に出ている・済み。' })
  @Column('text')
  @Shown('operational', wall)
  state!: AgendaState;

  @Field(() => String, { nullable: true, description: '司会の手元の覚え書き。会場の画面には出ない。' })
  @Column('text', { nullable: true })
  @Shown('note', wall)
  note!: string | null;

  @Field(() => String, { nullable: true, description: '報告・架空事例の題。ほかの議題では空。' })
  @Column('text', { nullable: true })
  @Shown('operational', wall)
  title!: string | null;

  @Field(() => String, { nullable: true, description: '報告・架空事例の内容。ほかの議題では空。' })
  @Column('text', { nullable: true })
  @Shown('operational', wall)
  words!: string | null;

  @Column('uuid', { nullable: true })
  requestId!: string | null;

  @Field(() => CaseCard, { nullable: true, description: '事例カード。' })
  @Shown('operational', { ...wall, one: 'card_id' })
  card!: CaseCard | null;

  @Field(() => CommunityIssue, { nullable: true, description: '地域課題。' })
  @Shown('operational', { ...wall, one: 'issue_id' })
  issue!: CommunityIssue | null;

  @Field(() => CaseItem, { nullable: true, description: '事例の議題の中身。席を外す人と、その事例を見てよくない人には空。' })
  @Shown('operational', { on: (t, u) => `${u}.agenda_item_id = ${t}.id` })
  caseItem!: CaseItem | null;

  @Field(() => Boolean, { description: '見ている人が、この議題の間は席を外しているか。' })
  @Shown('operational', { sql: (t) => `${t}.id = any ((select hub.left_items())::uuid[])` })
  away!: boolean;

  @Field(() => [ItemStanding], { description: 'この議題について、だれが席に残れるか。司会・書記・コーディネーターだけに答える。' })
  @Shown('operational', { many: 'agenda_item_id', order: (u) => `${u}.id` })
  standings!: ItemStanding[];

  @Field(() => [Role], { description: '役割。' })
  @Shown('operational', { ...wall, many: 'agenda_item_id', order: (u) => `${u}.position, ${u}.id` })
  roles!: Role[];

  @Field(() => [ActionItem], { description: '次にやること。' })
  @Shown('operational', { ...wall, many: 'agenda_item_id', order: (u) => `${u}.created_at, ${u}.id` })
  actionItems!: ActionItem[];

  @Field(() => [BoardNote], { description: '会議で出た声。取り消したものは入らない。' })
  @Shown('operational', {
    ...wall,
    many: 'agenda_item_id',
    where: (u) => `${u}.taken_at is null`,
    order: (u) => `${u}.created_at, ${u}.id`,
  })
  notes!: BoardNote[];

  @Field(() => [EcoLink], { description: 'エコマップのつながり。取り消したものは入らない。' })
  @Shown('operational', {
    ...wall,
    many: 'agenda_item_id',
    where: (u) => `${u}.taken_at is null`,
    order: (u) => `${u}.created_at, ${u}.id`,
  })
  links!: EcoLink[];

  @Field(() => [Decision], { description: '決まったこと。' })
  @Shown('operational', { ...wall, many: 'agenda_item_id', order: (u) => `${u}.created_at, ${u}.id` })
  decisions!: Decision[];

  @Field(() => [Deferral], { description: '保留にしていること。' })
  @Shown('operational', {
    many: 'agenda_item_id',
    where: (u) => `${u}.settled_at is null`,
    order: (u) => `${u}.deferred_at, ${u}.id`,
  })
  deferrals!: Deferral[];

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational', wall)
  version!: number;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public', wall)
  withheld!: Withheld[];
}
