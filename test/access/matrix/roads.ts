import { buildSchema, type FieldNode, type OperationDefinitionNode, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Guest, Town } from '#test/kit/a-town';
import { walkBoard, walkContract } from '#test/kit/walk-contract';
import { fields } from './fields';
import type { Who } from './who';

const DEPTH = 3;

/** What leads to a subject: the root field that finds it by its id. */
export type Root = 'case' | 'session';
/** A way to ask for everything below a subject; undefined: nobody of these can take it. */
export type Road = (who: Who, root: Root, id: string) => Promise<unknown>;

/** `Type.field` of everything that an answer holds a value for, by the types that it names itself. */
export function filled(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) filled(each, found);
  else if (value && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) {
      const isThere = each !== null && !(Array.isArray(each) && each.length === 0);
      if (isThere) found.add(`${(value as { __typename?: string }).__typename}.${key}`);
      filled(each, found);
    }
  return found;
}

const known = new Map<string, readonly string[]>();

/**
 * Questions that together ask for everything below the subject `$id`, one for each of its own fields, in the words of somebody's contract; none
 * where it has no such root. The same for whatever is asked about, so that the hub reads and plans each once.
 */
export function questionsOf(sdl: string, root: Root): readonly string[] {
  const key = `${root} ${sdl}`;
  const asked =
    known.get(key) ??
    written(sdl, root)
      .map((query) => watched(sdl, query))
      .map((query) => `query ($id: ID!) ${query.replaceAll(`"${SUBJECT}"`, '$id')}`);
  known.set(key, asked);
  return asked;
}

const boards = new Map<string, string>();
function boardOf(sdl: string): string {
  const board =
    boards.get(sdl) ??
    watched(
      sdl,
      walkBoard(sdl, () => 'x', DEPTH + 1),
    );
  boards.set(sdl, board);
  return board;
}

const SUBJECT = 'what is asked about';

function written(sdl: string, root: Root): string[] {
  const { queries } = walkContract(sdl, (field) => (field === root ? SUBJECT : 'x'), DEPTH);
  const own = queries.filter((query) => query.startsWith(`{ ${root}(`));
  const [whole] = own;
  // What is too much for one question comes in several already.
  if (!whole || own.length > 1) return own;
  const { definitions } = parse(whole);
  const [asked] = (definitions[0] as OperationDefinitionNode).selectionSet.selections as FieldNode[];
  const below = (asked?.selectionSet?.selections ?? []) as FieldNode[];
  const leaves = below.filter(({ selectionSet }) => !selectionSet).map(({ name }) => name.value);
  const parts = [leaves.join(' '), ...below.filter(({ selectionSet }) => selectionSet).map((field) => print(field))];
  return parts.map((part) => `{ ${root}(id: "${SUBJECT}") { __typename ${part} } }`);
}

/**
 * A question without what the matrix has no line for, and without the branches that lead to nothing else: the answers differ in nothing that is
 * compared, and the database plans a tenth of the statement for each who asks.
 */
function watched(sdl: string, question: string): string {
  const types = new TypeInfo(buildSchema(sdl));
  const pruned = visit(
    parse(question),
    visitWithTypeInfo(types, {
      Field: {
        leave(node) {
          const { name } = types.getParentType() ?? {};
          if (node.name.value === '__typename' || name === 'Query' || name === 'Subscription' || `${name}.${node.name.value}` in fields)
            return;
          const leads = node.selectionSet?.selections.some((each) => (each as FieldNode).name.value !== '__typename');
          return leads ? undefined : null;
        },
      },
    }),
  );
  return print(pruned);
}

/** The roads that lead from outside to a subject. What comes back is data, whatever it is called on the way. */
export function roadsInto(town: Town, guests: ReadonlyMap<Who, Guest>): Readonly<Record<'a query' | 'a socket' | 'a live board', Road>> {
  const contractOf = (who: Who) => town.hub.graph.current.contractSdl[who === 'display' || who === 'analyst' ? who : 'staff'];
  return {
    'a query': async (who, root, id) => {
      const own = questionsOf(contractOf(who), root);
      const answers = [];
      for (const query of own.length > 0 ? own : questionsOf(contractOf('facilitator'), root)) {
        const { data, text } = await (guests.get(who) as Guest).ask(query, { id });
        if (!data && text.includes('KOTEI')) throw new Error(`${who} reads a marker in an error: ${text}`);
        if (text.includes('LIMIT_EXCEEDED')) throw new Error(`${query} asks for too much`);
        answers.push(data);
      }
      return answers;
    },
    'a socket': async (who, root, id) => {
      const queries = who === 'nobody' ? [] : questionsOf(contractOf(who), root);
      const client = (guests.get(who) as Guest).connect();
      const answers = [];
      for (const query of queries)
        for await (const { data } of client.iterate({ query, variables: { id } })) {
          answers.push(data);
          break;
        }
      await client.dispose();
      return answers;
    },
    'a live board': async (who, root, session) => {
      if (root !== 'session' || who === 'nobody' || who === 'analyst') return undefined;
      const client = (guests.get(who) as Guest).connect();
      const query = boardOf(contractOf(who));
      for await (const { data } of client.iterate({ query, variables: { session } })) {
        await client.dispose();
        return data;
      }
      return undefined;
    },
  };
}
