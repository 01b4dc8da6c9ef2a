import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { Denied, Unavailable } from '#server/kernel/problem';
import type { Answered, Question } from './answer';
import type { HubContext } from './context';
import { problemOf } from './faults';
import type { Generation } from './graph';
import { restrictedSessions } from './restricted-sessions';
import { operationOf } from './route';

/**
 * Writes down every change of this operation that was refused, or whose subject was not there for whoever asked: who, what, by which rule. What it
 * was about is not written: it may be what nobody may learn of. Only the 支援会議 that it was about is, where whoever was refused knows of it: to those
 * who do not, the row is not there. Throws `Unavailable` when it cannot be written.
 */
export async function recordDenials(
  { core }: Pick<Generation, 'core'>,
  { document, operationName, variables }: Question,
  { errors }: Answered,
  { database, viewer }: HubContext,
): Promise<void> {
  const operation = operationOf(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION || !errors) return;
  for (const fault of errors) {
    const because = becauseOf(fault);
    if (!because) continue;
    // A response key may be any text: the audit names the field.
    const field = fieldsIn(operation.selectionSet, document).find(({ alias, name }) => (alias ?? name).value === String(fault.path?.[0]));
    const about = field ? await restrictedSessions(core.schema, database, viewer, keysIn(field, variables)) : [];
    await write(database, viewer, { action: field?.name.value ?? 'mutation', because, about });
  }
}

/** The same for what was refused before it was read. `action`: in our words, not in those of whoever asked. */
export async function recordDenial(database: Database, viewer: Viewer, action: string, fault: Error): Promise<void> {
  if (fault instanceof Denied) await write(database, viewer, { action, because: fault.because ?? 'denied', about: [] });
}

/** The rule by which a fault refuses; undefined for any other fault. A department in a process of its own tells only the code. */
function becauseOf(fault: GraphQLError): string | undefined {
  const problem = problemOf(fault);
  const code = problem?.code ?? fault.extensions.code;
  if (code === 'DENIED') return (problem instanceof Denied && problem.because) || 'denied';
  return code === 'NOT_FOUND' ? 'not-found' : undefined;
}

/** The fields that are asked for here, in fragments too. */
function fieldsIn({ selections }: SelectionSetNode, document: DocumentNode): readonly FieldNode[] {
  return selections.flatMap((each): readonly FieldNode[] => {
    if (each.kind === Kind.FIELD) return [each];
    const named = each.kind === Kind.FRAGMENT_SPREAD && each.name.value;
    const fragment = named ? document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === named) : each;
    return fragment && 'selectionSet' in fragment && fragment.selectionSet ? fieldsIn(fragment.selectionSet, document) : [];
  });
}

const KEY = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Every key that a field was given. */
function keysIn({ arguments: given = [] }: FieldNode, variables: Record<string, unknown>): string[] {
  return JSON.stringify(given.map(({ value }) => valueFromASTUntyped(value, variables))).match(KEY) ?? [];
}

interface Denial {
  readonly action: string;
  readonly because: string;
  /** The 支援会議 that it was about. */
  readonly about: readonly string[];
}

async function write(database: Database, { actor, audience }: Viewer, { action, because, about }: Denial): Promise<void> {
  const sessions = about.length > 0 ? about : null;
  try {
    await asSystem(database, 'hub_system', (query) =>
      query('insert into hub.denial_audit (actor, audience, action, because, sessions) values ($1, $2, $3, $4, $5)', [
        ...[actor, audience, action, because],
        sessions,
      ]),
    );
  } catch {
    throw new Unavailable('記録が書けないため、いまは受け付けられません。管理者に知らせてください。');
  }
}
