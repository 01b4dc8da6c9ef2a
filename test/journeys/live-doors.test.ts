import type net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { rawSocket } from '#test/kit/raw-socket';
import { aBoard, changeDocument, steer, steered, steps } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let facilitator: Guest;
let session: string;
let version: number;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
});

describe('a display', () => {
  it('that is taken off goes dark at once and cannot come back', async () => {
    const display = await town.display(session);
    const wall = await watchBoard(town, display, session);
    await wall.next();
    expect(await steered(facilitator, 'revokeDisplay', { display: display.id }, 'state')).toEqual({ state: 'REVOKED' });
    expect((await wall.raw.closed).code).toBe(4403);
    await steered(facilitator, 'moveOn', { session, step: 1, version });
    expect(wall.frames).toHaveLength(1);
    const again = await rawSocket(town, display, { init: 'later' });
    again.send({ type: 'connection_init', payload: { display: display.token } });
    expect((await again.closed).code).toBe(4403);
    expect((await display.ask('query ($id: ID!) { session(id: $id) { title } }', { id: session })).status).toBe(401);
    const state = await fetch(`${town.origin}/display/pairing`, { headers: display.headers });
    expect(await state.json()).toEqual({ state: 'revoked' });
  });

  it('whose time is over goes dark too', async () => {
    const display = await town.display(session);
    const wall = await watchBoard(town, display, session);
    await wall.next();
    const { asSystem } = await import('#server/database/as-viewer');
    await asSystem(town.database, 'hub_system', (query) =>
      query('update hub.display_device set valid_until = now() where id = $1', [display.id]),
    );
    expect((await wall.raw.closed).code).toBe(4403);
  });

  it('sees the board that it is paired with and no other', async () => {
    const [display, other] = [await town.display(session), await aBoard(facilitator)];
    const elsewhere = await watchBoard(town, display, other.session);
    expect(await elsewhere.next()).toMatchObject({ seq: 0, kind: 'SNAPSHOT', session: null });
    await steered(facilitator, 'moveOn', { session: other.session, step: 1, version: other.version });
    await sleep(300);
    expect(elsewhere.frames).toHaveLength(1);
    elsewhere.cut();
    expect((await display.ask('query ($id: ID!) { session(id: $id) { title } }', { id: other.session })).data).toEqual({ session: null });
  });

  it('cannot change anything, over HTTP or over its socket, with or without a cookie beside its token', async () => {
    const display = await town.display(session);
    const raw = await rawSocket(town, display);
    // With its values in variables and, since a schema without changes knows no type of theirs, written out.
    const writtenOut = `mutation { closeSession(input: { session: "${session}", version: ${version} }) { id } }`;
    for (const query of [...steps.map((step) => changeDocument(step)), writtenOut]) {
      raw.send({ id: 'change', type: 'subscribe', payload: { query, variables: { input: { session, version } } } });
      const refusal = await raw.next();
      expect(refusal.type).toBe('error');
      for (const error of refusal.payload) expect(error.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      const answer = await display.ask(query, { input: { session, version } });
      expect([answer.data ?? null, answer.errors?.[0]?.extensions.code]).toEqual([null, 'GRAPHQL_VALIDATION_FAILED']);
    }
    raw.socket.terminate();
    const both = await display.ask(
      changeDocument('closeSession'),
      { input: { session, version } },
      { cookie: facilitator.headers.cookie ?? '' },
    );
    expect(both.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await facilitator.ask('query ($id: ID!) { session(id: $id) { status } }', { id: session })).data.session.status).toBe('OPEN');
  });

  it('is paired with the code on its screen, once, for a kind of conference that may be projected', async () => {
    const ask = async () =>
      (await (await fetch(`${town.origin}/display/pairing`, { method: 'POST', headers: { origin: town.origin } })).json()) as {
        code: string;
        token: string;
      };
    const { code, token } = await ask();
    expect(code).toMatch(/^[A-Z0-9]{6}$/);
    const state = async () => (await fetch(`${town.origin}/display/pairing`, { headers: { authorization: `Display ${token}` } })).json();
    expect(await state()).toEqual({ state: 'waiting' });
    expect((await steer(facilitator, 'pairDisplay', { session, code: 'ZZZZZZ' })).problem).toMatchObject({
      code: 'INVALID',
      fields: { code: expect.any(String) },
    });
    const closed = await steered(facilitator, 'createSession', {
      kind: 'JUSOTEKI_CASE',
      title: '会議',
      heldOn: '2026-12-01',
      place: '会議室',
    });
    expect((await steer(facilitator, 'pairDisplay', { session: closed.id, code })).problem).toMatchObject({
      code: 'INVALID',
      fields: { session: expect.any(String) },
    });
    const typed = ` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `;
    expect(await steered(facilitator, 'pairDisplay', { session, code: typed }, 'state')).toEqual({ state: 'PAIRED' });
    expect(await state()).toEqual({ state: 'paired', session });
    expect((await steer(facilitator, 'pairDisplay', { session, code })).problem?.code).toBe('INVALID');
  });
});

