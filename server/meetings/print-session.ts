import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { recordExport } from '#server/database/record-export';
import { Denied, insist, NotFound } from '#server/kernel/problem';
import { Session } from './session';

/**
 * Writes down that the viewer prints a meeting's sheet, which holds what its wall may hold. Throws `Denied` where the law of the kind leaves nothing on
 * paper, and for whoever does not steer: what lies on the table afterwards is theirs to collect.
 */
export async function printSession(tx: Tx, session: string): Promise<Changed> {
  const found = await findById(tx, Session, session);
  if (!found) throw new NotFound('会議が見つかりません。');
  const decision = decide(tx.viewer, 'session:print', { session: { id: found.id, kind: found.kind } });
  insist(decision, () => new Denied(sentences[decision.because], decision.because));
  return recordExport(tx, { kind: 'PRINT', type: 'Session', id: found.id, session: found.id });
}

const sentences: Readonly<Record<string, string>> = {
  role: '印刷できるのは、司会・書記・コーディネーターです。紙が要るときは頼んでください。',
  conference: 'この種類の会議は印刷できません。手元の画面で見てください。',
};
