import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Case } from '#server/casework/case';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { Staff } from '#server/directory/staff';
import { CardState } from './states';

const wall = { contracts: ['display'] } as const;

/** The note is for those who drafted the card and for those who steer a conference with it. */
const openedCard = (t: string) =>
  `case when ${t}.teams && (select hub.teams()) or (select hub.roles()) && '{facilitator,recorder,coordinator}' then null::text[] else '{sensitive}'::text[] end`;

/** 事例カード: de-identified, drafted from a case, approved by a second person. Its letter is new in every session (AgendaItem). */
@ObjectType({ description: '匿名化した事例カード。事例から起こし、別の人が確かめて承認する。' })
// Nobody's record: an audit that named the case behind each card would undo what the card is for.
@Row('core.case_card', { ...wall, opened: openedCard, subject: null })
export class CaseCard {
  @Field(() => ID, { description: 'カードの識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational', wall)
  id!: string;

  @Field(() => String, { description: 'ひとことの題。' })
  @Column('text')
  @Shown('operational', wall)
  title!: string;

  @Field(() => String, { description: '年代。' })
  @Column('text')
  @Shown('operational', wall)
  ageBand!: string;

  @Field(() => String, { nullable: true, description: '地区。人数が少ない地区は会場に出さない。' })
  @Column('text', { nullable: true })
  @Shown('generalised', { ...wall, when: (t) => `${t}.district_shown` })
  district!: string | null;

  @Field(() => Boolean, { description: '地区を会場に出してよいか（あてはまる人が10人以上の地区だけ）。' })
  @Column('boolean')
  @Shown('operational')
  districtShown!: boolean;

  @Field(() => [String], { description: 'つよみ。' })
  @Column('text', { array: true })
  @Shown('operational', wall)
  strengths!: string[];

  @Field(() => [String], { description: 'のぞむ暮らし。' })
  @Column('text', { array: true })
  @Shown('operational', wall)
  wishes!: string[];

  @Field(() => [String], { description: '困りごと。' })
  @Column('text', { array: true })
  @Shown('operational', wall)
  worries!: string[];

  @Field(() => String, { nullable: true, description: 'カードを起こした人の手元の記録。' })
  @Column('text', { nullable: true })
  @Shown('note')
  note!: string | null;

  @Field(() => String, { nullable: true, description: '世帯の形。カードの言葉から読み取れるときだけ。会場の画面には出ない。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  household!: string | null;

  @Field(() => [String], { description: '課題の分類のうち、カードの言葉から読み取れるもの。会場の画面には出ない。' })
  @Column('text', { array: true })
  @Shown('operational')
  topics!: string[];

  @Field(() => [String], {
    nullable: true,
    description: '最後の点検で見つかった、本人が分かるおそれのあるもの。画面にそのまま出せる言葉。',
  })
  @Column('text', { array: true })
  @Shown('note')
  risks!: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '年代・地区・世帯・課題の組み合わせにあてはまる人が、市内に10人以上いるか。人数そのものは答えない。点検していなければ空。',
  })
  @Column('boolean', { nullable: true })
  @Shown('note')
  enough!: boolean | null;

  @Field(() => CardState, { description: '承認の状態。' })
  @Column('text')
  @Shown('operational')
  state!: CardState;

  @Column('uuid', { nullable: true })
  caseId!: string | null;

  @Column('text', { array: true })
  teams!: string[];

  @Column('uuid', { name: 'drafted_by' })
  draftedById!: string;

  @Column('uuid', { name: 'revised_by', nullable: true })
  revisedById!: string | null;

  /** Everybody whose words have stood in it. */
  @Column({ type: 'uuid', array: true, insert: false, update: false })
  writers!: string[];

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedById!: string | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedById!: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Field(() => Case, { nullable: true, description: 'もとの事例。その事例を見てよい人にだけ。' })
  @Shown('sensitive', { one: 'case_id' })
  case!: Case | null;

  @Field(() => Staff, { nullable: true, description: '起こした人。' })
  @Shown('operational', { one: 'drafted_by' })
  draftedBy!: Staff | null;

  @Field(() => Staff, { nullable: true, description: '承認した人。' })
  @Shown('operational', { one: 'approved_by' })
  approvedBy!: Staff | null;

  @Field(() => Staff, { nullable: true, description: '最後に書き直した人。' })
  @Shown('operational', { one: 'revised_by' })
  revisedBy!: Staff | null;

  @Field(() => Staff, { nullable: true, description: '承認を求めた人。' })
  @Shown('operational', { one: 'asked_by' })
  askedBy!: Staff | null;

  @Field(() => String, { nullable: true, description: '差し戻したときの言葉。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  sentBackWords!: string | null;

  @Field(() => Boolean, { description: '見ている人が書き直せるか。' })
  @Shown('operational', { sql: (t) => `(${t}.state in ('DRAFT', 'SENT_BACK') and ${t}.teams && (select hub.teams()))` })
  mayRevise!: boolean;

  @Field(() => Boolean, { description: '見ている人が取り下げられるか。' })
  @Shown('operational', { sql: (t) => `(${t}.state <> 'RETURNED' and ${t}.teams && (select hub.teams()))` })
  mayWithdraw!: boolean;

  @Field(() => Int, { description: '版。' })
  @Column('int')
  @Shown('operational')
  version!: number;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public', wall)
  withheld!: Withheld[];
}
