import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { CaseCard } from './case-card';
import { Session } from './session';
import { CardState, ConferenceKindEnum } from './states';

/** Root fields of conferences. A restricted session is not there for those who are not its members. */
@Resolver()
export class MeetingQueries {
  @Query(() => [Session], { description: '会議を、新しい順に。' })
  @Root({
    where: (t, arg) => {
      const kind = arg('kind', 'text');
      return `(${kind} is null or ${t}.kind = ${kind})`;
    },
    order: (t) => `${t}.held_on desc, ${t}.id`,
    limit: 200,
  })
  sessions(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('kind', () => ConferenceKindEnum, { nullable: true, description: 'この種類の会議だけ。' }) _kind?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大200）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => Session, { nullable: true, description: '会議を一件、そのボードごと。' })
  @Root({ contracts: ['display'], where: (t, arg) => `${t}.id = ${arg('id', 'uuid')}` })
  session(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: '会議の識別子。' }) _id: string,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [CaseCard], { description: '事例カード。' })
  @Root({ where: (t, arg) => `${t}.state = ${arg('state', 'text')}`, order: (t) => `${t}.title, ${t}.id` })
  cards(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('state', () => CardState, { defaultValue: 'APPROVED', description: '承認の状態。' }) _state?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => CaseCard, { nullable: true, description: '事例カードを一件。' })
  @Root({ where: (t, arg) => `${t}.id = ${arg('id', 'uuid')}` })
  card(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: '事例カードの識別子。' }) _id: string,
  ): Promise<unknown> {
    return read(context, info);
  }
}
