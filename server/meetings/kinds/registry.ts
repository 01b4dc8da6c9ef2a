import type { ConferenceKind } from '#server/access/conference-profile';
import type { Conference, Slide } from './conference';
import { connect } from './connect';
import { evaluation } from './evaluation';
import { internalReview } from './internal-review';
import { multiAgency } from './multi-agency';
import { openTalkingBar } from './open-talking-bar';
import { supportConference } from './support-conference';
import { wholeCommunity } from './whole-community';
import { working } from './working';

/** Every kind of conference, one line each. */
export const kindsInOrder: readonly Conference[] = [
  multiAgency,
  evaluation,
  supportConference,
  internalReview,
  working,
  wholeCommunity,
  connect,
  openTalkingBar,
];

/** The conference of a kind. */
export function conferenceOf(kind: ConferenceKind): Conference {
  const found = kindsInOrder.find((each) => each.key === kind);
  if (!found) throw new Error(`no conference of kind ${kind}`);
  return found;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const byKind = (value: (conference: Conference) => string) => (t: string) =>
  `case ${t}.kind ${kindsInOrder.map((each) => `when '${each.key}' then ${value(each)}`).join(' ')} end`;

/** The kind's name, as SQL on a row of core.session. */
export const kindName = byKind((each) => `'${each.name}'`);

/** Whether a conference of the kind may stand on a screen in the room, as SQL on a row of core.session. */
export const projected = byKind((each) => String(each.profile.projection));

/** The kind's steps, as SQL on a row of core.session. */
export const stepNames = byKind((each) => `array[${each.steps.map((step) => `'${step}'`).join(', ')}]`);

/** Which lines the kind takes of what is said, as SQL on a row of core.session. */
export const noteKinds = byKind((each) => `array[${each.notes.map(([kind]) => quoted(kind)).join(', ')}]`);

/** What the kind calls them, in the same order, as SQL on a row of core.session. */
export const noteWords = byKind((each) => `array[${each.notes.map(([, word]) => quoted(word)).join(', ')}]`);

/** The steps in やさしい日本語, where the kind has them, in the same order, as SQL on a row of core.session. */
export const easySteps = byKind((each) => `array[${(each.easy?.steps ?? each.steps).map(quoted).join(', ')}]`);

/** What the kind calls its lines in やさしい日本語, in the same order, as SQL on a row of core.session. */
export const easyNoteWords = byKind((each) => `array[${(each.easy?.notes ?? each.notes.map(([, word]) => word)).map(quoted).join(', ')}]`);

/**
 * What the wall of a kind can be turned to: a kind that is not projected has none, an indicator comes where
 * it may be on the agenda, and so does the map of what a case card is tied to.
 */
export function slidesOf({ profile }: Conference): readonly Slide[] {
  if (!profile.projection) return [];
  const maps = profile.agenda.includes('card') ? (['ECOMAP'] as const) : [];
  const indicators = profile.agenda.includes('indicator') ? (['INDICATOR'] as const) : [];
  return ['MATTER', 'NOTES', 'AGREED', ...maps, ...indicators];
}

/** The same as SQL on a row of core.session. */
export const slides = byKind((each) => `array[${slidesOf(each).map(quoted).join(', ')}]::text[]`);

/** What the facilitator reads out, as SQL on a row of core.session. */
export const openingText = byKind((each) => quoted(each.opening));

/** The sentence that members acknowledge, or null, as SQL on a row of core.session. */
export const secrecyText = byKind((each) => (each.secrecy ? quoted(each.secrecy) : 'null::text'));

/** What may be put on the agenda, as SQL on a row of core.session. */
export const agendaMatters = byKind((each) => `array[${each.profile.agenda.map(quoted).join(', ')}]`);

/** What may be printed, as SQL on a row of core.session. */
export const printing = byKind((each) => quoted(each.profile.print));

/** Whether a second person lets a correction through, as SQL on a row of core.session. */
export const correctedByTwo = byKind((each) => String(each.profile.correctedByTwo));

/** Whether an open point `u` keeps the session `t` from ending: its kind asks for it. As SQL on rows of core.session and core.open_point. */
export const keepsOpen = (t: string, u: string) =>
  `${u}.point = any (${byKind((each) => `array[${each.closing.map(quoted).join(', ')}]`)(t)})`;

/** Whether the kind puts proposals forward, as SQL on a row of core.session. */
export const proposes = byKind((each) => String(each.profile.keeps.what.includes('proposals')));

/** Whether minutes are kept, as SQL on a row of core.session. */
export const minuted = byKind((each) => String(each.profile.keeps.what.includes('minutes')));

/** Whether it is kept who was there, as SQL on a row of core.session. */
export const keepsAttendance = byKind((each) => String(each.profile.keeps.what.includes('attendance')));

const secret = kindsInOrder.flatMap(({ key, profile }) => (profile.restricted ? [quoted(key)] : [])).join(', ');

/** Whether the viewer is in on the session: it is an open one, or its duty of secrecy is acknowledged. As SQL on a row of core.session. */
export const isIn = (t: string) => `(${t}.kind not in (${secret}) or ${t}.id = any ((select hub.sworn())::uuid[]))`;
