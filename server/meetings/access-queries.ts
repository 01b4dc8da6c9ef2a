import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver, registerEnumType } from 'type-graphql';
import type { ConferenceKind } from '#server/access/conference-profile';
import type { Audience } from '#server/access/viewer';
import type { ReadContext } from '#server/database/read';
import { AccessAnswer, AccessAudience } from './access-answer';
import { whyVisible } from './explain-access';
import { simulateAccess } from './simulate-access';
import { ConferenceKindEnum } from './states';
import { whoCouldSee } from './who-could-see';

export const SimulatedAudience = { STAFF: 'staff', DISPLAY: 'display', ANALYST: 'analyst' } as const satisfies Record<string, Audience>;
registerEnumType(SimulatedAudience, {
  name: 'SimulatedAudience',
  description: '誰の目で見るか。',
  valuesConfig: {
    STAFF: { description: '職員。' },
    DISPLAY: { description: '会場の画面。' },
    ANALYST: { description: '分析。' },
  },
});

/** Why one sees a case, who else could, and what somebody would see: worked out by the rules that answer every query, not a second copy of them. */
@Resolver()
export class AccessQueries {
  @Query(() => AccessAnswer, { nullable: true, description: 'この事例がなぜ見えるか。記録と項目ごとに、あなた自身について。' })
  whyVisible(
    @Ctx() context: ReadContext,
    @Info() { schema }: GraphQLResolveInfo,
    @Arg('case', () => ID, { description: '事例の識別子。' }) caseId: string,
  ): Promise<AccessAnswer> {
    return whyVisible(context, schema, caseId);
  }

  @Query(() => AccessAudience, { nullable: true, description: 'この事例を誰が見られるか。事例を支援する担当だけが聞ける。' })
  whoCouldSee(
    @Ctx() context: ReadContext,
    @Info() { schema }: GraphQLResolveInfo,
    @Arg('case', () => ID, { description: '事例の識別子。' }) caseId: string,
  ): Promise<AccessAudience> {
    return whoCouldSee(context, schema, caseId);
  }

  @Query(() => AccessAnswer, {
    nullable: true,
    description: 'ある担当・役割・会議の人が、この事例をどこまで見られるか。コーディネーターと管理者が、自分に見える事例について。',
  })
  simulateAccess(
    @Ctx() context: ReadContext,
    @Info() { schema }: GraphQLResolveInfo,
    @Arg('case', () => String, { description: '事例番号、または事例の識別子。' }) one: string,
    @Arg('audience', () => SimulatedAudience, { defaultValue: 'staff', description: '誰の目で見るか。' }) audience: Audience,
    @Arg('roles', () => [String], { defaultValue: [], description: '役割。' }) roles: string[],
    @Arg('attends', () => Boolean, { defaultValue: true, description: '会議を選んだとき、その構成員か。' }) attends: boolean,
    @Arg('team', () => ID, { nullable: true, description: '担当。' }) team?: string | null,
    @Arg('sessionKind', () => ConferenceKindEnum, { nullable: true, description: '会議の種類。' }) sessionKind?: ConferenceKind | null,
    @Arg('session', () => ID, { nullable: true, description: '会議の識別子。種類より先に見る。' }) session?: string | null,
  ): Promise<AccessAnswer> {
    return simulateAccess(context, schema, { case: one, audience, roles, attends, team, sessionKind, session });
  }
}
