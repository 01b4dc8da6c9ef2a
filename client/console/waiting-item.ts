import type { Row } from '../graphql/problem';
import type { Edit } from '../offline/outbox';
import type { DecisionData } from './closing-data';
import { rowOf } from './may-wait';
import type { ActionData, ItemData, Named, NoteData, RoleData } from './session-data';

const MADE_HERE = 'waiting:';

/** The id under which a line stands that the hub has not heard of. */
export function waitingId({ id }: Pick<Edit, 'id'>): string {
  return `${MADE_HERE}${id}`;
}

/** Whether the line stands on this desk only: nothing can be done to it but to let go of it. */
export function isMadeHere(id: string): boolean {
  return id.startsWith(MADE_HERE);
}

/** The edits that a line waits for. */
export function editsOf(row: string, edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit) => edit.state !== 'sent' && (rowOf(edit) === row || waitingId(edit) === row));
}

/**
 * An item as its writer means it: with what waits to be sent, in order, so that a second edit is made on top of the first. What met another's
 * is not in it: there stands what the hub last said.
 */
export function withWaiting(item: ItemData, edits: readonly Edit[], organizations: readonly Named[]): ItemData {
  return edits
    .filter(({ state }) => state === 'waiting' || state === 'sending')
    .reduce((now, edit) => applied(now, edit, organizations), item);
}

function applied(item: ItemData, edit: Edit, organizations: readonly Named[]): ItemData {
  const input = edit.input as Input;
  const { title = '', dueOn = null } = input;
  const organization = organizations.find(({ id }) => id === input.organization) ?? null;
  const made = { id: waitingId(edit), title, held: null, version: 0 };
  const isHere = input.item === item.id;
  const row = rowOf(edit);
  const { roles, actionItems, notes, decisions } = item;
  switch (edit.change) {
    case 'AddRole':
      return isHere ? { ...item, roles: [...roles, { ...made, organization } satisfies RoleData] } : item;
    case 'AssignRole':
      return { ...item, roles: put(roles, row, { organization }) };
    case 'RenameRole':
      return { ...item, roles: put(roles, row, { title }) };
    case 'AddActionItem': {
      const unanswered = { acceptedAt: null, doneNote: null, backReason: null };
      const action = { ...made, organization, dueOn, status: 'OPEN', ...unanswered } satisfies ActionData;
      return isHere ? { ...item, actionItems: [...actionItems, action] } : item;
    }
    case 'ReviseActionItem':
      return { ...item, actionItems: put(actionItems, row, { title, organization, dueOn }) };
    case 'FinishActionItem':
      return { ...item, actionItems: put(actionItems, row, { status: input.done ? 'DONE' : 'OPEN' }) };
    case 'AddNote':
      return isHere ? { ...item, notes: [...notes, { ...made, kind: input.kind as NoteData['kind'], issue: null }] } : item;
    case 'RewordNote':
      return { ...item, notes: put(notes, row, { title }) };
    case 'RecordDecision':
      return isHere ? { ...item, decisions: [...decisions, { ...made, readBackAt: null } satisfies DecisionData] } : item;
    case 'RewordDecision':
      return { ...item, decisions: put(decisions, row, { title }) };
    case 'ReadBackDecision':
      return { ...item, decisions: put(decisions, row, { readBackAt: input.done ? new Date(edit.at).toISOString() : null }) };
    default:
      return item;
  }
}

interface Input extends Row {
  readonly item?: string;
  readonly title?: string;
  readonly kind?: string;
  readonly organization?: string | null;
  readonly dueOn?: string | null;
  readonly done?: boolean;
}

function put<Line extends { readonly id: string }>(lines: readonly Line[], id: string | undefined, part: Partial<Line>): readonly Line[] {
  return lines.map((line) => (line.id === id ? { ...line, ...part } : line));
}
