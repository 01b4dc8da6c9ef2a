import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { Team } from '#server/directory/team';
import { ConsentForm, ConsentGiver, ConsentRelation, ConsentStatus } from './consent-codes';
import { Person } from './person';

/** How a consent stands, by the database's clock; how soon «soon» is, the city's data say. */
const status = (t: string) => `case when ${t}.replaced_by is not null then 'REPLACED' when ${t}.withdrawn_at is not null then 'WITHDRAWN'
  when now() >= ${t}.valid_until then 'EXPIRED' when now() < ${t}.valid_from then 'UPCOMING'
  when now() >= ${t}.valid_until - (select d.days from core.deadline d where d.key = 'consent.soon') * interval '1 day' then 'SOON' else 'LIVE' end`;
/** Whoever sees the row and is neither serving nor keeping is a receiver. */
const withdrawable = (t: string) => `${t}.withdrawn_at is null and coalesce((select g.teams && (select hub.teams()) from core.person_guard g
  where g.person_id = ${t}.person_id) or ${t}.holder = any ((select hub.teams())::text[]), false)`;
const teamsIn = (column: string) => ({
  on: (t: string, u: string) => `${u}.id = any (${t}.${column})`,
  order: (u: string) => `${u}.position`,
});

/**
 * 同意 of one person: who may receive what, for what, from when until when. Withdrawal ends sharing, never a service. Read by those who serve
 * the person and by the 担当 that keeps the paper; by a receiver only while it holds. What people wrote in their own words is no operational text.
 */
@ObjectType({ description: '本人同意。誰が・何を・何のために・いつまで受け取れるか。撤回で終わるのは共有であり、支援ではない。' })
@Row('core.consent', { subject: 'case_id' })
export class Consent {
  @Field(() => ID, { description: '同意の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  caseId!: string;

  @Field(() => Person, { nullable: true, description: '同意した本人（代理人のときは、その本人）。事例の本人か、同居の人。' })
  @Shown('operational', { one: 'person_id' })
  person!: Person | null;

  @Field(() => ConsentGiver, { description: '同意した人（SELF：本人、REPRESENTATIVE：代理人）。' })
  @Column('text')
  @Shown('operational')
  giver!: ConsentGiver;

  @Field(() => ConsentRelation, { nullable: true, description: '代理人の立場。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  relation!: ConsentRelation | null;

  @Column('text', { name: 'holder', nullable: true })
  holderId!: string | null;

  @Field(() => Team, { nullable: true, description: '同意書を保管している担当。' })
  @Shown('operational', { one: 'holder' })
  holder!: Team | null;

  @Field(() => [String], { description: '受け取れる担当の識別子。' })
  @Column('text', { array: true })
  @Shown('operational')
  receivers!: string[];

  @Field(() => [Team], { description: '受け取れる担当。' })
  @Shown('operational', teamsIn('receivers'))
  receiverTeams!: Team[];

  @Column('text', { array: true })
  exclusions!: string[];

  @Field(() => [Team], { description: '決して渡さない担当。受け取れる担当より優先する。' })
  @Shown('operational', teamsIn('exclusions'))
  excludedTeams!: Team[];

  @Field(() => [String], { description: '受け取れる項目の区分。' })
  @Column('text', { array: true })
  @Shown('operational')
  classes!: string[];

  @Field(() => [String], { description: '同意書の項目のうち、同意したもの。' })
  @Column('text', { array: true })
  @Shown('operational')
  items!: string[];

  @Field(() => String, { description: '利用目的。' })
  @Column('text')
  @Shown('sensitive')
  purpose!: string;

  @Field(() => String, { nullable: true, description: '本人がつけた条件。受け取る担当も守る。' })
  @Column('text', { nullable: true })
  @Shown('sensitive')
  condition!: string | null;

  @Field(() => ConsentForm, { description: '取り方（WRITTEN：書面、ORAL_WITNESSED：口頭と立会い）。' })
  @Column('text')
  @Shown('operational')
  form!: ConsentForm;

  @Column('uuid', { name: 'explained_by', nullable: true })
  explainedById!: string | null;

  @Field(() => Staff, { nullable: true, description: '説明した職員。' })
  @Shown('operational', { one: 'explained_by' })
  explainedBy!: Staff | null;

  @Column('uuid', { name: 'witnessed_by', nullable: true })
  witnessedById!: string | null;

  @Field(() => Staff, { nullable: true, description: '立ち会った職員。' })
  @Shown('operational', { one: 'witnessed_by' })
  witnessedBy!: Staff | null;

  @Field(() => String, { description: '使った様式と版。' })
  @Column('text')
  @Shown('operational')
  wording!: string;

  @Column('text', { nullable: true })
  wordingId!: string | null;

  @Field(() => DateScalar, { description: '同意した日。' })
  @Column('date')
  @Shown('operational')
  givenOn!: string;

  @Field(() => DateTimeScalar, { description: 'いつから有効か。' })
  @Column('timestamptz')
  @Shown('operational')
  validFrom!: string;

  @Field(() => DateTimeScalar, { description: 'いつまで有効か（この時刻の直前まで）。' })
  @Column('timestamptz')
  @Shown('operational')
  validUntil!: string;

  @Field(() => ConsentStatus, { description: '状態。' })
  @Shown('operational', { sql: status })
  status!: ConsentStatus;

  @Field(() => Boolean, { description: '見ている人の担当が、この同意の撤回を受け付けられるか。' })
  @Shown('operational', { sql: withdrawable })
  withdrawable!: boolean;

  @Column('uuid')
  recordedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '撤回した時刻。新しい同意に替わったときは、その時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('operational')
  withdrawnAt!: string | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnById!: string | null;

  @Field(() => Staff, { nullable: true, description: '撤回を受け付けた職員。' })
  @Shown('operational', { one: 'withdrawn_by' })
  withdrawnBy!: Staff | null;

  @Field(() => ConsentGiver, { nullable: true, description: '撤回した人。' })
  @Column('text', { nullable: true })
  @Shown('operational')
  withdrawalGiver!: ConsentGiver | null;

  @Field(() => String, { nullable: true, description: '撤回の理由。本人が話した場合だけ。' })
  @Column('text', { nullable: true })
  @Shown('note')
  withdrawalReason!: string | null;

  @Column('uuid', { nullable: true })
  replacedBy!: string | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;
}
