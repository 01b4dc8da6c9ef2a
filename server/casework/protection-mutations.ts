import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import type { Tx } from '#server/database/as-viewer';
import { type ChangeContext, type Changed, change } from '#server/database/change';
import { readOne } from '#server/database/read';
import { breakGlass, closeGlass, reviewGlass } from './break-glass';
import { BrokenGlass } from './broken-glass';
import { askProtectionEnd, changeHolders, endProtection, keepProtection, renewProtection } from './change-protection';
import { Protection } from './protection';
import { EndingOrder, EndOrder, GlassOrder, GlassReviewOrder, HoldersOrder, RenewalOrder } from './protection-orders';

/** One commit, then what was touched, re-read as the viewer: nothing where it is not for them. */
async function changed<O>(
  context: ChangeContext,
  info: GraphQLResolveInfo,
  action: string,
  order: O,
  work: (tx: Tx, order: O) => Promise<Changed>,
): Promise<unknown> {
  return readOne(context, info, await change(context, action, order, (tx) => work(tx, order)));
}

/** Looking after a protection, ending it by two, and opening somebody in an emergency. Registering one takes cards off walls: meetings does it. */
@Resolver()
export class ProtectionMutations {
  @Mutation(() => Protection, { nullable: true, description: '知らせる担当を変える。' })
  changeProtectionHolders(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HoldersOrder, { description: '内容。' }) input: HoldersOrder,
  ): Promise<unknown> {
    return changed(context, info, 'protection.change-holders', input, changeHolders);
  }

  @Mutation(() => Protection, { nullable: true, description: '保護を更新する。' })
  renewProtection(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RenewalOrder, { description: '内容。' }) input: RenewalOrder,
  ): Promise<unknown> {
    return changed(context, info, 'protection.renew', input, renewProtection);
  }

  @Mutation(() => Protection, { nullable: true, description: '保護の終わりを申し出る。まだ何も開かない。' })
  askProtectionEnd(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EndingOrder, { description: '内容。' }) input: EndingOrder,
  ): Promise<unknown> {
    return changed(context, info, 'protection.ask-end', input, askProtectionEnd);
  }

  @Mutation(() => Protection, { nullable: true, description: '終わりの申し出を取り下げる、または認めない。' })
  keepProtection(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EndOrder, { description: '内容。' }) input: EndOrder,
  ): Promise<unknown> {
    return changed(context, info, 'protection.keep', input, keepProtection);
  }

  @Mutation(() => Protection, { nullable: true, description: '申し出られた終わりを認める。申し出た人とは別の職員が行う。' })
  endProtection(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EndOrder, { description: '内容。' }) input: EndOrder,
  ): Promise<unknown> {
    return changed(context, info, 'protection.end', input, endProtection);
  }

  @Mutation(() => ID, { description: '緊急閲覧をする。答えはその識別子。開くのは、次の問い合わせから。' })
  breakGlass(@Ctx() context: ChangeContext, @Arg('input', () => GlassOrder, { description: '内容。' }) input: GlassOrder): Promise<string> {
    return change(context, 'glass.break', input, (tx) => breakGlass(tx, input));
  }

  @Mutation(() => ID, { description: '緊急閲覧を、時間の前に終える。' })
  closeGlass(@Ctx() context: ChangeContext, @Arg('glass', () => ID, { description: '緊急閲覧。' }) glass: string): Promise<string> {
    return change(context, 'glass.close', glass, (tx) => closeGlass(tx, glass));
  }

  @Mutation(() => BrokenGlass, { nullable: true, description: '緊急閲覧が適切だったかを確かめる。' })
  reviewGlass(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => GlassReviewOrder, { description: '内容。' }) input: GlassReviewOrder,
  ): Promise<unknown> {
    return changed(context, info, 'glass.review', input, reviewGlass);
  }
}
