import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Dice, diceFor } from '#seeds/town/dice';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { type BoardFrame, watchBoard } from '#test/kit/watch-board';

const CLIENTS = 30;
const CHANGES = 100;

/** A client that is cut off again and again, and comes back with the last number that it was sent. */
async function restless(town: Town, guest: Guest, session: string, dice: Dice, over: () => boolean): Promise<BoardFrame[]> {
  const frames: BoardFrame[] = [];
  while (!over()) {
    const watch = await watchBoard(town, guest, session, frames.length > 0 ? { after: frames.at(-1)?.seq as number } : {});
    watch.raw.socket.on('close', () => frames.push(...watch.frames));
    await sleep(dice.between(5, 150));
    watch.cut();
    await watch.raw.closed;
    await sleep(dice.below(60));
  }
  const last = await watchBoard(town, guest, session, { after: frames.at(-1)?.seq as number });
  const goal = (await boardLog(town, session)).filter(({ audience }) => audience === audienceOf(guest)).length;
  await vi.waitFor(() => expect((last.frames.at(-1) ?? frames.at(-1))?.seq).toBe(goal), { timeout: 10_000, interval: 20 });
  frames.push(...last.frames);
  last.cut();
  return frames;
}

const audienceOf = (guest: Guest) => (guest.headers.authorization ? 'display' : 'console');

/** A hundred changes to one board, four at a time, some of which the wall does not see. */
async function busy(town: Town, facilitator: Guest, session: string, version: number): Promise<void> {
  const cards = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' limit 2`);
  const items: string[] = [];
  for (const { id } of cards) items.push((await steered(facilitator, 'putOnAgenda', { session, card: id })).id);
  const [organization] = await town.rows<{ id: string }>('select id from core.organization order by id limit 1');
  const whoAndWhen = { organization: organization?.id, dueOn: '2026-12-24' };
  await steered(facilitator, 'bringToFront', { session, item: items[0], version });
  for (let round = 0; round < (CHANGES - 4) / 4; round += 1) {
    const added = [0, 1, 0].map((index) =>
      steered(facilitator, 'addActionItem', { item: items[index], title: `行動${round}`, ...whoAndWhen }),
    );
    await Promise.all([...added, steered(facilitator, 'moveOn', { session, step: round % 7, version: version + 1 + round })]);
  }
  await steered(facilitator, 'closeSession', { session, version: version + 1 + (CHANGES - 4) / 4 });
}

async function storm(town: Town, seed: number): Promise<void> {
  const facilitator = await town.as('facilitator');
  const { session, version } = await aBoard(facilitator);
  const guests = await Promise.all([Promise.resolve(facilitator), town.as('council'), town.display(session), town.display(session)]);
  let finished = false;
  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    const guest = guests[index % guests.length] as Guest;
    return restless(town, guest, session, diceFor(seed, 'client', index), () => finished).then((frames) => ({
      audience: audienceOf(guest),
      frames,
    }));
  });
  await busy(town, facilitator, session, version).finally(() => {
    finished = true;
  });
  const log = await boardLog(town, session);
  const isChange = ({ audience, kind }: { audience: string; kind: string }) => audience === 'console' && !kind.startsWith('DISPLAY');
  expect(log.filter(isChange)).toHaveLength(CHANGES + 1);
  for (const { audience, frames } of await Promise.all(clients)) {
    const truth = log.filter((line) => line.audience === audience).map(({ seq, kind }) => [seq, kind]);
    // The first frame of all is the board as it was; from there on everything, once, in order.
    const [first, ...rest] = frames;
    expect(first?.kind).toBe('SNAPSHOT');
    expect(events(rest, first?.seq ?? 0)).toEqual(truth.filter(([seq]) => (seq as number) > (first?.seq ?? 0)));
  }
}

/** What was told as having happened. Who came back and had missed nothing was shown the board under the number that they had, and no other. */
function events(frames: readonly BoardFrame[], first: number): [number, string][] {
  let at = first;
  return frames.flatMap(({ seq, kind }): [number, string][] => {
    if (kind === 'SNAPSHOT') expect(seq).toBe(at);
    at = seq;
    return kind === 'SNAPSHOT' ? [] : [[seq, kind]];
  });
}

describe('thirty clients, cut off and restored at random while a hundred changes are made', () => {
  let town: Town;
  beforeAll(async () => {
    town = await aTown();
  });
  afterAll(() => town?.close());

  it.each([1, 20261123])('miss nothing, are told nothing twice and nothing out of order (seed %i)', (seed) => storm(town, seed), 60_000);
});

describe('a hub that hears no wake-up at all', () => {
  let town: Town;
  beforeAll(async () => {
    town = await aTown({ deaf: true });
  });
  afterAll(() => town?.close());

  it('follows all the same, by polling', async () => {
    const facilitator = await town.as('facilitator');
    const { session, version: opened } = await aBoard(facilitator);
    let version = opened;
    const seat = await watchBoard(town, facilitator, session);
    await seat.next();
    for (let step = 1; step <= 3; step += 1) {
      ({ version } = await steered(facilitator, 'moveOn', { session, step, version }));
      expect(await seat.next()).toMatchObject({ seq: 1 + step, session: { step } });
    }
    const { problem } = await steer(facilitator, 'closeSession', { session, version });
    expect(problem).toBeUndefined();
    expect(await seat.next()).toMatchObject({ kind: 'SESSION_CLOSED' });
    seat.cut();
  });

  it('loses nothing in the storm', () => storm(town, 7), 60_000);
});
