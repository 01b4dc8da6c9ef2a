import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let member: Guest;
let session: string;

beforeAll(async () => {
  town = await aTown();
  [facilitator, member] = await Promise.all([town.as('facilitator'), town.as('livelihood')]);
  ({ session } = await aBoard(facilitator));
});
afterAll(() => town?.close());

const tell = (of: Guest, to = session, origin = town.origin) =>
  fetch(`${town.origin}/presence?session=${to}`, { method: 'POST', headers: { ...of.headers, origin } });
const connected = async (of: Guest, id = session) =>
  (await of.ask('query ($id: ID!) { session(id: $id) { connected { staff { id } } } }', { id })).data.session?.connected;
const me = (persona: 'livelihood' | 'facilitator') => ({ staff: { id: town.viewer(persona).actor.slice('staff:'.length) } });

it('whoever has the session open is seen by those who see the session, and for no longer than that', async () => {
  expect(await connected(facilitator)).toEqual([]);
  expect((await tell(member)).status).toBe(204);
  expect((await tell(member)).status).toBe(204);
  expect(await connected(facilitator)).toEqual([me('livelihood')]);
  await town.database.pool.query(`update hub.presence set seen_at = now() - interval '1 minute'`);
  expect(await connected(facilitator)).toEqual([]);
});

it('who was there an hour ago is no trace any more', async () => {
  const { prunePresence } = await import('#server/meetings/presence');
  await tell(member);
  await tell(facilitator);
  const there = async () =>
    (await town.database.pool.query<{ count: number }>('select count(*)::int as count from hub.presence')).rows[0]?.count;
  await prunePresence(town.database);
  expect(await there()).toBe(2);
  await town.database.pool.query(`update hub.presence set seen_at = now() - interval '2 hours' where staff_id = $1`, [
    me('livelihood').staff.id,
  ]);
  await prunePresence(town.database);
  expect(await there()).toBe(1);
});

it('nobody else tells of them, and a hidden session answers what an absent one answers', async () => {
  const staff = town.viewer('facilitator').actor.slice('staff:'.length);
  const { asViewer } = await import('#server/database/as-viewer');
  const forged = asViewer(town.database, town.viewer('livelihood'), (tx) =>
    tx.query('insert into hub.presence (session_id, staff_id) values ($1, $2)', [session, staff]),
  );
  await expect(forged).rejects.toMatchObject({ code: '42501' });
  const hidden = (await steered(facilitator, 'conveneSupport', {
    ...{ title: '今週の見守り', heldOn: '2026-11-30', place: '会議室' },
    members: [town.viewer('disability').actor.slice('staff:'.length)],
  })) as string;
  const answers = [await tell(member, hidden), await tell(member, '00000000-0000-4000-8000-000000000000')];
  expect(await Promise.all(answers.map(async (each) => [each.status, await each.text()]))).toEqual([
    [204, ''],
    [204, ''],
  ]);
  expect(await connected(facilitator, hidden)).toEqual([]);
  expect((await tell(member, session, 'https://elsewhere.example')).status).toBe(403);
  expect((await fetch(`${town.origin}/presence?session=${session}`, { method: 'POST', headers: { origin: town.origin } })).status).toBe(
    401,
  );
});
