import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { Invalid } from '#server/kernel/problem';
import { conferenceOf } from './kinds/registry';
import { insistNotTaken, openRequest } from './open-request';
import type { AgendaOrder } from './orders';
import { RequestedCase } from './requested-case';
import { Session } from './session';

/**
 * What a request asks for, as an order to put it on the agenda. Hidden and absent alike are not found; and whoever may not know its case finds none to
 * take.
 */
export async function requestedOrder(tx: Tx, order: AgendaOrder): Promise<AgendaOrder> {
  const { request: id, session, reasonCode, reason } = order;
  const request = await openRequest(tx, id ?? '');
  const into = await findById(tx, Session, session);
  if (into && into.kind !== request.kind)
    throw new Invalid('ほかの種類の会議への依頼です。', { request: `${conferenceOf(request.kind).name}の議題にしてください。` });
  await insistNotTaken(tx, request);
  const { cardId: card, issueId: issue, title, words } = request;
  if (request.matter !== 'CASE') return { session, request: request.id, card, issue, report: title && words ? { title, words } : null };
  const asked = await tx.manager.findOneBy(RequestedCase, { requestId: request.id });
  if (!asked) throw new Invalid('あなたからは議題にできない事例です。', { request: 'ほかの司会・コーディネーターに頼んでください。' });
  const ground = reasonCode ? { reasonCode, reason: reason ?? '' } : { reasonCode: asked.reasonCode, reason: asked.reason };
  return { session, request: request.id, case: asked.caseId, ...(asked.restricted ? ground : {}) };
}
