import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asViewer } from '#server/database/as-viewer';
import { moveOn } from '#server/meetings/convene';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { type BoardWatch, watchBoard } from '#test/kit/watch-board';

let town: Town;
let facilitator: Guest;
let session: string;
let version: number;
const watches: BoardWatch[] = [];

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
});
afterEach(() => {
  for (const watch of watches.splice(0)) watch.cut();
});

const watch = async (guest: Guest, options: Parameters<typeof watchBoard>[3] = {}) => {
  const opened = await watchBoard(town, guest, session, options);
  watches.push(opened);
  return opened;
};
const move = async (step: number) => {
  ({ version } = await steered(facilitator, 'moveOn', { session, step, version }));
};
const put = async (index: number) => {
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id offset $1 limit 1`, [
    index,
  ]);
  return (await steered(facilitator, 'putOnAgenda', { session, card: card?.id })).id as string;
};
const seqs = (of: BoardWatch) => of.frames.map(({ seq }) => seq);
const heard = (of: BoardWatch, count: number) =>
  vi.waitFor(() => expect(of.frames.length).toBeGreaterThanOrEqual(count), { timeout: 5_000, interval: 10 });
/** Long enough for an event that should not come, to come. */
const silence = () => new Promise((done) => setTimeout(done, 300));

describe('a board that is watched', () => {
  it('is shown first as it is, under the number where its counter stands', async () => {
    await move(2);
    const console = await watch(facilitator);
    expect(await console.next()).toEqual({
      seq: 2,
      kind: 'SNAPSHOT',
      subjectType: 'Session',
      subjectId: session,
      session: { id: session, status: 'OPEN', step: 2 },
    });
    const empty = await aBoard(facilitator);
    const other = await watchBoard(town, await town.display(empty.session), empty.session);
    watches.push(other);
    expect(await other.next()).toMatchObject({ seq: 1, kind: 'SNAPSHOT', session: { status: 'OPEN' } });
  });

  it('tells every change once, with the board as it is then', async () => {
    const console = await watch(facilitator, { selection: 'step agenda { letter roles { title } }' });
    await console.next();
    await move(1);
    expect(await console.next()).toMatchObject({ seq: 2, kind: 'STEP_CHANGED', session: { step: 1 } });
    const item = await put(0);
    expect(await console.next()).toMatchObject({ seq: 3, kind: 'ITEM_ADDED', subjectType: 'AgendaItem', subjectId: item });
    await steered(facilitator, 'addRole', { item, title: '送迎' });
    expect(await console.next()).toMatchObject({
      seq: 4,
      kind: 'ROLE_ADDED',
      session: { agenda: [{ letter: 'A', roles: [{ title: '送迎' }] }] },
    });
  });

  it('is counted for each audience by itself: what waits behind the scenes leaves no tick on the wall', async () => {
    const display = await town.display(session);
    const [console, wall] = await Promise.all([watch(facilitator), watch(display)]);
    const [{ seq: from }] = await Promise.all([console.next(), wall.next()]);
    const [first, second] = [await put(0), await put(1)];
    await steered(facilitator, 'addRole', { item: second, title: '内緒の役割' });
    await steered(facilitator, 'bringToFront', { session, item: first, version });
    await steered(facilitator, 'addActionItem', { item: first, title: '送迎の表' });
    await heard(console, 6);
    await heard(wall, 3);
    await silence();
    expect(console.frames.map(({ seq, kind }) => [seq, kind])).toEqual([
      [from, 'SNAPSHOT'],
      [from + 1, 'ITEM_ADDED'],
      [from + 2, 'ITEM_ADDED'],
      [from + 3, 'ROLE_ADDED'],
      [from + 4, 'FRONT_CHANGED'],
      [from + 5, 'ACTION_ADDED'],
    ]);
    expect(wall.frames.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'SNAPSHOT'],
      [2, 'FRONT_CHANGED'],
      [3, 'ACTION_ADDED'],
    ]);
    expect(JSON.stringify(wall.frames)).not.toContain(second);
  });

  it('a change that is refused makes no sound', async () => {
    const console = await watch(facilitator);
    await console.next();
    await steer(facilitator, 'moveOn', { session, step: 3, version: version + 7 });
    await steer(facilitator, 'moveOn', { session, step: 99, version });
    await silence();
    expect(seqs(console)).toEqual([1]);
  });

  it('a session that is not there, and one that is hidden, look alike and never tick', async () => {
    const council = await town.as('council');
    const [hidden] = await town.rows<{ id: string }>(
      `select id from core.session s where kind = 'SHIEN_KAIGI' and not exists (select 1 from core.session_member m where m.session_id = s.id and m.staff_id = $1) limit 1`,
      [town.viewer('council').actor.slice('staff:'.length)],
    );
    const answers = [];
    await town.rows(`update core.session set status = 'OPEN', version = 1 where id = $1`, [hidden?.id]);
    const chair = await town.as('facilitator');
    let at = 1;
    for (const step of [1, 2, 3]) at = (await steered(chair, 'moveOn', { session: hidden?.id, step, version: at })).version;
    for (const id of [hidden?.id ?? '', '00000000-0000-4000-8000-000000000000', 'そんな会議はない']) {
      for (const after of [undefined, 0, 3, 7]) {
        const nothing = await watchBoard(town, council, id, after === undefined ? {} : { after });
        watches.push(nothing);
        answers.push({ ...(await nothing.next()), subjectId: null });
      }
    }
    expect(answers[0]).toEqual({ seq: 0, kind: 'SNAPSHOT', subjectType: 'Session', subjectId: null, session: null });
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    await steered(chair, 'moveOn', { session: hidden?.id, step: 4, version: at });
    await silence();
    expect(watches.every(({ frames }) => frames.length === 1)).toBe(true);
  });
});

describe('a board that is closed to those who watch it', () => {
  it('goes dark under the last number that they saw, and what goes on behind leaves no tick', async () => {
    const outsider = await watch(await town.as('council'));
    await outsider.next();
    await move(1);
    expect(await outsider.next()).toMatchObject({ seq: 2, session: { step: 1 } });
    await town.rows(`update core.session set restricted = true, kind = 'SHIEN_KAIGI' where id = $1`, [session]);
    const member = { ...town.viewer('facilitator'), sessions: [session], sworn: [session] };
    const behind = async (step: number) => asViewer(town.database, member, (tx) => moveOn(tx, { session, step, version: version++ }));
    await behind(2);
    expect(await outsider.next()).toMatchObject({ seq: 2, kind: 'CLEARED', session: null });
    await behind(3);
    const late = await watch(await town.as('council'), { after: 3 });
    expect(await late.next()).toMatchObject({ seq: 0, kind: 'SNAPSHOT', session: null });
    await behind(4);
    await silence();
    expect([seqs(outsider), seqs(late)]).toEqual([[1, 2, 2], [0]]);
  });
});

describe('coming back with `after`', () => {
  beforeEach(async () => {
    for (const step of [1, 2, 3, 4, 5]) await move(step);
  });

  it('replays exactly the missed events in their order, and then goes on', async () => {
    const back = await watch(facilitator, { after: 2 });
    await heard(back, 4);
    await move(6);
    await heard(back, 5);
    expect(back.frames.map(({ seq, kind }) => [seq, kind])).toEqual([3, 4, 5, 6, 7].map((seq) => [seq, 'STEP_CHANGED']));
    expect(back.frames.at(-1)?.session.step).toBe(6);
  });

  it('from where the board stands shows it as it is, since a number does not tell with which rights it was seen', async () => {
    const back = await watch(facilitator, { after: 6 });
    expect(await back.next()).toMatchObject({ seq: 6, kind: 'SNAPSHOT', session: { step: 5 } });
    await move(6);
    expect(await back.next()).toMatchObject({ seq: 7, kind: 'STEP_CHANGED' });
  });

  it.each([-1, -2_000_000_000, 7, 2_147_483_647])('from %i, where nobody can have been, shows the board as it is', async (after) => {
    const back = await watch(facilitator, { after });
    expect(await back.next()).toMatchObject({ seq: 6, kind: 'SNAPSHOT', session: { step: 5 } });
    await move(6);
    expect(await back.next()).toMatchObject({ seq: 7, kind: 'STEP_CHANGED' });
    expect(seqs(back)).toEqual([6, 7]);
  });

  it('from the very beginning replays everything', async () => {
    const back = await watch(facilitator, { after: 0 });
    await heard(back, 6);
    expect(back.frames.map(({ kind }) => kind)).toEqual(['SESSION_OPENED', ...Array.from({ length: 5 }, () => 'STEP_CHANGED')]);
  });

  it('from too long ago shows the board as it is', async () => {
    for (let count = 0; count < 205; count += 1) await move(count % 2 ? 3 : 4);
    const late = await watch(facilitator, { after: 6 });
    expect(await late.next()).toMatchObject({ seq: 211, kind: 'SNAPSHOT' });
    const inTime = await watch(facilitator, { after: 11 });
    await heard(inTime, 200);
    expect(seqs(inTime)).toEqual(Array.from({ length: 200 }, (_, index) => 12 + index));
  });
});

describe('forty seats of three classes', () => {
  it('cost three reads an event, and everyone is sent the same bytes as his class', async () => {
    const guests = await Promise.all([town.as('facilitator'), town.as('council'), town.display(session)]);
    const seats = await Promise.all(Array.from({ length: 40 }, (_, index) => watch(guests[index % 3] as Guest)));
    for (const seat of seats) await heard(seat, 1);
    expect(town.hub.live.classes).toBe(3);
    const before = town.hub.live.reads;
    for (let count = 1; count <= 5; count += 1) {
      await move(count);
      for (const seat of seats) await heard(seat, 1 + count);
      expect(town.hub.live.reads - before).toBe(3 * count);
    }
    const byClass = [0, 1, 2].map(
      (index) => new Set(seats.filter((_, at) => at % 3 === index).map(({ frames }) => JSON.stringify(frames.slice(1)))),
    );
    expect(byClass.map((each) => each.size)).toEqual([1, 1, 1]);
    const log = await boardLog(town, session);
    const told = seqs(seats[0] as BoardWatch);
    expect(told).toEqual(log.filter(({ audience, seq }) => audience === 'console' && seq >= (told[0] ?? 0)).map(({ seq }) => seq));
  });

  it('and none once everybody has left', async () => {
    const seat = await watch(facilitator);
    await seat.next();
    seat.cut();
    await vi.waitFor(() => expect(town.hub.live.classes).toBe(0));
    const before = town.hub.live.reads;
    await move(1);
    await silence();
    expect(town.hub.live.reads).toBe(before);
  });
});

describe('a board whose database stumbles', () => {
  it('is caught up without a new event, for those who watched and for those who came meanwhile', async () => {
    const display = await town.display(session);
    const seat = await watch(facilitator);
    const { seq } = await seat.next();
    // Reads of the live boards take their client by `connect()`; changes go through TypeORM, which calls back.
    let refusals = 3;
    const connect = town.database.pool.connect.bind(town.database.pool);
    const weak = vi
      .spyOn(town.database.pool, 'connect')
      .mockImplementation(((...given: unknown[]) =>
        given.length === 0 && refusals-- > 0
          ? Promise.reject(new Error('the database is away'))
          : (connect as (...all: unknown[]) => unknown)(...given)) as never);
    await asViewer(town.database, town.viewer('facilitator'), (tx) => moveOn(tx, { session, step: 4, version }));
    const late = await watch(display);
    await heard(seat, 2);
    await heard(late, 1);
    weak.mockRestore();
    expect(refusals).toBeLessThan(0);
    expect(seqs(seat)).toEqual([seq, seq + 1]);
    expect(late.frames[0]).toMatchObject({ seq: 2, kind: 'SNAPSHOT', session: { step: 4 } });
  });
});
