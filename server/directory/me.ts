import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, ID, Info, ObjectType, Query, Resolver } from 'type-graphql';
import { type ReadContext, read } from '#server/database/read';
import { Root } from '#server/database/root';
import { Shown, View } from '#server/database/shape';
import { Organization } from './organization';
import { Team } from './team';

const open = { contracts: ['analyst'] } as const;

/** Whoever is signed in, as the screens need to know it. */
@ObjectType({ description: 'サインインしている人。' })
@View('core.staff', open)
export class Me {
  @Field(() => ID, { description: '職員の識別子。' })
  @Shown('public', open)
  id!: string;

  @Field(() => String, { description: '名前。' })
  @Shown('public', open)
  name!: string;

  @Field(() => [String], { description: '役割（facilitator・recorder・caseworker など）。' })
  @Shown('public', open)
  roles!: string[];

  @Field(() => String, { description: '問い合わせの立場（staff：職員、analyst：分析）。' })
  @Shown('public', { ...open, sql: () => `(select hub.viewer() ->> 'audience')` })
  audience!: string;

  @Field(() => Team, { nullable: true, description: '所属する担当。' })
  @Shown('operational', { one: 'team_id' })
  team!: Team | null;

  @Field(() => Organization, { nullable: true, description: '所属する機関。' })
  @Shown('operational', { one: 'organization_id' })
  organization!: Organization | null;
}

@Resolver()
export class MeQueries {
  @Query(() => Me, { nullable: true, description: 'サインインしている人自身。' })
  @Root({ ...open, where: (t) => `'staff:' || ${t}.id = (select hub.actor())` })
  me(@Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return read(context, info);
  }
}
