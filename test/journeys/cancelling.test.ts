import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import { asSystem, asViewer } from '#server/database/as-viewer';
import { openRequest } from '#server/meetings/open-request';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { mattersIn } from '#test/kit/matters';
import { boardLog, steer, steered, todaysSession } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';
import { watchBoard } from '#test/kit/watch-board';

const BECAUSE = '台風が近づいているため';
let town: Town;
let facilitator: Guest;
let elderlyCare: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  elderlyCare = await town.as('elderly-care');
});
afterAll(() => town?.close());

const staffOf = (persona: PersonaKey) => town.viewer(persona).actor.slice('staff:'.length);
const call = (kind: string, heldOn: string) =>
  steered(facilitator, 'createSession', { kind, title: '取りやめる会議', heldOn, place: '会議室' }, 'id version number');
const cancel = (session: string, version: number, guest = facilitator, reason = BECAUSE) =>
  steer(guest, 'cancelSession', { session, reason, version }, 'status cancelledBecause cancelledAt version');
const uncancel = (session: string, version: number) => steer(facilitator, 'uncancelSession', { session, version }, 'status number version');

/** A report that 高齢者・介護 asks 庁内等検討会議 to hear, and how it stands for them. */
const askedFor = async (title: string): Promise<string> =>
  (
    await steered(elderlyCare, 'requestMatter', {
      kind: 'CHONAI',
      reason: '次の回で話したい',
      report: { title, words: '週に一度続いている。' },
    })
  ).id;
const OWN = '{ agendaRequests { id state waitsAgain takenUpBy { id } } }';
// biome-ignore lint/suspicious/noExplicitAny: rows as they were asked for
const own = async (id: string, guest = elderlyCare): Promise<any> =>
  (await guest.ask(OWN)).data.agendaRequests.find((one: { id: string }) => one.id === id);
const offeredTo = async (session: string, guest = facilitator): Promise<string[]> =>
  (await guest.ask('query ($id: ID!) { offeredMatters(session: $id) { request { id } } }', { id: session })).data.offeredMatters.flatMap(
    ({ request }: { request: { id: string } | null }) => request?.id ?? [],
  );

