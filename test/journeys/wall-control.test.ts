import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

const BOARD = `id wall timerEndsAt timerLeft frontItem { id card { title } roles { title } actionItems { title } }`;
let town: Town;
let facilitator: Guest;
let recorder: Guest;
let display: Guest;
let session: string;
let version: number;
let item: string;

beforeAll(async () => {
  town = await aTown();
  [facilitator, recorder] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  ({ id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id }));
  ({ version } = await steered(facilitator, 'bringToFront', { session, item, version }));
  display = await town.display(session);
});

const room = async (of: Guest = display) =>
  (await of.ask(`query ($id: ID!) { session(id: $id) { ${BOARD} } }`, { id: session })).data.session;
const ticks = async () => (await boardLog(town, session)).filter(({ audience }) => audience === 'display').length;

describe('the wall', () => {
  it('is sent nothing of the agenda while it is hidden, whoever asks with its token, and all of it again when it is shown', async () => {
    const wall = await watchBoard(town, display, session, { selection: BOARD });
    expect((await wall.next()).session.frontItem).not.toBeNull();
    await steered(facilitator, 'setWall', { session, wall: 'HIDDEN' });
    expect(await wall.next()).toMatchObject({ kind: 'WALL_HIDDEN', session: { wall: 'HIDDEN', frontItem: null } });
    expect(await room()).toMatchObject({ frontItem: null });
    expect((await display.ask('query ($id: ID!) { session(id: $id) { agenda { id } } }', { id: session })).data.session.agenda).toEqual([]);
    expect((await room(facilitator)).frontItem.id).toBe(item);
    await steered(recorder, 'setWall', { session, wall: 'SHOWN' });
    expect(await wall.next()).toMatchObject({ session: { wall: 'SHOWN', frontItem: { id: item } } });
    wall.cut();
  });

  it('can be hidden by two people at once, and by whoever has an old version', async () => {
    const answers = await Promise.all(
      [facilitator, recorder].map((one) => steer(one, 'setWall', { session, wall: 'HIDDEN' }, 'wall version')),
    );
    expect(answers.map(({ done }) => done)).toEqual([
      { wall: 'HIDDEN', version },
      { wall: 'HIDDEN', version },
    ]);
  });

  it('is not for people who do not steer', async () => {
    const livelihood = await town.as('livelihood');
    expect((await steer(livelihood, 'setWall', { session, wall: 'HIDDEN' })).problem?.code).toBe('DENIED');
    expect((await steer(livelihood, 'setTimer', { session, seconds: 60, running: true })).problem?.code).toBe('DENIED');
    expect((await steer(livelihood, 'takeOver', { session, version })).problem?.code).toBe('DENIED');
  });
});

describe('the timer', () => {
  it('ends at one moment for every screen, stops with what is left, and is put away', async () => {
    const running = await steered(facilitator, 'setTimer', { session, seconds: 600, running: true }, 'timerEndsAt timerLeft');
    expect(running.timerLeft).toBeNull();
    expect((await room()).timerEndsAt).toBe(running.timerEndsAt);
    expect(await steered(facilitator, 'setTimer', { session, seconds: 480, running: false }, 'timerEndsAt timerLeft')).toEqual({
      timerEndsAt: null,
      timerLeft: 480,
    });
    expect(await steered(facilitator, 'setTimer', { session, running: false }, 'timerEndsAt timerLeft')).toEqual({
      timerEndsAt: null,
      timerLeft: null,
    });
    const refused = await steer(facilitator, 'setTimer', { session, seconds: 20_000, running: true });
    expect(refused.problem).toMatchObject({ code: 'INVALID', fields: { seconds: '0から14400までの秒数です。' } });
  });

  it('comes with the time at which the hub sent it, by the clock that it ends by', async () => {
    const [{ now }] = (await town.rows<{ now: string }>('select clock_timestamp() as now')) as [{ now: string }];
    const watch = await town.as('recorder').then((guest) => watchBoard(town, guest, session));
    watch.cut();
    const answer = await new Promise<{ sentAt: string }>((done, failed) => {
      const client = facilitator.connect();
      client.subscribe<{ board: { sentAt: string } }>(
        { query: 'subscription ($s: ID!) { board(session: $s) { sentAt } }', variables: { s: session } },
        { next: ({ data }) => data && (done(data.board), void client.dispose()), error: failed, complete: () => undefined },
      );
    });
    expect(Date.parse(answer.sentAt)).toBeGreaterThanOrEqual(new Date(now).getTime());
  });
});

