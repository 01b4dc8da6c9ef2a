import { createHash } from 'node:crypto';

/** The id of the n-th thing of a kind that the bench added: the same md5 that `volume.ts` makes in SQL. */
export function benchId(kind: string, n: number): string {
  const hex = createHash('md5').update(`bench ${kind} ${n}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
