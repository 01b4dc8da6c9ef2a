import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import { buildSchema, type DocumentNode, execute, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Subjects } from '#server/database/subjects';
import { houseViewer } from '#server/hub/actor-token';
import { compose } from '#server/hub/compose';
import { leaving } from '#server/hub/faults';
import { guard } from '#server/hub/guard';
import { makePlanner, type Planned } from '#server/hub/planner';
import { fetchSdl, remoteExecutor } from '#server/hub/remote-executor';
import { honestly, openStage, type Part, type Stage, stageSdl, withoutDirectives } from './stage';

const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
const canary = 'CANARY-9999-甲府太郎';
const cases = [
  { id: 'a', title: '8050' },
  { id: 'b', title: 'ごみ屋敷' },
];
const coreSdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Case @key(fields: "id") { id: ID! title: String! }
  type Query { cases: [Case!]! }
  type Mutation { rename(title: String!): Case }`;
const coreSchema = buildSchema(withoutDirectives(coreSdl));
const core = (({ document, variables }: ExecutionRequest) =>
  execute({ schema: coreSchema, document, variableValues: variables, rootValue: { cases } })) as Executor;
const board = parse('{ cases { id title garden { plots note } } }');
const whole = { cases: cases.map((each) => ({ ...each, garden: { plots: 3, note: '南向き' } })) };
const withoutGardens = { cases: cases.map((each) => ({ ...each, garden: null })) };

const json = (response: Parameters<Part>[0], text: string) => response.writeHead(200, { 'content-type': 'application/json' }).end(text);
const lie =
  (change: (data: { _entities: unknown[] }) => unknown): Part =>
  (response, honest) =>
    json(response, JSON.stringify(change(JSON.parse(honest).data)));

/** What it does, and what the log says of it. */
const misbehaviour: [string, string, Part][] = [
  ['accepts the call and never answers', 'no answer in time', () => undefined],
  ['takes three seconds', 'no answer in time', (response, honest) => void sleep(3_000).then(() => honestly(response, honest))],
  [
    'stops in the middle of its answer',
    'no answer in time',
    (response, honest) => void response.writeHead(200, { 'content-type': 'application/json' }).write(honest.slice(0, 40)),
  ],
  [
    'hangs up in the middle of its answer',
    'out of reach',
    (response, honest) =>
      void response.writeHead(200, { 'content-type': 'application/json', 'content-length': 9_999 }).write(honest, () => response.destroy()),
  ],
  ['answers a page of HTML', 'not JSON', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${canary}</h1>`)],
  ['answers something that is no JSON', 'not JSON', (response) => json(response, `{"data": ${canary}`)],
  [
    'answers bytes that are no text',
    'not JSON',
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0xfe, 0x22])),
  ],
  [
    'fails with its stack',
    'refused 500',
    (response) => response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: [{ message: canary }] })),
  ],
  ['sends the hub elsewhere', 'out of reach', (response) => response.writeHead(307, { location: '/elsewhere' }).end()],
  ['answers without end', 'too large', (response) => void flood(response)],
  ['answers for fewer cases', 'not what was asked', lie(({ _entities }) => ({ data: { _entities: _entities.slice(1) } }))],
  [
    'answers for other cases',
    'not what was asked',
    lie(() => ({ data: { _entities: cases.map(({ id }) => ({ __typename: 'Case', id: `${id}${canary}`, garden: null })).reverse() } })),
  ],
  [
    'answers things of another type',
    'not what was asked',
    lie(({ _entities }) => ({
      data: { _entities: _entities.map((each) => ({ ...(each as object), __typename: 'Person', name: canary })) },
    })),
  ],
  [
    'answers a text for a number',
    'not what was asked',
    lie(({ _entities }) => ({ data: { _entities: _entities.map(() => ({ __typename: 'Case', garden: { plots: canary, note: null } })) } })),
  ],
  ['answers nothing at all', 'not what was asked', lie(() => ({}))],
  [
    'answers raw errors',
    'answered an error',
    lie(() => ({
      data: null,
      errors: [{ message: `select * from person -- ${canary}`, path: [canary], extensions: { code: canary, sql: canary } }],
    })),
  ],
];

/** Fills the wire for as long as anybody takes it. */
async function flood(response: Parameters<Part>[0]): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":"');
  while (!response.destroyed)
    if (!response.write('x'.repeat(1024 * 1024)))
      await Promise.race([new Promise((go) => response.once('drain', go)), new Promise((end) => response.once('close', end))]);
}

let stage: Stage;
let planned: Planned;
const stderr: string[] = [];

async function ask(document: DocumentNode = board, viewer = houseViewer): Promise<ExecutionResult & { took: number }> {
  const began = performance.now();
  const context = { viewer, unit: { rest: async () => undefined }, touched: new Set(), subjects: new Subjects() };
  const { data, errors } = await planned({ document, variables: {}, context });
  const outside = { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map((error) => leaving(error)) } : {}) };
  return { ...JSON.parse(JSON.stringify(outside)), took: performance.now() - began };
}

