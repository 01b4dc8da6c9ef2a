import type { Attendee } from './attendee';
import { type AgendaMatter, type ConferenceKind, conferenceProfiles } from './conference-profile';
import { decideConference, decideConvening, decideRequest, decideRequestRead, hasLeft, hears, isBarred } from './decide-conference';
import type { MeetingField } from './meeting-visibility';
import { hasMinutes, type MinutesLevel } from './minutes-level';
import { overlap } from './overlap';
import { decideGlass, decideProtection, type GlassAction, type ProtectionAction } from './protection';
import type { StaffRole, Viewer } from './viewer';

/** Closed list of what anyone may try to do. */
export const actions = [
  'session:read',
  'session:convene',
  'session:steer',
  'session:put-on-agenda',
  'session:invite',
  'session:acknowledge',
  'agenda:request',
  'request:read',
  'session:print',
  'session:export',
  'session:correct',
  'minutes:read',
  'agenda:read',
  'matter:read',
  'agreement:read',
  'field:speak-of',
  'action:answer',
  'display:pair',
  'case:read',
  'person:read',
  'household:read',
  'member:read',
  'identity:read',
  'address:read',
  'record:read',
  'record:write',
  'card:read',
  'card:write',
  'card:approve',
  'consent:read',
  'consent:give',
  'consent:withdraw',
  'disclosure:read',
  'disclosure:record',
  'case:cross-over',
  'staff:administer',
  'audit:review',
  'disclosure:ask',
  'disclosure:decide',
  'exposure:trace',
  'access:simulate',
  'protection:read',
  'protection:register',
  'protection:change',
  'protection:end',
  'glass:break',
  'glass:read',
  'glass:review',
] as const;
export type Action = (typeof actions)[number];

/** What the action is about; each part is given when the action needs it. */
export interface Subject {
  readonly session?: { readonly id: string; readonly kind: ConferenceKind };
  /** The kind of a session that is not there yet. */
  readonly convening?: ConferenceKind;
  readonly matter?: AgendaMatter;
  /** Who is asked to the table. */
  readonly attendee?: Attendee;
  /** What is spoken of in the room. */
  readonly field?: MeetingField;
  /** How much of the session the minutes tell. */
  readonly level?: MinutesLevel;
  /** An agenda item, and whether it stands or has stood on the wall. */
  readonly item?: { readonly id: string; readonly shown?: boolean };
  /** The case that this is, or that it hangs on. */
  readonly caseId?: string;
  /** 担当 that serve the case or person, or that own the record. */
  readonly teams?: readonly string[];
  /** Consents of the person whom the subject is about, and of nobody else: a consent is a person's, never a household's. */
  readonly consents?: readonly ConsentTerms[];
  /** The person whom the subject is about, where the viewer may have opened them in an emergency. */
  readonly about?: string;
  /** A protection of the person whom the subject is about, and who asked for its end. */
  readonly protection?: { readonly holders: readonly string[]; readonly endingAskedBy?: string };
  /** A broken glass: who broke it, which 担当 were told, and whether its time has run out. */
  readonly glass?: { readonly brokenBy: string; readonly told: readonly string[]; readonly ended: boolean };
  /** Cases by which a record, a person, a household or one of its members may be known. */
  readonly cases?: readonly KnownCase[];
  /** Conferences whose matters were read, where the subject is a reading. */
  readonly sessions?: readonly { readonly id: string; readonly kind: ConferenceKind }[];
  /** A request itself, and not the row below it that tells which case it asks for. */
  readonly letter?: boolean;
  /** Who made the request, as the audit names them. */
  readonly askedBy?: string;
  /** The consent that the subject is; `teams` are then those that serve whoever gave it. */
  readonly consent?: ConsentTerms;
  /** An action item that a conference assigned: whether it lies at the viewer's own desk (`hub.my_desks()`). */
  readonly desk?: { readonly own: boolean };
  /** A case card: whether a second person approved it or is asked to, the sessions on whose wall it stands or has stood, and who wrote it or asked. */
  readonly card?: {
    readonly approved: boolean;
    readonly asked?: boolean;
    readonly walls: readonly string[];
    readonly writers?: readonly string[];
  };
}

/** A case as a way to what lies behind it. */
export interface KnownCase extends Pick<Subject, 'teams' | 'consents' | 'protection' | 'caseId' | 'about'> {
  /** What the person asked about is to it: the one it is about, somebody who lives in its household now, or who did before. */
  readonly person?: 'subject' | 'housemate' | 'former';
  /** Those of its consents that this person gave. */
  readonly given?: readonly ConsentTerms[];
}

