import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** A base of the 第2層協議体 (what indicator 8 counts). Public information. */
@ObjectType({ description: '第2層協議体の拠点。' })
@Row('elderly_care.tier_two_base')
export class TierTwoBase {
  @Field(() => ID, { description: '拠点の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public')
  id!: string;

  @Field(() => String, { description: '名前。' })
  @Column('text')
  @Shown('public')
  name!: string;

  @Field(() => String, { description: '地区（旧町村）。' })
  @Column('text')
  @Shown('public')
  district!: string;

  @Field(() => DateScalar, { description: '置いた日。' })
  @Column('date')
  @Shown('public')
  openedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: '閉じた日。' })
  @Column('date', { nullable: true })
  @Shown('public')
  closedOn!: string | null;
}
