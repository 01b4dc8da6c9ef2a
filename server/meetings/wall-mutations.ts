import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { ActionItem } from './action-item';
import { renameRole } from './assign-role';
import { holdActionItem, holdRole } from './hold';
import { Role } from './role';
import { Session } from './session';
import { setLettering, setTimer, setWall, takeOver } from './wall';
import { HoldActionOrder, HoldRoleOrder, LetteringOrder, RenameOrder, TakeOverOrder, TimerOrder, WallOrder } from './wall-orders';

/** What facilitator and recorder do to the wall itself. */
@Resolver()
export class WallMutations {
  @Mutation(() => Session, { description: '会場の画面を隠す・止める・映す。' })
  setWall(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WallOrder, { description: '内容。' }) input: WallOrder,
  ): Promise<unknown> {
    return changed(context, info, 'wall.set', input, setWall);
  }

  @Mutation(() => Session, { description: '会場の画面の文字の大きさ・ふりがな・やさしい日本語を選ぶ。' })
  setLettering(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => LetteringOrder, { description: '内容。' }) input: LetteringOrder,
  ): Promise<unknown> {
    return changed(context, info, 'wall.lettering', input, setLettering);
  }

  @Mutation(() => Session, { description: '残り時間を計る・止める・やめる。' })
  setTimer(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TimerOrder, { description: '内容。' }) input: TimerOrder,
  ): Promise<unknown> {
    return changed(context, info, 'timer.set', input, setTimer);
  }

  @Mutation(() => Session, { description: '司会を引き継ぐ。' })
  takeOver(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TakeOverOrder, { description: '内容。' }) input: TakeOverOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.take-over', input, takeOver);
  }

  @Mutation(() => Role, { description: '役割を書き直す。' })
  renameRole(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RenameOrder, { description: '内容。' }) input: RenameOrder,
  ): Promise<unknown> {
    return changed(context, info, 'role.rename', input, renameRole);
  }

  @Mutation(() => Role, { description: '役割を会場から下げる・会場に出す。' })
  holdRole(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HoldRoleOrder, { description: '内容。' }) input: HoldRoleOrder,
  ): Promise<unknown> {
    return changed(context, info, 'role.hold', input, holdRole);
  }

  @Mutation(() => ActionItem, { description: '次にやることを会場から下げる・会場に出す。' })
  holdActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HoldActionOrder, { description: '内容。' }) input: HoldActionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.hold', input, holdActionItem);
  }
}
