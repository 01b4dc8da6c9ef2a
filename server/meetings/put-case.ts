import { conferenceProfiles } from '#server/access/conference-profile';
import { classesHeard } from '#server/access/meeting-visibility';
import { Case } from '#server/casework/case';
import { discloseToSession } from '#server/casework/record-disclosure';
import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { staffIdOf } from '#server/directory/staff-id-of';
import { wakesOf } from '#server/events/wakes';
import { Invalid, NotFound } from '#server/kernel/problem';
import type { AgendaItem } from './agenda-item';
import { insistImpartial, markUncoveredAway } from './leave-table';
import type { AgendaOrder } from './orders';
import type { Session } from './session';
import { boardLine } from './text';
import { textLimits } from './text-limits';

/** A case that may come before this session, and on which ground: the person's live consent, or a reason (法106条の6). */
export interface Matter {
  readonly case: Case;
  /** The consent on which it rests, and what is disclosed to the session by it. */
  readonly consentId: string | null;
  readonly classes: readonly string[];
  readonly reason: Pick<AgendaOrder, 'reasonCode' | 'reason'>;
}

/** Throws `NotFound` for a case that the viewer may not see, and `Invalid` where the ground is missing on which this kind of session may hear of it. */
export async function caseToPut(tx: Tx, { kind, id }: Session, order: AgendaOrder): Promise<Matter> {
  const found = await findById(tx, Case, order.case ?? '');
  if (!found) throw new NotFound('事例が見つかりません。');
  insistImpartial(tx, found.personId);
  const [already] = await tx.query<{ letter: string }>(
    'select a.letter from core.case_item i join core.agenda_item a on a.id = i.agenda_item_id where i.session_id = $1 and i.case_id = $2',
    [id, found.id],
  );
  if (already) throw new Invalid('もう議題に入っています。', { case: `議題${already.letter}です。` });
  const profile = conferenceProfiles[kind];
  if (profile.consent === 'required') {
    const consent = await liveConsent(tx, found);
    return { case: found, consentId: consent.id, classes: consent.classes, reason: { reasonCode: null, reason: null } };
  }
  if (!order.reasonCode)
    throw new Invalid('同意なしに扱う理由を選んでください。', {
      reasonCode: '緊急性か、早期の支援体制の整備のどちらかです（法106条の6）。',
    });
  const reason = boardLine('reason', '理由の説明', order.reason ?? '', textLimits.AgendaOrder.reason);
  return { case: found, consentId: null, classes: classesHeard(kind), reason: { reasonCode: order.reasonCode, reason } };
}

async function liveConsent(tx: Tx, { id, personId }: Case): Promise<{ id: string; classes: string[] }> {
  const [live] = await tx.query<{ id: string; classes: string[] }>(
    `select k.id, k.classes from core.consent k where k.case_id = $1 and k.person_id = $2 and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until order by k.given_on desc, k.id limit 1`,
    [id, personId],
  );
  if (!live)
    throw new Invalid('本人の同意がない事例は議題にできません。', {
      case: '同意を得るか、緊急性などがあるときは支援会議で扱ってください。',
    });
  return live;
}

/** Lays the case below its agenda item, and enters it in the ledger; whoever must not hear of it is away from the beginning. */
export async function layCase(tx: Tx, item: AgendaItem, { case: one, consentId, classes, reason }: Matter): Promise<void> {
  await tx.query(
    `insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason) values ($1, $2, $3, $4, $5, $6, $7)`,
    [item.id, item.sessionId, item.restricted, one.id, one.personId, reason.reasonCode, reason.reason],
  );
  await tx.query('insert into core.session_case (session_id, case_id) values ($1, $2) on conflict do nothing', [item.sessionId, one.id]);
  const brought = { session: { id: item.sessionId, restricted: item.restricted }, caseId: one.id, consentId, classes };
  await tx.asHouse((house) => discloseToSession(house, { ...brought, staffId: staffIdOf(tx.viewer) }));
  await markUncoveredAway(tx, item.sessionId);
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
}
