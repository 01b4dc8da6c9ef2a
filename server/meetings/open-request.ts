import type { Statements, Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { Invalid, NotFound } from '#server/kernel/problem';
import { AgendaItem } from './agenda-item';
import { AgendaRequest } from './agenda-request';

/**
 * A request that has no answer yet, held until the commit: whoever takes it, declines it or takes it back waits for the others. Held by its name and
 * not by its row, which a recorder may put on an agenda and not change. Hidden and absent alike are not found.
 */
export async function openRequest(tx: Tx, id: string): Promise<AgendaRequest> {
  await holdRequest(tx, id);
  const request = await findById(tx, AgendaRequest, id);
  if (!request) throw new NotFound('依頼が見つかりません。');
  if (request.declinedAt || request.withdrawnAt)
    throw new Invalid('もう答えの出た依頼です。', { request: '見送られたか、取り下げられました。開き直して確かめてください。' });
  return request;
}

/** Waits for whoever else gives the request its answer, and lets nobody else do so until the commit. */
export async function holdRequest(tx: Statements, id: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('core.agenda_request'), hashtext($1))`, [id]);
}

/** Throws where the viewer sees it on an agenda; one that they may not know of is told by nothing here. */
export async function insistNotTaken(tx: Tx, { id }: AgendaRequest): Promise<void> {
  if (await tx.manager.existsBy(AgendaItem, { requestId: id }))
    throw new Invalid('もう議題になっています。', { request: '開き直して確かめてください。' });
}
