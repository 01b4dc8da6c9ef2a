import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, NotFound } from '#server/kernel/problem';
import { BoardNote } from './board-note';
import { announceLine, holdingOf } from './hold';
import { conferenceOf } from './kinds/registry';
import type { NoteOrder, RewordNoteOrder, TakeNoteOrder } from './note-orders';
import type { Session } from './session';
import { itemToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';

/** Most lines that are written down to one item: what nobody reads any more helps nobody. */
const MOST_NOTES = 60;

/** A note's fields as a conflict shows them. */
export const shownNote = ({ title, held, takenAt }: BoardNote) => ({ title, held, taken: takenAt !== null });

/** Writes down what was said to an item. Before citizens, a line that may tell who somebody is waits for a second person, as a role does. */
export async function addNote(tx: Tx, order: NoteOrder): Promise<Changed> {
  const { item, session, caseId } = await itemToSteer(tx, order.item, 'counting');
  const title = boardLine('title', '声', order.title, textLimits.NoteOrder.title);
  insistTaken(session, order.kind);
  if ((await tx.manager.countBy(BoardNote, { agendaItemId: item.id })) >= MOST_NOTES)
    throw new Invalid('声が多すぎます。', { title: `一つの議題に${MOST_NOTES}件までです。` });
  const note = await tx.manager.save(
    tx.manager.create(BoardNote, {
      ...{ sessionId: session.id, restricted: session.restricted, agendaItemId: item.id, caseId },
      ...{ kind: order.kind, title, ...holdingOf(tx, session, title), takenAt: null, issueId: null, version: 1 },
    }),
  );
  await announceLine(tx, item, 'NOTE_ADDED', note);
  return { type: 'BoardNote', id: note.id, session: session.id };
}

/** Rewords it. Throws `Conflict` with both versions when somebody was first; what has become a community issue keeps its words. */
export async function rewordNote(tx: Tx, order: RewordNoteOrder): Promise<Changed> {
  const title = boardLine('title', '声', order.title, textLimits.RewordNoteOrder.title);
  return changeNote(tx, { id: order.note, version: order.version }, 'NOTE_REWORDED', (session, row) => {
    if (row.issueId) throw new Invalid('地域課題にした声は書き直せません。', { title: '新しい声として書いてください。' });
    return { title, ...holdingOf(tx, session, title, row) };
  });
}

/** Takes it away, or puts it back as it stood: what was held off the wall before is held then, too. */
export async function takeNote(tx: Tx, { note, taken, version }: TakeNoteOrder): Promise<Changed> {
  const kind = taken ? 'NOTE_TAKEN' : 'NOTE_RETURNED';
  return changeNote(tx, { id: note, version }, kind, () => ({ takenAt: taken ? new Date() : null }));
}

async function changeNote(
  tx: Tx,
  claimed: { readonly id: string; readonly version: number },
  kind: EventKind,
  next: (session: Session, row: BoardNote) => Partial<BoardNote>,
): Promise<Changed> {
  const note = await findById(tx, BoardNote, claimed.id);
  if (!note) throw new NotFound('声が見つかりません。');
  const { item, session } = await itemToSteer(tx, note.agendaItemId);
  const changed = await changeVersioned(tx, BoardNote, claimed, shownNote, (row) => next(session, row));
  await announceLine(tx, item, kind, changed, note);
  return { type: 'BoardNote', id: note.id, session: session.id };
}

function insistTaken({ kind }: Session, said: NoteOrder['kind']): void {
  const { name, notes } = conferenceOf(kind);
  if (notes.some(([taken]) => taken === said)) return;
  throw new Invalid(`${name}では、この種類の声は書きとめません。`, { kind: notes.map(([, word]) => word).join('・') });
}
