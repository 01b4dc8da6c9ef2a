import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { type ChangeContext, change } from '#server/database/change';
import { readOne } from '#server/database/read';
import { askDisclosure } from './ask-disclosure';
import { DisclosureRequest, DisclosureRow } from './disclosure-request';
import { decideRow, drafting, finishDisclosure } from './draft-disclosure';
import { ExposureReport } from './exposure-report';
import { AskDisclosureOrder, DecideRowOrder, DraftOrder, ReadReviewOrder, TraceOrder } from './orders';
import { ReadReview } from './read-review';
import { reviewReads } from './review-reads';
import { tracing } from './trace-exposure';

/** What is done with the audit: a person's request and its draft, a breach's extent, a supervisor's review. */
@Resolver()
export class OversightMutations {
  @Mutation(() => ID, { description: '本人開示の請求を受け付け、開示担当に渡す。支援している担当の職員が行う。答えは請求の識別子だけ。' })
  askDisclosure(
    @Ctx() context: ChangeContext,
    @Arg('input', () => AskDisclosureOrder, { description: '内容。' }) input: AskDisclosureOrder,
  ): Promise<string> {
    return change(context, 'disclosure.ask', input, (tx) => askDisclosure(tx, input));
  }

  @Mutation(() => DisclosureRequest, { description: '下書きを作る。だれがいつ見たかを並べ、明かせないおそれのある行に印を付ける。' })
  async draftDisclosure(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DraftOrder, { description: '内容。' }) input: DraftOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'disclosure.draft', input, await drafting(context, input)));
  }

  @Mutation(() => DisclosureRow, { description: '下書きの一行を、開示するかどうか決める。' })
  async decideDisclosureRow(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DecideRowOrder, { description: '内容。' }) input: DecideRowOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'disclosure.decide', input, (tx) => decideRow(tx, input)));
  }

  @Mutation(() => DisclosureRequest, { description: 'すべての行が決まった下書きを閉じる。' })
  async finishDisclosure(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DraftOrder, { description: '内容。' }) input: DraftOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'disclosure.finish', input, (tx) => finishDisclosure(tx, input)));
  }

  @Mutation(() => ExposureReport, { description: 'だれの記録が見られたおそれがあるかを調べ、調べたことを残す。' })
  async traceExposure(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TraceOrder, { description: '内容。' }) input: TraceOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'exposure.trace', input, await tracing(context, input)));
  }

  @Mutation(() => ReadReview, { nullable: true, description: '職員一人の一日の閲覧を、点検したと記す。' })
  async reviewReads(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReadReviewOrder, { description: '内容。' }) input: ReadReviewOrder,
  ): Promise<unknown> {
    return readOne(context, info, await change(context, 'reads.review', input, (tx) => reviewReads(tx, input)));
  }
}
