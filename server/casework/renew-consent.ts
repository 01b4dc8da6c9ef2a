import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changePolicy } from '#server/events/policy-epoch';
import { caseToShare } from './case-to-share';
import type { RenewConsentOrder } from './consent-orders';
import { consentToEnd, endConsent } from './end-consent';
import { writeConsent } from './give-consent';

/** Puts a new consent of the same person in the place of an old one, which ends with the same commit: what the new one leaves out is shared no more. */
export async function renewConsent(tx: Tx, order: RenewConsentOrder): Promise<Changed> {
  const before = await consentToEnd(tx, order);
  const { one, personId } = await caseToShare(tx, before.caseId, before.personId);
  const id = await writeConsent(tx, one, personId, order.terms);
  await endConsent(tx, order, { replacedBy: id });
  await changePolicy(tx);
  return { type: 'Consent', id };
}
