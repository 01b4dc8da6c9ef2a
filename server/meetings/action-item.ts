import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { openedLine } from '#server/casework/opened';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Organization } from '#server/directory/organization';
import { ActionStatus, Held } from './states';

const wall = { contracts: ['display'] } as const;

/** What is said of giving it back, until the room has looked at that and left it where it is. */
const whileAsked = (column: string) => (t: string) => `case when ${t}.back_left_at is null then ${t}.${column} end`;

/** 行動項目: what, by which organisation, until when. */
@ObjectType({ description: '次にやること（行動項目）。何を、どの機関が、いつまでに行うか。' })
@Row('core.action_item', { ...wall, subject: 'case_id', session: 'session_id', opened: openedLine })
export class ActionItem {
  @Field(() => ID, { description: '次にやることの識別子。' })
  @PrimaryGeneratedColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('boolean')
  restricted!: boolean;

  @Column('uuid', { nullable: true })
  agendaItemId!: string | null;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('uuid', { nullable: true })
  organizationId!: string | null;

  @Field(() => String, { description: '何をするか。' })
  @Column('text')
  @Shown('operational', wall)
  title!: string;

  @Field(() => Organization, { nullable: true, description: '担う機関。空ならこれから決める。' })
  @Shown('operational', { ...wall, one: 'organization_id' })
  organization!: Organization | null;

  @Field(() => DateScalar, { nullable: true, description: '期限。' })
  @Column('date', { nullable: true })
  @Shown('operational', wall)
  dueOn!: string | null;

  @Field(() => ActionStatus, { description: '終わったか。' })
  @Column('text')
  @Shown('operational', wall)
  status!: ActionStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: '終えた時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  doneAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '担う機関が受け取った時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  acceptedAt!: Date | null;

  @Column('uuid', { nullable: true })
  acceptedBy!: string | null;

  @Field(() => String, { nullable: true, description: '担う機関が書いた、どうなったか。' })
  @Column('text', { nullable: true })
  @Shown('note')
  doneNote!: string | null;

  @Field(() => String, { nullable: true, description: '担う機関が会議に返したいと申し出た理由。次の回で最初に確かめる。' })
  @Column('text', { nullable: true })
  @Shown('note', { sql: whileAsked('back_reason') })
  backReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '返したいと申し出た時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational', { sql: whileAsked('back_asked_at') })
  backAskedAt!: Date | null;

  /** When the room left it with its organisation all the same. */
  @Column('timestamptz', { nullable: true })
  backLeftAt!: Date | null;

  @Column('uuid', { nullable: true })
  backAskedBy!: string | null;

  /** Which later session last settled it, or left it with its organisation (`lookedLeft`), and when. */
  @Column('uuid', { nullable: true })
  lookedIn!: string | null;

  @Column('timestamptz', { nullable: true })
  lookedAt!: Date | null;

  @Column('boolean', { default: false })
  lookedLeft!: boolean;

  @Field(() => ID, { nullable: true, description: '支援会議で決めたものなら、その会議の識別子。会議の構成員にだけ、この行がある。' })
  @Shown('operational', { sql: (t) => `case when ${t}.restricted then ${t}.session_id end` })
  supportConference!: string | null;

  @Field(() => Held, { nullable: true, description: '会場に出していない理由。出しているものは空。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  held!: Held | null;

  @Column('uuid', { nullable: true })
  heldBy!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational', wall)
  version!: number;
}
