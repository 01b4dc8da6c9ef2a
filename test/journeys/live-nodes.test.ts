import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { anotherNode } from '#test/kit/another-node';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

describe('two hubs on one database', () => {
  it('hear of each other at once: a change here is on the boards there, and nowhere twice', async () => {
    // It never polls: what reaches its boards is what it hears.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const node = await anotherNode(town);
    vi.useRealTimers();
    const { session, version } = await aBoard(facilitator);
    const watches = await Promise.all([town, node].map((place) => watchBoard(place, facilitator, session)));
    for (const watch of watches) expect(await watch.next()).toMatchObject({ seq: 1, kind: 'SNAPSHOT' });
    let at = version;
    for (let step = 1; step <= 6; step += 1) {
      at = (await steered(facilitator, 'moveOn', { session, step, version: at })).version;
      for (const watch of watches) expect(await watch.next()).toMatchObject({ seq: 1 + step, kind: 'STEP_CHANGED', session: { step } });
    }
    for (const watch of watches) expect(watch.frames.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    for (const watch of watches) watch.cut();
    await node.close();
  });

  it('count together: changes made at both are one row of numbers, in one order', async () => {
    const node = await anotherNode(town);
    const { session } = await aBoard(facilitator);
    const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' limit 1`);
    const { id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id });
    const there: Guest = { ...facilitator, ask: (query, variables) => askAt(node.origin, query, variables) };
    const watches = await Promise.all([town, node].map((place) => watchBoard(place, facilitator, session)));
    for (const watch of watches) await watch.next();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => steer(index % 2 ? facilitator : there, 'addActionItem', { item, title: `行動${index}` })),
    );
    expect(answers.filter(({ problem }) => problem)).toEqual([]);
    const truth = (await boardLog(town, session)).filter(({ audience }) => audience === 'console').map(({ seq }) => seq);
    expect(truth).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
    for (const watch of watches) {
      await vi.waitFor(() => expect(watch.frames.at(-1)?.seq).toBe(42), { timeout: 5_000, interval: 20 });
      expect(watch.frames.map(({ seq }) => seq)).toEqual(truth.slice(1));
      watch.cut();
    }
    await node.close();
  });

  it('stand in for each other: when one dies, its clients come back at the other and have missed nothing', async () => {
    const node = await anotherNode(town);
    const { session, version } = await aBoard(facilitator);
    const display = await town.display(session);
    const watches = await Promise.all([facilitator, display, facilitator].map((guest) => watchBoard(node, guest, session)));
    for (const watch of watches) await watch.next();
    const moved = await steered(facilitator, 'moveOn', { session, step: 1, version });
    for (const watch of watches) await watch.next();
    await node.die();
    for (const watch of watches) await watch.raw.closed;
    let at = moved.version;
    for (const step of [2, 3, 4]) at = (await steered(facilitator, 'moveOn', { session, step, version: at })).version;
    const had = watches.map(({ frames }) => frames.at(-1)?.seq as number);
    const back = await Promise.all(
      [facilitator, display, facilitator].map((guest, index) => watchBoard(town, guest, session, { after: had[index] as number })),
    );
    for (const [index, watch] of back.entries()) {
      const missed = [1, 2, 3].map((count) => [(had[index] as number) + count, 'STEP_CHANGED']);
      await vi.waitFor(() => expect(watch.frames.map(({ seq, kind }) => [seq, kind])).toEqual(missed), { timeout: 5_000 });
      watch.cut();
    }
  });

  it('that closes says goodbye in a way that asks to come again', async () => {
    const node = await anotherNode(town);
    const { session } = await aBoard(facilitator);
    const watch = await watchBoard(node, facilitator, session);
    await watch.next();
    const [{ code }] = await Promise.all([watch.raw.closed, node.close()]);
    expect(code).toBe(1012);
  });

  it('agree on who is out: a sign-in ended, or a display taken off, at one is closed at the other within a second or so', async () => {
    const node = await anotherNode(town);
    const { session } = await aBoard(facilitator);
    const leaver = await town.as('recorder');
    const display = await town.display(session);
    const [person, wall] = await Promise.all([leaver, display].map((guest) => watchBoard(node, guest, session)));
    await Promise.all([person?.next(), wall?.next()]);
    await fetch(`${town.origin}/sign-out`, { method: 'POST', headers: { origin: town.origin, ...leaver.headers } });
    await steered(facilitator, 'revokeDisplay', { display: display.id }, 'state');
    for (const watch of [person, wall]) expect((await watch?.raw.closed)?.code).toBe(4403);
    await node.close();
  });
});

async function askAt(origin: string, query: string, variables: unknown) {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...facilitator.headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await answer.text();
  return { status: answer.status, text, ...JSON.parse(text) };
}
