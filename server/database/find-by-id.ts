import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import { isId } from '#server/kernel/ids';
import type { Tx } from './as-viewer';

/** The row with this id, or null where there is none to see. A text that is no id names no row: PostgreSQL would call it a fault. */
export async function findById<E extends { id: string }>(tx: Tx, entity: EntityTarget<E>, id: string): Promise<E | null> {
  return isId(id) ? tx.manager.findOne(entity, { where: { id } as FindOptionsWhere<E> }) : null;
}
