import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { departments } from '#server/departments/registry';
import { CompositionRefused, compose } from '#server/hub/compose';
import { embeddedExecutor } from '#server/hub/executors';
import { buildSubgraphs } from '#server/hub/hub';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { askOverSocket } from '#test/kit/raw-socket';

const { core, departments: parts } = buildSubgraphs(departments);
const children = parts.get('children');
if (!children) throw new Error('no children');
const executor = embeddedExecutor(children.schema);

/** Departments that cannot be let in, and what is wrong with them. */
const faulty: readonly (readonly [string, string])[] = [
  [
    'gives a field of the core another type',
    children.sdl.replace('type Case @key(fields: "id") {', 'type Case @key(fields: "id") { title: Int code: Int'),
  ],
  [
    'answers a field of the core in its stead',
    children.sdl.replace('type Case @key(fields: "id") {', 'type Case @key(fields: "id") { stage: String!'),
  ],
  ['has a query that another department has too', `${children.sdl}\nextend type Query { councilRecords: [String!] }`],
  ['knows no way back to what it adds to', children.sdl.replace('type Case @key(fields: "id")', 'type Case')],
  ['is no schema', 'type Query { broken'],
];

let town: Town;
let coordinator: Guest;
const heard: string[] = [];

beforeAll(async () => {
  town = await aTown({ ownGraph: true });
  coordinator = await town.as('children');
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => heard.push(String(line)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await town?.close();
});

const question = '{ cases(limit: 3) { id code stage children { childrenCount } } }';

describe('a department that', () => {
  it.each(faulty)('%s is refused, and the graph that stands goes on answering', async (_, sdl) => {
    expect(sdl).not.toBe(children.sdl);
    const before = await coordinator.ask(question);
    expect(before.errors).toBeUndefined();
    expect(before.data.cases).toHaveLength(3);
    const { current } = town.hub.graph;
    heard.length = 0;
    await expect(town.hub.useRemote(new Map([['children', { sdl, url: 'http://127.0.0.1:9/graphql', executor }]]))).rejects.toThrow();
    expect(town.hub.graph.current).toBe(current);
    expect((await coordinator.ask(question)).data).toEqual(before.data);
    expect((await askOverSocket(town, coordinator, { query: question })).payload.data).toEqual(before.data);
  });

  it('does not compose is named in the log, every fault at once', async () => {
    const [[, sdl]] = faulty as [[string, string]];
    heard.length = 0;
    await expect(town.hub.useRemote(new Map([['children', { sdl, url: 'http://127.0.0.1:9/graphql', executor }]]))).rejects.toBeInstanceOf(
      CompositionRefused,
    );
    expect(heard.join('')).toContain('Case.code');
    const all = [
      { name: 'core', sdl: core.sdl, url: '' },
      { name: 'children', sdl, url: '' },
    ];
    expect(() => compose(all)).toThrow(/Case\.code/);
  });

  it('adds a field is let in at once, for HTTP, sockets and introspection, and let go again', async () => {
    const { id } = town.hub.graph.current;
    const sdl = children.sdl.replace('type ChildrenRecord {', 'type ChildrenRecord { """試しの項目。""" trial: String');
    expect(sdl).not.toBe(children.sdl);
    await town.hub.useRemote(
      new Map([
        [
          'children',
          {
            sdl,
            url: 'http://127.0.0.1:9/graphql',
            executor: async () => ({ data: { _entities: [{ __typename: 'Case', children: { trial: 'はい' } }] } }) as never,
          },
        ],
      ]),
    );
    expect(town.hub.graph.current.id).toBe(id + 1);
    const trial = '{ cases(limit: 1) { children { trial } } }';
    expect((await coordinator.ask(trial)).data).toEqual({ cases: [{ children: { trial: 'はい' } }] });
    expect((await askOverSocket(town, coordinator, { query: trial })).payload.data).toEqual({ cases: [{ children: { trial: 'はい' } }] });
    const introspection = '{ __type(name: "ChildrenRecord") { fields { name } } }';
    expect((await coordinator.ask(introspection)).text).toContain('"trial"');
    await town.hub.useRemote(new Map());
    expect((await coordinator.ask(introspection)).text).not.toContain('"trial"');
    expect((await coordinator.ask(trial)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await coordinator.ask(question)).errors).toBeUndefined();
  });
});
