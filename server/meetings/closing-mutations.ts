import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { closeSession } from './close-session';
import { DeferOrder, HoldDecisionOrder, OutcomeOrder, ReadBackOrder, ResumeOrder, RewordOrder, SettleOrder } from './closing-orders';
import { Decision } from './decision';
import { deferPoint, resumePoint, settleCarriedOver } from './defer';
import { Deferral } from './deferral';
import { holdDecision } from './hold';
import { SessionOrder } from './orders';
import { readBackDecision, recordDecision, rewordDecision } from './record-decision';
import { Session } from './session';

/** How a session comes to its end: what it decided, what it puts off, and what it settles of the last one. */
@Resolver()
export class ClosingMutations {
  @Mutation(() => Decision, { description: '決まったことを書く。' })
  recordDecision(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => OutcomeOrder, { description: '内容。' }) input: OutcomeOrder,
  ): Promise<unknown> {
    return changed(context, info, 'decision.record', input, recordDecision);
  }

  @Mutation(() => Decision, { description: '決まったことを書き直す。' })
  rewordDecision(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RewordOrder, { description: '内容。' }) input: RewordOrder,
  ): Promise<unknown> {
    return changed(context, info, 'decision.reword', input, rewordDecision);
  }

  @Mutation(() => Decision, { description: '決まったことを読み上げ済みにする・戻す。' })
  readBackDecision(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReadBackOrder, { description: '内容。' }) input: ReadBackOrder,
  ): Promise<unknown> {
    return changed(context, info, 'decision.read-back', input, readBackDecision);
  }

  @Mutation(() => Decision, { description: '決まったことを会場から下げる・会場に出す。' })
  holdDecision(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => HoldDecisionOrder, { description: '内容。' }) input: HoldDecisionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'decision.hold', input, holdDecision);
  }

  @Mutation(() => Deferral, { description: '残っていることを、理由と見届ける人を決めて保留にする。' })
  deferPoint(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DeferOrder, { description: '内容。' }) input: DeferOrder,
  ): Promise<unknown> {
    return changed(context, info, 'point.defer', input, deferPoint);
  }

  @Mutation(() => Session, { description: '保留をやめ、残っていることに戻す。' })
  resumePoint(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ResumeOrder, { description: '内容。' }) input: ResumeOrder,
  ): Promise<unknown> {
    return changed(context, info, 'point.resume', input, resumePoint);
  }

  @Mutation(() => Session, { description: '前回からの持ち越しを片づける。' })
  settleCarriedOver(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SettleOrder, { description: '内容。' }) input: SettleOrder,
  ): Promise<unknown> {
    return changed(context, info, 'carried-over.settle', input, settleCarriedOver);
  }

  @Mutation(() => Session, {
    description: '会議を終える。決まっていないことが残っていると終わらず、一つずつの直し方を、その識別子とともに答える。',
  })
  closeSession(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SessionOrder, { description: '内容。' }) input: SessionOrder,
  ): Promise<unknown> {
    return changed(context, info, 'session.close', input, closeSession);
  }
}
