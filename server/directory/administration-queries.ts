import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { AccessChange } from './access-change';
import { Contract } from './contract';
import { ServiceAccount } from './service-account';
import { SignInEvent } from './sign-in-event';
import { StaffAccount } from './staff-account';

/** What administrators look after. For everybody else these lists are empty. */
@Resolver()
export class AdministrationQueries {
  @Query(() => [AccessChange], { description: '権限の変更の申請を、承認待ちから、新しい順に。管理者だけ。' })
  @Root({ order: (t) => `${t}.state <> 'WAITING', ${t}.requested_at desc, ${t}.id`, limit: 200 })
  accessChanges(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [StaffAccount], { description: '職員と、その権限・サインインの方法。管理者だけ。' })
  @Root({ where: () => '(select hub.administers())', order: (t) => `${t}.active_until is not null, ${t}.name, ${t}.id`, limit: 500 })
  staffAccounts(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 200, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [ServiceAccount], { description: 'サービス用アカウント。管理者だけ。' })
  @Root({ order: (t) => `${t}.revoked_at is not null, ${t}.name, ${t}.id`, limit: 200 })
  serviceAccounts(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [Contract], { description: '委託契約を、有効なものから。管理者だけ。' })
  @Root({
    where: () => '(select hub.administers())',
    order: (t) => `${t}.ended_at is not null, ${t}.valid_until desc, ${t}.id`,
    limit: 200,
  })
  contracts(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [SignInEvent], { description: 'サインイン・失敗・サインアウトの記録を、新しい順に。管理者だけ。見たことも記録に残る。' })
  @Root({
    where: (t, arg) =>
      `(not coalesce(${arg('troubled', 'boolean')}, false) or ${t}.event in ('FAILED', 'LOCKED_OUT', 'UNKNOWN_SUBJECT', 'RECOVERY_CODE_USED'))`,
    order: (t) => `${t}.at desc, ${t}.id`,
    limit: 500,
  })
  signInEvents(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('troubled', () => Boolean, { nullable: true, description: '失敗・受け付けなかったもの・予備の番号・結ばれていない人だけか。' })
    _troubled?: boolean,
    @Arg('limit', () => Int, { defaultValue: 100, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
