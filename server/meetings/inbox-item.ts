import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Shown, View } from '#server/database/shape';
import { ActionItem } from './action-item';
import { AgendaItem } from './agenda-item';
import { Session } from './session';
import { InboxState } from './states';

/** 受信箱の一件: an action item at the desk of the organisation that a conference assigned it to, as far as its reader may know of either. */
@ObjectType({ description: '受信箱の一件。会議が、あなたの担当・機関に頼んだ、次にやること。見てよい会議と議題のものだけがある。' })
@View('core.inbox', { session: 'session_id' })
export class InboxItem {
  @Field(() => ID, { description: '次にやることの識別子。' })
  @Shown('operational')
  id!: string;

  @Field(() => InboxState, { description: 'いまどうなっているか。' })
  @Shown('operational')
  standing!: InboxState;

  @Field(() => Boolean, { description: '期限をすぎて、まだ済んでいないか。' })
  @Shown('operational')
  isLate!: boolean;

  @Field(() => ActionItem, { nullable: true, description: '次にやること。' })
  @Shown('operational', { one: 'id' })
  action!: ActionItem | null;

  @Field(() => Session, { nullable: true, description: 'どの会議で決まったか。' })
  @Shown('operational', { one: 'session_id' })
  session!: Session | null;

  @Field(() => AgendaItem, { nullable: true, description: 'どの議題で決まったか。中身は、あなたに開かれているところまで。' })
  @Shown('operational', { one: 'agenda_item_id' })
  item!: AgendaItem | null;
}

/** How much lies in it: counted over what the asker may see, so that nothing hidden shows as a number. */
@ObjectType({ description: '受信箱の件数。見てよいものだけを数える。' })
@View('core.inbox_standing', { keyType: 'text' })
export class InboxStanding {
  @Field(() => ID, { description: 'だれの受信箱か。' })
  @Shown('operational')
  id!: string;

  @Field(() => Int, { description: '済んでいないもの。' })
  @Shown('operational')
  open!: number;

  @Field(() => Int, { description: '期限をすぎたもの。' })
  @Shown('operational')
  late!: number;

  @Field(() => Int, { description: 'まだ受け取っていないもの。' })
  @Shown('operational')
  fresh!: number;

  @Field(() => String, { description: '中身が変わると変わる印。読み直すときを知るためのもの。' })
  @Shown('operational')
  mark!: string;
}
