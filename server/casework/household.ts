import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { HouseholdMember } from './household-member';

/** A household (世帯). */
@ObjectType({ description: '世帯。' })
@Row('core.household', { subject: 'id' })
export class Household {
  @Field(() => ID, { description: '世帯の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Field(() => String, { description: '地区（旧町村）。' })
  @Column('text')
  @Shown('generalised')
  district!: string;

  @Field(() => String, { description: '世帯の形（単身・夫婦・三世代など）。' })
  @Column('text')
  @Shown('operational')
  composition!: string;

  @Field(() => [HouseholdMember], { description: 'いまの構成員。' })
  @Shown('operational', { many: 'household_id', where: (u) => `${u}.until is null` })
  members!: HouseholdMember[];
}
