import { Field, ID, ObjectType } from 'type-graphql';
import { Shown, View } from '#server/database/shape';
import { ActionItem } from './action-item';
import { Decision } from './decision';
import { Role } from './role';
import { SessionMember } from './session-member';
import { OpenPointKind } from './states';

/** What keeps a session from ending, one by one, as its kind has it and as far as the viewer sits at the table. */
@ObjectType({ description: '会議を終える前に、決めるか保留にすること。席を外している議題のものは、ここには並ばない。' })
@View('core.open_point', { keyType: 'text', session: 'session_id' })
export class OpenPoint {
  @Field(() => ID, { description: '識別子。保留にするときに添える。' })
  @Shown('operational')
  id!: string;

  @Field(() => OpenPointKind, { description: '何が残っているか。' })
  @Shown('operational')
  point!: OpenPointKind;

  @Field(() => ID, { nullable: true, description: 'どの議題のものか。出席の記録では空。' })
  @Shown('operational')
  agendaItemId!: string | null;

  @Field(() => Role, { nullable: true, description: '担う機関が決まっていない役割。' })
  @Shown('operational', { one: 'role_id' })
  role!: Role | null;

  @Field(() => ActionItem, { nullable: true, description: '担う機関か期限が決まっていない、次にやること。' })
  @Shown('operational', { one: 'action_item_id' })
  actionItem!: ActionItem | null;

  @Field(() => Decision, { nullable: true, description: '読み上げていない、決まったこと。' })
  @Shown('operational', { one: 'decision_id' })
  decision!: Decision | null;

  @Field(() => SessionMember, { nullable: true, description: '出欠を記録していない人。' })
  @Shown('operational', { one: 'member_id' })
  member!: SessionMember | null;
}
