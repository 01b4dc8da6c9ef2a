import { fieldClasses } from '#server/access/field-class';
import { classesHeard } from '#server/access/meeting-visibility';

/** A consent that counts now, by the database's clock, for one of the viewer's 担当. */
const liveConsent = (k: string) =>
  `${k}.receivers && (select hub.teams()) and ${k}.withdrawn_at is null and now() >= ${k}.valid_from and now() < ${k}.valid_until`;

/** What this person agreed to open of this case. Of anybody else's consent it takes nothing: a consent is a person's, never a household's. */
const consentedClasses = (caseId: string, personId: string) =>
  `(select coalesce(array_agg(distinct c), '{}') from core.consent k, unnest(k.classes) c where k.case_id = ${caseId} and k.person_id = ${personId} and ${liveConsent('k')})`;

const serves = (t: string) => `${t}.teams && (select hub.teams())`;

/** Whether the viewer hears of the case now, as one who sits in the 支援会議 that has it on its agenda (法106条の6). */
const hears = (caseId: string) => `${caseId} = any ((select hub.heard())::uuid[])`;

/** What the visibility table lets those see on their own devices. */
const heardClasses = `'{${classesHeard('SHIEN_KAIGI').join(',')}}'::text[]`;

/** Whether the viewer has opened the person in an emergency, and what that opens. */
const isOpenedInEmergency = (t: string) => `${t}.person_id = any ((select hub.broken_glass())::uuid[])`;
const emergencyClasses = (t: string) => `case when ${isOpenedInEmergency(t)} then '{protected,sensitive}' else '{}' end::text[]`;

/** Whether a protection that the viewer does not hold closes the person; the guard's own policy says. */
const isClosed = (t: string) => `(select true from core.person_guard g where g.person_id = ${t}.person_id) is null`;

/**
 * Field classes a case opens: all (null) to the 担当 that serve it, to those who hear it what its
 * conference may hear, otherwise what the person consented to. `protected` is what a protection
 * closes even to those who serve, who the case is about and where they live; and with it goes the note, which any of the others may have written.
 * An emergency lifts a protection, and to whoever does not serve opens who it is about and what is known of them, without anybody's notes.
 */
export function openedCase(t: string): string {
  return `case when ${isClosed(t)} then '{sensitive}'::text[] when ${serves(t)} then null::text[]
    else ${emergencyClasses(t)} || case when ${hears(`${t}.id`)} then ${heardClasses} else ${consentedClasses(`${t}.id`, `${t}.person_id`)} || '{protected}'::text[] end end`;
}

/** What a plan opens: all to the 担当 that serve its case, otherwise what the person consented to. */
export function openedPlan(t: string): string {
  const person = `(select c.person_id from core.support_case c where c.id = ${t}.case_id)`;
  return `case when (select true from core.support_case c where c.id = ${t}.case_id and ${serves('c')}) then null::text[]
    when ${hears(`${t}.case_id`)} then ${heardClasses} else ${consentedClasses(`${t}.case_id`, person)} end`;
}

/** What is said of a case at a conference: what its plan would open, and all to those who steer, who write it; to nobody whom a protection closes out. */
export function openedMatter(t: string): string {
  return `case when ${isClosed(t)} then '{}'::text[] when (select hub.steers()) then null::text[] else ${openedPlan(t)} end`;
}

const everyClass = `'{${fieldClasses.join(',')}}'::text[]`;

/**
 * What a line of a conference opens that belongs to a case, seen or not: what is said of its case, all to those who serve it or steer; to nobody whom a
 * protection closes out. A line of no case opens what its wall lets through.
 */
export function openedLine(t: string): string {
  return `case when ${t}.case_id is null then null::text[] else coalesce((select case when ${isClosed('about')} then '{}'::text[]
      when (select hub.steers()) or ${serves('about')} then ${everyClass} when ${hears('about.id')} then ${heardClasses} else ${consentedClasses('about.id', 'about.person_id')} end
    from core.support_case about where about.id = ${t}.case_id), '{}') end`;
}

/** What the record of one window opens that hangs on a case: all to the window, otherwise what the person whom it is about consented to. */
export function openedByCase(own: (t: string) => string): (t: string) => string {
  return (t) =>
    `case when ${own(t)} then null::text[] when ${hears(`${t}.case_id`)} then ${heardClasses} else ${consentedClasses(`${t}.case_id`, `${t}.person_id`)} end`;
}

/**
 * Classes that the person's live consents open to the viewer's 担当 on this case; empty without one, and where a protection closes the person.
 * Departments are told these and no more.
 */
export function consentedCase(t: string): string {
  return `case when ${isClosed(t)} then '{}'::text[] else ${consentedClasses(`${t}.id`, `${t}.person_id`)} end`;
}

/**
 * The keys of the 支援会議 by which alone the viewer sees a case, with commas between: whoever may not know of them must not find in the audit that it
 * was read. Null where the viewer would see it without.
 */
export function heardThrough(t: string): string {
  return `case when ${hears(`${t}.id`)} and not (${serves(t)} or ${isOpenedInEmergency(t)}
      or exists (select 1 from core.consent k where k.case_id = ${t}.id and k.person_id = ${t}.person_id and ${liveConsent('k')}))
    then (select string_agg(i.session_id::text, ',') from core.case_item i where i.case_id = ${t}.id and i.restricted) end`;
}

/** How the viewer stands to a case that they see at all. */
export function caseStanding(t: string): string {
  return `case when ${serves(t)} then 'OWN' when ${hears(`${t}.id`)} then 'HEARD' when ${isOpenedInEmergency(t)} then 'EMERGENCY' else 'CONSENTED' end`;
}
