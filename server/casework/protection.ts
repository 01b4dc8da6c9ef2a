import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Staff } from '#server/directory/staff';
import { Team } from '#server/directory/team';
import { Case } from './case';
import { Person } from './person';

export const ProtectionAlert = { SOON: 'SOON', OVERDUE: 'OVERDUE' } as const;
export type ProtectionAlert = keyof typeof ProtectionAlert;
registerEnumType(ProtectionAlert, {
  name: 'ProtectionAlert',
  description: '更新の知らせ。過ぎても守りは解けない。',
  valuesConfig: { SOON: { description: '更新の期限が近い。' }, OVERDUE: { description: '更新の期限を過ぎた。' } },
});

/** What is registered: closed list, as the ledgers call them. */
export const protectionKinds = ['DV等支援措置', 'ストーカー', '児童虐待', '高齢者虐待', '障害者虐待'] as const;

const notice = `(select r.value from core.protection_rule r where r.key = 'renewal_notice_days')`;
const alert = (t: string) =>
  `case when ${t}.renew_by < hub.today() then 'OVERDUE' when ${t}.renew_by <= hub.today() + ${notice} then 'SOON' end`;

/**
 * 保護 of one person (住民基本台帳事務処理要領の支援措置, 虐待防止各法): read by its holders alone, so for everybody else there is none. A renewal that was
 * forgotten raises an alert and opens nothing.
 */
@ObjectType({ description: '支援措置などによる保護の登録。知らされている担当だけが読める。' })
@Row('core.protection')
export class Protection {
  @Field(() => ID, { description: '登録の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('protected')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Field(() => String, { description: `種類（${protectionKinds.join('・')}）。` })
  @Column('text')
  @Shown('protected')
  kind!: string;

  @Field(() => String, { description: 'もとになった登録や通知（市民課の支援措置の申出など）。' })
  @Column('text')
  @Shown('protected')
  registeredBy!: string;

  @Column('text', { array: true })
  holders!: string[];

  @Field(() => [Team], { description: '知らされている担当。本人はこの担当にだけ開く。' })
  @Shown('operational', { on: (t, u) => `${u}.id = any (${t}.holders)`, order: (u) => `${u}.position`, limit: 50 })
  holderTeams!: Team[];

  @Field(() => DateScalar, { description: '始まった日。' })
  @Column('date')
  @Shown('protected')
  validFrom!: string;

  @Field(() => DateScalar, { description: 'いつまでに更新するか。過ぎても守りは解けない。' })
  @Column('date')
  @Shown('protected')
  renewBy!: string;

  @Field(() => DateScalar, { nullable: true, description: '最後に更新した日。' })
  @Column('date', { nullable: true })
  @Shown('protected')
  renewedOn!: string | null;

  @Field(() => ProtectionAlert, { nullable: true, description: '更新の知らせ。まだ先なら空。' })
  @Shown('protected', { sql: alert })
  alert!: ProtectionAlert | null;

  @Column('uuid', { nullable: true })
  otherPartyId!: string | null;

  @Field(() => Person, { nullable: true, description: '相手方。記録がないか、見てよい人でなければ空。' })
  @Shown('operational', { one: 'other_party_id' })
  otherParty!: Person | null;

  @Column('uuid', { nullable: true })
  registeredByStaff!: string | null;

  @Field(() => Staff, { nullable: true, description: '登録した職員。' })
  @Shown('operational', { one: 'registered_by_staff' })
  registrar!: Staff | null;

  @Column('uuid', { nullable: true })
  endingAskedBy!: string | null;

  @Field(() => Staff, { nullable: true, description: '終わりを申し出た職員。終えるのは、別の職員。' })
  @Shown('operational', { one: 'ending_asked_by' })
  endingAsker!: Staff | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '終わりを申し出た時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('protected')
  endingAskedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '終わりの理由。' })
  @Column('text', { nullable: true })
  @Shown('protected')
  endingReason!: string | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '終わった時刻。' })
  @Column('timestamptz', { nullable: true })
  @Shown('protected')
  endedAt!: Date | null;

  @Field(() => [Case], { description: '本人の事例。見てよいものだけ。' })
  @Shown('operational', { on: (t, u) => `${u}.person_id = ${t}.person_id`, order: (u) => `${u}.opened_on desc, ${u}.id`, limit: 20 })
  cases!: Case[];

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('protected')
  version!: number;
}
