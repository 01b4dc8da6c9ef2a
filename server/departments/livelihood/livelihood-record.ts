import { Directive, Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { Row, Shown, Stub } from '#server/database/shape';
import { byCase } from '../by-case';
import { CaseRecord } from '../case-record';
import { CaseStub, caseDescription } from '../case-stub';
import { openedTo } from '../opened-to';
import { newestConsultation } from '../window-consultation';
import { Debt } from './debt';
import { Housing } from './housing';
import { SelfRelianceConsultation } from './self-reliance-consultation';

/** The case, and what livelihood support adds to it. */
@ObjectType('Case', { description: caseDescription })
@Directive('@key(fields: "id")')
@Stub()
export class LivelihoodCase extends CaseStub {
  @Field(() => LivelihoodRecord, { nullable: true, description: '生活困窮の記録。関わっていないか、見てよいものでなければ空。' })
  @Directive('@requires(fields: "consentedClasses")')
  @Shown('operational', { on: (t, u) => `${u}.case_id = ${t}.id` })
  livelihood!: LivelihoodRecord | null;
}

/** The record that livelihood support keeps of a case. Income, debts and arrears are handled as sensitive. */
@ObjectType({ description: '生活困窮の記録。家計、債務、住居、自立相談支援機関の相談。' })
@Row('livelihood.case_record', { opened: openedTo('livelihood') })
export class LivelihoodRecord extends CaseRecord {
  @Field(() => String, { nullable: true, description: '収入の幅。' })
  @Column('text')
  @Shown('sensitive')
  incomeBand!: string | null;

  @Field(() => [SelfRelianceConsultation], { description: '自立相談支援機関の相談。新しい順。' })
  @Shown('operational', { on: byCase, order: newestConsultation })
  consultations!: SelfRelianceConsultation[];

  @Field(() => [Debt], { description: '債務。整理の済んでいないものが先。' })
  @Shown('operational', { on: byCase, order: (u) => `${u}.arranged, ${u}.id` })
  debts!: Debt[];

  @Field(() => [Housing], { description: '住まいの状況。いまのものが先。' })
  @Shown('operational', { on: byCase, order: (u) => `${u}.since desc, ${u}.id` })
  housings!: Housing[];

  @Field(() => LivelihoodCase, { nullable: true, description: 'この記録の事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: LivelihoodCase | null;
}
