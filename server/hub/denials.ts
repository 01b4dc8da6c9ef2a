import { type FieldNode, type GraphQLError, Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { Denied, Unavailable } from '#server/kernel/problem';
import type { Answered, Question } from './answer';
import type { HubContext } from './context';
import { problemOf } from './faults';
import { operationOf } from './route';

/**
 * Writes down every change of this operation that was refused, or whose subject was not there for whoever asked: who, what, by which rule. What it
 * was about is not written: it may be what nobody may learn of. Throws `Unavailable` when it cannot be written.
 */
export async function recordDenials({ document, operationName }: Question, { errors }: Answered, context: HubContext): Promise<void> {
  const operation = operationOf(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION || !errors) return;
  for (const fault of errors) {
    const because = becauseOf(fault);
    // A response key may be any text: the audit names the field.
    if (because)
      await write(context.database, context.viewer, fieldOf(operation.selectionSet, String(fault.path?.[0])) ?? 'mutation', because);
  }
}

/** The same for what was refused before it was read. `action`: in our words, not in those of whoever asked. */
export async function recordDenial(database: Database, viewer: Viewer, action: string, fault: Error): Promise<void> {
  if (fault instanceof Denied) await write(database, viewer, action, fault.because ?? 'denied');
}

/** The rule by which a fault refuses; undefined for any other fault. A department in a process of its own tells only the code. */
function becauseOf(fault: GraphQLError): string | undefined {
  const problem = problemOf(fault);
  const code = problem?.code ?? fault.extensions.code;
  if (code === 'DENIED') return (problem instanceof Denied && problem.because) || 'denied';
  return code === 'NOT_FOUND' ? 'not-found' : undefined;
}

function fieldOf({ selections }: SelectionSetNode, key: string): string | undefined {
  const fields = selections.filter((each): each is FieldNode => each.kind === Kind.FIELD);
  return fields.find(({ alias, name }) => (alias ?? name).value === key)?.name.value;
}

async function write(database: Database, { actor, audience }: Viewer, action: string, because: string): Promise<void> {
  try {
    await asSystem(database, 'hub_system', (query) =>
      query('insert into hub.denial_audit (actor, audience, action, because) values ($1, $2, $3, $4)', [actor, audience, action, because]),
    );
  } catch {
    throw new Unavailable('記録が書けないため、いまは受け付けられません。管理者に知らせてください。');
  }
}
