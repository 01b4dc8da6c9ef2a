import type { DocumentNode } from 'graphql';
import type { Row } from '../graphql/problem';
import type { Edit } from '../offline/outbox';
import { ReadBackDecision, RecordDecision, RewordDecision } from './closing-changes';
import { AddNote, RewordNote } from './note-changes';
import { AddActionItem, AddRole, AssignRole, FinishActionItem, ReviseActionItem } from './session-changes';
import { RenameRole } from './wall-changes';

/**
 * The changes that may wait for the hub: what the recorder writes down, line by line. Everything else acts on the room, on the agenda, on
 * the table or on a person's record, and done late it would be done to another situation: it is refused while the line is lost (decision 0025).
 */
export const mayWait = {
  AddRole,
  AssignRole,
  RenameRole,
  AddActionItem,
  ReviseActionItem,
  FinishActionItem,
  AddNote,
  RewordNote,
  RecordDecision,
  RewordDecision,
  ReadBackDecision,
} as const;

/** The name under which a change waits; undefined where it may not. */
export function waitsAs(document: DocumentNode): string | undefined {
  return Object.entries(mayWait).find(([, one]) => one === document)?.[0];
}

/** The row that an edit changes; undefined where it makes one. */
export function rowOf({ input }: Pick<Edit, 'input'>): string | undefined {
  const { role, action, note, decision } = input as Row & Partial<Record<'role' | 'action' | 'note' | 'decision', string>>;
  return role ?? action ?? note ?? decision;
}
