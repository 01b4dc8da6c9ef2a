import type { Attendee } from './attendee';
import { type ConferenceKind, conferenceProfiles } from './conference-profile';
import type { Action, Decision, Subject } from './decide';
import { showing } from './meeting-visibility';
import { minutesLeave } from './minutes-level';
import { overlap } from './overlap';
import type { StaffRole, Viewer } from './viewer';

const allow = (because: Decision['because']): Decision => ({ allowed: true, because });
const deny = (because: Decision['because']): Decision => ({ allowed: false, because });

/** What may be done to a restricted session before its duty of secrecy is acknowledged: to know that it is, and to acknowledge. */
const beforeTheOath: readonly Action[] = ['session:read', 'session:acknowledge'];

/** Whether the viewer is in on the session: an open one, or a restricted one whose duty of secrecy they have acknowledged as its member. */
export function isIn(viewer: Viewer, { id, kind }: NonNullable<Subject['session']>): boolean {
  return !conferenceProfiles[kind].restricted || (viewer.sessions.includes(id) && (viewer.sworn ?? []).includes(id));
}

/** What the kind of a conference says before any other rule does; undefined where it leaves the matter to them. */
export function decideConference(viewer: Viewer, action: Action, subject: Subject): Decision | undefined {
  const { session } = subject;
  if (!session) return undefined;
  if (viewer.audience === 'display') return decideWall(session.id === viewer.session, action, subject);
  if (viewer.audience !== 'staff') return deny('role');
  const { restricted } = conferenceProfiles[session.kind];
  if (restricted && !viewer.sessions.includes(session.id)) return deny('membership');
  if (restricted && !beforeTheOath.includes(action) && !isIn(viewer, session)) return deny('secrecy');
  if (action === 'session:read' || action === 'agenda:read') return allow('granted');
  if (action === 'session:acknowledge') return restricted ? allow('membership') : deny('conference');
  // The member list of a 支援会議 is closed: whoever steers beside the coordinator does not change it.
  if (restricted && action === 'session:invite' && !viewer.roles.includes('coordinator')) return deny('role');
  return keptByKind(session.kind, action, subject) ? deny('conference') : undefined;
}

/** A display is asked about its own session alone, of the agenda about what stands or has stood on the wall, and never about a case. */
function decideWall(isOwn: boolean, action: Action, { item, matter, caseId }: Subject): Decision {
  if (action === 'session:read') return isOwn ? allow('granted') : deny('role');
  const isOnTheWall = isOwn && item?.shown && matter !== 'case' && !caseId;
  return (action === 'agenda:read' || action === 'agreement:read') && isOnTheWall ? allow('granted') : deny('role');
}

/** Whether the profile of the kind keeps this from happening. */
function keptByKind(kind: ConferenceKind, action: Action, { matter, attendee, field, level }: Subject): boolean {
  const profile = conferenceProfiles[kind];
  if (action === 'display:pair') return !profile.projection;
  if (level && (action === 'session:print' || action === 'session:export')) return !minutesLeave(kind, level);
  if (action === 'session:print') return profile.print === 'none';
  if (action === 'session:export') return !profile.export;
  if (action === 'session:put-on-agenda') return !(matter && profile.agenda.includes(matter));
  if (action === 'session:invite') return !(attendee && admits(kind, attendee));
  if (action === 'field:speak-of') return !field || showing(kind, field) === 'never';
  return false;
}

/** Whether the law of this kind lets somebody who comes for these to the table. */
export function admits(kind: ConferenceKind, attendee: Attendee): boolean {
  return conferenceProfiles[kind].attendance.includes(attendee);
}

/** Who calls a session of a kind; the highest role of all calls none that the profile does not give to it. */
export function decideConvening(viewer: Viewer, kind: ConferenceKind | undefined): Decision {
  if (!kind) return allow('granted');
  return conferenceProfiles[kind].conveners.some((role) => viewer.roles.includes(role)) ? allow('granted') : deny('conference');
}

/** A matter is asked for by a 担当, of kinds whose law hears it; a case by whoever serves it, consent or not: that is looked at when it is put on. */
export function decideRequest({ teams }: Viewer, { convening, matter, teams: serving }: Subject): Decision {
  if (!convening || !matter || !conferenceProfiles[convening].agenda.includes(matter)) return deny('conference');
  if (teams.length === 0) return deny('role');
  if (matter !== 'case') return allow('granted');
  return overlap(serving, teams) ? allow('own') : deny('role');
}

/**
 * A request is read by the 担当 that made it and by those who make agendas; to a 支援会議, by whoever asked and by its coordinators, and by none of their
 * colleagues: that somebody was to be spoken of there is told by the letter alone.
 */
export function decideRequestRead(viewer: Viewer, { convening, teams, askedBy }: Subject): Decision {
  if (viewer.audience !== 'staff' || !convening) return deny('role');
  const { restricted } = conferenceProfiles[convening];
  if (overlap(teams, viewer.teams) && (!restricted || askedBy === viewer.actor)) return allow('own');
  const making: readonly StaffRole[] = restricted ? ['coordinator'] : ['facilitator', 'recorder', 'coordinator'];
  return making.some((role) => viewer.roles.includes(role)) ? allow('granted') : deny('role');
}

/** Whether the viewer has left the table for this item, or is barred from it by a tie. */
export function hasLeft({ left = [] }: Viewer, item: Subject['item']): boolean {
  return left.some((id) => id === item?.id);
}

/** Whether the viewer hears of this case now, without consent, as one who sits in the 支援会議 that has it on its agenda. */
export function hears(viewer: Viewer, caseId: string | undefined): boolean {
  return (viewer.heard ?? []).some((id) => id === caseId);
}

/** Whether a tie to the person makes the viewer partial (利益相反): it bars them from an item of the agenda and from breaking the glass. */
export function isBarred(viewer: Viewer, personId: string | undefined): boolean {
  return (viewer.tied ?? []).some((id) => id === personId);
}
