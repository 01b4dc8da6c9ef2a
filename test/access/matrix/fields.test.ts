import { type GraphQLSchema, isObjectType, parse, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldClass } from '#server/access/field-class';
import { newContext } from '#server/hub/context';
import { embeddedExecutor } from '#server/hub/executors';
import type { Subgraph } from '#server/hub/subgraph';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { fields, recordsOf, type Seen } from './fields';
import { filled, questionsOf, type Road, type Root, roadsInto } from './roads';
import { prepare, type Subjects } from './subjects';
import { everyone, staffAndAnalyst, type Who } from './who';

const sensitive: readonly FieldClass[] = ['identity', 'address', 'sensitive', 'note', 'protected'];

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

type Subject = keyof Seen;
/** The road that only the hub takes, into one subgraph: the key of a case and nothing else, as whoever asks. */
async function entity({ schema }: Subgraph, who: Who, root: Root, id: string): Promise<unknown> {
  if (!(staffAndAnalyst as readonly Who[]).includes(who)) return undefined;
  const answers = [];
  for (const question of questionsOf(withCase(schema), root)) {
    const below = question.slice(question.indexOf(')', question.indexOf('{')) + 1, question.lastIndexOf('}'));
    const context = newContext(town.database, town.viewer(who as 'facilitator'));
    const document = parse(`query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case ${below} } }`);
    const variables = { r: [{ __typename: 'Case', id }] };
    const answer = (await embeddedExecutor(schema)({ document, variables, context })) as { data?: unknown };
    answers.push(answer.data);
    await context.unit.close();
  }
  return answers;
}
/** A department has no root that finds a case: its words are written as if it had; what the core tells of a case is not its own to tell. */
function withCase(schema: GraphQLSchema): string {
  const sdl = printSchema(schema);
  if (schema.getQueryType()?.getFields().case) return sdl;
  return `${sdl.replace(/\s+"""[^"]*"""\s+consentedClasses: .*/, '')}\nextend type Query { case(id: ID!): Case }`;
}

const roads: Readonly<Record<string, Road>> = {
  'a query': (...asked) => roadsInto(town, guests)['a query'](...asked),
  'a socket': (...asked) => roadsInto(town, guests)['a socket'](...asked),
  'an entity of the core': (...asked) => entity(town.hub.subgraphs[0] as Subgraph, ...asked),
  'an entity of the departments': async (...asked) => {
    const answers = [];
    for (const department of town.hub.subgraphs.slice(1)) answers.push(await entity(department, ...asked));
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

/** Who sees a field of a subject by this road, as the rows say. */
function expected(road: string, who: Who, subject: Subject): string[] {
  // To its own 担当 a department opens its own records, whatever they may know of the case; and by the key alone to nobody else.
  if (road === 'an entity of the departments') return Object.keys(fields).filter((name) => recordsOf(name)?.includes(who));
  const told = Object.keys(fields).filter((name) => fields[name]?.[subject]?.includes(who));
  // The core alone knows no record of a department.
  return road === 'an entity of the core' ? told.filter((name) => !recordsOf(name)) : told;
}

describe.each(Object.keys(roads))('by %s', (road) => {
  it.each(everyone)(
    '%s sees what the rows say, and nothing else of these classes',
    async (who) => {
      for (const subject of ['openCase', 'guardedCase'] as const) {
        const answer = await (roads[road] as Road)(who, 'case', subjects[subject]);
        expect([...filled(answer)].filter((name) => name in fields).sort(), `${who} of ${subject}`).toEqual(
          expected(road, who, subject).sort(),
        );
      }
    },
    60_000,
  );
});