describe('a line that may tell who somebody is', () => {
  it('waits on the desks, and no number tells the wall of it', async () => {
    const before = await ticks();
    const role = await steered(facilitator, 'addRole', { item, title: '結城野さんを訪ねる' }, 'id version held');
    expect(role.held).toBe('IDENTIFIER');
    expect(await ticks()).toBe(before);
    expect((await room()).frontItem.roles).toEqual([]);
    expect((await room(facilitator)).frontItem.roles).toEqual([{ title: '結城野さんを訪ねる' }]);
  });

  it('is let through by a second person, and not by whoever typed it', async () => {
    const action = await steered(facilitator, 'addActionItem', { item, title: '架空1丁目で集まる' }, 'id version held');
    expect(action.held).toBe('IDENTIFIER');
    const own = await steer(facilitator, 'holdActionItem', { action: action.id, held: false, version: action.version });
    expect(own.problem).toMatchObject({ code: 'INVALID', fields: { title: expect.stringContaining('もう一人') } });
    const through = await steered(recorder, 'holdActionItem', { action: action.id, held: false, version: action.version }, 'held');
    expect(through.held).toBeNull();
    expect((await room()).frontItem.actionItems).toEqual([{ title: '架空1丁目で集まる' }]);
  });

  it('is let through by the database to nobody who held it, either', async () => {
    const { id } = await steered(facilitator, 'addRole', { item, title: '虹坂さんに聞く' });
    const { asViewer } = await import('#server/database/as-viewer');
    const release = asViewer(town.database, town.viewer('facilitator'), (tx) =>
      tx.query('update core.role set held = null, held_by = null where id = $1', [id]),
    );
    await expect(release).rejects.toMatchObject({ code: '42501' });
  });

  it('goes to the wall once it is reworded, and leaves it when it is reworded badly', async () => {
    const { id, ...role } = await steered(facilitator, 'addRole', { item, title: '暮沢さんの見守り' });
    const clean = await steered(facilitator, 'renameRole', { role: id, title: '週1回の見守り', version: role.version }, 'version held');
    expect(clean.held).toBeNull();
    expect((await room()).frontItem.roles).toEqual([{ title: '週1回の見守り' }]);
    const before = await ticks();
    expect((await steered(facilitator, 'renameRole', { role: id, title: '84歳の方の見守り', version: clean.version }, 'held')).held).toBe(
      'IDENTIFIER',
    );
    expect(await ticks()).toBe(before + 1);
    expect((await room()).frontItem.roles).toEqual([]);
  });

  it('holds up nothing in a conference without citizens', async () => {
    const made = await steered(facilitator, 'createSession', {
      kind: 'CHONAI',
      title: '庁内の打合せ',
      heldOn: '2026-11-23',
      place: '市役所',
    });
    const [issue] = await town.rows<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' limit 1`);
    const put = await steered(facilitator, 'putOnAgenda', { session: made.id, issue: issue?.id });
    expect((await steered(facilitator, 'addRole', { item: put.id, title: '架空小学校に説明する' }, 'held')).held).toBeNull();
  });
});

describe('what should not have been said', () => {
  it('is taken off the wall with one act, stays on the desks, and comes back with another', async () => {
    const wall = await watchBoard(town, display, session, { selection: BOARD });
    await wall.next();
    const role = await steered(facilitator, 'addRole', { item, title: '買い物の手伝い' });
    expect((await wall.next()).session.frontItem.roles).toHaveLength(1);
    const parked = await steered(recorder, 'holdRole', { role: role.id, held: true, version: role.version }, 'version held');
    expect(parked.held).toBe('PARKED');
    expect(await wall.next()).toMatchObject({ kind: 'ROLE_PARKED', session: { frontItem: { roles: [] } } });
    const before = await ticks();
    const again = await steered(
      facilitator,
      'renameRole',
      { role: role.id, title: '買い物を手伝う', version: parked.version },
      'version held',
    );
    expect(again.held).toBe('PARKED');
    expect(await ticks()).toBe(before);
    await steered(recorder, 'holdRole', { role: role.id, held: false, version: again.version });
    expect(await wall.next()).toMatchObject({ kind: 'ROLE_RELEASED', session: { frontItem: { roles: [{ title: '買い物を手伝う' }] } } });
    wall.cut();
  });

  it('ends in a conflict when somebody else was first', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
    await steered(recorder, 'renameRole', { role: role.id, title: '送り迎えの当番', version: role.version });
    const late = await steer(facilitator, 'holdRole', { role: role.id, held: true, version: role.version });
    expect(late.problem).toMatchObject({ code: 'CONFLICT', current: { title: '送り迎えの当番' } });
  });
});

describe('the chair', () => {
  it('is taken over by somebody who may convene, and desks hear of it and the wall does not', async () => {
    const before = await ticks();
    const [other] = await town.rows<{ id: string }>(`select id from core.staff where id <> $1 limit 1`, [
      town.viewer('facilitator').actor.slice(6),
    ]);
    await town.rows('update core.session set facilitator_id = $2 where id = $1', [session, other?.id]);
    const taken = await steered(facilitator, 'takeOver', { session, version }, 'version facilitator { name }');
    expect(taken.facilitator.name).toBe('結城野 つなぐ(架空)');
    expect(await ticks()).toBe(before);
    expect((await steer(recorder, 'takeOver', { session, version: taken.version })).problem?.code).toBe('DENIED');
  });
});
