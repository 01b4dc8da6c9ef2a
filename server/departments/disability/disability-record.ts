import { Directive, Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { Row, Shown, Stub } from '#server/database/shape';
import { byCase } from '../by-case';
import { CaseRecord } from '../case-record';
import { CaseStub, caseDescription } from '../case-stub';
import { openedTo } from '../opened-to';
import { newestConsultation } from '../window-consultation';
import { CoreConsultation } from './core-consultation';
import { Handbook } from './handbook';

/** The case, and what disability welfare adds to it. */
@ObjectType('Case', { description: caseDescription })
@Directive('@key(fields: "id")')
@Stub()
export class DisabilityCase extends CaseStub {
  @Field(() => DisabilityRecord, { nullable: true, description: '障害の記録。関わっていないか、見てよいものでなければ空。' })
  @Directive('@requires(fields: "consentedClasses")')
  @Shown('operational', { on: (t, u) => `${u}.case_id = ${t}.id` })
  disability!: DisabilityRecord | null;
}

/** The record that disability welfare keeps of a case. A disability is 要配慮個人情報: sensitive. */
@ObjectType({ description: '障害の記録。主な障害、手帳、基幹相談支援センターの相談。' })
@Row('disability.case_record', { opened: openedTo('disability') })
export class DisabilityRecord extends CaseRecord {
  @Field(() => String, { nullable: true, description: '主な障害。' })
  @Column('text')
  @Shown('sensitive')
  mainDisability!: string | null;

  @Field(() => [Handbook], { description: '手帳。新しい順。' })
  @Shown('operational', { on: byCase, order: (u) => `${u}.issued_on desc, ${u}.id` })
  handbooks!: Handbook[];

  @Field(() => [CoreConsultation], { description: '基幹相談支援センターの相談。新しい順。' })
  @Shown('operational', { on: byCase, order: newestConsultation })
  consultations!: CoreConsultation[];

  @Field(() => DisabilityCase, { nullable: true, description: 'この記録の事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: DisabilityCase | null;
}
