import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  getArgumentValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Viewer } from '#server/access/viewer';
import { collect, Unreadable } from '#server/database/collect';
import { fragmentsOf, planRoot, type RootPlan, selecting } from '#server/database/document-plan';
import type { BoardAudience } from '#server/events/board-log';
import { isId } from '#server/kernel/ids';
import type { Generation } from './graph';
import { routeOf } from './route';

/** A board that somebody watches: the validated document and what it was asked with. */
export interface Watching {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  readonly viewer: Viewer;
}

/** What a subscription to a board asks for, ready to be read. */
export interface BoardQuestion {
  readonly session: string;
  /** The last number that was received, where somebody comes back. */
  readonly after?: number | undefined;
  readonly audience: BoardAudience;
  /** Response keys of the event's fields in order: [response key, field name]. */
  readonly keys: readonly (readonly [string, string])[];
  /** Root response key, and the plan that reads `session`, where it is selected. */
  readonly plan: { readonly root: string; readonly sessions: ReadonlyMap<string, RootPlan> };
  readonly watching: Watching;
}

/** What a session id of the wrong shape is taken for: absent, like any other that cannot be seen. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * Reads what is asked of a board. Everyone of a class gets the same bytes, read as one statement, so only what the core reads can be
 * followed: throws `GraphQLError` for anything else.
 */
export function boardQuestion(generation: Generation, watching: Watching): BoardQuestion {
  const refusal = (words: string) => new GraphQLError(words, { extensions: { code: 'BAD_USER_INPUT' } });
  if (routeOf(generation, watching.document, watching.operation) !== 'core')
    throw refusal('変わるたびに受け取れるのは、会議の中の項目だけです。担当課の記録は別に問い合わせてください。');
  try {
    return compiled(generation, watching);
  } catch (fault) {
    throw fault instanceof Unreadable ? refusal('この書き方では、変わるたびに受け取れません。board をそのまま選んでください。') : fault;
  }
}

function compiled(generation: Generation, watching: Watching): BoardQuestion {
  const { document, operation, variables, viewer } = watching;
  const schema = generation.core.schema;
  const subscription = schema.getSubscriptionType() as GraphQLObjectType;
  const at = selecting(schema, fragmentsOf(document), viewer.audience, variables);
  const [entry] = collect(at, subscription, [operation.selectionSet]);
  if (!entry) throw new Unreadable('nothing is selected');
  const [root, nodes] = entry;
  const field = subscription.getFields().board;
  if (!field) throw new Error('the core has no live board');
  const args = getArgumentValues(field, nodes[0] as FieldNode, variables) as { session: string; after?: number | null };
  const event = schema.getType('BoardEvent') as GraphQLObjectType;
  const fields = collect(
    at,
    event,
    nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : [])),
  );
  const query = schema.getQueryType() as GraphQLObjectType;
  const sessions = new Map<string, RootPlan>();
  for (const [key, selected] of fields) {
    if (selected[0]?.name.value !== 'session') continue;
    // `session { … }` of an event is read exactly as the root field `session(id:)`: same plan, same policies.
    const asRoot = selected.map((node) => ({ ...node, arguments: [] }));
    sessions.set(key, planRoot(at, query, key, asRoot));
  }
  const keys = [...fields].map(([key, selected]) => [key, selected[0]?.name.value ?? ''] as const);
  return {
    keys,
    plan: { root, sessions },
    session: isId(args.session) ? args.session : NOWHERE,
    after: args.after ?? undefined,
    audience: viewer.audience === 'display' ? 'display' : 'console',
    watching,
  };
}