describe('a session that is called off before it opens', () => {
  it('says why to everybody who may see it, and tells its open boards in one line of its log', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-11');
    const watch = await watchBoard(town, await town.as('children'), id, { selection: 'status cancelledBecause' });
    await watch.next();
    expect((await cancel(id, version)).done).toMatchObject({ status: 'CANCELLED', cancelledBecause: BECAUSE, version: version + 1 });
    expect(await watch.next()).toMatchObject({ kind: 'SESSION_CANCELLED', session: { status: 'CANCELLED', cancelledBecause: BECAUSE } });
    watch.cut();
    expect((await boardLog(town, id)).map(({ audience, kind }) => [audience, kind])).toEqual([
      ['console', 'SESSION_CANCELLED'],
      ['display', 'SESSION_CANCELLED'],
    ]);
    const audited = await asSystem(town.database, 'hub_system', (query) =>
      query(`select actor from hub.change_audit where action = 'session.cancel' and session_id = $1`, [id]),
    );
    expect(audited).toEqual([{ actor: town.viewer('facilitator').actor }]);
  });

  it('is a wall in the room no more, and the wall does not say why', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-12');
    const wall = await town.display(id);
    const board = await watchBoard(town, wall, id, { selection: 'status' });
    await board.next();
    await cancel(id, version);
    expect(await board.next()).toMatchObject({ session: { status: 'CANCELLED' } });
    board.cut();
    expect((await wall.ask('query ($id: ID!) { session(id: $id) { cancelledBecause } }', { id })).errors).toBeDefined();
    await expect(
      asSystem(town.database, 'hub_display' as never, (query) => query('select cancelled_because from core.session')),
    ).rejects.toThrow(/permission denied/);
  });

  it('takes its entry out of calendars, under the key that they have', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-13');
    const file = async (): Promise<string> =>
      (await facilitator.ask('mutation ($session: ID!) { exportInvitation(session: $session) }', { session: id })).data.exportInvitation;
    const line = (text: string, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1];
    const before = await file();
    const { done } = await cancel(id, version);
    const after = await file();
    expect(after).toContain('METHOD:CANCEL\r\n');
    expect(after).toContain('STATUS:CANCELLED\r\n');
    expect(after).not.toContain(BECAUSE);
    expect(line(after, 'UID')).toBe(line(before, 'UID'));
    expect(Number(line(after, 'SEQUENCE'))).toBe(Number(line(before, 'SEQUENCE')) + 1);
    await uncancel(id, done.version);
    const again = await file();
    expect(again).not.toMatch(/CANCEL/);
    expect(Number(line(again, 'SEQUENCE'))).toBe(Number(line(after, 'SEQUENCE')) + 1);
  });

  it('is asked for a reason that names nobody', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-14');
    for (const reason of ['', '   ', '結城野さんが来られないため', 'R8-0042の方が入院したため', 'あ'.repeat(101)])
      expect((await cancel(id, version, facilitator, reason)).problem, reason).toMatchObject({
        code: 'INVALID',
        fields: { reason: expect.any(String) },
      });
  });

  it('is called off once under one key, and by two at once shows both', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-15');
    const order = { session: id, reason: BECAUSE, version };
    const [one, other] = [
      await steer(facilitator, 'cancelSession', order, 'version', 'the same key'),
      await steer(facilitator, 'cancelSession', order, 'version', 'the same key'),
    ];
    expect(other.text).toBe(one.text);
    expect((await boardLog(town, id)).filter(({ audience }) => audience === 'console')).toHaveLength(1);
    const moved = await call('MARUGOTO', '2026-12-16');
    const plan = { title: '取りやめる会議', heldOn: '2026-12-17', place: '会議室' };
    await steered(facilitator, 'moveSession', { session: moved.id, ...plan, version: moved.version });
    expect((await cancel(moved.id, moved.version)).problem).toMatchObject({
      code: 'CONFLICT',
      current: { status: 'PREPARING', ...plan, startsAt: null, endsAt: null, version: moved.version + 1 },
      yours: { status: 'CANCELLED', ...plan, startsAt: null, endsAt: null, version: moved.version },
    });
  });

  it('takes no more changes, and its number goes to the next that is called', async () => {
    const { id, version, number } = await call('MARUGOTO', '2026-12-18');
    const { done } = await cancel(id, version);
    const open = await steer(facilitator, 'openSession', { session: id, version: done.version });
    expect(open.problem).toMatchObject({ code: 'INVALID', fields: { session: expect.stringContaining('取りやめ') } });
    const report = { title: '報告', words: '試しの報告。' };
    expect((await steer(facilitator, 'putOnAgenda', { session: id, report })).problem?.code).toBe('INVALID');
    const next = await call('MARUGOTO', '2026-12-19');
    expect(next.number).toBe(number);
    expect((await uncancel(id, done.version)).done).toMatchObject({ status: 'PREPARING', number: number + 1 });
  });

  it('is called off by those who may call it, until it opens, and past every use case by nobody else', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-21');
    for (const persona of ['recorder', 'children', 'administrator'] as const)
      expect((await cancel(id, version, await town.as(persona))).problem?.code, persona).toBe('DENIED');
    const tell = (persona: 'facilitator' | 'recorder', set: string) =>
      asViewer(town.database, town.viewer(persona), (tx) => tx.query(`update core.session set ${set} where id = '${id}'`)).catch(
        (fault: Error) => fault.message,
      );
    const off = `status = 'CANCELLED', cancelled_because = 'x'`;
    expect(await tell('recorder', off)).toMatch(/called off by those who may call it/);
    expect(await tell('facilitator', `status = 'CANCELLED'`)).toMatch(/violates check/);
    expect(await tell('facilitator', 'cancelled_at = now()')).toMatch(/permission denied/);
    const { done } = await cancel(id, version);
    expect(await tell('facilitator', `title = 'ほかの題'`)).toMatch(/until it opens/);
    expect(await tell('facilitator', `status = 'OPEN', cancelled_because = null`)).toMatch(/until it opens/);
    const back = await uncancel(id, done.version);
    await steered(facilitator, 'openSession', { session: id, version: back.done.version });
    expect((await cancel(id, back.done.version + 1)).problem).toMatchObject({ code: 'INVALID', fields: { session: expect.any(String) } });
    expect(await tell('facilitator', off)).toMatch(/until it opens/);
  });

  it('has nothing written to it or changed in it past every use case', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-23');
    const item = await steered(facilitator, 'putOnAgenda', { session: id, report: { title: '報告', words: '試しの報告。' } });
    const below: string[] = [];
    for (const [name, order] of [
      ['addRole', { title: '受付' }],
      ['addActionItem', { title: '椅子を並べる' }],
      ['addNote', { kind: 'IDEA', title: '歌う会' }],
    ] as const)
      below.push((await steered(facilitator, name, { item: item.id, ...order })).id);
    const tell = (sql: string, values: readonly unknown[]) =>
      asViewer(town.database, town.viewer('facilitator'), (tx) => tx.query(sql, values as unknown[])).then(
        (rows) => (rows as unknown as [unknown[], number])[1] ?? rows.length,
        (fault: Error) => fault.message,
      );
    const changes = async () => {
      const told = [await tell('update core.agenda_item set note = null where id = $1', [item.id])];
      for (const [index, table] of ['role', 'action_item', 'board_note'].entries())
        told.push(await tell(`update core.${table} set title = title where id = $1`, [below[index]]));
      return told;
    };
    expect(await changes()).toEqual([1, 1, 1, 1]);
    await cancel(id, version);
    expect(await changes()).toEqual([0, 0, 0, 0]);
    expect(await tell('delete from core.agenda_item where id = $1', [item.id])).toBe(0);
    const proposal = `insert into core.proposal (id, session_id, restricted, addressee, title, answer_by)
      values (gen_random_uuid(), $1, false, '市長', '提案', '2027-01-31')`;
    expect(await tell(proposal, [id])).toMatch(/row-level security/);
    const role = 'insert into core.role (id, session_id, restricted, title, position) values (gen_random_uuid(), $1, false, $2, 9)';
    expect(await tell(role, [id, 'あとから'])).toMatch(/row-level security/);
  });

  it('has no decision, tie or seat changed in it past every use case, until it is called again', async () => {
    const { id: session, version } = await call('MARUGOTO', '2026-12-23');
    const { id: item } = await steered(facilitator, 'putOnAgenda', { session, card: (await mattersIn(town)).card });
    const decision = await steered(facilitator, 'recordDecision', { item, title: '月に一度、集まる' });
    const organization = organizationId('houkatsu');
    const link = await steered(facilitator, 'addLink', { item, organization, kind: 'STRONG' });
    await steered(facilitator, 'inviteMember', { session, staff: staffOf('council') });
    const [seat] = await town.rows<{ id: string }>('select id from core.session_member where session_id = $1 and staff_id = $2', [
      ...[session, staffOf('council')],
    ]);
    const changes: Readonly<Record<string, readonly [sql: string, id: string]>> = {
      decision: ['update core.decision set title = title where id = $1', decision.id],
      link: ['update core.eco_link set kind = kind where id = $1', link.id],
      seat: [`update core.session_member set attends = 'PRESENT' where id = $1`, seat?.id ?? ''],
      'seat given up': ['delete from core.session_member where id = $1', seat?.id ?? ''],
    };
    /** How many rows each change would touch, past every use case; nothing of it stays. */
    const touched = async () => {
      const found: Record<string, number> = {};
      for (const [name, [sql, id]] of Object.entries(changes)) {
        const undone = new Error('enough');
        const trying = asViewer(town.database, town.viewer('facilitator'), async (tx) => {
          found[name] = ((await tx.query(sql, [id])) as unknown as [unknown[], number])[1];
          throw undone;
        });
        await expect(trying, name).rejects.toBe(undone);
      }
      return found;
    };
    const each = (rows: number) => Object.fromEntries(Object.keys(changes).map((name) => [name, rows]));
    expect(await touched()).toEqual(each(1));
    const { done } = await cancel(session, version);
    expect(await touched()).toEqual(each(0));
    await uncancel(session, done.version);
    expect(await touched()).toEqual(each(1));
  });

  it('has its cases as they were laid: nobody changes one, called off or not', async () => {
    const { id: session, version } = await call('JUSOTEKI_CASE', '2026-12-23');
    const { id: item } = await steered(facilitator, 'putOnAgenda', { session, case: (await mattersIn(town)).case });
    const change = () =>
      asViewer(town.database, town.viewer('facilitator'), (tx) =>
        tx.query(`update core.case_item set reason = 'x' where agenda_item_id = $1`, [item]),
      );
    await expect(change()).rejects.toThrow(/permission denied/);
    expect((await cancel(session, version)).done.status).toBe('CANCELLED');
    await expect(change()).rejects.toThrow(/permission denied/);
  });

  it('is called again within ten minutes, and not later, by the database either', async () => {
    const { id, version } = await call('MARUGOTO', '2026-12-22');
    const { done } = await cancel(id, version);
    await town.rows(`update core.session set cancelled_at = cancelled_at - interval '11 minutes' where id = $1`, [id]);
    expect((await uncancel(id, done.version)).problem).toMatchObject({ code: 'INVALID', fields: { session: expect.any(String) } });
    await expect(
      asViewer(town.database, town.viewer('facilitator'), (tx) =>
        tx.query(`update core.session set status = 'PREPARING', cancelled_because = null where id = $1`, [id]),
      ),
    ).rejects.toThrow(/within ten minutes/);
  });
});

