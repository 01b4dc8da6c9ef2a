import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffId } from '#seeds/personas';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { give, terms, withdraw } from '#test/kit/consent';
import { takeSeat } from '#test/kit/take-seat';

interface Secret {
  readonly session: string;
  readonly case: string;
  readonly person: string;
  readonly team: 'elderly-care' | 'livelihood' | 'children' | 'disability';
  readonly roles: readonly string[];
  readonly actions: readonly string[];
}

let town: Town;
let coordinator: Guest;
let secret: Secret;
let target: string;
beforeAll(async () => {
  town = await aTown();
  const [found] = await town.rows<Secret>(
    `select s.id as session, c.id as case, c.person_id as person, c.lead_team_id as team,
       array(select r.id from core.role r where r.session_id = s.id and r.case_id = c.id order by r.position)::text[] as roles,
       array(select a.id from core.action_item a where a.session_id = s.id and a.case_id = c.id order by a.created_at)::text[] as actions
     from core.session s join core.session_case b on b.session_id = s.id join core.support_case c on c.id = b.case_id
     join core.person_guard g on g.person_id = c.person_id
     where s.restricted and not g.protected and 'connection' = any (c.teams) and c.lead_team_id in ('elderly-care', 'livelihood', 'children', 'disability')
       and (select count(*) from core.role r where r.session_id = s.id and r.case_id = c.id) > 1 order by s.held_on, s.id limit 1`,
  );
  secret = found as Secret;
  const [next] = await town.rows<{ id: string }>(
    `select id from core.session where kind = 'JUSOTEKI_CASE' and status <> 'CLOSED' order by held_on limit 1`,
  );
  target = next?.id ?? '';
  await town.rows('update core.consent set withdrawn_at = now() where case_id = $1 and withdrawn_at is null', [secret.case]);
  await takeSeat(town, secret.session, staffId('facilitator'), 'COORDINATOR');
  coordinator = await town.as('facilitator');
});
afterAll(() => town?.close());

const cross = (guest: Guest, over: Record<string, unknown> = {}) =>
  guest.ask(`mutation ($input: CrossOverOrder!) { crossOver(input: $input) { id waitedDays itemCount session { id } target { id } } }`, {
    input: {
      session: secret.session,
      target,
      case: secret.case,
      roles: [{ id: secret.roles[0] }],
      actionItems: [{ id: secret.actions[0], title: '一緒に見学する' }],
      ...over,
    },
  });
const codeOf = ({ errors }: { errors?: readonly { extensions?: Record<string, unknown> }[] }) => errors?.[0]?.extensions?.code;
const openOf = (guest: Guest) =>
  guest.ask('query ($id: ID!) { case(id: $id) { roles { id title supportConference } actionItems { id title supportConference } } }', {
    id: secret.case,
  });

