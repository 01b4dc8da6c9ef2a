import { itemTag } from '../display/item-head';
import { boardWords } from '../words/board-words';
import { cityDay, clock, dayAndWeekday, eraDay, hoursInWords } from '../words/era-date';
import { minutesWords as words } from '../words/minutes-words';
import type { Minutes, MinutesCorrection, MinutesItem, MinutesLine } from './minutes-document';

/** A piece of a cell: as it stood before it was corrected, as it should stand, or neither. */
export interface Piece {
  readonly text: string;
  readonly as?: 'old' | 'new';
}
export type Cell = string | readonly Piece[];

/** A cell where nothing can be struck through: what is old and what is new says so in words. */
export function plainCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return cell.map(({ text, as }) => (as ? words.corrected[as](text) : text)).join(' ');
}

/** A part of the minutes as it is drawn, printed and written into files alike. */
export interface MinutesTable {
  readonly id: string;
  readonly heading: string;
  /** What stands under the heading, outside the table. */
  readonly note?: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
}

/** What stands at the head of the minutes. */
export function factsOf(minutes: Minutes): readonly (readonly [label: string, value: string])[] {
  const { facts } = words;
  const time = minutes.openedAt ? words.fromTo(clock(minutes.openedAt), minutes.closedAt ? clock(minutes.closedAt) : '') : '';
  const all = [
    [facts.kind, words.meeting(minutes.kindName, minutes.number)],
    [facts.day, eraDay(minutes.heldOn)],
    [facts.planned, hoursInWords(minutes)],
    [facts.time, time],
    [facts.place, minutes.place ?? ''],
    [facts.facilitator, minutes.facilitator ?? ''],
    [facts.level, words.levels[minutes.level].name],
  ] as const;
  return all.filter(([, value]) => value !== '');
}

/** Attendance, then the agenda item by item, then the log: each only where the minutes hold it. */
export function tablesOf(minutes: Minutes): readonly MinutesTable[] {
  const { attendees, items, proposals, corrections, log } = minutes;
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
  const corrected: MinutesTable = {
    id: 'corrections',
    heading: words.corrections,
    heads: words.correctionHeads,
    rows: corrections.map((one) => ({ id: one.id, cells: [dayAndWeekday(cityDay(new Date(one.at))), [newPiece(one)], trailOf(one)] })),
  };
  return [
    ...(attendees.length > 0 ? [seats] : []),
    ...items.map(itemTable),
    ...(proposals.length > 0 ? [asked] : []),
    ...(corrections.length > 0 ? [corrected] : []),
    ...(log.length > 0 ? [events] : []),
  ];
}

function itemTable(item: MinutesItem): MinutesTable {
  return {
    id: item.id,
    heading: `${itemTag(item, boardWords)} ${item.title ?? words.hiddenItem}`,
    ...noteOf(item),
    heads: words.lineHeads,
    rows: [
      ...item.lines.map((line) => ({
        id: line.id,
        cells: [
          line.said ?? words.parts[line.part],
          textOf(line),
          line.who ?? '',
          line.dueOn ? dayAndWeekday(line.dueOn) : '',
          stateOf(line),
        ],
      })),
      ...item.corrections.map((one) => ({ id: one.id, cells: [words.leftOut, [newPiece(one)], '', '', trailOf(one)] })),
    ],
  };
}

const newPiece = ({ text }: MinutesCorrection): Piece => ({ text, as: 'new' });

/** The words of a line; where it was corrected, every one that stood there, and the last one. Masked words are not here to be shown. */
function textOf({ part, text, corrections }: MinutesLine): Cell {
  if (part === 'OUTCOME') return words.undecided;
  const last = corrections.at(-1);
  if (!last) return text;
  const before = [text || words.masked, ...corrections.slice(0, -1).map((one) => one.text)];
  return [...before.map((old): Piece => ({ text: old, as: 'old' })), newPiece(last)];
}

/** When it was corrected; why, and by whom, where the level tells it. */
function trailOf({ at, reason, by, second }: MinutesCorrection): string {
  return words.correctedOn(dayAndWeekday(cityDay(new Date(at))), reason, by, second);
}

/** What a report or a fiction says, and the desk's own note; of a fiction first of all that it is one. */
function noteOf({ kind, words: told, note }: MinutesItem): { readonly note?: string } {
  const all = [kind === 'FICTION' ? boardWords.fictionMeans : '', told ?? '', note ? `${words.note}：${note}` : ''].filter(Boolean);
  return all.length > 0 ? { note: all.join('　') } : {};
}

function stateOf({ part, tie, settled, held, deferred, reason, owner, corrections }: MinutesLine): string {
  const putOff = reason ? words.because(reason, owner) : words.deferred;
  const state = tie ? boardWords.map.ties[tie] : words.state[part][settled ? 'yes' : 'no'];
  return [state, deferred ? putOff : '', held ? words.held : '', ...corrections.map(trailOf)].filter(Boolean).join('、');
}
