import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Pages } from '#server/hub/pages';
import { aTown, type Town } from '#test/kit/a-town';
import { todaysSession } from '#test/kit/steer';

/** The checks of the usual attack probe, asked by everybody who may sign in, and by nobody. */
const audiences = ['staff', 'display', 'analyst', 'nobody'] as const;
type Audience = (typeof audiences)[number];

let town: Town;
let headersOf: Readonly<Record<Audience, Record<string, string>>>;

beforeAll(async () => {
  // The pages as they are written: what they load has no say in what they are.
  const pages = new Pages('client');
  town = await aTown({ pages: (request, response, pathname) => pages.serve(request, response, pathname) });
  headersOf = {
    staff: (await town.as('facilitator')).headers,
    display: (await town.display(await todaysSession(town))).headers,
    analyst: (await town.as('analyst')).headers,
    nobody: {},
  };
});
afterAll(() => town?.close());

interface Probe {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever comes back
  readonly body: any;
}

async function probe(audience: Audience, path: string, init: RequestInit = {}): Promise<Probe> {
  const answer = await fetch(`${town.origin}${path}`, { ...init, headers: { ...headersOf[audience], ...(init.headers as object) } });
  const text = await answer.text();
  return { status: answer.status, text, body: /^[[{]/.test(text) ? JSON.parse(text) : undefined };
}

const post = (audience: Audience, body: unknown, headers: Record<string, string> = {}) =>
  probe(audience, '/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** Refused, with something to say for it, and without a datum. */
function expectRefusal({ body }: Probe): void {
  expect(body.errors.length).toBeGreaterThan(0);
  expect(body.data ?? null).toBeNull();
}

const times = (count: number, write: (index: number) => string) => Array.from({ length: count }, (_, index) => write(index)).join(' ');
const leaks = /stack ?trace|exception|node_modules|\bat \S+ \(|\.ts:\d|\.js:\d/i;

const namesIn = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).flatMap((type) => [
    type.name,
    ...('getFields' in type ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []),
  ]);

describe.each(audiences)('asked by %s, the hub', (audience) => {
  it('does not answer one field under a hundred names', async () => {
    expectRefusal(await post(audience, { query: `{ ${times(101, (index) => `alias${index}: __typename`)} }` }));
  });

  it('does not answer ten questions in one request', async () => {
    const answer = await post(
      audience,
      Array.from({ length: 10 }, () => ({ query: '{ __typename }' })),
    );
    expectRefusal(answer);
    expect(Array.isArray(answer.body)).toBe(false);
  });

  it('does not go through a heap of directives one by one', async () => {
    const unknown = await post(audience, { query: `{ __typename ${'@aa'.repeat(10)} }` });
    expectRefusal(unknown);
    expect(unknown.body.errors.length).toBeLessThan(10);
    expectRefusal(await post(audience, { query: `{ ${times(61, (index) => `... @include(if: true) { a${index}: __typename }`)} }` }));
  });

  it('does not go round in circles about its own schema', async () => {
    const circle = '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';
    expectRefusal(await post(audience, { query: circle }));
  });

  it('does not change anything by GET', async () => {
    const search = `/graphql?query=${encodeURIComponent('mutation { __typename }')}`;
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { 'apollo-require-preflight': 'yes' }] as Record<string, string>[])
      expectRefusal(await probe(audience, search, { headers }));
  });

  it('does not answer a GET that a link could send', async () => {
    const search = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    for (const site of [undefined, 'none', 'same-site', 'cross-site'])
      expectRefusal(await probe(audience, search, { headers: site ? { 'sec-fetch-site': site } : {} }));
  });

  it('does not answer a form', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])
      expectRefusal(
        await probe(audience, '/graphql', {
          method: 'POST',
          headers: { 'content-type': type },
          body: `query=${encodeURIComponent('{ __typename }')}`,
        }),
      );
  });

  it('does not answer one field five hundred times', async () => {
    expectRefusal(await post(audience, { query: `{ ${times(500, () => '__typename')} }` }));
  });

  it('does not guess what was meant', async () => {
    const answer = await post(audience, { query: '{ __schema { directive } }' });
    expectRefusal(answer);
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  it('shows no workbench to whoever knocks', async () => {
    for (const path of ['/graphiql', '/playground', '/console', '/graphql']) {
      const { text } = await probe(audience, path, { headers: { accept: 'text/html' } });
      expect([path, /graphiql|graphql playground|graphql-playground|sandbox/i.test(text)]).toEqual([path, false]);
    }
  });

  it('tells of its schema what is in the contract, and that only to whom the playground is for', async () => {
    const query = '{ __schema { types { name fields { name } inputFields { name } } } }';
    const answer = await post(audience, { query });
    if (audience === 'nobody' || audience === 'display') return expectRefusal(answer);
    const told = answer.body.data.__schema.types.flatMap(
      ({ name, fields, inputFields }: { name: string; fields?: { name: string }[]; inputFields?: { name: string }[] }) => [
        name,
        ...(fields ?? inputFields ?? []).map((field) => `${name}.${field.name}`),
      ],
    );
    const contract = buildSchema(readFileSync(`schema/contracts/${audience}.graphql`, 'utf8'));
    expect(told.sort()).toEqual(namesIn(contract).sort());
  });

  it('says nothing about how it works', async () => {
    for (const headers of [{}, { 'apollo-federation-include-trace': 'ftv1' }, { 'x-apollo-tracing': '1' }] as Record<string, string>[]) {
      const { text, body } = await post(audience, { query: '{ __typename }' }, headers);
      expect(Object.keys(body)).toEqual(audience === 'nobody' ? ['errors'] : ['data']);
      expect(text).not.toMatch(leaks);
    }
  });

  it('keeps its errors in hand', async () => {
    for (const query of ['qwerty cop { abc }', 'query ($a: Nothing!) { __typename }', '\u0000', '{ __typename @include(if: 3) }']) {
      const answer = await post(audience, { query });
      expectRefusal(answer);
      expect(answer.text).not.toMatch(leaks);
      for (const { extensions } of answer.body.errors) expect(Object.keys(extensions)).toEqual(['code']);
    }
  });
});
