import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { staffId } from '#seeds/personas';
import { Deletions } from '#server/hub/audit/deletions';
import { dueDeletions } from '#server/hub/audit/retention';
import { today } from '#server/kernel/clock';
import { aTown, type Guest } from '#test/kit/a-town';
import { steered } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';
import { aSealedTown, KEY, type SealedTown } from './sealed-town';

let town: SealedTown;
let person: string;
let meeting: string;
beforeAll(async () => {
  town = await aSealedTown();
  const [one] = await town.rows<{ person_id: string }>(
    `select c.person_id from core.support_case c join core.person_identity i on i.person_id = c.person_id
     where c.summary is not null and (select count(*) from core.support_case o where o.person_id = c.person_id) = 1
       and exists (select 1 from core.consultation k where k.person_id = c.person_id and k.note is not null) order by c.id limit 1`,
  );
  person = one?.person_id ?? '';
  const [session] = await town.rows<{ id: string }>(`select id from core.session where restricted order by held_on limit 1`);
  meeting = session?.id ?? '';
  // What hangs on what is deleted, in rooms that came later: words of the desk on a card, lines that were said.
  await town.rows(
    `insert into core.case_card (id, case_id, teams, title, age_band, district, district_shown, strengths, wishes, worries, state, drafted_by, note, risks, sent_back_words)
     select gen_random_uuid(), c.id, c.teams, '', '80代', '', false, '{}', '{}', '{}', 'SENT_BACK', (select id from core.staff limit 1), '控え', '{題：名前}', '直す'
     from core.support_case c where c.person_id = $1`,
    [person],
  );
  await town.rows(
    `with item as (insert into core.agenda_item (id, session_id, restricted, position, kind, letter) select gen_random_uuid(), $1, true, 90, 'CASE', 'Y' returning id)
     insert into core.board_note (session_id, restricted, agenda_item_id, kind, title) select $1, true, id, 'WORRY', '言われたこと' from item`,
    [meeting],
  );
});
afterAll(() => town?.close());

const rows = <R>(sql: string, values: unknown[] = []) => town.database.pool.query(sql, values).then((result) => result.rows as R[]);
const deletions = () => new Deletions(town.database, { key: KEY, dataDir: town.dataDir });
const dueOf = async (ofClass: string) => (await dueDeletions(town.database, today())).due.filter((each) => each.class === ofClass);
const traces = async (of = town.database.pool) =>
  (
    await of.query(
      `select (select count(*)::int from core.person_identity where person_id = $1) as identity, (select count(*)::int from core.person_contact where person_id = $1) as contact,
         (select count(*)::int from core.consultation where person_id = $1 and note is not null) as notes, (select count(summary)::int from core.support_case where person_id = $1) as summaries,
         (select count(*)::int from core.case_card d join core.support_case c on c.id = d.case_id where c.person_id = $1 and (d.note is not null or d.risks <> '{}' or d.sent_back_words = '直す')) as cards`,
      [person],
    )
  ).rows[0];
const nothing = { identity: 0, contact: 0, notes: 0, summaries: 0, cards: 0 };

describe('what is due', () => {
  it('is nothing in a young city, by periods that the city has still to confirm', async () => {
    const { rules, due } = await dueDeletions(town.database, today());
    expect(rules).toMatchObject([
      { class: 'AUDIT', months: 60, isConfirmed: false },
      { class: 'CASE', months: 60 },
      { class: 'SHIEN_KAIGI', months: 12 },
      { class: 'BACKUP', months: 1 },
    ]);
    expect(due.filter((each) => each.class !== 'SHIEN_KAIGI')).toEqual([]);
  });

  it('is a person five years after the last case, and not while they have asked to see what there is', async () => {
    await town.rows(`update core.support_case set closed_on = current_date - 2000, stage = 'CLOSED' where person_id = $1`, [person]);
    await town.rows(`update core.consultation set received_on = current_date - 2100 where person_id = $1`, [person]);
    expect((await dueOf('CASE')).flatMap((each) => each.rows)).toEqual([person]);
    await rows(
      `insert into hub.disclosure_request (id, person_id, case_id, case_code, requester, received_on, asked_by)
       select gen_random_uuid(), c.person_id, c.id, c.code, 'SELF', current_date, (select id from core.staff limit 1) from core.support_case c where c.person_id = $1`,
      [person],
    );
    expect(await dueOf('CASE')).toEqual([]);
    await rows(`delete from hub.disclosure_request where person_id = $1`, [person]);
  });

  it('is a 支援会議’s material after a year', async () => {
    await town.rows(`update core.session set held_on = current_date - 400, status = 'CLOSED' where id = $1`, [meeting]);
    expect((await dueOf('SHIEN_KAIGI')).flatMap((each) => each.rows)).toContain(meeting);
  });

  it('is that of one that was left in preparation or open, too', async () => {
    for (const status of ['PREPARING', 'OPEN']) {
      await town.rows(`update core.session set status = $2 where id = $1`, [meeting, status]);
      expect(
        (await dueOf('SHIEN_KAIGI')).flatMap((each) => each.rows),
        status,
      ).toContain(meeting);
    }
    await town.rows(`update core.session set status = 'CLOSED' where id = $1`, [meeting]);
  });
});

