import { conferenceProfiles } from '#server/access/conference-profile';
import type { Statements, Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import type { AgendaItem } from './agenda-item';
import { BoardNote } from './board-note';
import type { HoldDecisionOrder } from './closing-orders';
import { Decision } from './decision';
import { EcoLink } from './eco-link';
import type { HoldLinkOrder } from './eco-orders';
import type { HoldNoteOrder } from './note-orders';
import { Role } from './role';
import type { Session } from './session';
import { announceItem, audiencesOf, itemToSteer } from './steer';
import { tellingOfSomebody } from './text';
import type { HoldActionOrder, HoldRoleOrder } from './wall-orders';

/** What keeps a line off the wall, and who put it so. */
type Holding = Pick<Role, 'held' | 'heldBy'>;

const free: Holding = { held: null, heldBy: null };

/** How a line stands whose text is new: before citizens, a text that may tell who somebody is waits. What was parked stays parked. */
export function holdingOf(tx: Tx, { kind }: Session, text: string, before: Holding = free): Holding {
  if (before.held === 'PARKED') return { held: before.held, heldBy: before.heldBy };
  if (!conferenceProfiles[kind].citizens || tellingOfSomebody(text).length === 0) return free;
  return { held: 'IDENTIFIER', heldBy: staffIdOf(tx.viewer) };
}

/**
 * Takes a role off the wall, for what should not have been written or said, or puts it there; on the desks it stays. One that may name
 * somebody is let through by a second person, never by whoever typed it.
 */
export async function holdRole(tx: Tx, { role, held, version }: HoldRoleOrder): Promise<Changed> {
  return holdLine(tx, Role, { id: role, version }, held, held ? 'ROLE_PARKED' : 'ROLE_RELEASED');
}

/** The same for an action item. */
export async function holdActionItem(tx: Tx, { action, held, version }: HoldActionOrder): Promise<Changed> {
  return holdLine(tx, ActionItem, { id: action, version }, held, held ? 'ACTION_PARKED' : 'ACTION_RELEASED');
}

/** The same for a decision. */
export async function holdDecision(tx: Tx, { decision, held, version }: HoldDecisionOrder): Promise<Changed> {
  return holdLine(tx, Decision, { id: decision, version }, held, held ? 'DECISION_PARKED' : 'DECISION_RELEASED');
}

/** The same for what was said. */
export async function holdNote(tx: Tx, { note, held, version }: HoldNoteOrder): Promise<Changed> {
  return holdLine(tx, BoardNote, { id: note, version }, held, held ? 'NOTE_PARKED' : 'NOTE_RELEASED');
}

/** The same for a line of the map. */
export async function holdLink(tx: Tx, { link, held, version }: HoldLinkOrder): Promise<Changed> {
  return holdLine(tx, EcoLink, { id: link, version }, held, held ? 'LINK_PARKED' : 'LINK_RELEASED');
}

/** What a line is called by what happens to it. */
const lineTypes: Readonly<Record<string, string>> = {
  ROLE: 'Role',
  ACTION: 'ActionItem',
  DECISION: 'Decision',
  NOTE: 'BoardNote',
  LINK: 'EcoLink',
};

/**
 * Announces a change of a line. For a display, a line that was held and is held never happened: neither an event nor a number tells of it.
 * `before`: how it stood, where it did.
 */
export async function announceLine(
  tx: Statements,
  item: AgendaItem,
  kind: EventKind,
  line: Holding & { readonly id: string },
  before: Holding = line,
): Promise<void> {
  const audiences = line.held && before.held ? (['console'] as const) : audiencesOf(item);
  await announceItem(tx, item, kind, lineTypes[kind.split('_')[0] ?? ''] ?? '', line.id, audiences);
}

type Line = Role | ActionItem | Decision | BoardNote | EcoLink;

async function holdLine<L extends Line>(
  tx: Tx,
  entity: new () => L,
  claimed: { readonly id: string; readonly version: number },
  held: boolean,
  kind: EventKind,
): Promise<Changed> {
  const line = await findById<Line>(tx, entity, claimed.id);
  if (!line?.agendaItemId) throw new NotFound('会場に出す行が見つかりません。');
  const { item, session } = await itemToSteer(tx, line.agendaItemId);
  const shown = ({ title, held: why }: Line) => ({ title, held: why });
  const next = (row: Line) => (held ? parked(tx, row) : released(tx, row));
  const after = await changeVersioned<Line>(tx, entity, claimed, shown, next);
  await announceLine(tx, item, kind, after, line);
  return { type: entity.name, id: claimed.id, session: session.id };
}

function parked(tx: Tx, { held, heldBy }: Holding): Holding {
  return held ? { held, heldBy } : { held: 'PARKED', heldBy: staffIdOf(tx.viewer) };
}

function released(tx: Tx, { title, held, heldBy }: Holding & Pick<Role, 'title'>): Holding {
  if (held === 'IDENTIFIER' && heldBy === staffIdOf(tx.viewer))
    throw new Invalid(`個人が分かる言葉らしいもの（${tellingOfSomebody(title).join('・')}）があります。`, {
      title: '書き直すか、もう一人の司会・書記に確かめてもらって出してください。',
    });
  return free;
}
