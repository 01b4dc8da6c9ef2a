import { randomUUID } from 'node:crypto';
import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import { isBarred } from '#server/access/decide-conference';
import { Case } from '#server/casework/case';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { CommunityIssue } from '#server/resources/community-issue';
import { AgendaRequest } from './agenda-request';
import { CaseCard } from './case-card';
import { conferenceOf } from './kinds/registry';
import { insistNotTaken, openRequest } from './open-request';
import type { DeclineOrder, RequestOrder, WithdrawRequestOrder } from './request-orders';
import { RequestedCase } from './requested-case';
import { tellingOf } from './telling';
import { boardLine, namelessLine } from './text';
import { textLimits } from './text-limits';

const slots = ['case', 'card', 'issue', 'report'] as const;
type Slot = (typeof slots)[number];
const matters = { case: 'CASE', card: 'CARD', issue: 'ISSUE', report: 'REPORT' } as const;

/**
 * Asks for a matter to come before the next session of a kind, in the name of the own 担当. Whether it may come there (consent, a reason of the law)
 * is looked at again when it is put on the agenda. That a session sits, or will, is told by nothing here.
 */
export async function requestMatter(tx: Tx, order: RequestOrder): Promise<Changed> {
  const slot = slotOf(order);
  // Of a case the reason lies with it, behind its walls; of anything else everybody reads it who makes an agenda.
  const reason = (slot === 'case' ? boardLine : namelessLine)('reason', '依頼の理由', order.reason, textLimits.RequestOrder.reason);
  const asked = slot === 'case' ? await findById(tx, Case, order.case ?? '') : null;
  if (slot === 'case' && !asked) throw new NotFound('事例が見つかりません。');
  insistMay(tx, order.kind, slot, asked);
  if (slot === 'card' || slot === 'issue') await insistApproved(tx, slot, order[slot] ?? '');
  const { restricted } = conferenceProfiles[order.kind];
  if (restricted && !order.reasonCode)
    throw new Invalid('同意なしに扱う理由を選んでください。', {
      reasonCode: '緊急性か、早期の支援体制の整備のどちらかです（法106条の6）。',
    });
  const teamId = teamFor(tx, asked);
  const id = randomUUID();
  await tx.manager.insert(AgendaRequest, {
    ...{ id, kind: order.kind, restricted, matter: matters[slot], cardId: order.card ?? null, issueId: order.issue ?? null },
    ...(slot === 'report' ? tellingOf(order.report) : { title: null, words: null }),
    ...{ reason: asked ? null : reason, teamId, requestedById: staffIdOf(tx.viewer), version: 1 },
  });
  if (asked)
    await tx.manager.insert(RequestedCase, {
      ...{ requestId: id, teamId, restricted, caseId: asked.id, personId: asked.personId, reason },
      reasonCode: restricted ? (order.reasonCode ?? null) : null,
    });
  return { type: 'AgendaRequest', id };
}

function slotOf(order: RequestOrder): Slot {
  const named = slots.filter((each) => order[each]);
  const [slot] = named;
  if (!slot || named.length > 1)
    throw new Invalid(
      '議題にしてほしいものを、どれか一つ選んでください。',
      Object.fromEntries(slots.map((each) => [each, 'どれか一つです。'])),
    );
  return slot;
}

function insistMay({ viewer }: Tx, convening: ConferenceKind, matter: Slot, asked: Case | null): void {
  // A tie is answered like a case that is another 担当's: nobody learns here that one was filed.
  const serving = asked && !isBarred(viewer, asked.personId) ? asked.teams : [];
  const decision = decide(viewer, 'agenda:request', { convening, matter, teams: serving });
  if (decision.because === 'conference')
    throw new Invalid(`${conferenceOf(convening).name}の議題にはできません。`, {
      kind: '議題にできるものは会議の種類ごとに決まっています。',
    });
  insist(decision);
}

async function insistApproved(tx: Tx, slot: 'card' | 'issue', id: string): Promise<void> {
  const row = slot === 'card' ? await findById(tx, CaseCard, id) : await findById(tx, CommunityIssue, id);
  if (!row) throw new NotFound(slot === 'card' ? '事例カードが見つかりません。' : '地域課題が見つかりません。');
  if (row.state !== 'APPROVED') throw new Invalid('承認されていないものは依頼できません。', { [slot]: '別の人の承認を受けてください。' });
}

/** The 担当 in whose name it is asked: of a case, one that serves it. */
function teamFor({ viewer }: Tx, asked: Case | null): string {
  return viewer.teams.find((team) => !asked || asked.teams.includes(team)) ?? '';
}

const shown = ({ declinedBecause, withdrawnAt }: AgendaRequest) => ({ declinedBecause, withdrawn: withdrawnAt !== null });

/** Takes a request back. What is on an agenda by then stays there, for those who make it to take off. */
export async function withdrawRequest(tx: Tx, { request: id, version }: WithdrawRequestOrder): Promise<Changed> {
  const request = await openRequest(tx, id);
  insist(decide(tx.viewer, 'record:write', { teams: [request.teamId] }));
  await changeVersioned(tx, AgendaRequest, { id, version }, shown, () => ({ withdrawnAt: new Date() }));
  return { type: 'AgendaRequest', id };
}

/** Declines a request that is on no agenda, with words which whoever asked will read: they name nobody. Done by those who may call a session of the kind. */
export async function declineRequest(tx: Tx, order: DeclineOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'session:convene'));
  const request = await openRequest(tx, order.request);
  insist(decide(tx.viewer, 'session:convene', { convening: request.kind }));
  await insistNotTaken(tx, request);
  const declinedBecause = namelessLine('reason', '見送る理由', order.reason, textLimits.DeclineOrder.reason);
  const now = { declinedBecause, declinedById: staffIdOf(tx.viewer), declinedAt: new Date() };
  await changeVersioned(tx, AgendaRequest, { id: request.id, version: order.version }, shown, () => now);
  return { type: 'AgendaRequest', id: request.id };
}
