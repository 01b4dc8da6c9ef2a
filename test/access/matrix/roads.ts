import { type FieldNode, type OperationDefinitionNode, parse, print } from 'graphql';
import type { Guest, Town } from '#test/kit/a-town';
import { walkBoard, walkContract } from '#test/kit/walk-contract';
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

/**
 * Questions that together ask for everything below a subject, one for each of its own fields, in the words of somebody's contract; none where
 * it has no such root.
 */
export function questionsOf(sdl: string, root: Root, id: string): string[] {
  const { queries } = walkContract(sdl, (field) => (field === root ? id : 'x'), DEPTH);
  const whole = queries.find((query) => query.startsWith(`{ ${root}(`));
  if (!whole) return [];
  const { definitions } = parse(whole);
  const [asked] = (definitions[0] as OperationDefinitionNode).selectionSet.selections as FieldNode[];
  const below = (asked?.selectionSet?.selections ?? []) as FieldNode[];
  const leaves = below.filter(({ selectionSet }) => !selectionSet).map(({ name }) => name.value);
  const parts = [leaves.join(' '), ...below.filter(({ selectionSet }) => selectionSet).map((field) => print(field))];
  return parts.map((part) => `{ ${root}(id: "${id}") { __typename ${part} } }`);
}

/** The roads that lead from outside to a subject. What comes back is data, whatever it is called on the way. */
export function roadsInto(town: Town, guests: ReadonlyMap<Who, Guest>): Readonly<Record<'a query' | 'a socket' | 'a live board', Road>> {
  const contractOf = (who: Who) => town.hub.graph.current.contractSdl[who === 'display' || who === 'analyst' ? who : 'staff'];
  return {
    'a query': async (who, root, id) => {
      const own = questionsOf(contractOf(who), root, id);
      const answers = [];
      for (const query of own.length > 0 ? own : questionsOf(contractOf('facilitator'), root, id)) {
        const { data, text } = await (guests.get(who) as Guest).ask(query);
        if (!data && text.includes('KOTEI')) throw new Error(`${who} reads a marker in an error: ${text}`);
        if (text.includes('LIMIT_EXCEEDED')) throw new Error(`${query} asks for too much`);
        answers.push(data);
      }
      return answers;
    },
    'a socket': async (who, root, id) => {
      const queries = who === 'nobody' ? [] : questionsOf(contractOf(who), root, id);
      const client = (guests.get(who) as Guest).connect();
      const answers = [];
      for (const query of queries)
        for await (const { data } of client.iterate({ query })) {
          answers.push(data);
          break;
        }
      await client.dispose();
      return answers;
    },
    'a live board': async (who, root, session) => {
      if (root !== 'session' || who === 'nobody' || who === 'analyst') return undefined;
      const client = (guests.get(who) as Guest).connect();
      const query = walkBoard(contractOf(who), () => 'x', DEPTH + 1);
      for await (const { data } of client.iterate({ query, variables: { session } })) {
        await client.dispose();
        return data;
      }
      return undefined;
    },
  };
}