function expectDark({ data, errors, took }: Awaited<ReturnType<typeof ask>>): void {
  expect(data).toEqual(withoutGardens);
  expect(errors?.length).toBeGreaterThan(0);
  for (const error of errors ?? []) {
    expect(error.message).toBe('菜園の記録はいま取得できません。');
    expect(error.extensions).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', department: 'garden' });
  }
  expect(took).toBeLessThan(4_000);
  expect(JSON.stringify([data, errors])).not.toContain('CANARY');
}

beforeEach(async () => {
  stderr.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => stderr.push(String(line)) > 0);
  stage = await openStage('garden', publicKey);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stage.kill();
  expect(stderr.join('')).not.toContain('CANARY');
});

// The limit as it is for the planner that serves here, and a shorter one for its stand-in, to spare the tests the wait.
describe.each([
  ['native', 1_500],
  ['javascript', 1_000],
] as const)('a department in a process of its own, behind the %s planner', (kind, limitMs) => {
  beforeEach(async () => {
    const { supergraphSdl } = compose([
      { name: 'core', sdl: coreSdl, url: 'embedded:core' },
      { name: 'garden', sdl: stageSdl, url: stage.url },
    ]);
    const garden = guard({ key: 'garden', label: '菜園' }, remoteExecutor({ name: 'garden', url: stage.url, key, sdl: stageSdl }), limitMs);
    planned = await makePlanner(
      kind,
      supergraphSdl,
      new Map([
        ['core', core],
        ['garden', garden],
      ]),
    );
  });

  it('adds its records to the cases of the core', async () => {
    const { data, errors } = await ask();
    expect(errors).toBeUndefined();
    expect(data).toEqual(whole);
    expect(stage.calls()).toBe(1);
  });

  it('is asked for each viewer alone, however alike their questions', async () => {
    const gardens = parse('{ gardens { note } }');
    const actors = Array.from({ length: 10 }, (_, index) => `staff:${index}`);
    const answers = await Promise.all(actors.map((actor) => ask(gardens, { ...houseViewer, actor })));
    expect(answers.map(({ data }) => data)).toEqual(actors.map((note) => ({ gardens: [{ note }] })));
    expect(stage.calls()).toBe(10);
  });

  it.each(misbehaviour)('that %s leaves its own fields empty and nothing else', async (_, reason, part) => {
    stage.play(part);
    expectDark(await ask());
    expect(stage.calls()).toBe(1);
    expect(stderr.join('')).toContain(`"fault":"${reason}"`);
  });

  it('that is killed costs nobody a wait, and is used again within two seconds of its return', async () => {
    expect((await ask()).data).toEqual(whole);
    await stage.kill();
    expectDark(await ask());
    const next = await ask();
    expectDark(next);
    expect(next.took).toBeLessThan(500);
    await stage.comeBack();
    const back = performance.now();
    await vi.waitFor(async () => expect((await ask()).data).toEqual(whole), { timeout: 4_000, interval: 100 });
    expect(performance.now() - back).toBeLessThan(2_500);
  });

  it('that hangs keeps nobody waiting who comes later, and is used again once it answers', async () => {
    stage.play(() => undefined);
    expectDark(await ask());
    const calls = stage.calls();
    const crowd = await Promise.all(Array.from({ length: 20 }, () => ask()));
    for (const each of crowd) expectDark(each);
    expect(stage.calls() - calls).toBeLessThanOrEqual(1);
    expect(Math.max(...crowd.map(({ took }) => took))).toBeLessThan(1_200);
    stage.play(honestly);
    await vi.waitFor(async () => expect((await ask()).data).toEqual(whole), { timeout: 4_000, interval: 100 });
  });

  it('cannot write over the records of the core', async () => {
    stage.play(lie(({ _entities }) => ({ data: { _entities: _entities.map((each) => ({ ...(each as object), title: canary })) } })));
    const { data, errors } = await ask();
    expect(errors).toBeUndefined();
    expect(data).toEqual(whole);
  });

  it('that fails at a change says that the change may have arrived', async () => {
    expect((await ask(parse('mutation { dig(plots: 4) { plots } }'))).data).toEqual({ dig: { plots: 4 } });
    stage.play(() => undefined);
    const { errors } = await ask(parse('mutation { dig(plots: 4) { plots } }'));
    expect(errors?.[0]?.message).toContain('記録されたかどうかを確かめて');
  });
});

describe('the SDL of a department in a process of its own', () => {
  const department = () => ({ name: 'garden', url: stage.url, key });

  it('is asked with a signed call', async () => {
    expect(await fetchSdl(department())).toBe(stageSdl);
  });

  it.each(misbehaviour.filter(([name]) => /never|HTML|stack|raw|all/.test(name)))(
    'is not taken from one that %s',
    async (_, _reason, part) => {
      stage.play(part);
      await expect(fetchSdl(department())).rejects.toMatchObject({ name: 'DepartmentFault' });
    },
  );
});
