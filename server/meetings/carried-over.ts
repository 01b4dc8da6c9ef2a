import { Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '#server/database/scalars';
import { Shown, View } from '#server/database/shape';
import { ActionItem } from './action-item';
import { Deferral } from './deferral';
import { CarriedOverKind } from './states';

/** 前回からの持ち越し: what earlier sessions of the same kind put off, and what is still to be done of what they agreed on. */
@ObjectType({ description: '前回からの持ち越し。同じ種類の会議で保留にしたことと、まだ終わっていない次にやること。' })
@View('core.carried_over', { keyType: 'text', session: 'from_session_id' })
export class CarriedOver {
  @Field(() => ID, { description: '識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => CarriedOverKind, { description: '保留にしたことか、次にやることか。' })
  @Shown('operational')
  kind!: CarriedOverKind;

  @Field(() => ID, { description: '前の回の識別子。' })
  @Shown('operational')
  fromSessionId!: string;

  @Field(() => DateScalar, { description: '前の回を開いた日。' })
  @Shown('operational')
  heldOn!: string;

  @Field(() => Deferral, { nullable: true, description: '保留。' })
  @Shown('operational', { one: 'deferral_id' })
  deferral!: Deferral | null;

  @Field(() => ActionItem, { nullable: true, description: '次にやること。' })
  @Shown('operational', { one: 'action_item_id' })
  actionItem!: ActionItem | null;
}
