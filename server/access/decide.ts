import { type AgendaMatter, type ConferenceKind, conferenceProfiles } from './conference-profile';
import type { StaffRole, Viewer } from './viewer';

/** Closed list of what anyone may try to do. */
export const actions = [
  'session:read',
  'session:convene',
  'session:steer',
  'session:put-on-agenda',
  'display:pair',
  'case:read',
  'card:read',
  'record:write',
  'identity:read',
  'address:read',
] as const;
export type Action = (typeof actions)[number];

/** What the action is about; each part is given when the action needs it. */
export interface Subject {
  readonly session?: { readonly id: string; readonly kind: ConferenceKind };
  readonly matter?: AgendaMatter;
  /** 担当 that serve the case or person, or that own the record. */
  readonly teams?: readonly string[];
  readonly consents?: readonly ConsentTerms[];
  readonly protection?: { readonly holders: readonly string[] };
  /** A case card: whether a second person approved it, and the sessions on whose wall it stands or has stood. */
  readonly card?: { readonly approved: boolean; readonly walls: readonly string[] };
}

/** The terms of a consent as they stand at the moment of deciding (`live` is judged by the database's clock). */
export interface ConsentTerms {
  readonly receivers: readonly string[];
  readonly classes: readonly string[];
  readonly live: boolean;
}

export type Because = 'role' | 'protection' | 'conference' | 'consent' | 'membership' | 'own' | 'granted';
export interface Decision {
  readonly allowed: boolean;
  readonly because: Because;
}

const allow = (because: Because): Decision => ({ allowed: true, because });
const deny = (because: Because): Decision => ({ allowed: false, because });

const steering: readonly StaffRole[] = ['facilitator', 'recorder', 'coordinator'];
const roleNeeded: Readonly<Partial<Record<Action, readonly StaffRole[]>>> = {
  'session:convene': ['facilitator', 'coordinator'],
  'session:steer': steering,
  'session:put-on-agenda': steering,
  'display:pair': ['facilitator', 'coordinator'],
};

/**
 * May `viewer` do `action` to `subject`? Order of rules: protection > (withdrawal: a withdrawn consent is not live) > conference kind >
 * consent > role. Default is to deny. Row policies in PostgreSQL hold the same rules; a test draws viewers and rows and compares.
 */
export function decide(viewer: Viewer, action: Action, subject: Subject = {}): Decision {
  const needed = roleNeeded[action];
  if (needed && !(viewer.audience === 'staff' && needed.some((role) => viewer.roles.includes(role)))) return deny('role');
  if (subject.protection && !overlap(subject.protection.holders, viewer.teams)) return deny('protection');
  if (subject.session) {
    const conference = decideConference(viewer, action, subject);
    if (conference) return conference;
  }
  if (action === 'card:read') return decideCard(viewer, subject);
  if (action === 'case:read' || action === 'identity:read' || action === 'address:read') return decidePerson(viewer, action, subject);
  if (action === 'record:write') return viewer.audience === 'staff' && overlap(subject.teams, viewer.teams) ? allow('own') : deny('role');
  return needed ? allow('granted') : deny('role');
}

function decideConference(viewer: Viewer, action: Action, { session, matter }: Subject): Decision | undefined {
  if (!session) return undefined;
  const profile = conferenceProfiles[session.kind];
  if (viewer.audience === 'display') return action === 'session:read' && session.id === viewer.session ? allow('granted') : deny('role');
  if (viewer.audience !== 'staff') return deny('role');
  if (profile.restricted && !viewer.sessions.includes(session.id)) return deny('membership');
  if (action === 'session:read') return allow('granted');
  if (action === 'display:pair' && !profile.projection) return deny('conference');
  if (action === 'session:put-on-agenda' && !(matter && profile.agenda.includes(matter))) return deny('conference');
  return undefined;
}

/** What a consent must name; that a case is shared follows from any consent on it. */
const classNeeded = { 'case:read': undefined, 'identity:read': 'identity', 'address:read': 'address' } as const;

function decidePerson(viewer: Viewer, action: keyof typeof classNeeded, subject: Subject): Decision {
  if (viewer.audience !== 'staff') return deny('role');
  if (overlap(subject.teams, viewer.teams)) return allow('own');
  const needed = classNeeded[action];
  const consented = subject.consents?.some(
    (consent) => consent.live && overlap(consent.receivers, viewer.teams) && (!needed || consent.classes.includes(needed)),
  );
  return consented ? allow('consent') : deny('consent');
}

/** An approved card is open to every member of staff, and to the display of the session on whose wall it stands; a draft to its own 担当. */
function decideCard(viewer: Viewer, { card, teams }: Subject): Decision {
  if (viewer.audience === 'display')
    return card?.approved && viewer.session && card.walls.includes(viewer.session) ? allow('granted') : deny('role');
  if (viewer.audience !== 'staff') return deny('role');
  if (overlap(teams, viewer.teams)) return allow('own');
  return card?.approved ? allow('granted') : deny('role');
}

function overlap(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.some((one) => others.includes(one)) ?? false;
}
