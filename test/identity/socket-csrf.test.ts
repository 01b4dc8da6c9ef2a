import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLOSED } from '#server/hub/closed';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { csrfOfGuest } from '#test/kit/csrf-of-guest';
import { rawSocket } from '#test/kit/raw-socket';
import { visitor } from '#test/kit/visitor';

let town: Town;
let facilitator: Guest;
let recorder: Guest;
beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  recorder = await town.as('recorder');
});
afterAll(() => town?.close());

it('a socket of a person opens only for a page that knows what their own pages are told', async () => {
  const page = visitor(town);
  page.cookies.set('hub_session', facilitator.headers.cookie?.split('=')[1] ?? '');
  const { csrf } = (await page.get('/session')).body;
  expect(csrf).toBe(csrfOfGuest(facilitator).csrf);
  for (const payload of [undefined, {}, { csrf: '' }, { csrf: 1 }, csrfOfGuest(recorder), { csrf: csrf.slice(0, -1) }]) {
    const socket = await rawSocket(town, facilitator, { init: 'later' });
    socket.send({ type: 'connection_init', payload });
    expect([payload, (await socket.closed).code]).toEqual([payload, CLOSED.forbidden]);
  }
  const socket = await rawSocket(town, facilitator, { init: 'later' });
  socket.send({ type: 'connection_init', payload: { csrf } });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.socket.terminate();
});

it('what a page is told is no secret of the cookie, and is told to no other host', async () => {
  const secret = facilitator.headers.cookie?.split('=')[1] ?? '';
  const answer = await fetch(`${town.origin}/session`, { headers: { ...facilitator.headers, origin: 'https://evil.example' } });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(await answer.text()).not.toContain(secret);
});
