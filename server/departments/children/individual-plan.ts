import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';
import { Withheld } from '#server/database/withheld';
import { openedTo } from '../opened-to';

const caseOf = (t: string) => `(select f.case_id from children.family f where f.id = ${t}.family_id)`;

/** 個別支援計画 of a family (what indicator 5 counts). */
@ObjectType({ description: '個別支援計画。' })
@Row('children.individual_plan', { opened: openedTo('children', caseOf) })
export class IndividualPlan {
  @Field(() => ID, { description: '計画の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  familyId!: string;

  @Field(() => DateScalar, { description: '作った日。' })
  @Column('date')
  @Shown('operational')
  madeOn!: string;

  @Field(() => String, { nullable: true, description: '目標。' })
  @Column('text')
  @Shown('sensitive')
  goal!: string | null;

  @Field(() => [Withheld], { description: '表示を控えた項目と理由。' })
  @Shown('public')
  withheld!: Withheld[];
}
