import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { children } from '#server/departments/children/children';
import { actorVerifier, bodyHash, houseViewer, signActor } from '#server/hub/actor-token';
import { DepartmentServer } from '#server/hub/department-server';
import { fetchSdl } from '#server/hub/remote-executor';
import { buildSubgraph } from '#server/hub/subgraph';
import { log } from '#server/kernel/log';
import { caseworker, type DepartmentAlone, departmentAlone } from '#test/kit/department-alone';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const own = caseworker('children');
const stranger = caseworker('council');
const [record, caseId, otherCase] = [randomUUID(), randomUUID(), randomUUID()];
const records = '{ childrenRecords { id note } }';

let department: DepartmentAlone;
let server: DepartmentServer;
let url: string;

beforeAll(async () => {
  vi.spyOn(log, 'warn').mockReturnValue();
  vi.spyOn(log, 'error').mockReturnValue();
  department = await departmentAlone(children);
  const row = { opened_on: '2026-04-01', children_count: 2, note: '担当の覚え書き' };
  await department.sow('case_record', { id: record, case_id: caseId, ...row }, { id: randomUUID(), case_id: otherCase, ...row });
  server = new DepartmentServer(
    buildSubgraph(children.key, children),
    department.database,
    actorVerifier(() => [publicKey], children.key),
  );
  await new Promise<void>((done) => server.http.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}/graphql`;
});
afterAll(async () => {
  server.http.close();
  server.http.closeAllConnections();
  await department.close();
});

/** `any`, since each test knows what it asked for. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Answer = any;

async function send(
  body: string,
  headers: Record<string, string>,
  address = url,
  method = 'POST',
): Promise<{ status: number; text: string; json: Answer }> {
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' ? { body } : {}),
  });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
}

async function authorization(viewer: Viewer, body: string, audience = children.key, key = privateKey): Promise<Record<string, string>> {
  return { authorization: `Actor ${await signActor(key, { viewer, audience, bodyHash: bodyHash(body) })}` };
}

/** A call as the hub makes it. */
async function ask(viewer: Viewer, query: string, variables?: object, extensions?: object) {
  const body = JSON.stringify({ query, variables, extensions });
  return (await send(body, await authorization(viewer, body))).json;
}

describe('the door of a department in a process of its own', () => {
  const body = JSON.stringify({ query: records });
  const introspection = JSON.stringify({ query: '{ __schema { types { name } } }' });
  const sdl = JSON.stringify({ query: '{ _service { sdl } }' });

  it('opens for a call that the hub has signed', async () => {
    expect((await ask(own, records)).data.childrenRecords).toHaveLength(2);
  });

  it.each<[string, () => Promise<Awaited<ReturnType<typeof send>>>]>([
    ['without a token', () => send(body, {})],
    ['that asks for the schema without one', () => send(introspection, {})],
    ['that asks for the SDL without one', () => send(sdl, {})],
    ['by GET', () => send('', {}, `${url}?query=${encodeURIComponent(records)}`, 'GET')],
    ['to anywhere else', () => send('', {}, url.replace('/graphql', '/'), 'GET')],
    [
      'with a token of another kind',
      async () => send(body, { authorization: `Bearer ${(await authorization(own, body)).authorization?.slice(6)}` }),
    ],
    ['signed for another department', async () => send(body, await authorization(own, body, 'council'))],
    [
      'signed by another department, or anybody else',
      async () => send(body, await authorization(own, body, children.key, generateKeyPairSync('ed25519').privateKey)),
    ],
    ['signed for another body', async () => send(sdl, await authorization(own, body))],
    ['that is larger than any question', async () => send(`{"query":"${' '.repeat(1024 * 1024)}"}`, await authorization(own, body))],
    ['with any text for a token', () => send(body, { authorization: 'Actor eyJhbGciOiJub25lIn0.e30.' })],
  ])('stays shut, and says nothing, for a call %s', async (_, call) => {
    const { status, text } = await call();
    expect([status, text]).toEqual([401, '']);
  });

  it('opens once for one token', async () => {
    const headers = await authorization(own, body);
    expect((await send(body, headers)).status).toBe(200);
    expect(await send(body, headers)).toMatchObject({ status: 401, text: '' });
  });

  it('shuts when the token has grown old', async () => {
    const headers = await authorization(own, body);
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    const { status } = await send(body, headers).finally(() => vi.useRealTimers());
    expect(status).toBe(401);
  });

  it('tells anybody that it is there, and nothing more', async () => {
    expect(await send('', {}, url.replace('/graphql', '/health'), 'GET')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it('gives the hub its SDL, and the hub on its own behalf no record', async () => {
    expect(await fetchSdl({ name: 'children', url, key: privateKey })).toContain('type ChildrenRecord');
    expect((await ask(houseViewer, records)).data).toEqual({ childrenRecords: [] });
  });
});

describe('behind the door of a department', () => {
  const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { id children { openedOn note } } } }';
  const of = (consentedClasses: readonly string[]) => ({
    of: [
      { __typename: 'Case', id: otherCase, consentedClasses: [] },
      { __typename: 'Case', id: caseId, consentedClasses },
    ],
  });

  it('stand the same walls: a key alone opens nothing', async () => {
    expect((await ask(stranger, records)).data.childrenRecords).toEqual([]);
    const { data } = await ask(stranger, entities, of([]));
    expect(data._entities.map((each: { children: unknown }) => each.children)).toEqual([null, null]);
  });

  it('a case that the hub vouches for is opened, without the notes', async () => {
    const { data } = await ask(stranger, entities, of(['sensitive', 'note']));
    expect(data._entities.map((each: { children: unknown }) => each.children)).toEqual([null, { openedOn: '2026-04-01', note: null }]);
  });

  it('what was read stands in the audit of the department', async () => {
    const viewer = { ...own, actor: `staff:${randomUUID()}` };
    await ask(viewer, records);
    const { pool } = department.database;
    const { rows } = await pool.query('select audience, classes from hub.read_audit where receivers = $1', [[viewer.actor]]);
    expect(rows).toEqual([{ audience: 'staff', classes: expect.arrayContaining(['note']) }]);
  });

  it('a change is made once, however often the hub sends it, and a stale one meets both versions', async () => {
    const change = 'mutation ($input: RecordNoteInput!) { writeChildrenNote(input: $input) { note version } }';
    const input = { recordId: record, version: 1, note: '面談の予定' };
    const first = await ask(own, change, { input }, { idempotencyKey: 'k1' });
    expect(first.data).toEqual({ writeChildrenNote: { note: '面談の予定', version: 2 } });
    expect(await ask(own, change, { input }, { idempotencyKey: 'k1' })).toEqual(first);
    const { errors } = await ask(own, change, { input });
    expect(errors[0].extensions).toMatchObject({ code: 'CONFLICT', current: { note: '面談の予定', version: 2 } });
  });

  it('problems are told, and anything else is not', async () => {
    const change = 'mutation ($input: RecordNoteInput!) { writeChildrenNote(input: $input) { note } }';
    const denied = await ask(stranger, change, { input: { recordId: record, version: 2, note: null } });
    expect(denied.errors[0].extensions.code).toBe('DENIED');
    const { pool } = department.database;
    await pool.query('alter table children.case_record rename to elsewhere');
    const broken = await ask(own, records).finally(() => pool.query('alter table children.elsewhere rename to case_record'));
    expect(broken.errors[0].extensions).toEqual({ code: 'INTERNAL', reference: expect.any(String) });
    expect(JSON.stringify(broken)).not.toContain('case_record');
  });

  it.each([
    ['is no GraphQL', '{{', 'GRAPHQL_VALIDATION_FAILED'],
    ['asks for what there is not', '{ everything }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'is deeper than any question',
      `{ childrenRecords { ${'case { childrenRecord { '.repeat(12)} id ${'} }'.repeat(12)} } }`,
      'LIMIT_EXCEEDED',
    ],
  ])('a question that %s is refused', async (_, query, code) => {
    const { data, errors } = await ask(own, query);
    expect(data).toBeUndefined();
    expect(errors.map((each: { extensions: { code: string } }) => each.extensions.code)).toEqual([code]);
  });
});
