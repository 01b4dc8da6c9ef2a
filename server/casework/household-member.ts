import { Field, ID, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { Row, Shown } from '#server/database/shape';
import { Person } from './person';

/**
 * Who lives in a household and as what. The 担当 that serve it see everybody (who they are only where the identity opens too); by consent, those
 * who consented. A protected person is missing here for all but the holders.
 */
@ObjectType({
  description: '世帯の構成員。その世帯を支援する担当には続柄と年代が全員分、同意による共有では同意した人だけが並ぶ。氏名は別に開く。',
})
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
