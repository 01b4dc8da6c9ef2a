import type { Row } from '#seeds/tables';
import { addDays } from './calendar';
import { noon } from './conference-rows';
import type { Quarter } from './quarter';

/** The words of the consents, marked like all that was said in confidence: last of all, so that no other text's marker moves. */
export function consentRows(quarter: Quarter): Row[] {
  const marked = (column: string, text: Row[string] | undefined) =>
    typeof text === 'string' ? quarter.note(`core.consent.${column}`, text) : null;
  return quarter.rows('core.consent').map((row) => ({
    ...row,
    condition: marked('condition', row.condition),
    withdrawal_reason: marked('withdrawal_reason', row.withdrawal_reason),
  }));
}

/** The 主担当 looked at a case again within two weeks of a withdrawal, or still has to. */
export function reviewRows(quarter: Quarter): Row[] {
  return quarter.rows('core.consent').flatMap(({ id, case_id, holder, withdrawn_at, withdrawn_by }) => {
    if (typeof withdrawn_at !== 'string') return [];
    const due = addDays(withdrawn_at.slice(0, 10), 14);
    const isDone = due < quarter.calendar.anchor;
    return [
      {
        id: quarter.id('review', String(id)),
        case_id: case_id ?? null,
        team_id: holder ?? null,
        cause: 'CONSENT_WITHDRAWN',
        due_on: due,
        made_at: withdrawn_at,
        done_at: isDone ? noon(addDays(due, -3)) : null,
        done_by: isDone ? (withdrawn_by ?? null) : null,
        version: isDone ? 2 : 1,
      },
    ];
  });
}

/** The ledger: what each consent disclosed to whom, and which conference was told of which case. */
export function disclosureRows(quarter: Quarter): Row[] {
  const consents = quarter.rows('core.consent');
  const common = { organization_id: null, note: null };
  const byConsent = consents.flatMap(({ id, person_id, case_id, holder, receivers, classes, valid_from, recorded_by }) =>
    (receivers as readonly string[])
      .filter((team) => team !== holder)
      .map((team) => ({
        ...common,
        id: quarter.id('disclosure', String(id), team),
        regime_id: 'CONSENT',
        person_id: person_id ?? null,
        case_id: case_id ?? null,
        team_id: team,
        session_id: null,
        restricted: false,
        classes: classes ?? [],
        consent_id: id ?? null,
        origin: 'CONSENT',
        disclosed_at: valid_from ?? null,
        disclosed_by: recorded_by ?? null,
      })),
  );
  const byConference = quarter.brought
    .filter(({ session }) => session.held)
    .map(({ session, case: one }) => {
      const restricted = session.kind === 'SHIEN_KAIGI';
      const consent = restricted ? undefined : consents.find((row) => row.case_id === one.id && row.person_id === one.person.id);
      return {
        ...common,
        id: quarter.id('disclosure', session.id, one.id),
        regime_id: restricted ? 'ART_106_6' : 'CONSENT',
        person_id: one.person.id,
        case_id: one.id,
        team_id: null,
        session_id: session.id,
        restricted,
        classes: ['identity', 'sensitive'],
        consent_id: consent?.id ?? null,
        origin: 'CONFERENCE',
        disclosed_at: `${session.heldOn}T14:00:00+09:00`,
        disclosed_by: null,
      };
    });
  return [...byConsent, ...byConference];
}
