import type { EntityTarget, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { isId } from '#server/kernel/ids';
import { Conflict, NotFound } from '#server/kernel/problem';
import type { Tx } from './as-viewer';

interface Versioned {
  id: string;
  version: number;
}

/**
 * Locks the row and compares versions before changing it: TypeORM's `save()` on a stale version overwrites silently. Throws `NotFound` for
 * hidden and absent alike, and `Conflict` with both versions (`shown` names the row's fields as the API does) when somebody was first.
 */
export async function changeVersioned<E extends Versioned>(
  tx: Tx,
  entity: EntityTarget<E>,
  claimed: Versioned,
  shown: (row: E) => Record<string, unknown>,
  next: (row: E) => QueryDeepPartialEntity<E>,
): Promise<E> {
  const where = { id: claimed.id } as FindOptionsWhere<E>;
  const row = isId(claimed.id) ? await tx.manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } }) : null;
  if (!row) throw new NotFound();
  const change = next(row);
  if (row.version !== claimed.version)
    throw new Conflict({ ...shown(row), version: row.version }, { ...shown({ ...row, ...change } as E), version: claimed.version });
  await tx.manager.update(entity, where, { ...change, version: row.version + 1 } as QueryDeepPartialEntity<E>);
  return { ...row, ...change, version: row.version + 1 } as E;
}