/** The terms of a consent as they stand at the moment of deciding (`live` is judged by the database's clock). */
export interface ConsentTerms {
  readonly receivers: readonly string[];
  /** 担当 to which it must never go: they close it even where a receiver is named. */
  readonly exclusions?: readonly string[];
  /** The 担当 that keeps the paper. */
  readonly holder?: string;
  readonly classes: readonly string[];
  readonly live: boolean;
  /** Who gave it, and a protection of theirs: to those outside it the consent opens nothing. */
  readonly about?: string;
  readonly protection?: Subject['protection'];
}

export type Because =
  | 'role'
  | 'protection'
  | 'conference'
  | 'consent'
  | 'membership'
  | 'secrecy'
  | 'attendance'
  | 'own'
  | 'granted'
  | 'glass';
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
  'session:correct': steering,
  'session:invite': ['facilitator', 'coordinator'],
  'agenda:request': ['caseworker', 'outreach', ...steering],
  'session:print': steering,
  'session:export': ['facilitator', 'coordinator'],
  'display:pair': ['facilitator', 'coordinator'],
  'card:approve': ['coordinator'],
  'case:cross-over': ['coordinator'],
  'staff:administer': ['administrator'],
  'audit:review': ['supervisor'],
  'disclosure:decide': ['disclosure-officer'],
  'exposure:trace': ['disclosure-officer'],
  'access:simulate': ['coordinator', 'administrator'],
  'glass:break': ['caseworker', 'outreach', 'coordinator'],
};

/**
 * May `viewer` do `action` to `subject`? Order of rules: protection > (withdrawal: a withdrawn consent is not live) > conference kind >
 * consent > role. Default is to deny. A protection closes whatever is about the person to everyone but its holders, and ends no service:
 * a 担当 that serves keeps its case and its own records, which name neither who the person is nor where. In an emergency one person is opened
 * to one viewer for a while (緊急閲覧); what a restricted conference holds never is. Row policies in PostgreSQL hold the same rules; a test draws
 * viewers and rows and compares.
 */
export function decide(viewer: Viewer, action: Action, subject: Subject = {}): Decision {
  const needed = roleNeeded[action];
  if (needed && !(viewer.audience === 'staff' && needed.some((role) => viewer.roles.includes(role)))) return deny('role');
  if (isAbout(action, 'protection')) return decideProtection(viewer, action, subject);
  if (isAbout(action, 'glass')) return decideGlass(viewer, action, subject);
  if (isClosed(viewer, subject) && !(service.includes(action) && overlap(subject.teams, viewer.teams))) return deny('protection');
  const conference = decideConference(viewer, action, subject);
  if (conference) return conference;
  if (action === 'session:convene') return decideConvening(viewer, subject.convening);
  if (action === 'agenda:request') return decideRequest(viewer, subject);
  if (action === 'request:read') {
    const isKnown =
      subject.cases === undefined || subject.cases.some((one) => decide(viewer, 'case:read', one).allowed && !isBarred(viewer, one.about));
    return isKnown || subject.letter ? decideRequestRead(viewer, subject) : deny('consent');
  }
  if (action === 'minutes:read') return decideMinutes(viewer, subject);
  if (action === 'matter:read' || action === 'agreement:read') return decideMatter(viewer, action, subject);
  if (action === 'field:speak-of') return subject.session ? allow('granted') : deny('role');
  if (action === 'action:answer') return viewer.audience === 'staff' && subject.desk?.own ? allow('own') : deny('role');
  if (action === 'card:read') return decideCard(viewer, subject);
  if (action === 'card:approve') return decideApproval(viewer, subject);
  if (action === 'person:read' || action === 'household:read' || action === 'member:read') return decideHousehold(viewer, action, subject);
  if (action === 'case:read' || action === 'identity:read' || action === 'address:read') return decidePerson(viewer, action, subject);
  if (action === 'record:read') return decideRecord(viewer, subject);
  if (action === 'audit:review') return decideReview(viewer, subject);
  if (action === 'consent:read' || action === 'consent:withdraw') return decideConsent(viewer, action, subject);
  if (action === 'case:cross-over') return decideCrossing(subject);
  if (action === 'disclosure:read' || action === 'disclosure:record') return decideDisclosure(viewer, action, subject);
  if (action === 'consent:give') return serves(viewer, subject);
  if (action === 'record:write' || action === 'card:write' || action === 'disclosure:ask') return serves(viewer, subject);
  return needed ? allow('granted') : deny('role');
}

