import { setTimeout as nap } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Dice, diceFor } from '#seeds/town/dice';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steered } from '#test/kit/steer';
import { type BoardWatch, watchBoard } from '#test/kit/watch-board';

/** Storms to weather; the full run: npm run attack -- storms. */
const STORMS = Number(process.env.HUB_TEST_STORMS ?? 1);
const SEED = Number(process.env.HUB_TEST_SEED ?? 20260401);
const CHANGES = 60;
const SEATS = 24;
/** After an end has been committed nobody may be sent what is committed later than this: the promise is a second, the rest is a busy machine's. */
const BOUND_MS = 10_000;

/** One seat before the board. `ended` is when its end was committed; the others stay to the last. */
interface Seat {
  readonly watch: BoardWatch;
  readonly audience: 'console' | 'display';
  readonly end?: () => Promise<unknown>;
  ended?: number;
  gone?: number;
}

let town: Town;
// A city for each storm: one hub pairs no more than a few dozen displays in a while.
beforeEach(async () => {
  town = await aTown();
});
afterEach(() => town?.close());

const staffOf = (persona: 'council' | 'livelihood') => town.viewer(persona).actor.slice('staff:'.length);
const employ = (persona: 'council' | 'livelihood', until: string) =>
  town.rows(`update core.staff set active_until = ${until} where id = $1`, [staffOf(persona)]);

/** Ways in which somebody's right to watch ends; undefined: it does not. */
async function seatOf(kind: number, session: string, facilitator: Guest): Promise<Seat> {
  const sit = async (guest: Guest) => watchBoard(town, guest, session, { selection: 'id step' });
  if (kind % 4 === 0) return { watch: await sit(facilitator), audience: 'console' };
  if (kind % 4 === 1) {
    const guest = await town.as('elderly-care');
    const headers = { origin: town.origin, ...guest.headers };
    return { watch: await sit(guest), audience: 'console', end: () => fetch(`${town.origin}/sign-out`, { method: 'POST', headers }) };
  }
  if (kind % 4 === 2) {
    const display = await town.display(session);
    return {
      watch: await sit(display),
      audience: 'display',
      ...(kind % 8 === 2 ? { end: () => steered(facilitator, 'revokeDisplay', { display: display.id }, 'state') } : {}),
    };
  }
  const persona = kind % 8 === 3 ? 'council' : 'livelihood';
  const leaves = persona === 'council' ? { end: () => employ('council', 'hub.today() - 1') } : {};
  return { watch: await sit(await town.as(persona)), audience: 'console', ...leaves };
}

/** Changes the board again and again. */
async function change(session: string, version: number, facilitator: Guest, dice: Dice): Promise<void> {
  let at = version;
  for (let count = 0; count < CHANGES; count += 1) {
    at = (await steered(facilitator, 'moveOn', { session, step: count % 7, version: at })).version;
    await nap(dice.below(40));
  }
}

async function storm(seed: number): Promise<number[]> {
  const dice = diceFor(seed, 'storm');
  await employ('council', 'null');
  const facilitator = await town.as('facilitator');
  const { session, version } = await aBoard(facilitator);
  const seats: Seat[] = [];
  for (let kind = 0; kind < SEATS; kind += 1) {
    const seat = await seatOf(kind, session, facilitator);
    await seat.watch.next();
    void seat.watch.raw.closed.then(() => (seat.gone = performance.now()));
    seats.push(seat);
  }
  const ends = seats.map(async (seat) => {
    if (!seat.end) return;
    await nap(dice.between(50, 1_500));
    await seat.end();
    seat.ended = performance.now();
  });
  await Promise.all([change(session, version, facilitator, dice), ...ends]);
  const leavers = seats.filter(({ ended }) => ended !== undefined);
  await vi.waitFor(() => expect(leavers.filter(({ gone }) => gone === undefined)).toEqual([]), { timeout: 30_000 });
  const after = leavers.map(({ watch }) => watch.frames.length);
  await steered(facilitator, 'closeSession', { session, version: version + CHANGES });
  const log = await boardLog(town, session);
  for (const { watch, audience, ended } of seats) {
    const truth = log.filter((line) => line.audience === audience && !line.kind.startsWith('DISPLAY')).map(({ seq }) => seq);
    const seen = () => watch.frames.filter(({ kind }) => kind !== 'SNAPSHOT' && !kind.startsWith('DISPLAY')).map(({ seq }) => seq);
    const first = watch.frames[0]?.seq ?? 0;
    if (ended === undefined) await vi.waitFor(() => expect(seen()).toEqual(truth.filter((seq) => seq > first)), { timeout: 10_000 });
    else expect(seen()).toEqual(truth.filter((seq) => seq > first && seq <= (seen().at(-1) ?? 0)));
  }
  expect(leavers.map(({ watch }) => watch.frames.length)).toEqual(after);
  for (const { watch } of seats) watch.cut();
  return leavers.map(({ gone = 0, ended = 0 }) => Math.max(0, gone - ended));
}

describe('sign-outs, ended roles and displays taken off, at random in the middle of events', () => {
  it.each(Array.from({ length: STORMS }, (_, index) => SEED + index))(
    'shut out exactly those concerned, who hear nothing more, and nobody else misses anything (seed %i)',
    async (seed) => {
      const delays = (await storm(seed)).sort((one, other) => one - other);
      const at = (share: number) => Math.round(delays[Math.floor((delays.length - 1) * share)] ?? 0);
      console.log(`${SEATS} seats, ${CHANGES} changes, ${delays.length} ends: out after p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
      expect(delays.length).toBeGreaterThan(SEATS / 4);
      expect(delays.at(-1)).toBeLessThan(BOUND_MS);
    },
  );
});
