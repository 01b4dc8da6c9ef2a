import type { Statements, Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { sayPolicyChanged } from '#server/events/policy-epoch';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { consentLimits, type WithdrawConsentOrder } from './consent-orders';
import { consentToEnd, endConsent } from './end-consent';

/** What rests on the agreement of a case's own person and goes with it; given by the rooms above, which know what they made of the case. */
export type TakeBack = (house: Statements, caseId: string) => Promise<void>;

/**
 * Takes a consent back, at once: the sharing ends with this commit, on open screens within a second, and no service does. The 主担当 is called
 * to look at the case again within the days set. Throws `Conflict` when somebody was first; nothing is written then.
 */
export async function withdrawConsent(tx: Tx, order: WithdrawConsentOrder, takeBack: TakeBack): Promise<Changed> {
  const found = await consentToEnd(tx, order);
  refuse({ reason: order.reason ? textFault(order.reason, consentLimits.reason) : undefined });
  await endConsent(tx, order, { withdrawalGiver: order.giver, withdrawalReason: order.reason?.trim() || null });
  // Whoever records it may be the keeper of the paper only, and see neither the case nor what was made of it.
  await tx.asHouse(async (house) => {
    const [own] = await house.query('select 1 from core.support_case where id = $1 and person_id = $2', [found.caseId, found.personId]);
    if (own) await takeBack(house, found.caseId);
    await callForReview(house, found.caseId);
    await sayPolicyChanged(house);
  });
  return { type: 'Consent', id: found.id };
}

async function callForReview(house: Statements, caseId: string): Promise<void> {
  await house.query(
    `insert into core.case_review (case_id, team_id, cause, due_on)
     select c.id, c.lead_team_id, 'CONSENT_WITHDRAWN', hub.today() + d.days from core.support_case c, core.deadline d
     where c.id = $1 and d.key = 'consent.review'`,
    [caseId],
  );
}
