import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem, asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

const EXPORT = 'mutation ($session: ID!) { exportInvitation(session: $session) }';
const planned = { kind: 'MARUGOTO', title: '予定の会議', heldOn: '2026-12-01', place: '市民会館', startsAt: '13:30', endsAt: '15:00' };
const moved = { title: '予定の会議', heldOn: '2026-12-08', startsAt: '10:00', endsAt: '11:30', place: '牧丘支所' };
let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

const fileOf = async (session: string): Promise<string> => (await facilitator.ask(EXPORT, { session })).data.exportInvitation;
const lineOf = (file: string, name: string) => new RegExp(`^${name}[^:]*:(.*)\r$`, 'm').exec(file)?.[1];

it('is handed to those who ask people to the table, with no title of the session', async () => {
  const { session } = await aBoard(facilitator, '題に書いた言葉');
  const file = await fileOf(session);
  expect(file).toContain('SUMMARY:地域まるごと支援会議');
  expect(file).not.toContain('題に書いた言葉');
  const livelihood = await town.as('livelihood');
  expect((await livelihood.ask(EXPORT, { session })).errors?.[0]?.extensions.code).toBe('DENIED');
});

describe('a session that is called', () => {
  let session: string;
  beforeAll(async () => {
    session = (await steered(facilitator, 'createSession', planned)).id;
  });

  it('is moved, and its invitation takes the place of the one that people have', async () => {
    const before = await fileOf(session);
    const watch = await watchBoard(town, await town.as('children'), session, { selection: 'heldOn startsAt endsAt place title' });
    await watch.next();
    const done = await steered(facilitator, 'moveSession', { session, ...moved, version: 1 }, 'version heldOn startsAt place number');
    expect(done).toMatchObject({ version: 2, heldOn: '2026-12-08', startsAt: '10:00', place: '牧丘支所' });
    expect((await watch.next()).session).toMatchObject(moved);
    watch.cut();
    const after = await fileOf(session);
    expect(lineOf(after, 'UID')).toBe(lineOf(before, 'UID'));
    expect(Number(lineOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(lineOf(before, 'SEQUENCE')));
    expect(after).toContain('DTSTART;TZID=Asia/Tokyo:20261208T100000');
    expect((await boardLog(town, session)).map(({ audience, kind }) => [audience, kind])).toEqual([
      ['console', 'SESSION_MOVED'],
      ['display', 'SESSION_MOVED'],
    ]);
    const audited = await asSystem(town.database, 'hub_system', (query) =>
      query(`select actor from hub.change_audit where action = 'session.move' and session_id = $1`, [session]),
    );
    expect(audited).toEqual([{ actor: town.viewer('facilitator').actor }]);
  });

  it('moved by two at once shows both', async () => {
    const late = await steer(facilitator, 'moveSession', { session, ...moved, heldOn: '2026-12-15', version: 1 });
    expect(late.problem).toMatchObject({
      code: 'CONFLICT',
      current: { heldOn: '2026-12-08', startsAt: '10:00', place: '牧丘支所', version: 2 },
      yours: { heldOn: '2026-12-15', startsAt: '10:00', version: 1 },
    });
  });

  it('is counted anew in another fiscal year', async () => {
    const [{ number } = { number: 0 }] = await town.rows<{ number: number }>(
      `select coalesce(max(number), 0)::int as number from core.session where kind = 'MARUGOTO' and held_on >= '2027-04-01'`,
    );
    const done = await steered(facilitator, 'moveSession', { session, ...moved, heldOn: '2027-04-06', version: 2 }, 'number version');
    expect(done).toEqual({ number: number + 1, version: 3 });
    await steered(facilitator, 'moveSession', { session, ...moved, version: 3 });
  });

  it('is moved by those who may call it, until it opens, and past every use case by nobody else', async () => {
    expect((await steer(await town.as('recorder'), 'moveSession', { session, ...moved, version: 4 })).problem?.code).toBe('DENIED');
    expect((await steer(await town.as('children'), 'moveSession', { session, ...moved, version: 4 })).problem?.code).toBe('DENIED');
    const tell = (persona: 'facilitator' | 'recorder', set: string) =>
      asViewer(town.database, town.viewer(persona), (tx) => tx.query(`update core.session set ${set} where id = '${session}'`)).catch(
        (fault: Error) => fault.message,
      );
    expect(await tell('recorder', `held_on = '2026-12-30'`)).toMatch(/moved by those who may call it/);
    expect(await tell('facilitator', 'moves = 0')).toMatch(/permission denied/);
    const { version } = await steered(facilitator, 'openSession', { session, version: 4 });
    expect((await steer(facilitator, 'moveSession', { session, ...moved, version })).problem).toMatchObject({
      code: 'INVALID',
      fields: { session: expect.any(String) },
    });
    expect(await tell('facilitator', `place = '別の場所'`)).toMatch(/until it opens/);
  });
});