/** What goes on under a protection, for those who serve. */
const service: readonly Action[] = [
  'case:read',
  'record:read',
  'record:write',
  'matter:read',
  'agreement:read',
  'disclosure:ask',
  'agenda:request',
];

function serves(viewer: Viewer, { teams }: Pick<Subject, 'teams'>): Decision {
  return viewer.audience === 'staff' && overlap(teams, viewer.teams) ? allow('own') : deny('role');
}

const isAbout = <K extends 'protection' | 'glass'>(
  action: Action,
  kind: K,
): action is Action & (K extends 'glass' ? GlassAction : ProtectionAction) => action.startsWith(`${kind}:`);

function isClosed(viewer: Viewer, { protection, about }: Pick<Subject, 'protection' | 'about'>): boolean {
  return protection !== undefined && !overlap(protection.holders, viewer.teams) && !isOpenedInEmergency(viewer, about);
}

const isOpenedInEmergency = (viewer: Viewer, person: string | undefined) => (viewer.brokenGlass ?? []).some((id) => id === person);

/** What a consent must name; that a case is shared follows from any consent on it. */
const classNeeded = { 'case:read': undefined, 'identity:read': 'identity', 'address:read': 'address' } as const;

function decidePerson(viewer: Viewer, action: keyof typeof classNeeded, subject: Subject): Decision {
  if (viewer.audience !== 'staff') return deny('role');
  if (overlap(subject.teams, viewer.teams)) return allow('own');
  if (hearsOf(viewer, subject)) return allow('conference');
  if (isOpenedInEmergency(viewer, subject.about)) return allow('glass');
  return hasConsent(viewer, subject.consents, classNeeded[action]) ? allow('consent') : deny('consent');
}

/** A case that is heard opens itself and whoever it is about, and not the others who live there. */
function hearsOf(viewer: Viewer, { caseId, cases }: Subject): boolean {
  return hears(viewer, caseId) || (cases ?? []).some((one) => one.person === 'subject' && hears(viewer, one.caseId));
}

function hasConsent(viewer: Viewer, consents: readonly ConsentTerms[] = [], needed?: string): boolean {
  return consents.some((consent) => opensTo(viewer, consent) && (!needed || consent.classes.includes(needed)));
}

function opensTo(viewer: Viewer, consent: ConsentTerms): boolean {
  return (
    consent.live && overlap(consent.receivers, viewer.teams) && !overlap(consent.exclusions, viewer.teams) && !isClosed(viewer, consent)
  );
}

/**
 * A consent is read by whoever serves the person who gave it, by the 担当 that keeps the paper, and while it holds by its receivers; an excluded
 * 担当 never learns that it is one. Any of the first two may withdraw it at once: withdrawing ends sharing, never a service.
 */
function decideConsent(viewer: Viewer, action: 'consent:read' | 'consent:withdraw', { consent, teams }: Subject): Decision {
  if (viewer.audience !== 'staff' || !consent) return deny('role');
  if (overlap(consent.exclusions, viewer.teams)) return deny('consent');
  if (overlap(teams, viewer.teams) || viewer.teams.some((team) => team === consent.holder)) return allow('own');
  return action === 'consent:read' && opensTo(viewer, consent) ? allow('consent') : deny('consent');
}

/** From a 支援会議 (法106条の6) only its own coordinator lets anything cross over, and only once the person has agreed. */
function decideCrossing({ session, consents = [] }: Subject): Decision {
  if (!session || !conferenceProfiles[session.kind].restricted) return deny('conference');
  return consents.some(({ live }) => live) ? allow('consent') : deny('consent');
}

/** The ledger is for whoever serves the case; what it says of a 支援会議, for its members alone. */
function decideDisclosure(viewer: Viewer, action: 'disclosure:read' | 'disclosure:record', { session, teams }: Subject): Decision {
  const isHidden = session !== undefined && conferenceProfiles[session.kind].restricted;
  if (viewer.audience === 'staff' && isHidden && action === 'disclosure:read') return allow('membership');
  return serves(viewer, { teams: teams ?? [] });
}

