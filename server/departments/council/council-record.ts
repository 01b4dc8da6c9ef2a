import { Directive, Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { Row, Shown, Stub } from '#server/database/shape';
import { byCase } from '../by-case';
import { CaseRecord } from '../case-record';
import { CaseStub, caseDescription } from '../case-stub';
import { openedTo } from '../opened-to';
import { LivelihoodLoan } from './livelihood-loan';
import { WatchVisit } from './watch-visit';

/** The case, and what the council of social welfare adds to it. */
@ObjectType('Case', { description: caseDescription })
@Directive('@key(fields: "id")')
@Stub()
export class CouncilCase extends CaseStub {
  @Field(() => CouncilRecord, { nullable: true, description: '社会福祉協議会の記録。関わっていないか、見てよいものでなければ空。' })
  @Directive('@requires(fields: "consentedClasses")')
  @Shown('operational', { on: (t, u) => `${u}.case_id = ${t}.id` })
  council!: CouncilRecord | null;
}

/** The record that the council of social welfare keeps of a case. */
@ObjectType({ description: '社会福祉協議会の記録。見守りと生活福祉資金。' })
@Row('council.case_record', { opened: openedTo('council') })
export class CouncilRecord extends CaseRecord {
  @Field(() => String, { description: '気がかりなこと。' })
  @Column('text')
  @Shown('operational')
  concern!: string;

  @Field(() => [WatchVisit], { description: '見守りの訪問。新しい順。' })
  @Shown('operational', { on: byCase, order: (u) => `${u}.visited_on desc, ${u}.id` })
  watchVisits!: WatchVisit[];

  @Field(() => [LivelihoodLoan], { description: '生活福祉資金。新しい順。' })
  @Shown('operational', { on: byCase, order: (u) => `${u}.applied_on desc, ${u}.id` })
  loans!: LivelihoodLoan[];

  @Field(() => CouncilCase, { nullable: true, description: 'この記録の事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: CouncilCase | null;
}
