import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { staffIdOf } from '#server/directory/staff-id-of';
import { changePolicy } from '#server/events/policy-epoch';
import { refuse } from '#server/kernel/refuse';
import type { Case } from './case';
import { caseToShare } from './case-to-share';
import { faultsOf, lookUp } from './consent-faults';
import type { ConsentTermsInput, GiveConsentOrder } from './consent-orders';
import { ConsentWording } from './consent-wording';

/**
 * Records a consent, which holds from this commit or from the day it names. What becomes disclosed to whom enters the ledger with it. Throws
 * `NotFound` for a case that is not there or whose person is closed, `Denied` for another 担当, `Invalid` with a sentence for each input.
 */
export async function giveConsent(tx: Tx, order: GiveConsentOrder): Promise<Changed> {
  const { one, personId } = await caseToShare(tx, order.case, order.person);
  const id = await writeConsent(tx, one, personId, order.terms);
  await changePolicy(tx);
  return { type: 'Consent', id };
}

/** Writes the row and the lines of the ledger that follow from it. */
export async function writeConsent(tx: Tx, one: Case, personId: string, terms: ConsentTermsInput): Promise<string> {
  const wording = await tx.manager.findOne(ConsentWording, { where: { id: terms.wording } });
  const known = await lookUp(tx, terms, one.teams, wording);
  refuse(faultsOf(terms, known));
  const id = await insert(tx, one, personId, terms, { holder: known.holder, wording: `${wording?.title} ${wording?.edition}` });
  await tx.query(
    `insert into core.disclosure (regime_id, person_id, case_id, team_id, classes, consent_id, origin, disclosed_at, disclosed_by)
     select 'CONSENT', k.person_id, k.case_id, team, k.classes, k.id, 'CONSENT', k.valid_from, k.recorded_by
     from core.consent k, unnest(k.receivers) team where k.id = $1 and team <> k.holder`,
    [id],
  );
  return id;
}

/** Days are the city's: from the beginning of the first to the end of the last; without a first, from now on by the database's clock. */
async function insert(
  tx: Tx,
  one: Case,
  personId: string,
  terms: ConsentTermsInput,
  { holder, wording }: { holder: string; wording: string },
): Promise<string> {
  const [made] = await tx.query<{ id: string }>('select gen_random_uuid() as id');
  const id = made?.id ?? '';
  await tx.query(
    `insert into core.consent (id, person_id, case_id, giver, relation, holder, receivers, exclusions, classes, items, purpose, condition, form,
       explained_by, witnessed_by, wording, wording_id, given_on, valid_from, valid_until, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
       coalesce($19::date::timestamp at time zone 'Asia/Tokyo', now()), ($20::date + 1)::timestamp at time zone 'Asia/Tokyo', $21)`,
    [
      id,
      personId,
      one.id,
      terms.giver,
      terms.relation ?? null,
      holder,
      terms.receivers,
      terms.exclusions,
      terms.classes,
      terms.items,
      terms.purpose.trim(),
      terms.condition?.trim() || null,
      terms.form,
      terms.explainedBy ?? null,
      terms.witnessedBy ?? null,
      wording,
      terms.wording,
      terms.givenOn,
      terms.validFrom ?? null,
      terms.validUntil,
      staffIdOf(tx.viewer),
    ],
  );
  return id;
}
