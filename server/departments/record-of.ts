import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import type { Tx } from '#server/database/as-viewer';
import { isId } from '#server/kernel/ids';
import { NotFound } from '#server/kernel/problem';
import type { CaseRecord } from './case-record';

/** The department's record of a case. Throws `NotFound` when it has none: details are added only to a case that it has taken on. */
export async function recordOf<R extends CaseRecord>(tx: Tx, entity: EntityTarget<R>, caseId: string): Promise<R> {
  const record = isId(caseId) ? await tx.manager.findOneBy(entity, { caseId } as FindOptionsWhere<R>) : null;
  if (!record) throw new NotFound();
  return record;
}
