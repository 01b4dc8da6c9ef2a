import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { conferenceKinds, conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Town } from '#test/kit/a-town';
import { todaysSession } from '#test/kit/steer';

let town: Town;
/** Today's open session, and a 支援会議 to which the recorder belongs. */
let open: string;
let hidden: string;
let item: string;
let card: string;

beforeAll(async () => {
  town = await aTown();
  open = await todaysSession(town);
  hidden = await one(`select session_id as id from core.role where restricted and case_id is not null order by id limit 1`);
  item = await one(`select id from core.agenda_item where session_id = '${open}' order by position limit 1`);
  card = await one(`select id from core.case_card where state = 'APPROVED' and not teams && '{livelihood,connection}' order by id limit 1`);
});
afterAll(() => town?.close());

const one = async (sql: string): Promise<string> => ((await town.rows<{ id: string }>(sql))[0] as { id: string }).id;
/** What the database answers to somebody's SQL, as if nothing stood before it: rows, or the message of its refusal. */
const tell = (persona: PersonaKey, sql: string, values: readonly unknown[] = []): Promise<unknown> =>
  asViewer(town.database, { ...town.viewer(persona), ...(persona === 'recorder' ? { sessions: [hidden], sworn: [hidden] } : {}) }, (tx) =>
    tx.query(sql, values),
  ).catch((fault: Error) => fault.message);

describe('what hangs on a session', () => {
  const inserts = {
    agenda_item: `insert into core.agenda_item (session_id, restricted, position, kind, issue_id, letter) select $1, $2, 99, 'ISSUE', id, 'ZZ' from core.community_issue limit 1 returning id`,
    role: `insert into core.role (session_id, restricted, title) values ($1, $2, '送迎') returning id`,
    action_item: `insert into core.action_item (session_id, restricted, title) values ($1, $2, '送迎') returning id`,
  } as const;

  it.each(Object.entries(inserts))('cannot be open where the session is not, nor the other way round: %s', async (table, sql) => {
    for (const [session, restricted] of [
      [hidden, false],
      [open, true],
    ] as const)
      expect(await tell('recorder', sql, [session, restricted])).toMatch(/foreign key|row-level security/);
    expect(await tell('recorder', sql, [hidden, true])).toHaveLength(1);
    expect(await tell('facilitator', sql, [hidden, true])).toMatch(/row-level security/);
    // Nor can it be moved there, or opened, afterwards.
    expect(await tell('recorder', `update core.${table} set restricted = false where session_id = $1`, [hidden])).toMatch(
      /permission denied/,
    );
    expect(await tell('recorder', `update core.${table} set session_id = $2 where session_id = $1`, [hidden, open])).toMatch(
      /permission denied/,
    );
  });

  it('is taken away by nobody but for an item of the agenda, and for what was written down by mistake in the last ten minutes', async () => {
    for (const table of ['role', 'action_item']) {
      const mine = `insert into core.${table} (session_id, restricted, title) values ('${open}', false, '送迎') returning id`;
      const [row] = (await tell('facilitator', mine)) as { id: string }[];
      await town.rows(`update core.${table} set created_at = created_at - interval '11 minutes' where id = $1`, [row?.id]);
      const take = `delete from core.${table} where id = '${row?.id}'`;
      expect(await tell('facilitator', take)).toEqual([[], 0]);
      await town.rows(`update core.${table} set created_at = now() where id = $1`, [row?.id]);
      expect(await tell('elderly-care', take)).toEqual([[], 0]);
      expect(await tell('facilitator', take)).toEqual([[], 1]);
    }
    for (const table of ['board_note', 'session'])
      expect(await tell('facilitator', `delete from core.${table} where false`)).toMatch(/permission denied/);
    expect(await tell('facilitator', 'delete from core.agenda_item where false')).toEqual([[], 0]);
  });
});

describe('a session', () => {
  it('of the closed kind cannot be made an open one, by whatever name', async () => {
    const call = `insert into core.session (id, kind, restricted, number, title, held_on, place, status) values ($1, $2, $3, 1, '会', '2026-12-01', '会議室', 'PREPARING')`;
    expect(await tell('facilitator', call, [randomUUID(), 'SHIEN_KAIGI', false])).toMatch(/check constraint/);
    expect(await tell('facilitator', call, [randomUUID(), 'MARUGOTO', true])).toMatch(/check constraint|row-level security/);
  });

  it('changes in what a conference changes, and in nothing that says which one it is', async () => {
    for (const column of ['restricted', 'kind', 'id'])
      expect(await tell('facilitator', `update core.session set ${column} = ${column} where id = $1`, [open]), column).toMatch(
        /permission denied/,
      );
    for (const column of ['status', 'step', 'front_item_id', 'facilitator_id', 'wall', 'timer_ends_at', 'timer_left', 'version'])
      expect(await tell('facilitator', `update core.session set ${column} = ${column} where id = $1 returning id`, [open]), column).toEqual(
        [[{ id: open }], 1],
      );
  });

  it('that has opened is moved by nobody, whatever its day, its place and its title were', async () => {
    const [held] = await town.rows<{ id: string }>(`select id from core.session where kind = 'MARUGOTO' and status = 'CLOSED' limit 1`);
    for (const change of [`title = title || '別'`, 'number = number + 1', 'held_on = held_on + 1', `place = place || '別'`])
      expect(await tell('facilitator', `update core.session set ${change} where id = $1`, [held?.id]), change).toMatch(
        /until it opens|row-level security/,
      );
  });
});

