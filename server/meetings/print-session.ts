import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { recordExport } from '#server/database/record-export';
import { NotFound } from '#server/kernel/problem';
import { Session } from './session';

/** Writes down that the viewer prints a meeting's sheet. Whoever may read the meeting may print it: the sheet holds what its wall may hold. */
export async function printSession(tx: Tx, session: string): Promise<Changed> {
  const found = await findById(tx, Session, session);
  if (!found) throw new NotFound('会議が見つかりません。');
  return recordExport(tx, { kind: 'PRINT', type: 'Session', id: found.id, session: found.id });
}
