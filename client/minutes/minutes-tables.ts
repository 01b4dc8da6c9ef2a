import { tagOf } from '../display/item-head';
import { boardWords } from '../words/board-words';
import { clock, dayAndWeekday, eraDay } from '../words/era-date';
import { minutesWords as words } from '../words/minutes-words';
import type { Minutes, MinutesItem, MinutesLine } from './minutes-document';

/** A part of the minutes as it is drawn, printed and written into files alike. */
export interface MinutesTable {
  readonly id: string;
  readonly heading: string;
  /** What stands under the heading, outside the table. */
  readonly note?: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** What stands at the head of the minutes. */
export function factsOf(minutes: Minutes): readonly (readonly [label: string, value: string])[] {
  const { facts } = words;
  const time = minutes.openedAt ? words.fromTo(clock(minutes.openedAt), minutes.closedAt ? clock(minutes.closedAt) : '') : '';
  const all = [
    [facts.kind, words.meeting(minutes.kindName, minutes.number)],
    [facts.day, eraDay(minutes.heldOn)],
    [facts.time, time],
    [facts.place, minutes.place ?? ''],
    [facts.facilitator, minutes.facilitator ?? ''],
    [facts.level, words.levels[minutes.level].name],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

/** Attendance, then the agenda item by item, then the log: each only where the minutes hold it. */
export function tablesOf(minutes: Minutes): readonly MinutesTable[] {
  const { attendees, items, proposals, log } = minutes;
  const seats: MinutesTable = {
    id: 'attendees',
    heading: words.attendees,
    heads: words.attendeeHeads,
    rows: attendees.map(({ id, name, agency, attends }) => ({ id, cells: [name, agency, words.attends[attends]] })),
  };
  const events: MinutesTable = {
    id: 'log',
    heading: words.log,
    heads: words.logHeads,
    rows: log.map(({ seq, at, sentence }) => ({ id: String(seq), cells: [clock(at), sentence] })),
  };
  const asked: MinutesTable = {
    id: 'proposals',
    heading: words.proposals,
    heads: words.proposalHeads,
    rows: proposals.map(({ id, addressee, title, answerBy }) => ({ id, cells: [addressee, title, dayAndWeekday(answerBy)] })),
  };
  return [
    ...(attendees.length > 0 ? [seats] : []),
    ...items.map(itemTable),
    ...(proposals.length > 0 ? [asked] : []),
    ...(log.length > 0 ? [events] : []),
  ];
}

function itemTable(item: MinutesItem): MinutesTable {
  return {
    id: item.id,
    heading: `${tagOf(item)} ${item.title ?? words.hiddenItem}`,
    ...noteOf(item),
    heads: words.lineHeads,
    rows: item.lines.map((line) => ({
      id: line.id,
      cells: [
        line.said ?? words.parts[line.part],
        line.part === 'OUTCOME' ? words.undecided : line.text,
        line.who ?? '',
        line.dueOn ? dayAndWeekday(line.dueOn) : '',
        stateOf(line),
      ],
    })),
  };
}

/** What a report or a fiction says, and the desk's own note; of a fiction first of all that it is one. */
function noteOf({ kind, words: told, note }: MinutesItem): { readonly note?: string } {
  const all = [kind === 'FICTION' ? boardWords.fictionMeans : '', told ?? '', note ? `${words.note}：${note}` : ''].filter(Boolean);
  return all.length > 0 ? { note: all.join('　') } : {};
}

function stateOf({ part, settled, held, deferred, reason, owner }: MinutesLine): string {
  const putOff = reason ? words.because(reason, owner) : words.deferred;
  return [words.state[part][settled ? 'yes' : 'no'], deferred ? putOff : '', held ? words.held : ''].filter(Boolean).join('、');
}