describe('a person', () => {
  it('who signs out is out everywhere, and out for good', async () => {
    const recorder = await town.as('recorder');
    const board = await watchBoard(town, recorder, session);
    await board.next();
    const out = await fetch(`${town.origin}/sign-out`, { method: 'POST', headers: { origin: town.origin, ...recorder.headers } });
    expect(out.status).toBe(204);
    expect((await board.raw.closed).code).toBe(4403);
    await steered(facilitator, 'moveOn', { session, step: 1, version });
    expect(board.frames).toHaveLength(1);
    expect((await recorder.ask('{ me { name } }')).status).toBe(401);
    const again = await rawSocket(town, recorder, { init: 'later' });
    again.send({ type: 'connection_init' });
    expect((await again.closed).code).toBe(4403);
  });

  it('cannot be signed out by the page of somebody else', async () => {
    const recorder = await town.as('recorder');
    for (const origin of [{}, { origin: 'https://evil.example' }])
      expect(
        (await fetch(`${town.origin}/sign-out`, { method: 'POST', headers: { ...recorder.headers, ...origin } as Record<string, string> }))
          .status,
      ).toBe(403);
    expect((await recorder.ask('{ me { name } }')).status).toBe(200);
  });

  it('whose rights change is asked to come again, and then sees what the new ones open', async () => {
    const council = await town.as('council');
    const [hidden] = await town.rows<{ id: string }>(
      `select id from core.session s where kind = 'SHIEN_KAIGI' and not exists (select 1 from core.session_member m where m.session_id = s.id and m.staff_id = $1) limit 1`,
      [town.viewer('council').actor.slice('staff:'.length)],
    );
    const id = hidden?.id as string;
    const before = await watchBoard(town, council, id);
    expect(await before.next()).toMatchObject({ session: null });
    await town.rows(`insert into core.session_member (id, session_id, staff_id, duty) values (gen_random_uuid(), $1, $2, 'MEMBER')`, [
      id,
      town.viewer('council').actor.slice('staff:'.length),
    ]);
    await town.rows(`insert into core.secrecy_acknowledgement (session_id, staff_id, wording) values ($1, $2, '')`, [
      id,
      town.viewer('council').actor.slice('staff:'.length),
    ]);
    expect((await before.raw.closed).code).toBe(4205);
    const after = await watchBoard(town, council, id);
    expect(await after.next()).toMatchObject({ session: { id } });
    after.cut();
  });

  it('sees a board for which nothing is kept open longer than the sign-in', async () => {
    const recorder = await town.as('recorder');
    const board = await watchBoard(town, recorder, session);
    await board.next();
    const { asSystem } = await import('#server/database/as-viewer');
    await asSystem(town.database, 'hub_system', (query) =>
      query(`update hub.sign_in set created_at = now() - interval '11 hours' where staff_id = $1`, [
        town.viewer('recorder').actor.slice('staff:'.length),
      ]),
    );
    expect((await board.raw.closed).code).toBe(4403);
  });
});

describe('an analyst', () => {
  it('cannot follow a board', async () => {
    const analyst = await town.as('analyst');
    const raw = await rawSocket(town, analyst);
    raw.send({ id: '1', type: 'subscribe', payload: { query: `subscription { board(session: "${session}") { seq session { title } } }` } });
    expect(await raw.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    raw.socket.terminate();
  });
});

describe('a reader that does not read', () => {
  it('is let go of with 1013 or by the pipe, and the others notice nothing', async () => {
    const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' limit 1`);
    const { id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id });
    for (let count = 0; count < 12; count += 1) await steered(facilitator, 'addRole', { item, title: `役割${'あ'.repeat(14)}${count}` });
    const everything = 'id agenda { id letter card { id title strengths wishes worries } roles { id title } }';
    const many = Array.from(
      { length: 50 },
      (_, index) => `a${index}: agenda { id card { title strengths wishes worries } roles { id title organization { id name } } }`,
    ).join(' ');
    const good = await watchBoard(town, facilitator, session, { selection: everything });
    const bad = await watchBoard(town, facilitator, session, { selection: many });
    await Promise.all([good.next(), bad.next()]);
    const pipe = (bad.raw.socket as unknown as { _socket: net.Socket })._socket;
    pipe.pause();
    const before = process.memoryUsage().arrayBuffers;
    let at = version;
    for (let count = 0; count < 120 && town.hub.live.classes > 1; count += 1) {
      at = (await steered(facilitator, 'moveOn', { session, step: count % 7, version: at })).version;
      expect((await good.next()).kind).toBe('STEP_CHANGED');
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
    pipe.resume();
    const { code } = await bad.raw.closed;
    expect([1013, 1006]).toContain(code);
    expect(good.frames.map(({ seq }) => seq)).toEqual(good.frames.map((_, index) => (good.frames[0]?.seq ?? 0) + index));
    await vi.waitFor(() => expect(town.hub.live.classes).toBe(1));
    good.cut();
  });
});