/** A household opens by a case that is not itself closed; a person also to the 担当 that serve them without one. */
function decideHousehold(viewer: Viewer, action: 'person:read' | 'household:read' | 'member:read', subject: Subject): Decision {
  if (viewer.audience !== 'staff') return deny('role');
  if (action === 'person:read' && overlap(subject.teams, viewer.teams)) return allow('own');
  const known = (subject.cases ?? []).filter((one) => !isClosed(viewer, one) && decidePerson(viewer, 'case:read', one).allowed);
  const ways = action === 'household:read' ? known : known.filter((one) => namesThePerson(viewer, one));
  if (ways.length === 0) return deny('consent');
  if (ways.some(({ teams }) => overlap(teams, viewer.teams))) return allow('own');
  if (ways.some(({ caseId }) => hears(viewer, caseId))) return allow('conference');
  return allow(ways.every(({ about }) => isOpenedInEmergency(viewer, about)) ? 'glass' : 'consent');
}

/**
 * Who of a household is seen by a known case: its person; by whoever serves or hears it, all who live there now (続柄 and 年代, the identity only as
 * `identity:read` says); and whoever consented to it themselves, since a consent is a person's and never a household's.
 */
function namesThePerson(viewer: Viewer, { person, teams, given, caseId }: KnownCase): boolean {
  const isClose = overlap(teams, viewer.teams) || hears(viewer, caseId);
  return person === 'subject' || (person === 'housemate' && isClose) || hasConsent(viewer, given);
}

/**
 * What an agenda item holds of a case, for those who know the case and sit at the table for it; and what was agreed on, which a 支援会議
 * leaves to its members without that (法106条の6).
 */
function decideMatter(viewer: Viewer, action: 'matter:read' | 'agreement:read', subject: Subject): Decision {
  if (viewer.audience !== 'staff' || !subject.session) return deny('role');
  if (hasLeft(viewer, subject.item)) return deny('attendance');
  const isOpen = action === 'agreement:read' && (!subject.caseId || conferenceProfiles[subject.session.kind].restricted);
  return isOpen ? allow('granted') : decide(viewer, 'case:read', { ...subject, session: undefined });
}

/** Minutes of the room are for all staff, those of the table for whoever belonged to it, and the office's for whoever steers conferences. */
function decideMinutes(viewer: Viewer, { session, level }: Subject): Decision {
  if (viewer.audience !== 'staff' || !session || !level) return deny('role');
  if (!hasMinutes(session.kind, level)) return deny('conference');
  if (level === 'ROOM' || steering.some((role) => viewer.roles.includes(role))) return allow('granted');
  return level === 'PARTICIPANTS' && viewer.sessions.includes(session.id) ? allow('membership') : deny('membership');
}

/**
 * A record is read by the 担当 that wrote it and by those that serve the case on which it hangs; by consent where the case is known, of its own
 * person, or else of whoever the record is about.
 */
function decideRecord(viewer: Viewer, { teams, cases }: Subject): Decision {
  if (viewer.audience !== 'staff') return deny('role');
  if (overlap(teams, viewer.teams)) return allow('own');
  const known = (cases ?? []).filter((one) => decide(viewer, 'case:read', one).allowed);
  if (known.some((one) => overlap(one.teams, viewer.teams))) return allow('own');
  const open = known.filter(({ person, given }) => person === 'subject' || hasConsent(viewer, given));
  if (open.some(({ caseId }) => hears(viewer, caseId))) return allow('conference');
  return open.length > 0 ? allow('consent') : deny('consent');
}

/**
 * An approved card is open to every member of staff, and to the display of the session on whose wall it stands; a draft to its own 担当, and to
 * those who approve once they are asked.
 */
function decideCard(viewer: Viewer, { card, teams }: Subject): Decision {
  if (viewer.audience === 'display')
    return card?.approved && viewer.session && card.walls.includes(viewer.session) ? allow('granted') : deny('role');
  if (viewer.audience !== 'staff') return deny('role');
  if (overlap(teams, viewer.teams)) return allow('own');
  return card?.approved || (card?.asked && viewer.roles.includes('coordinator')) ? allow('granted') : deny('role');
}

/** A second person: never whoever wrote the card or asked for it. The table's own trigger says the same. */
function decideApproval(viewer: Viewer, { card }: Subject): Decision {
  return card?.asked && !card.writers?.some((staff) => viewer.actor === `staff:${staff}`) ? allow('granted') : deny('own');
}

/**
 * A supervisor looks at what the own 担当 has read; not at a reading that tells of a conference whose existence the supervisor may not know.
 * Administrators see no reading at all: whoever gives rights does not also watch who uses them.
 */
function decideReview(viewer: Viewer, { teams, sessions = [] }: Subject): Decision {
  if (!overlap(teams, viewer.teams)) return deny('role');
  const hidden = sessions.some(({ id, kind }) => conferenceProfiles[kind].restricted && !viewer.sessions.includes(id));
  return hidden ? deny('membership') : allow('granted');
}
