import { afterAll, beforeAll, expect, it } from 'vitest';
import { staffId } from '#seeds/personas';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let facilitator: Guest;
let colleague: Guest;

beforeAll(async () => {
  town = await aTown();
  await town.rows(`update core.staff set roles = roles || '{coordinator}' where id = $1 returning id`, [staffId('recorder')]);
  [facilitator, colleague] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
});
afterAll(() => town?.close());

/** A screen that shows its code and waits. */
const waitingScreen = async () =>
  (await (await fetch(`${town.origin}/display/pairing`, { method: 'POST', headers: { origin: town.origin } })).json()) as {
    code: string;
    token: string;
  };
const showing = async (token: string) =>
  (await fetch(`${town.origin}/display/pairing`, { headers: { authorization: `Display ${token}` } })).json();

it('of people who type one code at the same moment, one has the screen, and the others are told in words', async () => {
  const boards = [await aBoard(facilitator), await aBoard(colleague)].map(({ session }) => session);
  for (let round = 0; round < 3; round += 1) {
    const { code, token } = await waitingScreen();
    const before = (await Promise.all(boards.map((session) => boardLog(town, session)))).flat().length;
    const orders = Array.from({ length: 8 }, (_, n) => boards[n % 2] as string);
    const answers = await Promise.all(
      orders.map((session, n) => steer(n % 2 ? colleague : facilitator, 'pairDisplay', { session, code }, 'id state')),
    );
    const winners = orders.filter((_, n) => !answers[n]?.problem);
    expect(winners).toHaveLength(1);
    expect(await showing(token)).toEqual({ state: 'paired', session: winners[0] });
    for (const [n, { problem }] of answers.entries()) {
      if (!problem) continue;
      expect(problem).toMatchObject({ code: 'INVALID', message: 'この会場の画面は、もうつながっています。' });
      expect(problem.fields?.code).toBe(orders[n] === winners[0] ? 'この会議につながっています。' : 'ほかの会議につながっています。');
    }
    expect((await Promise.all(boards.map((session) => boardLog(town, session)))).flat()).toHaveLength(before + 1);
  }
});

it('a code that no screen shows is asked for again', async () => {
  const { session } = await aBoard(facilitator);
  const { problem } = await steer(facilitator, 'pairDisplay', { session, code: 'ZZZZZZ' });
  expect(problem).toMatchObject({ code: 'INVALID', message: 'このコードの会場の画面が見つかりません。' });
  expect(problem?.fields?.code).toContain('6文字');
});

it('every desk sees a screen come and go, and no screen hears of another', async () => {
  const { session } = await aBoard(facilitator);
  const wall = await watchBoard(town, await town.display(session), session);
  const desk = await watchBoard(town, colleague, session, { selection: 'displays { id code state }' });
  const [, { session: before }] = await Promise.all([wall.next(), desk.next()]);
  const { code } = await waitingScreen();
  const { id } = await steered(facilitator, 'pairDisplay', { session, code }, 'id');
  const paired = await desk.next();
  expect(paired).toMatchObject({ kind: 'DISPLAY_PAIRED', subjectType: 'Display', subjectId: id });
  expect(paired.session.displays).toEqual([...before.displays, { id, code, state: 'PAIRED' }]);
  await steered(facilitator, 'revokeDisplay', { display: id }, 'id');
  const gone = await desk.next();
  expect(gone).toMatchObject({ kind: 'DISPLAY_REVOKED', subjectId: id, session: before });
  // Taken off once more, which does no harm, makes no sound either.
  await steered(facilitator, 'revokeDisplay', { display: id }, 'id');
  await steered(facilitator, 'addRole', { item: await anItem(session), title: '見守り' });
  expect((await desk.next()).kind).toBe('ITEM_ADDED');
  expect(wall.frames.map(({ kind }) => kind)).toEqual(['SNAPSHOT']);
  expect((await boardLog(town, session)).filter(({ audience }) => audience === 'display').map(({ kind }) => kind)).toEqual([
    'SESSION_OPENED',
  ]);
  for (const watch of [wall, desk]) watch.cut();
});

async function anItem(session: string): Promise<string> {
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  return (await steered(facilitator, 'putOnAgenda', { session, card: card?.id })).id;
}
