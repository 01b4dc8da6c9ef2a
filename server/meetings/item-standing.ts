import { Field, ID, ObjectType } from 'type-graphql';
import { Shown, View } from '#server/database/shape';
import { SessionMember } from './session-member';
import { ItemStandingEnum } from './states';

/** How a member of the session stands to one of its cases: for whoever steers, who calls people in and asks them out. */
@ObjectType({ description: '議題の事例に対する、出席者一人の立場。司会・書記・コーディネーターにだけある。' })
@View('core.item_standing', { keyType: 'text' })
export class ItemStanding {
  @Field(() => ID, { description: 'この行の識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => SessionMember, { nullable: true, description: '出席者。' })
  @Shown('operational', { one: 'member_id' })
  member!: SessionMember | null;

  @Field(() => ItemStandingEnum, { description: '席に残れるか。' })
  @Shown('operational')
  standing!: string;

  @Field(() => Boolean, { description: '近所など、気をつけるとよい関係が届け出られているか。' })
  @Shown('operational')
  neighbour!: boolean;

  @Field(() => Boolean, { description: 'この議題の間、席を外しているか。' })
  @Shown('operational')
  away!: boolean;
}
