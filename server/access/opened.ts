import { type ConsentTerms, decide, type Subject } from './decide';
import { hears } from './decide-conference';
import { type FieldClass, fieldClasses } from './field-class';
import { classesHeard } from './meeting-visibility';
import type { Opened } from './project';
import type { Viewer } from './viewer';

/** A case or person, as far as it matters to what its rows open. */
export type Standing = Pick<Subject, 'teams' | 'consents' | 'protection' | 'about' | 'caseId'>;

/**
 * Which field classes the rows of a case open to a member of staff: the pure half of what `casework/opened.ts` and `departments/opened-to.ts`
 * say to PostgreSQL, as `decide` is of the row policies. Each asks `decide`, so whatever comes to bear on a consent or a protection there bears
 * here; a test over HTTP holds the two together.
 */
export function openedCase(viewer: Viewer, one: Standing): Opened {
  if (isClosed(viewer, one)) return ['sensitive'];
  if (serves(viewer, one)) return 'all';
  const isEmergency = decide(viewer, 'case:read', { about: one.about }).because === 'glass';
  const emergency = isEmergency ? (['protected', 'sensitive'] as const) : [];
  return [...emergency, ...(hears(viewer, one.caseId) ? heardClasses : [...consentedClasses(viewer, one), 'protected' as const])];
}

/** What a plan opens. */
export function openedPlan(viewer: Viewer, one: Standing): Opened {
  if (serves(viewer, one)) return 'all';
  return hears(viewer, one.caseId) ? heardClasses : consentedClasses(viewer, { consents: one.consents ?? [] });
}

/** What a 支援会議 opens of its cases to those who hear them there. */
const heardClasses = classesHeard('SHIEN_KAIGI');

/** What the record of the window of `team` opens; `one`: what the person whom it is about consented to on the case. */
export function openedWindow(viewer: Viewer, one: Standing, team: string): Opened {
  return openedPlan(viewer, { ...one, teams: [team] });
}

/** What a department's record opens beyond its own `team`: what the hub vouches for, and never a note. */
export function openedDepartment(viewer: Viewer, one: Standing, team: string): Opened {
  if (serves(viewer, { teams: [team] })) return 'all';
  return consentedClasses(viewer, one).filter((each) => each !== 'note');
}

/** Classes that live consents open to the viewer; none where a protection closes the person. */
export function consentedClasses(viewer: Viewer, one: Standing): readonly FieldClass[] {
  return fieldClasses.filter((each) => opening(viewer, one.consents ?? [], one, each).length > 0);
}

/** Those of the consents that open the case to the viewer, each by itself; with `named`, that class of it. */
export function opening<C extends ConsentTerms>(viewer: Viewer, consents: readonly C[], one: Standing, named?: FieldClass): readonly C[] {
  if (isClosed(viewer, one)) return [];
  const byItself = (consent: C) => decide(viewer, 'case:read', { consents: [consent] }).allowed;
  return consents.filter((consent) => (!named || consent.classes.includes(named)) && byItself(consent));
}

function serves(viewer: Viewer, { teams }: Standing): boolean {
  return decide(viewer, 'case:read', teams ? { teams } : {}).because === 'own';
}

function isClosed(viewer: Viewer, { protection, about }: Standing): boolean {
  return decide(viewer, 'identity:read', { protection, about }).because === 'protection';
}