describe('from a 支援会議 to a 重層的支援会議', () => {
  it('nothing crosses over before the person has agreed, nor after they took it back', async () => {
    expect(codeOf(await cross(coordinator))).toBe('INVALID');
    const worker = await town.as(secret.team);
    const { data } = await give(worker, { case: secret.case, terms: terms({ receivers: ['connection', 'council'] }) });
    await withdraw(worker, { consent: data.done.id, version: 1 });
    expect(codeOf(await cross(coordinator))).toBe('INVALID');
  });

  it('nothing crosses over from a session that was called off, nor is it counted from then', async () => {
    const worker = await town.as(secret.team);
    await give(worker, { case: secret.case, terms: terms({ receivers: ['connection', 'council'] }) });
    const off = `status = 'CANCELLED', cancelled_at = now(), cancelled_because = '台風が近づいているため'`;
    const on = (status: string) => `status = '${status}', cancelled_at = null, cancelled_because = null`;
    const [before] = await town.rows<{ status: string; day: string }>(
      'select status, held_on::text as day from core.session where id = $1',
      [secret.session],
    );
    await town.rows(`update core.session set ${off} where id = $1`, [secret.session]);
    const refused = await cross(coordinator);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: { session: expect.any(String) } });
    const past = asViewer(town.database, { ...town.viewer('facilitator'), sessions: [secret.session] }, (tx) =>
      tx.query(
        `insert into core.crossing (id, session_id, restricted, target_id, case_id, consent_id, waiting_since, crossed_by)
         select gen_random_uuid(), $1, true, $2, $3, id, now()::date, $4 from core.consent where case_id = $3 and withdrawn_at is null limit 1`,
        [secret.session, target, secret.case, staffId('facilitator')],
      ),
    );
    await expect(past).rejects.toThrow(/row-level security|not_called_off/);
    await town.rows(`update core.session set ${on(before?.status ?? '')} where id = $1`, [secret.session]);

    const [earlier] = await town.rows<{ id: string }>(
      `insert into core.session (id, kind, restricted, number, title, held_on, place, status, cancelled_at, cancelled_because)
       select gen_random_uuid(), kind, true, 99, title, held_on - 40, place, 'CANCELLED', now(), '台風' from core.session where id = $1 returning id`,
      [secret.session],
    );
    await town.rows('insert into core.session_case (session_id, case_id) values ($1, $2)', [earlier?.id, secret.case]);
    await takeSeat(town, earlier?.id ?? '', staffId('facilitator'), 'COORDINATOR');
    coordinator = await town.as('facilitator');
  });

  it('only what was selected crosses over, as a copy that does not tell where it came from', async () => {
    const worker = await town.as(secret.team);
    await give(worker, { case: secret.case, terms: terms({ receivers: ['connection', 'council'] }) });
    const before = (await openOf(worker)).data.case;
    const answer = await cross(coordinator);
    expect(answer.data.crossOver).toMatchObject({
      itemCount: 2,
      waitedDays: expect.any(Number),
      session: { id: secret.session },
      target: { id: target },
    });
    const after = (await openOf(worker)).data.case;
    expect(after.roles.length).toBe(before.roles.length + 1);
    expect(after.actionItems.map(({ title }: { title: string }) => title)).toContain('一緒に見学する');
    const copies = after.roles.filter(({ id }: { id: string }) => !before.roles.some((each: { id: string }) => each.id === id));
    expect(copies).toEqual([expect.objectContaining({ supportConference: null })]);
    const [told] = await town.rows<{ regime_id: string; origin: string; consent_id: string | null }>(
      'select regime_id, origin, consent_id from core.disclosure where session_id = $1 and case_id = $2 order by disclosed_at desc limit 1',
      [target, secret.case],
    );
    expect(told).toMatchObject({ regime_id: 'CONSENT', origin: 'CONFERENCE', consent_id: expect.any(String) });
    const rows = await town.rows<{ text: string }>(
      `select row_to_json(r)::text as text from core.role r where r.session_id = $1 and r.case_id = $2 and not r.restricted`,
      [target, secret.case],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const source of [secret.session, ...secret.roles]) expect(rows.map(({ text }) => text).join()).not.toContain(source);
  });

  it('crosses over once', async () => {
    expect(codeOf(await cross(coordinator))).toBe('INVALID');
  });

  it('is known on the restricted side alone: conversions and waiting time are told to members, and to nobody else', async () => {
    const ask = async (guest: Guest) => (await guest.ask('{ crossings { id waitingSince waitedDays case { id } } }')).data.crossings;
    const [first] = await town.rows<{ day: string }>(
      `select min(s.held_on)::text as day from core.session s join core.session_case b on b.session_id = s.id
       where s.restricted and s.status = 'CLOSED' and b.case_id = $1`,
      [secret.case],
    );
    expect(await ask(coordinator)).toEqual([expect.objectContaining({ waitingSince: first?.day, case: { id: secret.case } })]);
    await town.rows('update core.session_member set staff_id = $3 where session_id = $1 and staff_id = $2', [
      secret.session,
      staffId('recorder'),
      staffId('connection-2'),
    ]);
    expect(await ask(await town.as('recorder'))).toEqual([]);
    expect(await ask(await town.as('council'))).toEqual([]);
  });

  it('is the coordinator’s of that session: to anyone else it is not there, or not theirs', async () => {
    const fresh = { roles: [{ id: secret.roles[1] }], actionItems: [] };
    expect(codeOf(await cross(await town.as('council'), fresh))).toBe('NOT_FOUND');
    await takeSeat(town, secret.session, staffId(secret.team), 'MEMBER');
    expect(codeOf(await cross(await town.as(secret.team), fresh))).toBe('DENIED');
    expect(codeOf(await cross(coordinator, { ...fresh, roles: [{ id: secret.session }] }))).toBe('NOT_FOUND');
    expect(codeOf(await cross(coordinator, { ...fresh, roles: [] }))).toBe('INVALID');
    expect(codeOf(await cross(coordinator, { ...fresh, target: secret.session }))).toBe('INVALID');
    const taken = await cross(coordinator, { roles: [{ id: secret.roles[1], title: '番号 1234-5678-9018' }], actionItems: [] });
    expect(taken.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', fields: { roles: expect.any(String) } });
  });
});
