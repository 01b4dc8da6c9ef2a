import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { CommunityIssue } from './community-issue';
import { SocialResource } from './social-resource';

/** Root fields of resources. */
@Resolver()
export class ResourceQueries {
  @Query(() => [SocialResource], { description: '社会資源を、名前の順に。' })
  @Root({
    contracts: ['analyst'],
    where: (t, arg) => {
      const topic = arg('topic', 'text');
      const category = arg('category', 'text');
      return `(${topic} is null or ${topic} = any (${t}.topics)) and (${category} is null or ${t}.category = ${category})`;
    },
    order: (t) => `${t}.name, ${t}.id`,
    limit: 500,
  })
  resources(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('topic', () => String, { nullable: true, description: 'この課題に役立つものだけ。' }) _topic?: string,
    @Arg('category', () => String, { nullable: true, description: 'この分類のものだけ。' }) _category?: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで（最大500）。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => SocialResource, { nullable: true, description: '社会資源を一件。' })
  @Root({ contracts: ['analyst'], where: (t, arg) => `${t}.id = ${arg('id', 'uuid')}` })
  resource(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: '資源の識別子。' }) _id: string,
  ): Promise<unknown> {
    return read(context, info);
  }

  @Query(() => [CommunityIssue], { description: '承認された地域課題。' })
  @Root({ where: (t) => `${t}.state = 'APPROVED'`, order: (t) => `${t}.title, ${t}.id` })
  communityIssues(
    @Ctx() context: ReadContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('limit', () => Int, { defaultValue: 50, description: '何件まで。' }) _limit?: number,
  ): Promise<unknown> {
    return read(context, info);
  }
}
