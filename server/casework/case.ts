import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { Team } from '#server/directory/team';
import { CaseReview } from './case-review';
import { CaseStanding } from './case-standing';
import { Consent } from './consent';
import { Consultation } from './consultation';
import { Disclosure } from './disclosure';
import { Household } from './household';
import { caseStanding, consentedCase, heardThrough, openedCase } from './opened';
import { Person } from './person';
import { SupportPlan } from './support-plan';

/** A case (事例): what several windows do together for one person and household. Departments add their own records. */
@ObjectType({ description: '事例。一人の本人とその世帯について、複数の窓口が行う支援のまとまり。各担当課が自分の記録を加える。' })
@Directive('@key(fields: "id")')
@Row('core.support_case', { opened: openedCase, subject: 'id', through: heardThrough })
export class Case {
  @Field(() => ID, { description: '事例の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '庁内で使う事例番号。会場の画面には出ない。' })
  @Column('text')
  @Shown('operational')
  code!: string;

  @Field(() => String, { description: '支援の段階。' })
  @Column('text')
  @Shown('operational')
  stage!: string;

  @Field(() => [String], { description: '課題の分類。' })
  @Column('text', { array: true })
  @Shown('operational')
  topics!: string[];

  @Field(() => String, { nullable: true, description: '事例の要約。' })
  @Column('text', { nullable: true })
  @Shown('note')
  summary!: string | null;

  @Field(() => DateScalar, { description: '始まった日。' })
  @Column('date')
  @Shown('operational')
  openedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: '終わった日。' })
  @Column('date', { nullable: true })
  @Shown('operational')
  closedOn!: string | null;

  @Column('uuid')
  personId!: string;

  @Column('uuid')
  householdId!: string;

  @Column('text')
  leadTeamId!: string;

  @Column('text', { array: true })
  teams!: string[];

  @Field(() => CaseStanding, { description: '見ている人の立場（自分の担当か、同意による共有か）。' })
  @Shown('operational', { sql: caseStanding })
  standing!: CaseStanding;

  @Field(() => [String], { description: '本人の同意により、見ている人の担当に開かれている項目の区分。同意がなければ空。' })
  @Shown('operational', { sql: consentedCase })
  consentedClasses!: string[];

  @Field(() => Team, { nullable: true, description: '主担当。' })
  @Shown('operational', { one: 'lead_team_id' })
  leadTeam!: Team | null;

  @Field(() => Person, { nullable: true, description: '本人。保護措置があるときは、支援している担当にも開かれないことがある。' })
  @Shown('protected', { one: 'person_id' })
  person!: Person | null;

  @Field(() => Household, { nullable: true, description: '世帯。本人と同じように開く。' })
  @Shown('protected', { one: 'household_id' })
  household!: Household | null;

  @Field(() => [Consultation], { description: 'この事例の相談。' })
  @Shown('operational', { many: 'case_id', order: (u) => `${u}.received_on desc, ${u}.id` })
  consultations!: Consultation[];

  @Field(() => [Consent], {
    description: '同意。支援している担当と保管している担当には終わったものも、受け取る担当には有効なものだけが並ぶ。',
  })
  @Shown('operational', { many: 'case_id', order: (u) => `${u}.given_on desc, ${u}.id` })
  consents!: Consent[];

  @Field(() => [Disclosure], { description: '開示の記録。支援している担当だけに並ぶ。' })
  @Shown('operational', { many: 'case_id', order: (u) => `${u}.disclosed_at desc, ${u}.id` })
  disclosures!: Disclosure[];

  @Field(() => [CaseReview], { description: '見直し。支援している担当だけに並ぶ。' })
  @Shown('operational', { many: 'case_id', order: (u) => `${u}.due_on, ${u}.id` })
  reviews!: CaseReview[];

  @Field(() => SupportPlan, { nullable: true, description: 'いまの支援プラン。' })
  @Shown('operational', { on: (t, u) => `${u}.case_id = ${t}.id`, order: (u) => `${u}.edition desc` })
  plan!: SupportPlan | null;

  @Field(() => Int, { description: '版。変更のときに添える。' })
  @Column('int')
  @Shown('operational')
  version!: number;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
