import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import type { MinutesForm, MinutesLevel } from '#server/access/minutes-level';
import type { EventKind } from '#server/events/event-kind';
import { conferenceOf } from './kinds/registry';
import { logWords } from './log-words';
import type { Minutes, MinutesAttendee, MinutesCorrection, MinutesItem, MinutesLine, MinutesProposal } from './minutes';
import type { AgendaState, NoteKind } from './states';

/** A line as its reader may know it, before the level takes anything away. */
export interface RecordedLine extends Omit<MinutesLine, 'said' | 'corrections'> {
  readonly noteKind: NoteKind | null;
}

/** A correction that stands: of a line, of an item, or of the session itself. */
export interface RecordedCorrection extends MinutesCorrection {
  readonly itemId: string | null;
  readonly lineId: string | null;
  readonly masks: boolean;
}

export interface RecordedItem extends Omit<MinutesItem, 'lines' | 'corrections'> {
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
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly facilitator: string | null;
  readonly attendees: readonly MinutesAttendee[];
  readonly items: readonly RecordedItem[];
  readonly proposals: readonly MinutesProposal[];
  readonly corrections: readonly RecordedCorrection[];
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
    startsAt: record.startsAt,
    endsAt: record.endsAt,
    openedAt: at('SESSION_OPENED')[0]?.at ?? null,
    closedAt: at('SESSION_CLOSED').at(-1)?.at ?? null,
    place: isRoom ? null : record.place,
    facilitator: isRoom ? null : record.facilitator,
    attendees: isRoom ? [] : [...record.attendees],
    items: record.items.filter((item) => !isRoom || stoodOnTheWall(record.kind, item)).map((item) => redacted(record, item, level)),
    proposals: [...record.proposals],
    corrections: isRoom ? [] : correctionsOf(record, level, ({ itemId }) => itemId === null),
    log: level === 'OFFICE' ? record.events.map(({ seq, kind, at: moment }) => ({ seq, at: moment, sentence: logWords[kind] })) : [],
  };
}

/** Where nothing is projected, an item counts as shown once it was taken up; a case never is. */
function stoodOnTheWall(kind: ConferenceKind, { state, kind: matter }: RecordedItem): boolean {
  return matter !== 'CASE' && (state !== 'WAITING' || !conferenceProfiles[kind].projection);
}

/** Of a correction the room reads what it says and when; why, and by whom, is for those who sat at the table. */
function correctionsOf(record: Recorded, level: MinutesLevel, of: (one: RecordedCorrection) => boolean): MinutesCorrection[] {
  const names = (one: RecordedCorrection) => (level === 'ROOM' ? { reason: null, by: null, second: null } : one);
  return record.corrections.filter(of).map((one) => {
    const { reason, by, second } = names(one);
    return { id: one.id, text: one.text, at: one.at, reason, by, second };
  });
}

function redacted(record: Recorded, { state: _, lines, note, ...item }: RecordedItem, level: MinutesLevel): MinutesItem {
  const isRoom = level === 'ROOM';
  const words = new Map(conferenceOf(record.kind).notes);
  const isMasked = (id: string) => isRoom && record.corrections.some(({ lineId, masks }) => lineId === id && masks);
  const named = ({ noteKind, ...line }: RecordedLine): MinutesLine => ({
    ...line,
    text: isMasked(line.id) ? '' : line.text,
    said: noteKind && (words.get(noteKind) ?? null),
    corrections: correctionsOf(record, level, ({ lineId }) => lineId === line.id),
  });
  return {
    ...item,
    note: level === 'OFFICE' ? note : null,
    lines: lines
      .filter(({ held }) => !isRoom || !held)
      .map(named)
      .map((line) => (isRoom ? { ...line, reason: null, owner: null } : line)),
    corrections: correctionsOf(record, level, ({ itemId, lineId }) => itemId === item.id && lineId === null),
  };
}
