import { staffId } from '#seeds/personas';
import { EDITION, formItems } from '#seeds/plan/consent-data';
import type { Guest, Town } from './a-town';

/** A case that one window serves, with a live person who has agreed to nothing, and somebody else who lives there. */
export interface Unshared {
  readonly case: string;
  readonly person: string;
  readonly housemate: string;
}

/** Cases of 高齢者・介護 alone on which there is no consent yet; each call names the same ones. */
export function unsharedCases(town: Town): Promise<Unshared[]> {
  return town.rows<Unshared>(
    `select c.id as case, c.person_id as person, min(m.person_id::text) as housemate
     from core.support_case c join core.household_member m on m.household_id = c.household_id and m.until is null and m.person_id <> c.person_id
     join core.person_guard g on g.person_id = c.person_id
     where c.teams = '{elderly-care}' and not g.protected and g.teams = '{elderly-care}' and not exists (select 1 from core.consent k where k.case_id = c.id)
       and not exists (select 1 from core.support_case o where o.household_id = c.household_id and o.id <> c.id)
     group by c.id, c.person_id order by c.id limit 20`,
  );
}

/** Terms as the form of the city has them; `over` changes some. The town's tests live today, whatever its anchor. */
export function terms(over: Record<string, unknown> = {}): Record<string, unknown> {
  const day = (days: number) => new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
  return {
    giver: 'SELF',
    receivers: ['council'],
    exclusions: [],
    classes: ['identity', 'sensitive', 'note'],
    items: [formItems.identity],
    purpose: '役割分担の相談のため',
    condition: '電話は午後に',
    form: 'WRITTEN',
    explainedBy: staffId('elderly-care'),
    wording: EDITION.id,
    givenOn: day(0),
    validUntil: day(300),
    ...over,
  };
}

const answered = (guest: Guest, document: string, input: unknown, key?: string) =>
  guest.ask(document, { input }, key === undefined ? {} : { 'idempotency-key': key });
const CONSENT = 'id version status withdrawable giver receivers excludedTeams { id } classes items condition withdrawnAt holder { id }';

export const give = (guest: Guest, input: unknown, key?: string) =>
  answered(guest, `mutation ($input: GiveConsentOrder!) { done: giveConsent(input: $input) { ${CONSENT} } }`, input, key);
export const renew = (guest: Guest, input: unknown) =>
  answered(guest, `mutation ($input: RenewConsentOrder!) { done: renewConsent(input: $input) { ${CONSENT} } }`, input);
export const withdraw = (guest: Guest, input: Record<string, unknown>, key?: string) =>
  answered(
    guest,
    `mutation ($input: WithdrawConsentOrder!) { done: withdrawConsent(input: $input) { ${CONSENT} } }`,
    { giver: 'SELF', ...input },
    key,
  );