describe('the chair of a session', () => {
  const seat = 'update core.session set facilitator_id = $2 where id = $1 returning facilitator_id';
  const refused = expect.stringMatching(/chair is taken/);
  const staffOf = (persona: PersonaKey) => town.viewer(persona).actor.slice('staff:'.length);

  it('is taken for oneself by those who may call a session, and given to nobody by whoever does not have it', async () => {
    expect(await tell('recorder', seat, [open, staffOf('recorder')])).toEqual(refused);
    expect(await tell('recorder', seat, [open, staffOf('livelihood')])).toEqual(refused);
    expect(await tell('council', seat, [open, staffOf('council')])).toEqual([[], 0]);
    expect(await tell('facilitator', seat, [open, staffOf('facilitator')])).toEqual([[{ facilitator_id: staffOf('facilitator') }], 1]);
  });

  it('is handed over by whoever has it, to somebody at the table', async () => {
    await tell('facilitator', seat, [open, staffOf('facilitator')]);
    expect(await tell('facilitator', seat, [open, staffOf('livelihood')])).toEqual(refused);
    await town.rows(`insert into core.session_member (session_id, staff_id, duty) values ($1, $2, 'MEMBER')`, [
      open,
      staffOf('livelihood'),
    ]);
    expect(await tell('recorder', seat, [open, staffOf('livelihood')])).toEqual(refused);
    expect(await tell('facilitator', seat, [open, null])).toEqual(refused);
    expect(await tell('facilitator', seat, [open, staffOf('livelihood')])).toEqual([[{ facilitator_id: staffOf('livelihood') }], 1]);
  });

  it('is nobody else’s when a session is called', async () => {
    const call = `insert into core.session (id, kind, restricted, number, title, held_on, place, status, facilitator_id)
      values ($1, 'MARUGOTO', false, 97, '会', '2026-12-01', '会議室', 'PREPARING', $2)`;
    expect(await tell('facilitator', call, [randomUUID(), staffOf('recorder')])).toMatch(/row-level security/);
    expect(await tell('facilitator', call, [randomUUID(), staffOf('facilitator')])).toEqual([]);
  });
});

describe('a sheet of a session', () => {
  const leave = `insert into hub.export_audit (actor, kind, subject_type, subject_id, session_id) values ($1, 'PRINT', 'Session', $2, $2)`;

  it.each(conferenceKinds)('leaves as the law of its kind says, by those who steer: %s', async (kind) => {
    const [session] = await town.rows<{ id: string }>(
      `insert into core.session (id, kind, restricted, number, title, held_on, place, status)
       values (gen_random_uuid(), $1, $2, 98, '会', hub.today(), '', 'OPEN') returning id`,
      [kind, conferenceProfiles[kind].restricted],
    );
    const id = (session as { id: string }).id;
    for (const persona of ['facilitator', 'council'] as const) {
      const { actor } = town.viewer(persona);
      const may = decide(town.viewer(persona), 'session:print', { session: { id, kind } }).allowed;
      const answer = await tell(persona, leave, [actor, id]);
      expect(answer, persona).toEqual(may ? [] : expect.stringMatching(/row-level security/));
    }
  });
});

describe('an approved card', () => {
  it('is read by every 担当 and changed by its own', async () => {
    expect(await tell('livelihood', 'select id from core.case_card where id = $1', [card])).toEqual([{ id: card }]);
    expect(
      await tell('livelihood', `update core.case_card set teams = '{livelihood}', note = '書き換え' where id = $1 returning id`, [card]),
    ).toEqual([[], 0]);
    const [{ teams } = { teams: [] as string[] }] = await town.rows<{ teams: string[] }>('select teams from core.case_card where id = $1', [
      card,
    ]);
    expect(teams).not.toContain('livelihood');
    expect(await tell(teams[0] as PersonaKey, `update core.case_card set note = '担当の記録' where id = $1 returning id`, [card])).toEqual([
      [{ id: card }],
      1,
    ]);
  });
});

