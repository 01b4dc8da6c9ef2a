import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import type { MinutesForm, MinutesLevel } from '#server/access/minutes-level';
import type { EventKind } from '#server/events/event-kind';
import { conferenceOf } from './kinds/registry';
import { logWords } from './log-words';
import type { Minutes, MinutesAttendee, MinutesItem, MinutesLine, MinutesProposal } from './minutes';
import type { AgendaState, NoteKind } from './states';

/** A line as its reader may know it, before the level takes anything away. */
export interface RecordedLine extends Omit<MinutesLine, 'said'> {
  readonly noteKind: NoteKind | null;
}

export interface RecordedItem extends Omit<MinutesItem, 'lines'> {
  readonly state: AgendaState;
  readonly lines: readonly RecordedLine[];
}

/** A session with everything of it that one reader may know. */
export interface Recorded {
  readonly id: string;
  readonly kind: ConferenceKind;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly facilitator: string | null;
  readonly attendees: readonly MinutesAttendee[];
  readonly items: readonly RecordedItem[];
  readonly proposals: readonly MinutesProposal[];
  readonly events: readonly { readonly seq: number; readonly kind: EventKind; readonly at: string }[];
}

/**
 * The minutes of a session at one level. ROOM: what the wall holds, of items that stood there, and nobody's name. PARTICIPANTS: who was there,
 * lines that were kept off the wall, and why something was put off. OFFICE: the notes and the log beside it. Pure: a test holds it to the log.
 */
export function redactMinutes(record: Recorded, level: MinutesLevel, forms: readonly MinutesForm[]): Minutes {
  const isRoom = level === 'ROOM';
  const at = (kind: EventKind) => record.events.filter((event) => event.kind === kind);
  return {
    session: record.id,
    level,
    forms: [...forms],
    kindName: conferenceOf(record.kind).name,
    number: record.number,
    title: record.title,
    heldOn: record.heldOn,
    openedAt: at('SESSION_OPENED')[0]?.at ?? null,
    closedAt: at('SESSION_CLOSED').at(-1)?.at ?? null,
    place: isRoom ? null : record.place,
    facilitator: isRoom ? null : record.facilitator,
    attendees: isRoom ? [] : [...record.attendees],
    items: record.items.filter((item) => !isRoom || stoodOnTheWall(record.kind, item)).map((item) => redacted(record.kind, item, level)),
    proposals: [...record.proposals],
    log: level === 'OFFICE' ? record.events.map(({ seq, kind, at: moment }) => ({ seq, at: moment, sentence: logWords[kind] })) : [],
  };
}

/** Where nothing is projected, an item counts as shown once it was taken up; a case never is. */
function stoodOnTheWall(kind: ConferenceKind, { state, kind: matter }: RecordedItem): boolean {
  return matter !== 'CASE' && (state !== 'WAITING' || !conferenceProfiles[kind].projection);
}

function redacted(kind: ConferenceKind, { state: _, lines, note, ...item }: RecordedItem, level: MinutesLevel): MinutesItem {
  const isRoom = level === 'ROOM';
  const words = new Map(conferenceOf(kind).notes);
  const named = ({ noteKind, ...line }: RecordedLine): MinutesLine => ({ ...line, said: noteKind && (words.get(noteKind) ?? null) });
  return {
    ...item,
    note: level === 'OFFICE' ? note : null,
    lines: lines
      .filter(({ held }) => !isRoom || !held)
      .map(named)
      .map((line) => (isRoom ? { ...line, reason: null, owner: null } : line)),
  };
}
