/** A consent that counts now, by the database's clock, for one of the viewer's 担当. */
const liveConsent = (k: string) =>
  `${k}.receivers && (select hub.teams()) and ${k}.withdrawn_at is null and now() >= ${k}.valid_from and now() < ${k}.valid_until`;

const consentedClasses = (caseId: string) =>
  `(select coalesce(array_agg(distinct c), '{}') from core.consent k, unnest(k.classes) c where k.case_id = ${caseId} and ${liveConsent('k')})`;

/** Field classes a case opens: all (null) to the 担当 that serve it, otherwise what the person consented to. */
export function openedCase(t: string): string {
  return `case when ${t}.teams && (select hub.teams()) then null::text[] else ${consentedClasses(`${t}.id`)} end`;
}

/** The same for a row that belongs to one window and hangs on a case. */
export function openedByCase(own: (t: string) => string): (t: string) => string {
  return (t) => `case when ${own(t)} then null::text[] else ${consentedClasses(`${t}.case_id`)} end`;
}

/** Classes that the person's live consents open to the viewer's 担当 on this case; empty without one. Departments are told these and no more. */
export function consentedCase(t: string): string {
  return consentedClasses(`${t}.id`);
}

/** How the viewer stands to a case that they see at all. */
export function caseStanding(t: string): string {
  return `case when ${t}.teams && (select hub.teams()) then 'OWN' else 'CONSENTED' end`;
}
