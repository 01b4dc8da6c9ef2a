import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { MinutesLevel as Level } from '#server/access/minutes-level';
import { type ChangeContext, change } from '#server/database/change';
import type { ReadContext } from '#server/database/read';
import { Minutes, MinutesLevel } from './minutes';
import { MinutesOrder } from './minutes-orders';
import { exportMinutes, readMinutes } from './read-minutes';

/** The minutes of a session, and their leaving the house. */
@Resolver()
export class MinutesResolver {
  @Query(() => Minutes, { nullable: true, description: '会議録。範囲ごとに、読める人が決まっている。' })
  minutes(
    @Ctx() context: ReadContext,
    @Arg('session', () => ID, { description: '会議の識別子。' }) session: string,
    @Arg('level', () => MinutesLevel, { description: 'どこまで載せるか。' }) level: Level,
  ): Promise<Minutes> {
    return readMinutes(context, session, level);
  }

  @Mutation(() => ID, { description: '会議録を印刷する・ファイルにすることを記録する。記録してから持ち出す。答えは会議の識別子。' })
  exportMinutes(
    @Ctx() context: ChangeContext,
    @Arg('input', () => MinutesOrder, { description: '内容。' }) input: MinutesOrder,
  ): Promise<string> {
    return change(context, 'minutes.export', input, (tx) => exportMinutes(tx, input));
  }
}
