import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { type BoardWatch, watchBoard } from '#test/kit/watch-board';

interface Row {
  readonly receivers: string[];
  readonly audience: string;
  readonly connections: number;
  readonly classes: string[];
}

let town: Town;
let facilitator: Guest;
let session: string;
let version: number;
let seen = 0;
const watches: BoardWatch[] = [];

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
  await newRows();
});
afterEach(() => {
  for (const watch of watches.splice(0)) watch.cut();
});

const watch = async (guest: Guest) => {
  const opened = await watchBoard(town, guest, session);
  watches.push(opened);
  return opened;
};
const move = async (step: number) => {
  ({ version } = await steered(facilitator, 'moveOn', { session, step, version }));
};
/** What nobody but the database's owner may read. */
const asOwner = async <R>(sql: string, values: unknown[] = []) => (await town.database.pool.query(sql, values)).rows as R[];
/** Rows since the last look. */
async function newRows(): Promise<Row[]> {
  const rows = await asOwner<Row & { id: string }>(
    'select id, receivers, audience, connections, classes from hub.read_audit where id > $1 order by id',
    [seen],
  );
  seen = Number(rows.at(-1)?.id ?? seen);
  return rows;
}
const sorted = (...actors: string[]) => actors.sort();
const live = (rows: readonly Row[], audience: string) => rows.filter((row) => row.audience === audience);

describe('the read audit of a live board', () => {
  it('names everybody who was sent an event, in one row for each class of viewers', async () => {
    const [one, other] = [await town.display(session), await town.display(session)];
    const names = [`display:${one.id}`, `display:${other.id}`];
    for (const guest of [one, one, other, facilitator]) await (await watch(guest)).next();
    await newRows();
    await move(1);
    for (const each of watches) await each.next();
    const rows = await newRows();
    const [row, ...more] = live(rows, 'display');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ connections: 3, classes: ['operational'] });
    expect(sorted(...(row?.receivers ?? []))).toEqual(sorted(...names));
    expect(live(rows, 'staff').map(({ receivers }) => receivers)).toContainEqual([town.viewer('facilitator').actor]);
  });

  it('names also those who come while others have just been shown the same', async () => {
    const guests = await Promise.all(Array.from({ length: 4 }, () => town.display(session)));
    await newRows();
    const reads = town.hub.live.reads;
    for (const guest of guests) await (await watch(guest)).next();
    const rows = live(await newRows(), 'display');
    expect(sorted(...rows.flatMap(({ receivers }) => receivers))).toEqual(sorted(...guests.map(({ id }) => `display:${id}`)));
    // They come within the time in which one reading does for several: what is shared is the reading, not the row.
    expect(town.hub.live.reads - reads).toBeLessThanOrEqual(guests.length);
  });

  it('takes a crowd that comes at once in a few rows', async () => {
    const guests = await Promise.all(Array.from({ length: 4 }, () => town.display(session)));
    await newRows();
    const crowd = await Promise.all(Array.from({ length: 60 }, (_, index) => watch(guests[index % 4] as Guest)));
    for (const each of crowd) await each.next();
    const rows = live(await newRows(), 'display');
    expect(rows.reduce((sum, { connections }) => sum + connections, 0)).toBe(60);
    expect(new Set(rows.flatMap(({ receivers }) => receivers)).size).toBe(4);
    expect(rows.length).toBeLessThan(60);
  });

  it('comes first: while it cannot be written nobody is sent anything, and afterwards everybody is', async () => {
    const [display, late] = [await town.display(session), await town.display(session)];
    const early = await watch(display);
    await early.next();
    await move(1);
    await early.next();
    await asOwner('revoke insert on hub.read_audit from hub_system');
    const wall = await watch(late);
    try {
      await sleep(600);
      expect(wall.frames).toEqual([]);
    } finally {
      await asOwner('grant insert on hub.read_audit to hub_system');
    }
    expect(await wall.next()).toMatchObject({ kind: 'SNAPSHOT', session: { step: 1 } });
    expect((await newRows()).flatMap(({ receivers }) => receivers)).toContain(`display:${late.id}`);
  });

  it('answers what one person saw, over HTTP and live alike, by an index', async () => {
    const recorder = await town.as('recorder');
    const me = town.viewer('recorder').actor;
    await recorder.ask('query Asked($id: ID!) { session(id: $id) { title } }', { id: session });
    await (await watch(recorder)).next();
    const rows = await asOwner<{ operation: string }>('select operation from hub.read_audit where receivers @> array[$1] order by id', [
      me,
    ]);
    expect(rows.map(({ operation }) => operation)).toEqual(['Asked', '']);
    const client = await town.database.pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off');
      const plan = await client.query('explain select operation from hub.read_audit where receivers @> array[$1]', [me]);
      expect(JSON.stringify(plan.rows)).toContain('read_audit_receivers');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
