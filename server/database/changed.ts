import type { GraphQLResolveInfo } from 'graphql';
import type { Tx } from './as-viewer';
import { type ChangeContext, type Changed, change } from './change';
import { readOne } from './read';

/** One commit, then what was touched, re-read as the viewer: nothing leaves unprojected. */
export async function changed<O>(
  context: ChangeContext,
  info: GraphQLResolveInfo,
  action: string,
  order: O,
  work: (tx: Tx, order: O) => Promise<Changed>,
): Promise<unknown> {
  return readOne(context, info, await change(context, action, order, (tx) => work(tx, order)));
}
