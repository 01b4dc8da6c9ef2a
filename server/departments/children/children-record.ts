import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { Row, Shown, Stub } from '#server/database/shape';
import { byCase } from '../by-case';
import { CaseRecord } from '../case-record';
import { CaseStub, caseDescription } from '../case-stub';
import { openedTo } from '../opened-to';
import { newestConsultation } from '../window-consultation';
import { Family, newestFamily } from './family';
import { PregnancyConsultation } from './pregnancy-consultation';

/** The case, and what children's welfare adds to it. */
@ObjectType('Case', { description: caseDescription })
@Directive('@key(fields: "id")')
@Stub()
export class ChildrenCase extends CaseStub {
  @Field(() => ChildrenRecord, { nullable: true, description: '子どもの記録。関わっていないか、見てよいものでなければ空。' })
  @Directive('@requires(fields: "consentedClasses")')
  @Shown('operational', { on: (t, u) => `${u}.case_id = ${t}.id` })
  children!: ChildrenRecord | null;
}

/** The record that children's welfare keeps of a case. */
@ObjectType({ description: '子どもの記録。こども家庭センターの支援、個別支援計画、妊婦等包括相談。' })
@Row('children.case_record', { opened: openedTo('children') })
export class ChildrenRecord extends CaseRecord {
  @Field(() => Int, { description: '子どもの人数。' })
  @Column('int')
  @Shown('operational')
  childrenCount!: number;

  @Field(() => [Family], { description: 'こども家庭センターが受け持った家庭。新しい順。' })
  @Shown('operational', { on: byCase, order: newestFamily })
  families!: Family[];

  @Field(() => [PregnancyConsultation], { description: '妊婦等包括相談。新しい順。' })
  @Shown('operational', { on: byCase, order: newestConsultation })
  pregnancyConsultations!: PregnancyConsultation[];

  @Field(() => ChildrenCase, { nullable: true, description: 'この記録の事例。' })
  @Shown('operational', { one: 'case_id' })
  case!: ChildrenCase | null;
}
