import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { Proposal } from './proposal';
import { AnswerOrder, ProposeOrder, ReportOrder } from './proposal-orders';
import { answerProposal, propose, reportProposal } from './propose';

/** What a conference asks of others, and what becomes of it. */
@Resolver()
export class ProposalMutations {
  @Mutation(() => Proposal, { description: '政策を提案する。' })
  propose(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ProposeOrder, { description: '内容。' }) input: ProposeOrder,
  ): Promise<unknown> {
    return changed(context, info, 'proposal.propose', input, propose);
  }

  @Mutation(() => Proposal, { description: '政策提案への答えを書く。' })
  answerProposal(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AnswerOrder, { description: '内容。' }) input: AnswerOrder,
  ): Promise<unknown> {
    return changed(context, info, 'proposal.answer', input, answerProposal);
  }

  @Mutation(() => Proposal, { description: '政策提案の答えを、次の回で報告したことにする。' })
  reportProposal(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReportOrder, { description: '内容。' }) input: ReportOrder,
  ): Promise<unknown> {
    return changed(context, info, 'proposal.report', input, reportProposal);
  }
}