describe('what was asked of a 支援会議', () => {
  /** Asked so many days ago, and taken by a 支援会議 held so many days ago. */
  async function asked(days: number, taken?: number): Promise<string> {
    const [row] = await town.rows<{ id: string }>(
      `with c as (select id, person_id, lead_team_id as team from core.support_case where person_id <> $1 order by id limit 1),
       letter as (insert into core.agenda_request (kind, restricted, matter, team_id, requested_by, requested_at)
         select 'SHIEN_KAIGI', true, 'CASE', c.team, (select id from core.staff limit 1), now() - make_interval(days => $2) from c returning id, team_id),
       below as (insert into core.requested_case (request_id, team_id, restricted, case_id, person_id, reason_code, reason)
         select letter.id, letter.team_id, true, c.id, c.person_id, 'URGENT', '連絡がつかない' from letter, c),
       held as (insert into core.session (id, kind, restricted, number, title, held_on, place, status, step, version)
         select gen_random_uuid(), 'SHIEN_KAIGI', true, 90 + $2, '秘密', hub.today() - $3::int, '秘密', 'CLOSED', 0, 1 where $3::int is not null returning id),
       item as (insert into core.agenda_item (id, session_id, restricted, position, kind, letter, request_id)
         select gen_random_uuid(), held.id, true, 1, 'CASE', 'Z', letter.id from letter, held)
       select id from letter`,
      [person, days, taken ?? null],
    );
    return row?.id ?? '';
  }

  it('goes a year after it was asked and ends alike, whether a 支援会議 took it or not', async () => {
    const all = [await asked(300), await asked(350, 340), await asked(400), await asked(420, 200), await asked(500, 400)];
    const [young, old] = [all.slice(0, 2), all.slice(2)];
    const due = (await dueOf('SHIEN_KAIGI')).filter(({ table }) => table === 'core.agenda_request');
    expect(due.flatMap((each) => each.rows).sort()).toEqual([...old].sort());
    const work = deletions();
    for (const each of due) await work.carryOut(each);
    await work.close();
    const left = async (id: string) =>
      (
        await rows<{ reason: string; gone: boolean }>(
          'select c.reason, r.withdrawn_at is not null as gone from core.requested_case c join core.agenda_request r on r.id = c.request_id where r.id = $1',
          [id],
        )
      )[0];
    const [kept, gone] = [
      { reason: '連絡がつかない', gone: false },
      { reason: '（保存期間の満了により削除）', gone: true },
    ];
    expect(await Promise.all(young.map(left))).toEqual([kept, kept]);
    expect(await Promise.all(old.map(left))).toEqual([gone, gone, gone]);
    expect((await dueOf('SHIEN_KAIGI')).filter(({ table }) => table === 'core.agenda_request')).toEqual([]);
  });
});

