import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard } from '#test/kit/steer';

const EXPORT = 'mutation ($session: ID!) { exportInvitation(session: $session) }';
let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

it('is handed to those who ask people to the table, with no title of the session', async () => {
  const { session } = await aBoard(facilitator, '題に書いた言葉');
  const { data } = await facilitator.ask(EXPORT, { session });
  expect(data.exportInvitation).toContain('SUMMARY:地域まるごと支援会議');
  expect(data.exportInvitation).not.toContain('題に書いた言葉');
  const livelihood = await town.as('livelihood');
  expect((await livelihood.ask(EXPORT, { session })).errors?.[0]?.extensions.code).toBe('DENIED');
});
