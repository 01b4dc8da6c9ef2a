import { Arg, FieldResolver, Int, Resolver } from 'type-graphql';
import { Case } from '#server/casework/case';
import { Shown } from '#server/database/shape';
import { SocialResource } from './social-resource';

/** Resources that fit a case: those that serve one of its topics. */
@Resolver(() => Case)
export class CaseResources {
  @FieldResolver(() => [SocialResource], { description: '課題の合う社会資源。' })
  @Shown('operational', { on: (t, u) => `${u}.topics && ${t}.topics`, order: (u) => `${u}.updated_on desc, ${u}.id`, limit: 50 })
  resources(@Arg('limit', () => Int, { defaultValue: 10, description: '何件まで。' }) _limit: number): SocialResource[] {
    return [];
  }
}