describe('a 支援会議 whose words have gone and that is written in again', () => {
  const day = async (sql: string) => (await rows<{ day: string }>(`select (${sql})::date::text as day`))[0]?.day ?? '';
  const dueOn = async (id: string, at: string) =>
    (await dueDeletions(town.database, at)).due.some(({ table, rows: ids }) => table === 'core.session' && ids.includes(id));
  const bury = async (id: string) => {
    const work = deletions();
    await work.carryOut({ class: 'SHIEN_KAIGI', table: 'core.session', rows: [id] });
    await work.close();
  };
  /** Left in preparation more than a year ago, and deleted since. */
  const forgotten = async (facilitator: Guest): Promise<{ id: string; move(heldOn: string, title: string): Promise<void> }> => {
    const [made] = await town.rows<{ id: string }>(
      `insert into core.session (id, kind, restricted, number, title, held_on, place, status, step, version)
       values (gen_random_uuid(), 'SHIEN_KAIGI', true, 80, '秘密', hub.today() - 400, '秘密', 'PREPARING', 0, 1) returning id`,
    );
    const id = made?.id ?? '';
    await takeSeat(town, id, staffId('facilitator'), 'COORDINATOR');
    expect(await dueOn(id, today())).toBe(true);
    await bury(id);
    expect(await dueOn(id, today())).toBe(false);
    const move = async (heldOn: string, title: string) => {
      // A seat counts within a second.
      const { data } = await vi.waitFor(async () => {
        const answer = await facilitator.ask('query ($id: ID!) { session(id: $id) { isIn version } }', { id });
        expect(answer.data.session?.isIn).toBe(true);
        return answer;
      });
      await steered(facilitator, 'moveSession', { session: id, title, heldOn, place: '会議室D', version: data.session.version });
    };
    return { id, move };
  };
  const words = (id: string) =>
    rows(
      'select s.title, s.place, c.reason from core.session s left join core.agenda_item a on a.session_id = s.id left join core.case_item c on c.agenda_item_id = a.id where s.id = $1',
      [id],
    );
  const gone = '（保存期間の満了により削除）';

  it('falls due by the day to which it was moved, with all that was written since, and once', async () => {
    const facilitator = await town.as('facilitator');
    const { id, move } = await forgotten(facilitator);
    await move(await day('hub.today() + 30'), '二度目の話し合い');
    const [one] = await town.rows<{ id: string }>(
      `select c.id from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected where c.teams @> '{connection}' order by c.id limit 1`,
    );
    await steered(facilitator, 'putOnAgenda', { session: id, case: one?.id, reasonCode: 'URGENT', reason: '連絡がつかない' });
    expect(await words(id)).toEqual([{ title: '二度目の話し合い', place: '会議室D', reason: '連絡がつかない' }]);
    const after = await day(`hub.today() + 30 + interval '12 months'`);
    expect(await dueOn(id, today())).toBe(false);
    expect(await dueOn(id, await day(`'${after}'::date - 1`))).toBe(false);
    expect(await dueOn(id, after)).toBe(true);
    await bury(id);
    expect(await words(id)).toEqual([{ title: gone, place: gone, reason: gone }]);
    for (const at of [today(), after, await day(`'${after}'::date + 4000`)]) expect(await dueOn(id, at), at).toBe(false);
  });

  it('falls due at once where its day is still one of long ago', async () => {
    const { id, move } = await forgotten(await town.as('facilitator'));
    await move(await day('hub.today() - 380'), 'まだ続く話し合い');
    expect(await dueOn(id, today())).toBe(true);
    await bury(id);
    expect(await words(id)).toEqual([{ title: gone, place: gone, reason: null }]);
    expect(await dueOn(id, today())).toBe(false);
  });
});

describe('a deletion', () => {
  it('takes who it was and what was said, leaves the keys, and the chain goes on verifying', async () => {
    await town.tamper(
      `insert into hub.read_audit (at, receivers, audience, operation, document, classes) values (now() - interval '6 years', '{staff:gone}', 'staff', '', '', '{identity}')`,
    );
    await town.sealed();
    const { due } = await dueDeletions(town.database, today());
    const work = deletions();
    for (const each of due) await work.carryOut(each);
    await work.close();
    expect(await traces()).toEqual(nothing);
    expect((await rows('select 1 from core.support_case where person_id = $1', [person])).length).toBe(1);
    expect(await rows(`select 1 from hub.read_audit where receivers = '{staff:gone}'`)).toEqual([]);
    for (const [table, key] of [
      ['session', 'id'],
      ['board_note', 'session_id'],
    ] as const)
      expect(await rows(`select distinct title from core.${table} where ${key} = $1`, [meeting]), table).toEqual([
        { title: '（保存期間の満了により削除）' },
      ]);
    await town.sealed();
    const verdict = await town.verify();
    expect(verdict.fault).toBeUndefined();
    expect(verdict.buried).toBe(1);
    expect((await dueDeletions(town.database, today())).due).toEqual([]);
  });

  it('is done again on a backup that still holds what was deleted, once', async () => {
    // Another copy of the city, as it was before: what a restored backup is.
    const restored = await aTown();
    const before = (await traces(restored.database.pool)) as typeof nothing;
    expect(before).toMatchObject({ identity: 1, contact: 1 });
    const work = new Deletions(restored.database, { key: KEY, dataDir: town.dataDir });
    expect(await work.replay()).toBeGreaterThan(1);
    expect(await traces(restored.database.pool)).toEqual(nothing);
    expect(await work.replay()).toBe(0);
    await work.close();
    await restored.close();
  });

  it('is not done on the word of somebody without the key', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'hub-forged-'));
    const [other] = await rows<{ person_id: string }>('select person_id from core.person_identity order by person_id limit 1');
    const line = { class: 'CASE', table: 'core.person', rows: [other?.person_id], key: randomUUID(), at: '2026-11-28', mac: 'made up' };
    writeFileSync(path.join(place, 'audit.deletions'), `${JSON.stringify(line)}\n{"class":"CASE","table":"core.pers`);
    const work = new Deletions(town.database, { key: KEY, dataDir: place });
    expect(await work.replay()).toBe(0);
    expect((await rows('select 1 from core.person_identity where person_id = $1', [other?.person_id])).length).toBe(1);
    await work.close();
    rmSync(place, { recursive: true });
  });
});
