import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Shown } from '#server/database/shape';
import { BrokenGlass } from './broken-glass';
import { Case } from './case';
import { Protection } from './protection';

/**
 * What holders look after, and what was opened in an emergency. For everyone else these lists are empty; no argument picks a person, so nothing can be
 * asked of somebody in particular.
 */
@Resolver()
export class ProtectionQueries {
  @Query(() => [Protection], { description: '自分の担当が知らされている保護を、更新の近い順に。' })
  @Root({ where: (t) => `${t}.ended_at is null`, order: (t) => `${t}.renew_by, ${t}.id`, limit: 200 })
  protections(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [BrokenGlass], { description: '知らされた緊急閲覧を、確かめていないものから、新しい順に。' })
  @Root({ order: (t) => `${t}.reviewed_at is not null, ${t}.opened_at desc, ${t}.id`, limit: 200 })
  brokenGlasses(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [BrokenGlass], { description: '自分がいま開いている緊急閲覧を、終わりの近い順に。' })
  @Root({
    where: (t) => `hub.is_me(${t}.staff_id) and ${t}.ended_at is null and ${t}.until > now()`,
    order: (t) => `${t}.until, ${t}.id`,
    limit: 20,
  })
  ownGlasses(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 20, description: '何件まで（最大20）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}

/** What a case shows of a protection: something to its holders, and to everyone else what an unprotected one shows. */
@Resolver(() => Case)
export class CaseProtection {
  @FieldResolver(() => Protection, { nullable: true, description: '本人の保護の登録。知らされている担当でなければ、いつも空。' })
  @Shown('operational', { on: (t, u) => `${u}.person_id = ${t}.person_id and ${u}.ended_at is null` })
  protection(): Protection | null {
    return null;
  }
}
