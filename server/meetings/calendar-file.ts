import { createHash } from 'node:crypto';
import { conferenceProfiles } from '#server/access/conference-profile';
import { CITY_ZONE } from '#server/kernel/clock';
import { conferenceOf } from './kinds/registry';
import type { Session } from './session';

/** Octets in a line of such a file, without its end (RFC 5545, 3.1). */
const LINE = 75;

/** A session as its invitation tells it. `moves`: how often it was moved or called off since it was called. */
export type Invited = Pick<Session, 'id' | 'kind' | 'number' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'status'> & {
  readonly moves: number;
};

/**
 * An invitation as a calendar takes it (RFC 5545): the day and its hours, the place and the kind of the conference, never its title or anything of its agenda. Of one
 * that speaks of cases not even the kind: calendars are seen over shoulders. The same session keeps its entry, by a key that does not tell its id, and one that was moved takes the place of
 * the older. Of a session that was called off the file takes the entry away (RFC 5546, 3.2.5), and says why in no word: the reason stays in the house.
 */
export function calendarFile(session: Invited, now: Date): string {
  const { id, kind, number, heldOn, startsAt, endsAt, place, status, moves } = session;
  const isCancelled = status === 'CANCELLED';
  // Any kind that speaks of cases: were only one of them unnamed, that would name it.
  const summary = conferenceProfiles[kind].agenda.includes('case') ? '会議' : `${conferenceOf(kind).name} 第${number}回`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yamanashi//Marugoto Hub//JA',
    `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...(startsAt ? zone : []),
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(`invitation ${id}`).digest('hex').slice(0, 32)}@marugoto`,
    `SEQUENCE:${moves}`,
    ...(isCancelled ? ['STATUS:CANCELLED'] : []),
    NOBODY,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    ...(startsAt && endsAt
      ? [moment('DTSTART', heldOn, startsAt), moment('DTEND', heldOn, endsAt)]
      : [`DTSTART;VALUE=DATE:${plain(heldOn)}`]),
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(place)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Both files name the same one as who called the meeting: a calendar takes away only what is theirs. The hub has no mail, and a calendar is told so as others tell it. */
const NOBODY = 'ORGANIZER:invalid:nomail';

/** The city's zone, which has known no summer time since 1951. */
const zone = [
  'BEGIN:VTIMEZONE',
  `TZID:${CITY_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19510909T010000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const plain = (text: string): string => text.replace(/[-:]/g, '');
const moment = (name: string, day: string, time: string): string => `${name};TZID=${CITY_ZONE}:${plain(day)}T${plain(time)}00`;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A long line goes on behind a space; a character is never cut in two. */
function folded(line: string): string {
  const parts = [''];
  for (const character of line) {
    const last = parts.at(-1) ?? '';
    const room = parts.length === 1 ? LINE : LINE - 1;
    if (Buffer.byteLength(last + character) > room) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts.join('\r\n ');
}
