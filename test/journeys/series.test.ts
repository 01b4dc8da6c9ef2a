import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steer, steered } from '#test/kit/steer';
import { seriesWords } from '../../client/words/series-words';

let town: Town;
let facilitator: Guest;
let last: { id: string; number: number };
const order = { kind: 'MARUGOTO', title: '次の会議', heldOn: '2026-12-20', place: '市民会館' };

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  [last] = (await town.rows<typeof last>(
    `select id, number from core.session where kind = 'MARUGOTO' and status = 'CLOSED' order by held_on desc limit 1`,
  )) as [typeof last];
});
afterAll(() => town?.close());

const members = (session: string) =>
  town.rows<{ staff_id: string | null; organization_id: string | null; duty: string; attends: string }>(
    'select staff_id, organization_id, duty, attends from core.session_member where session_id = $1 order by staff_id, organization_id',
    [session],
  );

it('goes on with the members of the last session, each as what they were, and nobody there yet', async () => {
  const { id } = await steered(facilitator, 'createSession', { ...order, after: last.id });
  const [before, now] = [await members(last.id), await members(id)];
  expect(now.length).toBeGreaterThan(3);
  expect(now).toEqual(before.map((member) => ({ ...member, attends: 'EXPECTED' })));
});

it('leaves out whoever does not work here any more', async () => {
  const [gone] = (await members(last.id)).filter(({ staff_id, duty }) => staff_id && duty === 'MEMBER');
  await town.rows(`update core.staff set active_until = hub.today() - 1 where id = $1`, [gone?.staff_id]);
  const { id } = await steered(facilitator, 'createSession', { ...order, after: last.id });
  expect((await members(id)).map(({ staff_id }) => staff_id)).not.toContain(gone?.staff_id);
  await town.rows(`update core.staff set active_until = null where id = $1`, [gone?.staff_id]);
});

it('is of one kind, and tells nothing of a 支援会議 to whoever does not sit in it', async () => {
  const [other] = await town.rows<{ id: string }>(`select id from core.session where kind = 'CHONAI' limit 1`);
  const wrong = await steer(facilitator, 'createSession', { ...order, after: other?.id });
  expect(wrong.problem).toMatchObject({ code: 'INVALID', fields: { after: expect.any(String) } });
  const [secret] = await town.rows<{ id: string }>(
    `select s.id from core.session s where s.kind = 'SHIEN_KAIGI' and not exists (select 1 from core.session_member m where m.session_id = s.id and m.staff_id = $1) limit 1`,
    [town.viewer('facilitator').actor.slice('staff:'.length)],
  );
  const absent = await steer(facilitator, 'createSession', { ...order, after: randomUUID() });
  expect(absent.problem?.code).toBe('NOT_FOUND');
  if (secret) expect((await steer(facilitator, 'createSession', { ...order, after: secret.id })).problem).toEqual(absent.problem);
});

it('may be of every kind that may have a rhythm, which the screen names as the hub does', async () => {
  const { series } = (await facilitator.ask('{ series { kind kindName } }')).data;
  expect(Object.fromEntries(series.map(({ kind, kindName }: Record<string, string>) => [kind, kindName]))).toEqual(seriesWords.kinds);
});
