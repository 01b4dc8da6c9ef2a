import { Directive, Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { Row, Shown, Stub } from '#server/database/shape';
import { byCase } from '../by-case';
import { CaseRecord } from '../case-record';
import { CaseStub, caseDescription } from '../case-stub';
import { openedTo } from '../opened-to';
import { newestConsultation } from '../window-consultation';
import { CareCertification } from './care-certification';
import { CenterConsultation } from './center-consultation';

/** The case, and what elderly care adds to it. */
@ObjectType('Case', { description: caseDescription })
@Directive('@key(fields: "id")')
@Stub()
export class ElderlyCareCase extends CaseStub {
  @Field(() => ElderlyCareRecord, { nullable: true, description: '介護の記録。関わっていないか、見てよいものでなければ空。' })
  @Directive('@requires(fields: "consentedClasses")')
  @Shown('operational', { on: (t, u) => `${u}.case_id = ${t}.id` })
  elderlyCare!: ElderlyCareRecord | null;
}

/** The record that elderly care keeps of a case. How much care somebody needs is health: sensitive. */
@ObjectType({ description: '介護の記録。要介護度、認定、地域包括支援センターの相談。' })
@Row('elderly_care.case_record', { opened: openedTo('elderly-care') })
export class ElderlyCareRecord extends CaseRecord {
  @Field(() => String, { nullable: true, description: 'いまの要介護度。' })
  @Column('text')
  @Shown('sensitive')
  careLevel!: string | null;

  @Field(() => [CareCertification], { description: '要介護認定。新しい順。' })
  @Shown('operational', { on: byCase, order: (u) => `${u}.certified_on desc, ${u}.id` })
  certifications!: CareCertification[];

  @Field(() => [CenterConsultation], { description: '地域包括支援センターの相談。新しい順。' })
  @Shown('operational', { on: byCase, order: newestConsultation })
  consultations!: CenterConsultation[];

  @Field(() => ElderlyCareCase, { nullable: true, description: 'この記録の事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: ElderlyCareCase | null;
}
