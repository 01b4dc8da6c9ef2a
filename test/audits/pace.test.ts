import { afterAll, beforeAll, expect, it } from 'vitest';
import { PACE, Pace } from '#server/hub/pace';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { askOverSocket } from '#test/kit/raw-socket';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const ME = '{ me { name } }';
let town: Town;
let hasty: Guest;
let calm: Guest;

beforeAll(async () => {
  // A token in a quarter of an hour: what is used up stays used up for this test.
  town = await aTown({ pace: { burst: 10, perSecond: 0.001 } });
  [hasty, calm] = [await town.as('recorder'), await town.as('facilitator')];
});
afterAll(() => town?.close());

it('who asks too fast is asked to wait, on both roads together, and nobody else is', async () => {
  for (let count = 0; count < 5; count += 1) expect((await hasty.ask(ME)).status).toBe(200);
  for (let count = 0; count < 5; count += 1) expect((await askOverSocket(town, hasty, { query: ME })).type).toBe('next');
  const refused = await fetch(`${town.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...hasty.headers },
    body: JSON.stringify({ query: ME }),
  });
  const problem = {
    message: expect.stringMatching(japanese),
    extensions: { code: 'UNAVAILABLE', retriable: true, retryAfter: expect.any(Number) },
  };
  expect([refused.status, await refused.json()]).toEqual([429, { errors: [problem] }]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await askOverSocket(town, hasty, { query: ME })).toMatchObject({ type: 'error', payload: [problem] });
  expect((await calm.ask(ME)).status).toBe(200);
});

it('a long question counts as several', async () => {
  const long = `${ME} # ${'x'.repeat(20_000)}`;
  const someone = await town.as('children');
  expect((await someone.ask(long)).status).toBe(200);
  expect((await someone.ask(ME)).status).toBe(429);
});

it('the pace of the house is what a person with a screen never reaches', () => {
  const pace = new Pace();
  const screenful = () => Array.from({ length: 20 }, () => pace.tooFast('staff:1', 2_000));
  expect(Array.from({ length: 10 }, screenful).flat()).toEqual(Array.from({ length: 200 }, () => undefined));
  for (let count = 0; count < PACE.burst; count += 1) pace.tooFast('staff:2', 0);
  expect(pace.tooFast('staff:2', 0)?.code).toBe('UNAVAILABLE');
  expect(pace.tooFast('staff:3', 0)).toBeUndefined();
});
