import type { ExecutionRequest } from '@graphql-tools/utils';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { buildSubgraphs } from '#server/hub/hub';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { askOverSocket } from '#test/kit/raw-socket';
import { todaysSession } from '#test/kit/steer';

const { departments: parts } = buildSubgraphs(departments);
const sdl = parts.get('children')?.sdl ?? '';
const imported = sdl.replace('import: [', 'import: ["@override", ');

let town: Town;
let guest: Guest;

beforeAll(async () => {
  town = await aTown({ ownGraph: true });
  guest = await town.as('children');
});
afterEach(() => town.hub.useRemote(new Map()));
afterAll(() => town?.close());

/** A department in place of children's, which answers every case with the same fields. */
const instead = (own: string, fields: Record<string, unknown>) =>
  town.hub.useRemote(
    new Map([
      [
        'children',
        {
          sdl: own,
          url: 'http://127.0.0.1:9/graphql',
          executor: (({ variables }: ExecutionRequest) => ({
            data: { _entities: (Object.values(variables ?? {})[0] as unknown[]).map(() => ({ __typename: 'Case', ...fields })) },
          })) as never,
        },
      ],
    ]),
  );

const question = '{ cases(limit: 2) { id stage } }';
const isCore = (field: string) => town.hub.graph.current.coreOwned.has(field);

describe('a field of the core that a department takes over (@override)', () => {
  const takenOver = imported.replace(
    'type Case @key(fields: "id") {',
    'type Case @key(fields: "id") { """支援の段階。""" stage: String! @override(from: "core")',
  );

  it('is never answered from the core again, by any road', async () => {
    const before = await guest.ask(question);
    expect(isCore('Case.stage')).toBe(true);
    await instead(takenOver, { stage: '課の段階' });
    expect(isCore('Case.stage')).toBe(false);
    const stages = [{ stage: '課の段階' }, { stage: '課の段階' }];
    expect((await guest.ask(question)).data).toMatchObject({ cases: stages });
    expect((await askOverSocket(town, guest, { query: question })).payload.data).toMatchObject({ cases: stages });
    const session = await todaysSession(town);
    const live = await askOverSocket(town, guest, {
      query: `subscription { board(session: "${session}") { session { agenda { card { case { stage } } } } } }`,
    });
    expect(live.payload.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    await town.hub.useRemote(new Map());
    expect((await guest.ask(question)).data).toEqual(before.data);
  });
});

describe('a field of the core that a department hides (@inaccessible)', () => {
  const hidden = sdl.replace('reason: String!', 'reason: String! @inaccessible');

  it('is refused on every road, and what is beside it is not', async () => {
    expect(hidden).not.toBe(sdl);
    const ask = '{ cases(limit: 1) { withheld { field reason } } }';
    expect((await guest.ask(ask)).errors).toBeUndefined();
    await instead(hidden, {});
    expect((await guest.ask(ask)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await askOverSocket(town, guest, { query: ask })).payload[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const live = await askOverSocket(town, guest, {
      query: `subscription { board(session: "${await todaysSession(town)}") { session { withheld { reason } } } }`,
    });
    expect(live.payload[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await guest.ask('{ __type(name: "Withheld") { fields { name } } }')).data).toEqual({ __type: { fields: [{ name: 'field' }] } });
    expect((await guest.ask('{ cases(limit: 1) { summary withheld { field } } }')).errors).toBeUndefined();
  });
});

describe('a question about the schema', () => {
  const names = '{ __schema { types { name } queryType { fields { name } } } }';

  it("is answered with the contract of whoever asks, never with the core's own schema", async () => {
    const [staff, analyst] = await Promise.all([guest.ask(names), (await town.as('analyst')).ask(names)]);
    expect(staff.text).toContain('"ChildrenRecord"');
    expect(analyst.text).not.toContain('"Case"');
    expect(analyst.text).not.toContain('"Session"');
    for (const { text } of [staff, analyst])
      for (const own of ['_Entity', '_Any', '_entities', '_service', 'join__']) expect(text).not.toContain(own);
    expect((await askOverSocket(town, guest, { query: names })).payload.data).toEqual(staff.data);
  });

  it('is not mixed with one about data, but may stand beside one in a document', async () => {
    const mixed = '{ __type(name: "Case") { name } cases(limit: 1) { id } }';
    for (const error of [(await guest.ask(mixed)).errors?.[0], (await askOverSocket(town, guest, { query: mixed })).payload.errors[0]]) {
      expect(error).toMatchObject({ message: expect.stringContaining('分けて送って'), extensions: { code: 'BAD_USER_INPUT' } });
    }
    const beside =
      'query A { __type(name: "Case") { name } } query B { cases(limit: 1) { id } } query C { cases(limit: 1) { children { id } } }';
    for (const operationName of ['A', 'B', 'C']) {
      const { payload } = await askOverSocket(town, guest, { query: beside, operationName });
      expect([operationName, payload.errors]).toEqual([operationName, undefined]);
    }
  });

  it('about the name of the root alone needs nobody', async () => {
    expect((await guest.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    expect((await guest.ask('{ __typename cases(limit: 0) { id } }')).data).toEqual({ __typename: 'Query', cases: [] });
    expect((await guest.ask('{ __typename childrenRecords(limit: 0) { id } }')).data).toEqual({ __typename: 'Query', childrenRecords: [] });
  });
});

describe('a question that the native planner gives up', () => {
  it('is planned by the other one', async () => {
    const { data, errors } = await guest.ask('{ cases(limit: 5) { id children { case { again: children { childrenCount } } } } }');
    expect(errors).toBeUndefined();
    expect(data.cases).toHaveLength(5);
    expect(data.cases.some((each: { children: { case: { again: unknown } } | null }) => each.children?.case.again)).toBe(true);
  });
});
