import { type FieldNode, type GraphQLSchema, isObjectType, type OperationDefinitionNode, parse, print, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldClass } from '#server/access/field-class';
import { newContext } from '#server/hub/context';
import { embeddedExecutor } from '#server/hub/executors';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { walkBoard, walkContract } from '#test/kit/walk-contract';
import { fields, type Seen } from './fields';
import { prepare, type Subjects } from './subjects';
import { everyone, staffAndAnalyst, type Who } from './who';

const sensitive: readonly FieldClass[] = ['identity', 'address', 'sensitive', 'note', 'protected'];
const DEPTH = 3;

let town: Town;
let subjects: Subjects;
const guests = new Map<Who, Guest>();

beforeAll(async () => {
  town = await aTown();
  const prepared = await prepare(town);
  subjects = prepared.subjects;
  for (const who of everyone) {
    if (who === 'display') guests.set(who, prepared.display);
    else guests.set(who, who === 'nobody' ? guest(town.origin, {}) : await town.as(who));
  }
}, 120_000);
afterAll(() => town?.close());

/** `Type.field` of everything that an answer holds a value for, by the types that it names itself. */
function filled(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) filled(each, found);
  else if (value && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) {
      const isThere = each !== null && !(Array.isArray(each) && each.length === 0);
      if (isThere) found.add(`${(value as { __typename?: string }).__typename}.${key}`);
      filled(each, found);
    }
  return found;
}

type Subject = keyof Seen;
const rootOf = { openCase: 'case', guardedCase: 'case', board: 'session', table: 'session', restricted: 'session' } as const;
const isSession = (subject: Subject) => rootOf[subject] === 'session';
const audienceOf = (who: Who) => (who === 'display' || who === 'analyst' ? who : 'staff');
/**
 * Questions that together ask for everything below a subject, one for each of its own fields, in the words of somebody's contract; none where
 * it has no such root.
 */
function questionsOf(sdl: string, subject: Subject): string[] {
  const root = rootOf[subject];
  const { queries } = walkContract(sdl, (field) => (field === root ? subjects[subject] : 'x'), DEPTH);
  const whole = queries.find((query) => query.startsWith(`{ ${root}(`));
  if (!whole) return [];
  const { definitions } = parse(whole);
  const [asked] = (definitions[0] as OperationDefinitionNode).selectionSet.selections as FieldNode[];
  const below = (asked?.selectionSet?.selections ?? []) as FieldNode[];
  const leaves = below.filter(({ selectionSet }) => !selectionSet).map(({ name }) => name.value);
  const parts = [leaves.join(' '), ...below.filter(({ selectionSet }) => selectionSet).map((field) => print(field))];
  return parts.map((part) => `{ ${root}(id: "${subjects[subject]}") { __typename ${part} } }`);
}
const contractOf = (who: Who) => town.hub.graph.current.contractSdl[audienceOf(who)];

/** Every road to a subject, for those who can take it. What comes back is data, whatever it is called on the way. */
const roads: Readonly<Record<string, (who: Who, subject: Subject) => Promise<unknown>>> = {
  'a query': async (who, subject) => {
    const own = questionsOf(contractOf(who), subject);
    const answers = [];
    for (const query of own.length > 0 ? own : questionsOf(contractOf('facilitator'), subject)) {
      const { data, text } = await (guests.get(who) as Guest).ask(query);
      if (!data && text.includes('KOTEI')) throw new Error(`${who} reads a marker in an error: ${text}`);
      if (text.includes('LIMIT_EXCEEDED')) throw new Error(`${query} asks for too much`);
      answers.push(data);
    }
    return answers;
  },
  'a socket': async (who, subject) => {
    const queries = who === 'nobody' ? [] : questionsOf(contractOf(who), subject);
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
  'a live board': async (who, subject) => {
    if (!isSession(subject) || who === 'nobody' || who === 'analyst') return undefined;
    const client = (guests.get(who) as Guest).connect();
    for await (const { data } of client.iterate({
      query: walkBoard(contractOf(who), () => 'x', DEPTH + 1),
      variables: { session: subjects[subject] },
    })) {
      await client.dispose();
      return data;
    }
    return undefined;
  },
  'an entity of the core': async (who, subject) => {
    if (rootOf[subject] !== 'case' || !(staffAndAnalyst as readonly Who[]).includes(who)) return undefined;
    const [core] = town.hub.subgraphs;
    const schema = core?.schema as GraphQLSchema;
    const answers = [];
    for (const question of questionsOf(printSchema(schema), subject)) {
      const below = question.slice(question.indexOf(')') + 1, question.lastIndexOf('}'));
      const context = newContext(town.database, town.viewer(who as 'facilitator'));
      const document = parse(`query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case ${below} } }`);
      const variables = { r: [{ __typename: 'Case', id: subjects[subject] }] };
      answers.push(((await embeddedExecutor(schema)({ document, variables, context })) as { data?: unknown }).data);
      await context.unit.close();
    }
    return answers;
  },
};

describe('the matrix of sensitive fields', () => {
  it('has a row for every one of them, and none for a field that is not there', () => {
    const there = town.hub.subgraphs.flatMap(({ schema }) =>
      Object.values(schema.getTypeMap()).flatMap((type) =>
        isObjectType(type)
          ? Object.values(type.getFields()).flatMap((field) =>
              sensitive.includes(field.extensions.shape?.class as FieldClass) ? [`${type.name}.${field.name}`] : [],
            )
          : [],
      ),
    );
    console.log(`${there.length} sensitive fields, ${Object.keys(roads).length} roads, ${everyone.length} who ask`);
    expect(there.filter((name) => !(name in fields))).toEqual([]);
    expect(Object.keys(fields).filter((name) => !there.includes(name))).toEqual([]);
  });
});

describe.each(Object.keys(roads))('by %s', (road) => {
  /** The core alone knows no record of a department. */
  const told = Object.entries(fields).filter(
    ([name]) => road !== 'an entity of the core' || /^(Case|Person|Consultation|Consent|Disclosure|Protection|SupportPlan)/.test(name),
  );
  const expected = (who: Who, subject: Subject) => {
    const reaches = road !== 'a live board' || isSession(subject);
    const named = told.filter(([, seen]) => seen[subject]?.includes(who)).map(([name]) => name);
    return reaches && (road !== 'an entity of the core' || !isSession(subject)) ? named.sort() : [];
  };

  it.each(everyone)(
    '%s sees what the rows say, and nothing else of these classes',
    async (who) => {
      for (const subject of Object.keys(rootOf) as Subject[]) {
        const answer = await (roads[road] as (typeof roads)[string])(who, subject);
        expect([...filled(answer)].filter((name) => name in fields).sort(), `${who} of ${subject}`).toEqual(expected(who, subject));
      }
    },
    60_000,
  );
});