describe('what was on its agenda', () => {
  it('and had been asked for waits again, and stands there again when the session is called again', async () => {
    const request = await askedFor('続いている集まり');
    const one = await call('CHONAI', '2026-12-11');
    await steered(facilitator, 'putOnAgenda', { session: one.id, request });
    const other = await call('CHONAI', '2026-12-12');
    expect(await offeredTo(other.id)).not.toContain(request);
    const { done } = await cancel(one.id, one.version);
    expect(await own(request)).toMatchObject({ state: 'ASKED', waitsAgain: true, takenUpBy: null });
    expect(await offeredTo(other.id)).toContain(request);
    expect(await offeredTo(one.id)).toEqual([]);
    const agenda = await facilitator.ask('query ($id: ID!) { session(id: $id) { agenda { title } carriedOver { id } } }', { id: one.id });
    expect(agenda.data.session).toEqual({ agenda: [{ title: '続いている集まり' }], carriedOver: [] });
    await uncancel(one.id, done.version);
    expect(await own(request)).toMatchObject({ state: 'TAKEN', waitsAgain: false, takenUpBy: { id: one.id } });
  });

  it('goes to the next session, which keeps it when the first is called again', async () => {
    const request = await askedFor('次の回で話す集まり');
    const one = await call('CHONAI', '2026-12-13');
    await steered(facilitator, 'putOnAgenda', { session: one.id, request });
    const { done } = await cancel(one.id, one.version);
    const other = await call('CHONAI', '2026-12-14');
    const item = await steered(facilitator, 'putOnAgenda', { session: other.id, request });
    expect((await uncancel(one.id, done.version)).done.status).toBe('PREPARING');
    expect(await own(request)).toMatchObject({ state: 'TAKEN', waitsAgain: false, takenUpBy: { id: other.id } });
    // Taken off there it waits as it did at first: no session that was called off has it any more.
    await steered(facilitator, 'takeOffAgenda', { item: item.id, version: 1 }, 'id');
    expect(await own(request)).toMatchObject({ state: 'ASKED', waitsAgain: false, takenUpBy: null });
  });

  it('and is being answered meanwhile is taken up by nobody before that is done', async () => {
    const request = await askedFor('答えを待つ集まり');
    const one = await call('CHONAI', '2026-12-17');
    await steered(facilitator, 'putOnAgenda', { session: one.id, request });
    const { done } = await cancel(one.id, one.version);
    let again: Promise<unknown> = Promise.resolve();
    await asViewer(town.database, town.viewer('facilitator'), async (tx) => {
      await openRequest(tx, request);
      again = uncancel(one.id, done.version);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const words = `declined_because = 'またの機会に', declined_at = now(), declined_by = '${staffOf('facilitator')}'`;
      await tx.query(`update core.agenda_request set ${words} where id = $1`, [request]);
    });
    expect(await again).toMatchObject({ done: { status: 'PREPARING' } });
    expect(await own(request)).toMatchObject({ state: 'DECLINED', takenUpBy: null });
  });

  it('and was written down beforehand for an organisation is in nobody’s inbox', async () => {
    const session = await todaysSession(town);
    const { version } = (await facilitator.ask('query ($id: ID!) { session(id: $id) { version } }', { id: session })).data.session;
    const desk = await town.as('elderly-care');
    const [home] = await town.rows<{ id: string }>(
      'select organization_id as id from core.desk where staff_id = $1 and organization_id is not null limit 1',
      [staffOf('elderly-care')],
    );
    const report = await steered(facilitator, 'putOnAgenda', { session, report: { title: '報告', words: '試しの報告。' } });
    const action = await steered(facilitator, 'addActionItem', { item: report.id, title: '前もって書く', organization: home?.id });
    const inbox = async (): Promise<string> => (await desk.ask('{ inbox { id } }')).text;
    expect(await inbox()).toContain(action.id);
    const { done } = await cancel(session, version);
    expect(await inbox()).not.toContain(action.id);
    const answers = {
      acceptActionItem: {},
      finishAtDesk: { done: true },
      giveBackActionItem: { reason: '手が足りない' },
    } as const;
    for (const [name, order] of Object.entries(answers))
      expect((await steer(desk, name as keyof typeof answers, { action: action.id, ...order, version: 1 })).problem, name).toMatchObject({
        ...{ code: 'INVALID', message: '開催を取りやめた会議で書いたものです。' },
      });
    const past = asViewer(town.database, town.viewer('elderly-care'), (tx) =>
      tx.query(`update core.action_item set done_note = 'x' where id = $1 returning id`, [action.id]),
    );
    expect((await past) as unknown).toMatchObject([[], 0]);
    await uncancel(session, done.version);
    expect(await inbox()).toContain(action.id);
  });
});

