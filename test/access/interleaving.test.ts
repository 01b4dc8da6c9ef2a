import { setTimeout as nap } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { diceFor } from '#seeds/town/dice';
import type { Viewer } from '#server/access/viewer';
import { asSystem, asViewer } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { readTogether, type Statement, Unit } from '#server/database/unit';
import { openTown } from '#test/kit/template';

const VIEWERS = 20;
const TURNS = 8;

let database: Database;
beforeAll(async () => {
  database = await openTown(inject('template'), inject('databaseUrl') ?? undefined);
});
afterAll(() => database?.close());

/** Who reads, and which cases and letters they find: theirs alone. */
const mine: Statement = {
  text: `select json_build_object('role', current_user, 'actor', hub.viewer() ->> 'actor',
    'cases', (select coalesce(json_agg(id order by id), '[]') from core.support_case),
    'keys', (select coalesce(json_agg(key order by key), '[]') from hub.idempotency))::text as json`,
  values: [],
};
interface Seen {
  readonly role: string;
  readonly actor: string;
  readonly cases: readonly string[];
  readonly keys: readonly string[];
}
const seen = (json: unknown) => JSON.parse(String(json)) as Seen;

const teams = ['elderly-care', 'disability', 'livelihood', 'children', 'council', 'connection'];
const viewers: readonly Viewer[] = Array.from({ length: VIEWERS }, (_, index) => ({
  audience: 'staff',
  actor: `staff:viewer-${index}`,
  roles: ['caseworker'],
  teams: [teams[index % teams.length], ...(index < teams.length ? [] : [teams[(index + 1) % teams.length]])] as string[],
  sessions: [],
}));
/** Between them, walls that are changing: whatever they are asked, they know no case. */
const walls: readonly Viewer[] = Array.from({ length: 5 }, (_, index) => ({
  audience: 'display',
  actor: `display:${index}`,
  roles: [],
  teams: [],
  sessions: [],
}));
const onTheWall: Statement = {
  text: `select json_build_object('role', current_user, 'actor', hub.viewer() ->> 'actor', 'sessions', (select count(*) from core.session))::text as json`,
  values: [],
};

/** The ways to the tables, each with pauses in which others come between. */
const ways: readonly ((viewer: Viewer, pause: () => Promise<void>) => Promise<Seen[]>)[] = [
  (viewer, pause) =>
    asViewer(database, viewer, async (tx) => {
      const before = seen((await tx.query(mine.text))[0]?.json);
      await pause();
      return [before, seen((await tx.query(mine.text))[0]?.json)];
    }),
  async (viewer, pause) => {
    const unit = new Unit(database, viewer);
    const both = unit.json(mine).then(async (first) => (await pause(), [first, await unit.json(mine)]));
    return (await both.finally(() => unit.close())).map(seen);
  },
  async (viewer) => (await readTogether(database, viewer, [mine, mine])).map(seen),
  async (viewer, pause) => {
    const failing = asViewer(database, viewer, async (tx) => (await tx.query('select 1'), await pause(), tx.query('select 1 / 0')));
    await failing.catch(() => undefined);
    return [];
  },
  async (_viewer, pause) =>
    asSystem(database, 'hub_system', async (query) => (await pause(), await query('select count(*) from hub.sign_in'), [])),
];

describe('twenty people at once', () => {
  it('never see what is not theirs', async () => {
    const own = new Map<Viewer, readonly string[]>();
    for (const viewer of viewers) {
      await asViewer(database, viewer, (tx) =>
        tx.query('insert into hub.idempotency (actor, key, fingerprint) values ($1, $1, $2)', [viewer.actor, '']),
      );
      own.set(viewer, seen((await readTogether(database, viewer, [mine]))[0]).cases);
    }
    expect(new Set([...own.values()].map((cases) => cases.join())).size).toBeGreaterThan(teams.length);

    const dice = diceFor('interleaving');
    const plans = viewers.map(() =>
      Array.from({ length: TURNS }, () => ({ way: dice.pick(ways), naps: [dice.below(12), dice.below(12)] as const })),
    );
    const displays = walls.map(async (wall, index) => {
      for (let turn = 0; turn < TURNS; turn += 1) {
        await nap((index * 3 + turn * 7) % 11);
        const [json] = await readTogether(database, wall, [onTheWall]);
        expect(JSON.parse(json ?? '')).toEqual({ role: 'hub_display', actor: wall.actor, sessions: 0 });
        await expect(readTogether(database, wall, [mine])).rejects.toThrow('permission denied');
      }
    });
    const looks = await Promise.all(
      viewers.map(async (viewer, index) => {
        const found: Seen[] = [];
        for (const { way, naps } of plans[index] ?? []) {
          await nap(naps[0]);
          found.push(...(await way(viewer, () => nap(naps[1]))));
        }
        return found;
      }),
    );
    for (const [index, viewer] of viewers.entries()) {
      for (const look of looks[index] ?? [])
        expect(look).toEqual({ role: 'hub_staff', actor: viewer.actor, cases: own.get(viewer), keys: [viewer.actor] });
    }
    await Promise.all(displays);
    const total = looks.flat().length;
    console.log(`interleaved: ${VIEWERS} viewers, ${total} looks at ${[...own.values()].flat().length} rows of theirs`);
    expect(total).toBeGreaterThan(VIEWERS * TURNS * 0.8);
  });
});
