import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { DateScalar } from '#server/database/scalars';
import { Row, Shown } from '#server/database/shape';

/** A group of residents that meets at a 通いの場 (what indicator 7 counts). */
@ObjectType({ description: '通いの場で活動するグループ。' })
@Row('elderly_care.gathering_group')
export class GatheringGroup {
  @Field(() => ID, { description: 'グループの識別子。' })
  @PrimaryColumn('uuid')
  @Shown('public')
  id!: string;

  @Column('uuid')
  placeId!: string;

  @Field(() => String, { description: 'グループの名前。' })
  @Column('text')
  @Shown('public')
  name!: string;

  @Field(() => DateScalar, { description: '活動を始めた日。' })
  @Column('date')
  @Shown('public')
  startedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: '活動を終えた日。' })
  @Column('date', { nullable: true })
  @Shown('public')
  endedOn!: string | null;
}
