import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { approveCard, askCard, sendBackCard, withdrawCard } from './approve-card';
import { CardOrder, DraftCardOrder, ReviseCardOrder, SendBackOrder } from './card-orders';
import { CaseCard } from './case-card';
import { draftCard, reviseCard } from './draft-card';

/** The anonymisation desk: how a case becomes a card that tells of nobody. */
@Resolver()
export class CardMutations {
  @Mutation(() => CaseCard, { description: '事例カードを起こす。その事例を支援する担当だけ。' })
  draftCard(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DraftCardOrder, { description: '内容。' }) input: DraftCardOrder,
  ): Promise<unknown> {
    return changed(context, info, 'card.draft', input, draftCard);
  }

  @Mutation(() => CaseCard, { description: '事例カードを書き直し、点検する。' })
  reviseCard(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReviseCardOrder, { description: '内容。' }) input: ReviseCardOrder,
  ): Promise<unknown> {
    return changed(context, info, 'card.revise', input, reviseCard);
  }

  @Mutation(() => CaseCard, { description: '事例カードの承認を求める。' })
  askCard(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CardOrder, { description: '内容。' }) input: CardOrder,
  ): Promise<unknown> {
    return changed(context, info, 'card.ask', input, askCard);
  }

  @Mutation(() => CaseCard, { description: '事例カードを承認する。書いた人と求めた人のほかの、コーディネーターだけ。' })
  approveCard(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CardOrder, { description: '内容。' }) input: CardOrder,
  ): Promise<unknown> {
    return changed(context, info, 'card.approve', input, approveCard);
  }

  @Mutation(() => CaseCard, { description: '事例カードを、言葉を添えて差し戻す。' })
  sendBackCard(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SendBackOrder, { description: '内容。' }) input: SendBackOrder,
  ): Promise<unknown> {
    return changed(context, info, 'card.send-back', input, sendBackCard);
  }

  @Mutation(() => CaseCard, { description: '事例カードを取り下げる。会場の画面からも外れる。' })
  withdrawCard(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CardOrder, { description: '内容。' }) input: CardOrder,
  ): Promise<unknown> {
    return changed(context, info, 'card.withdraw', input, withdrawCard);
  }
}
