import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steer, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let session: string;
let version: number;
let items: [string, string];

const AGENDA = 'version frontItem { id } agenda { id state }';
const bring = async (item: string | null, leaving?: string) => {
  const answer = await steered(facilitator, 'bringToFront', { session, item, version, ...(leaving ? { leaving } : {}) }, AGENDA);
  version = answer.version;
  return answer.agenda.map(({ state }: { state: string }) => state);
};

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  ({ session, version } = await aBoard(facilitator));
  const cards = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 2`);
  const put = async (card: string) => (await steered(facilitator, 'putOnAgenda', { session, card })).id as string;
  items = [await put(cards[0]?.id ?? ''), await put(cards[1]?.id ?? '')];
});
afterAll(() => town?.close());

it('what was brought by a slip of the hand waits again, and the screen in the room no longer knows it', async () => {
  const display = await town.display(session);
  const onTheWall = async () =>
    (await display.ask('query ($id: ID!) { session(id: $id) { agenda { id } } }', { id: session })).data.session.agenda.length;
  expect(await bring(items[0])).toEqual(['FRONT', 'WAITING']);
  expect(await bring(items[1])).toEqual(['DONE', 'FRONT']);
  expect(await onTheWall()).toBe(2);
  expect(await bring(items[0], 'WAITING')).toEqual(['FRONT', 'WAITING']);
  expect(await onTheWall()).toBe(1);
  expect(await bring(null, 'WAITING')).toEqual(['WAITING', 'WAITING']);
  expect(await onTheWall()).toBe(0);
});

it('what leaves the front cannot stay there', async () => {
  const { problem } = await steer(facilitator, 'bringToFront', { session, item: items[0], version, leaving: 'FRONT' });
  expect(problem).toMatchObject({ code: 'INVALID', fields: { leaving: '待ちか済みを選んでください。' } });
});

it('says of each kind of conference whether it may stand on a screen', async () => {
  const { data } = await facilitator.ask('{ sessions(limit: 200) { kind projected } }');
  const kinds = new Map((data.sessions as { kind: string; projected: boolean }[]).map(({ kind, projected }) => [kind, projected]));
  expect(kinds.size).toBeGreaterThan(4);
  expect([...kinds].filter(([, projected]) => projected)).toEqual(
    expect.arrayContaining([
      ['MARUGOTO', true],
      ['WORKING', true],
    ]),
  );
});
