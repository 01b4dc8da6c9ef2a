import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { ChangeContext } from '#server/database/change';
import { changed } from '#server/database/changed';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { AgendaRequest, changedAt } from './agenda-request';
import { OfferedMatter } from './offered-matter';
import { declineRequest, requestMatter, withdrawRequest } from './request-matter';
import { DeclineOrder, RequestOrder, WithdrawRequestOrder } from './request-orders';

/** What a 担当 asks conferences to speak of, and what it is answered. */
@Resolver()
export class RequestResolver {
  @Query(() => [AgendaRequest], { description: '自分の担当がした議題の依頼を、答えや変わったことの新しい順に。' })
  @Root({
    where: (t) => `${t}.team_id = any ((select hub.teams())::text[])`,
    order: (t) => `${changedAt(t)} desc, ${t}.id`,
    limit: 50,
  })
  agendaRequests(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 20, description: '何件まで（最大50）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [OfferedMatter], {
    description: '会議の議題の候補：依頼されたもの、前の回の持ち越しのあるもの、モニタリングの時期が来るもの。議題を決める人にだけ。',
  })
  @Root({
    where: (t, arg) => `${t}.session_id = ${arg('session', 'uuid')}`,
    order: (t) => `${t}.why = 'REQUEST' desc, ${t}.due_on, ${t}.requested_at, ${t}.id`,
    limit: 50,
  })
  offeredMatters(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('session', () => ID, { description: '会議の識別子。' }) _session: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大50）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Mutation(() => AgendaRequest, { description: '次の回の議題にしてほしいことを依頼する。' })
  requestMatter(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RequestOrder, { description: '内容。' }) input: RequestOrder,
  ): Promise<unknown> {
    return changed(context, info, 'request.ask', input, requestMatter);
  }

  @Mutation(() => AgendaRequest, { description: '依頼を取り下げる。' })
  withdrawRequest(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WithdrawRequestOrder, { description: '内容。' }) input: WithdrawRequestOrder,
  ): Promise<unknown> {
    return changed(context, info, 'request.withdraw', input, withdrawRequest);
  }

  @Mutation(() => AgendaRequest, { description: '依頼を、理由を添えて見送る。' })
  declineRequest(
    @Ctx() context: ChangeContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DeclineOrder, { description: '内容。' }) input: DeclineOrder,
  ): Promise<unknown> {
    return changed(context, info, 'request.decline', input, declineRequest);
  }
}
