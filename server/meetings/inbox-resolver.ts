import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { ActionItem } from './action-item';
import { acceptActionItem, finishAtDesk, giveBackActionItem } from './answer-action';
import { InboxItem, InboxStanding } from './inbox-item';
import { AcceptOrder, DeskDoneOrder, GiveBackOrder, LeaveOrder, UnsettleOrder } from './inbox-orders';
import { leaveCarriedOver, unsettleCarriedOver } from './look-back';
import { Session } from './session';

/** 受信箱: what conferences assigned to the asker's own organisation, what becomes of it there, and how a later session takes it back. */
@Resolver()
export class InboxResolver {
  @Query(() => [InboxItem], { description: '受信箱。期限の近いものから。済んだものは、新しいものから。' })
  @Root({
    where: (t, arg) => `(${t}.standing in ('DONE', 'TAKEN_BACK')) = ${arg('done', 'text')}::boolean`,
    order: (t) => `case when ${t}.standing in ('DONE', 'TAKEN_BACK') then null else ${t}.due_on end nulls last, ${t}.done_at desc, ${t}.id`,
    limit: 200,
  })
  inbox(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('done', () => Boolean, { defaultValue: false, description: '済んだものを読むなら真。' }) _done?: boolean,
    @Arg('limit', () => Int, { defaultValue: 100, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => InboxStanding, { nullable: true, description: '受信箱の件数。' })
  @Root({ where: (t) => `${t}.id is not null` })
  inboxStanding(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }

  @Mutation(() => ActionItem, { description: '受信箱の、次にやることを受け取る。' })
  acceptActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AcceptOrder, { description: '内容。' }) input: AcceptOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.accept', input, acceptActionItem);
  }

  @Mutation(() => ActionItem, { description: '受信箱の、次にやることを済みにする・戻す。' })
  finishAtDesk(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DeskDoneOrder, { description: '内容。' }) input: DeskDoneOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.finish-at-desk', input, finishAtDesk);
  }

  @Mutation(() => ActionItem, { description: '受信箱の、次にやることを返したいと申し出る・やめる。' })
  giveBackActionItem(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => GiveBackOrder, { description: '内容。' }) input: GiveBackOrder,
  ): Promise<unknown> {
    return changed(context, info, 'action.give-back', input, giveBackActionItem);
  }

  @Mutation(() => Session, { description: '返したいと申し出のあった持ち越しを、同じ機関に続けてもらう。' })
  leaveCarriedOver(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => LeaveOrder, { description: '内容。' }) input: LeaveOrder,
  ): Promise<unknown> {
    return changed(context, info, 'carried-over.leave', input, leaveCarriedOver);
  }

  @Mutation(() => Session, { description: '持ち越しを片づけたことを、10分のあいだに取り消す。' })
  unsettleCarriedOver(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => UnsettleOrder, { description: '内容。' }) input: UnsettleOrder,
  ): Promise<unknown> {
    return changed(context, info, 'carried-over.unsettle', input, unsettleCarriedOver);
  }
}
