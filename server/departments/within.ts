import type { Arg } from '#server/database/document-plan';

/** SQL condition of a root field: `day` lies between its arguments `from` and `to`, both included, both optional. */
export function within(day: string, arg: Arg): string {
  const from = arg('from', 'date');
  const to = arg('to', 'date');
  return `(${from} is null or ${day} >= ${from}) and (${to} is null or ${day} <= ${to})`;
}
