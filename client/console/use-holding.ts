import { consoleWords } from '../words/console-words';
import { HoldDecision } from './closing-changes';
import type { DecisionData } from './closing-data';
import { HoldLink } from './link-changes';
import { HoldNote } from './note-changes';
import {
  type ActionData,
  actionIn,
  decisionIn,
  type Held,
  type ItemData,
  type LinkData,
  linkIn,
  type NoteData,
  noteIn,
  type RoleData,
  roleIn,
  type SessionData,
} from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';
import { HoldActionItem, HoldRole } from './wall-changes';

const words = consoleWords.held;

/** A line of the board: a role, an action item, a decision, something that was said, or a line of the map. */
export type Line =
  | { readonly role: RoleData }
  | { readonly action: ActionData }
  | { readonly decision: DecisionData }
  | { readonly note: NoteData }
  | { readonly link: LinkData };

/** What stands on it, and whether it is held. */
export function textOf(line: Line): RoleData | ActionData | DecisionData | NoteData | LinkData {
  if ('role' in line) return line.role;
  if ('action' in line) return line.action;
  if ('link' in line) return line.link;
  return 'decision' in line ? line.decision : line.note;
}

/** Takes a line off the wall, or puts it there; remembers how to take that back. */
export function useHolding(): (line: Line) => Promise<void> {
  const { did } = useUndo();
  const [holdRole] = useChange(HoldRole);
  const [holdAction] = useChange(HoldActionItem);
  const [holdNote] = useChange(HoldNote);
  const [holdDecision] = useChange(HoldDecision);
  const [holdLink] = useChange(HoldLink);
  const send = async (line: Line, held: boolean, version: number, seen: Held | null): Promise<number | undefined> => {
    if ('role' in line) {
      const outcome = await holdRole({ role: line.role.id, held, version }, { held: seen });
      return outcome.done ? outcome.answer.holdRole.version : undefined;
    }
    if ('note' in line) {
      const outcome = await holdNote({ note: line.note.id, held, version }, { held: seen });
      return outcome.done ? outcome.answer.holdNote.version : undefined;
    }
    if ('decision' in line) {
      const outcome = await holdDecision({ decision: line.decision.id, held, version }, { held: seen });
      return outcome.done ? outcome.answer.holdDecision.version : undefined;
    }
    if ('link' in line) {
      const outcome = await holdLink({ link: line.link.id, held, version }, { held: seen });
      return outcome.done ? outcome.answer.holdLink.version : undefined;
    }
    const outcome = await holdAction({ action: line.action.id, held, version }, { held: seen });
    return outcome.done ? outcome.answer.holdActionItem.version : undefined;
  };
  return async (line) => {
    const { title, held: before, version } = textOf(line);
    const after: Held | null = before ? null : 'PARKED';
    const next = await send(line, before === null, version, before);
    if (next === undefined) return;
    did({
      sentence: before ? words.released(title) : words.parked(title),
      stands: (session) => heldIn(session, line) === after,
      back: async () => (await send(line, before !== null, next, after)) !== undefined,
    });
  };
}

/** Undefined where the line is not there any more. */
function heldIn(session: SessionData, line: Line): Held | null | undefined {
  const { id } = textOf(line);
  return (roleIn(session, id) ?? actionIn(session, id) ?? decisionIn(session, id) ?? noteIn(session, id) ?? linkIn(session, id))?.held;
}

/** The line that was added last and stands on the wall, of what was said where the room looks at that: what one wants off it when the wrong thing was said. */
export function newestOf(item: Pick<ItemData, 'notes' | 'roles' | 'actionItems'>, notesFirst: boolean): Line | undefined {
  const note = item.notes.findLast(({ held }) => held === null);
  if (note && notesFirst) return { note };
  const action = item.actionItems.findLast(({ held }) => held === null);
  const role = item.roles.findLast(({ held }) => held === null);
  return action ? { action } : role ? { role } : note && { note };
}
