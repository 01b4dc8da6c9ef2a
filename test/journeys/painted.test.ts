import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let session: string;
let version: number;
let token: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  ({ session, version } = await aBoard(facilitator));
  const asked = await fetch(`${town.origin}/display/pairing`, { method: 'POST', headers: { origin: town.origin } });
  const pairing = (await asked.json()) as { code: string; token: string };
  ({ token } = pairing);
  await steered(facilitator, 'pairDisplay', { session, code: pairing.code }, 'id');
});
afterAll(() => town?.close());

const tell = (seq: number | string, by = token, origin = town.origin) =>
  fetch(`${town.origin}/display/painted?seq=${seq}`, { method: 'POST', headers: { origin, authorization: `Display ${by}` } });
const screens = async (of: Guest) =>
  (await of.ask('query ($id: ID!) { session(id: $id) { displays { paintedAt behind } } }', { id: session })).data.session.displays;
const last = async () => (await boardLog(town, session)).filter(({ audience }) => audience === 'display').length;

it('a screen tells how far it has painted, and the desk sees how far it is behind', async () => {
  expect(await screens(facilitator)).toEqual([{ paintedAt: null, behind: null }]);
  expect((await tell(await last())).status).toBe(204);
  expect(await screens(facilitator)).toEqual([{ paintedAt: expect.any(String), behind: 0 }]);
  await steered(facilitator, 'moveOn', { session, step: 1, version });
  expect(await screens(facilitator)).toMatchObject([{ behind: 1 }]);
});

it('is not heard without a token that is good now, from another site, or with what is no number', async () => {
  for (const answer of [await tell(1, 'nobody'), await tell('x'), await tell(-1), await tell(2 ** 40)]) expect(answer.status).toBe(403);
  expect((await tell(1, token, 'https://elsewhere.example')).status).toBe(403);
  const [before] = await screens(facilitator);
  const { id } = (await facilitator.ask('query ($id: ID!) { session(id: $id) { displays { id } } }', { id: session })).data.session
    .displays[0];
  await steered(facilitator, 'revokeDisplay', { display: id }, 'id');
  expect((await tell(await last())).status).toBe(403);
  expect(before.behind).toBe(1);
});