describe('what an open conference agreed on for a case', () => {
  it.each(['role', 'action_item'])('is read by those who know the case and by nobody else: %s', async (table) => {
    const agreed = await town.rows<{ id: string; teams: string[] }>(
      `select r.id, c.teams || array(select unnest(k.receivers) from core.consent k where k.case_id = c.id and k.person_id = c.person_id
         and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until) as teams
       from core.${table} r join core.support_case c on c.id = r.case_id where not r.restricted`,
    );
    expect(agreed.length).toBeGreaterThan(10);
    let [known, hiddenOnes] = [0, 0];
    for (const persona of ['council', 'disability', 'facilitator'] as const) {
      const team = town.viewer(persona).teams[0] as string;
      const seen = new Set(((await tell(persona, `select id from core.${table}`)) as { id: string }[]).map(({ id }) => id));
      const own = agreed.filter(({ teams }) => teams.includes(team));
      const foreign = agreed.filter(({ teams }) => !teams.includes(team));
      expect(own.filter(({ id }) => !seen.has(id))).toEqual([]);
      expect(foreign.filter(({ id }) => seen.has(id))).toEqual([]);
      [known, hiddenOnes] = [known + own.length, hiddenOnes + foreign.length];
    }
    expect(known).toBeGreaterThan(5);
    expect(hiddenOnes).toBeGreaterThan(5);
  });

  it('and of a 支援会議 by its members, who need not serve the case (法106条の6)', async () => {
    const rows = await town.rows<{ id: string }>('select id from core.role where session_id = $1 and case_id is not null', [hidden]);
    await town.rows(
      `update core.support_case set teams = '{disability}' where id in (select case_id from core.role where session_id = $1)`,
      [hidden],
    );
    const seen = (await tell('recorder', 'select id from core.role where session_id = $1 and case_id is not null', [hidden])) as {
      id: string;
    }[];
    expect(rows.length).toBeGreaterThan(0);
    expect(seen).toHaveLength(rows.length);
    expect(await tell('facilitator', 'select id from core.role where session_id = $1', [hidden])).toEqual([]);
  });
});

describe('when something was written', () => {
  it('and when it was taken away is said by the clock, whatever the program writes: what may be taken back hangs on it', async () => {
    const [written] = (await tell(
      'facilitator',
      `insert into core.board_note (session_id, restricted, agenda_item_id, kind, title, created_at) values ($1, false, $2, 'IDEA', '試し', '2050-01-01') returning id`,
      [open, item],
    )) as { id: string }[];
    await tell('facilitator', `update core.board_note set taken_at = '2020-01-01' where id = $1`, [written?.id]);
    const [role] = (await tell(
      'facilitator',
      `insert into core.role (session_id, restricted, title, created_at) values ($1, false, '試し', '2050-01-01') returning id`,
      [open],
    )) as { id: string }[];
    const told = await town.rows(
      `select greatest(n.created_at, n.taken_at, r.created_at) <= clock_timestamp() and n.taken_at >= n.created_at as now
       from core.board_note n, core.role r where n.id = $1 and r.id = $2`,
      [written?.id, role?.id],
    );
    expect(told).toEqual([{ now: true }]);
  });
});

describe('the board log', () => {
  const count = `insert into hub.board_counter (session_id, audience, seq) values ($1, 'console', 1000) on conflict (session_id, audience) do update set seq = 1000 returning seq`;
  const log = `insert into hub.board_event (session_id, audience, seq, kind, subject_type) values ($1, 'console', $2, 'ROLE_ADDED', 'Role') returning seq`;

  it.each(['elderly-care', 'council', 'administrator'] as const)(
    'is not written in by %s, who sees the board and does not steer it',
    async (persona) => {
      expect(await tell(persona, 'select id from core.agenda_item where id = $1', [item])).toEqual([{ id: item }]);
      expect(await tell(persona, count, [open])).toMatch(/row-level security/);
      expect(await tell(persona, log, [open, 2000])).toMatch(/row-level security/);
    },
  );

  it('is written in by those who steer, of the sessions that they see', async () => {
    expect(await tell('facilitator', log, [open, 2001])).toEqual([{ seq: 2001 }]);
    expect(await tell('facilitator', log, [hidden, 2001])).toMatch(/row-level security/);
    expect(await tell('recorder', log, [hidden, 2001])).toEqual([{ seq: 2001 }]);
    const then = log.replace('subject_type)', 'subject_type, at)').replace(`'Role')`, `'Role', '2020-01-01')`);
    expect(await tell('facilitator', then, [open, 2002]), 'at a moment of one’s own').toMatch(/permission denied/);
  });
});
