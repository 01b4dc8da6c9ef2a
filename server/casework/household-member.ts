import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Person } from './person';

/** Who lives in a household and as what. A person whom the viewer may not see is missing here. */
@ObjectType({ description: '世帯の構成員。見てよい人だけが並ぶ。' })
@Row('core.household_member')
export class HouseholdMember {
  @Field(() => ID, { description: '構成員の識別子。' })
  @PrimaryColumn('uuid')
  @Shown('operational')
  id!: string;

  @Column('uuid')
  householdId!: string;

  @Column('uuid')
  personId!: string;

  @Field(() => String, { description: '続柄。' })
  @Column('text')
  @Shown('operational')
  relationship!: string;

  @Field(() => Person, { nullable: true, description: 'その人。' })
  @Shown('operational', { one: 'person_id' })
  person!: Person | null;
}