describe('a 支援会議 that is called off', () => {
  it('tells its members and nobody else, and its cases are heard no more', async () => {
    const [theCase] = await town.rows<{ id: string }>(
      `select c.id from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected
       where c.teams @> '{elderly-care,connection}' and not c.teams @> '{disability}'
         and not exists (select 1 from core.consent k where k.case_id = c.id) order by c.id limit 1`,
    );
    const asked = await steered(elderlyCare, 'requestMatter', {
      ...{ kind: 'SHIEN_KAIGI', case: theCase?.id, reasonCode: 'URGENT', reason: '急ぎ話し合いたい' },
    });
    const made = await steered(facilitator, 'conveneSupport', {
      ...{ title: '急ぐ話し合い', heldOn: '2026-12-15', place: '会議室', members: [staffOf('facilitator'), staffOf('disability')] },
    });
    const session = made as unknown as string;
    for (const persona of ['facilitator', 'disability'] as const) await takeSeat(town, session, staffOf(persona));
    await town.rows(`update core.session_member set attends = 'PRESENT' where session_id = $1`, [session]);
    const [chair, member] = [await town.as('facilitator'), await town.as('disability')];
    const hears = async () => (await member.ask('query ($id: ID!) { case(id: $id) { id } }', { id: theCase?.id })).data.case !== null;
    expect(await hears()).toBe(false);
    await steered(chair, 'putOnAgenda', { session, request: asked.id });
    expect(await hears()).toBe(true);
    const before = await own(asked.id);
    const outside = await watchBoard(town, await town.as('livelihood'), session);
    await outside.next();

    const { version } = (await chair.ask('query ($id: ID!) { session(id: $id) { version } }', { id: session })).data.session;
    expect((await steer(await town.as('recorder'), 'cancelSession', { session, reason: BECAUSE, version })).problem?.code).toBe(
      'NOT_FOUND',
    );
    const { done } = await steer(chair, 'cancelSession', { session, reason: BECAUSE, version }, 'status cancelledBecause');
    expect(done).toEqual({ status: 'CANCELLED', cancelledBecause: BECAUSE });
    const seen = await (await town.as('disability')).ask('query ($id: ID!) { session(id: $id) { status cancelledBecause } }', {
      id: session,
    });
    expect(seen.data.session).toEqual({ status: 'CANCELLED', cancelledBecause: BECAUSE });
    expect(await hears()).toBe(false);

    // Whoever asked heard "waiting", and hears it still; nobody outside is sent anything.
    expect(await own(asked.id)).toEqual(before);
    expect(before).toEqual({ id: asked.id, state: 'ASKED', waitsAgain: false, takenUpBy: null });
    expect(outside.frames).toHaveLength(1);
    outside.cut();
    expect(
      (await (await town.as('livelihood')).ask('query ($id: ID!) { session(id: $id) { id } }', { id: session })).data.session,
    ).toBeNull();
  });

  it('says why only to those who have acknowledged the duty of secrecy', async () => {
    const made = await steered(facilitator, 'conveneSupport', {
      ...{ title: '急ぐ話し合い', heldOn: '2026-12-16', place: '会議室', members: [staffOf('facilitator'), staffOf('disability')] },
    });
    const session = made as unknown as string;
    await takeSeat(town, session, staffOf('facilitator'));
    const chair = await town.as('facilitator');
    const { version } = (await chair.ask('query ($id: ID!) { session(id: $id) { version } }', { id: session })).data.session;
    await steered(chair, 'cancelSession', { session, reason: BECAUSE, version }, 'id');
    const member = await town.as('disability');
    const { session: told } = (await member.ask('query ($id: ID!) { session(id: $id) { status isIn cancelledBecause } }', { id: session }))
      .data;
    expect(told).toEqual({ status: 'CANCELLED', isIn: false, cancelledBecause: null });
    expect((await steer(member, 'acknowledgeSecrecy', { session })).problem?.code).toBe('INVALID');
  });
});
