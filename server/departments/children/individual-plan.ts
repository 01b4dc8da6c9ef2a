import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** 個別支援計画 of a family (what indicator 5 counts). */
@ObjectType({ description: '個別支援計画。' })
@Row('children.individual_plan')
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

  @Field(() => String, { description: '目標。' })
  @Column('text')
  @Shown('operational')
  goal!: string;
}
