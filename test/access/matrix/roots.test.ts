import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { type RawSocket, rawSocket } from '#test/kit/raw-socket';
import { harmless, type Row, roots } from './roots';
import { absent, prepare, type Subjects } from './subjects';
import { everyone, type Who } from './who';

let town: Town;
let subjects: Subjects;
let schema: GraphQLSchema;
const guests = new Map<Who, Guest>();
/** One socket for each who can open one. */
const sockets = new Map<Who, RawSocket>();
let asked = 0;

beforeAll(async () => {
  town = await aTown();
  const prepared = await prepare(town);
  subjects = prepared.subjects;
  schema = town.hub.graph.current.contracts.staff;
  for (const who of everyone) {
    if (who === 'display') guests.set(who, prepared.display);
    else guests.set(who, who === 'nobody' ? guest(town.origin, {}) : await town.as(who));
    if (who !== 'nobody') sockets.set(who, await rawSocket(town, guests.get(who) as Guest));
  }
}, 120_000);
afterAll(async () => {
  for (const { socket } of sockets.values()) socket.terminate();
  await town?.close();
});

const kinds = ['query', 'mutation', 'subscription'] as const;
const fieldsOf = (kind: (typeof kinds)[number]) =>
  Object.values(
    { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind]?.getFields() ??
      {},
  );
const rootOf = (key: string) => key.split(':')[0] ?? key;

/** The document that asks a root field as a row says; the names of its types are those of the schema. */
function documentOf(key: string, args: Readonly<Record<string, unknown>>): string {
  const [kind = '', name = ''] = rootOf(key).split(' ');
  const field = fieldsOf(kind as 'query').find((each) => each.name === name) as GraphQLField<unknown, unknown>;
  const given = field.args.filter((each) => each.name in args);
  const declared = given.map((each) => `$${each.name}: ${each.type}`).join(', ');
  const passed = given.map((each) => `${each.name}: $${each.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : kind === 'subscription' ? ' { session { id } }' : ' { __typename }';
  return `${kind}${declared ? ` (${declared})` : ''} { done: ${name}${passed ? `(${passed})` : ''}${selection} }`;
}

interface Heard {
  readonly text: string;
  readonly done: unknown;
  readonly codes: readonly unknown[];
}

/** Roads to a root field: what is heard on each. A live question has only the socket. */
const roads: Readonly<Record<'HTTP' | 'a socket', (who: Who, query: string, variables: Record<string, unknown>) => Promise<Heard>>> = {
  HTTP: async (who, query, variables) => {
    const { text, data, errors = [] } = await (guests.get(who) as Guest).ask<{ done?: unknown }>(query, variables);
    return { text, done: data?.done, codes: errors.map(({ extensions }) => extensions.code) };
  },
  'a socket': async (who, query, variables) => {
    const raw = sockets.get(who);
    if (!raw) return rawSocket(town, guest(town.origin, {})).then(() => Promise.reject(new Error('nobody has a socket')), closed);
    const id = String((asked += 1));
    raw.send({ id, type: 'subscribe', payload: { query, variables } });
    for (;;) {
      const { type, id: of, payload } = await raw.next();
      if (of !== id || type === 'complete') continue;
      raw.send({ id, type: 'complete' });
      const errors = type === 'next' ? (payload.errors ?? []) : payload;
      return { text: JSON.stringify([type, payload]), done: payload.data?.done, codes: errors.map(codeOf) };
    }
  },
};
const codeOf = ({ extensions }: { extensions: { code: unknown } }) => extensions.code;
const closed = (): Heard => ({ text: 'closed', done: undefined, codes: [] });

/** Whether it is something: a row, a list with rows in it, a live board that is shown. */
const isSomething = (done: unknown) =>
  Array.isArray(done) ? done.length > 0 : done !== null && done !== undefined && (done as { session?: unknown }).session !== null;

/** Answers carry references to the log and the id that was asked for, and nothing else that tells one refusal from another. */
const alike = (text: string, asked: Subjects) =>
  Object.entries(asked).reduce((so, [name, id]) => so.replaceAll(id as string, name), text.replace(/[0-9a-f]{8}(?=")/g, 'reference'));

describe('the matrix', () => {
  it('has a row for every root field, and none for a field that is not there', () => {
    const there = kinds.flatMap((kind) => fieldsOf(kind).map(({ name }) => `${kind} ${name}`));
    const told = new Set(Object.keys(roots).map(rootOf));
    console.log(`${there.length} root fields, ${Object.keys(roots).length} rows, ${everyone.length} who ask`);
    expect(there.filter((name) => !told.has(name))).toEqual([]);
    expect([...told].filter((name) => !there.includes(name))).toEqual([]);
  });

  it('knows every argument of theirs: none sorts, filters or counts by what is secret', () => {
    const asked = kinds.flatMap((kind) => fieldsOf(kind).flatMap(({ name, args }) => args.map((each) => [`${kind} ${name}`, each.name])));
    expect(asked.filter(([, argument]) => !((argument as string) in harmless))).toEqual([]);
  });

  it('has no road around it: entities, nodes and services are no fields of the hub', async () => {
    for (const who of everyone) {
      for (const query of [
        `{ _entities(representations: [{ __typename: "Case", id: "${subjects.openCase}" }]) { __typename } }`,
        `{ node(id: "${subjects.openCase}") { id } }`,
        '{ _service { sdl } }',
      ]) {
        const { data, text } = await (guests.get(who) as Guest).ask(query);
        expect(data ?? null, `${who} ${query}`).toBeNull();
        expect(text).not.toContain('KOTEI');
      }
    }
  });
});

describe.each(Object.keys(roads) as (keyof typeof roads)[])('over %s', (road) => {
  const rows = Object.entries(roots).filter(([key]) => road === 'a socket' || !key.startsWith('subscription'));

  it.each(rows)(
    '%s',
    async (key, row: Row) => {
      const wrong: string[] = [];
      for (const who of everyone) {
        const args = row.args?.(subjects) ?? {};
        const heard = await roads[road](who, documentOf(key, args), args);
        const gets = row.until ? heard.codes.includes(row.until) : isSomething(heard.done);
        const may = row.gets.includes(who);
        if (gets !== may || (row.until && isSomething(heard.done)))
          wrong.push(`${who} ${may ? 'may' : 'may not'}: ${heard.text.slice(0, 300)}`);
        if (may || !row.hidden) continue;
        const none = row.args?.(absent) ?? {};
        const nothing = await roads[road](who, documentOf(key, none), none);
        if (alike(heard.text, subjects) !== alike(nothing.text, absent)) wrong.push(`${who} can tell: ${heard.text} / ${nothing.text}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});
