import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonaKey, staffId } from '#seeds/personas';
import { issueId } from '#seeds/town/board/issues';
import type { Viewer } from '#server/access/viewer';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { steer, steered } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';

let town: Town;
let facilitator: Guest;
let elderlyCare: Guest;
/** A case that 高齢者・介護 and 支援つなげる serve, and one that 困窮 serves alone; a session of each kind that hears cases. */
let shared: string;
let foreign: string;
let table: string;
let secret: string;

const staffOf = (persona: PersonaKey) => town.viewer(persona).actor.slice('staff:'.length);
const one = async (sql: string) => ((await town.rows<{ id: string }>(sql))[0] as { id: string }).id;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  elderlyCare = await town.as('elderly-care');
  const plain = 'core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected';
  shared = await one(
    `select c.id from ${plain} where c.teams @> '{elderly-care,connection}' and not exists (select 1 from core.consent k where k.case_id = c.id)
       and not exists (select 1 from core.requested_case r where r.case_id = c.id) order by c.id limit 1`,
  );
  foreign = await one(`select c.id from ${plain} where c.teams = '{livelihood}' order by c.id limit 1`);
  table = (
    await steered(facilitator, 'createSession', { kind: 'JUSOTEKI_CASE', title: '支援の相談', heldOn: '2026-12-20', place: '会議室' })
  ).id;
  secret = await one(`select id from core.session where kind = 'SHIEN_KAIGI' and status = 'PREPARING' order by id limit 1`);
});
afterAll(() => town?.close());

const OWN =
  '{ agendaRequests { id kindName matter state reason declinedBecause changedAt takenUpBy { id heldOn title } version requestedBy { name } requestedCase { case { id } reason } } }';
const own = async (guest: Guest) => (await guest.ask(OWN)).data.agendaRequests as Record<string, unknown>[];
// biome-ignore lint/suspicious/noExplicitAny: rows as they were asked for
type Offer = Record<string, any>;
const OFFERED = `query ($id: ID!) { offered: offeredMatters(session: $id) { id why dueOn deferred unfinished case { id } card { id } issue { id title }
  request { id matter state title reason version team { id } requestedCase { reason case { id } withheld { field } } } } }`;
const offered = async (guest: Guest, session: string) => (await guest.ask(OFFERED, { id: session })).data.offered as Offer[];
const REASON = '家族の介護と仕事が重なり、窓口一つでは支えきれない。';
const ask = (guest: Guest, input: Record<string, unknown>) =>
  steer(guest, 'requestMatter', { kind: 'JUSOTEKI_CASE', reason: REASON, ...input }, 'id version state');
const plainCases = (where: string, values: readonly unknown[]) =>
  town.rows<{ id: string; person: string }>(
    `select c.id, c.person_id as person from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected where ${where} order by c.id limit 2`,
    values,
  );
const consent = (of: string | undefined, to: string) =>
  town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     select gen_random_uuid(), person_id, id, 'SELF', array[$2], '{identity}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day'
     from core.support_case where id = $1`,
    [of, to],
  );

describe('a 担当 asks a conference to speak of a case', () => {
  it('that it serves, for its next session, and sees what became of it', async () => {
    const { done } = await ask(elderlyCare, { case: shared });
    expect(done.state).toBe('ASKED');
    expect((await own(elderlyCare)).find(({ id }) => id === done.id)).toMatchObject({
      ...{ kindName: '重層的支援会議（個別）', matter: 'CASE', state: 'ASKED', reason: null },
      requestedCase: { reason: REASON, case: { id: shared } },
    });
    const [offer] = (await offered(facilitator, table)).filter(({ request }) => request?.id === done.id);
    expect(offer).toMatchObject({
      why: 'REQUEST',
      request: { team: { id: 'elderly-care' }, requestedCase: { reason: REASON, case: { id: shared } } },
    });

    // Past the guard that stands before every agenda: without consent it does not come there.
    const early = await steer(facilitator, 'putOnAgenda', { session: table, request: done.id });
    expect(early.problem).toMatchObject({ code: 'INVALID', fields: { case: expect.stringContaining('同意') } });
    await consent(shared, 'connection');
    await steered(facilitator, 'putOnAgenda', { session: table, request: done.id });
    expect((await own(elderlyCare)).find(({ id }) => id === done.id)).toMatchObject({
      state: 'TAKEN',
      takenUpBy: { id: table, heldOn: '2026-12-20', title: '支援の相談' },
    });
    // What something became of last comes first.
    expect((await own(elderlyCare))[0]?.id).toBe(done.id);
    expect((await offered(facilitator, table)).filter(({ request }) => request?.id === done.id)).toEqual([]);
    const again = await steer(facilitator, 'putOnAgenda', { session: table, request: done.id });
    expect(again.problem?.code).toBe('INVALID');
  });

  it('but not of one that it does not serve, nor before a conference whose law does not hear it', async () => {
    expect((await ask(elderlyCare, { case: foreign })).text).toBe((await ask(elderlyCare, { case: randomUUID() })).text);
    const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
    expect((await ask(elderlyCare, { case: shared, kind: 'MARUGOTO' })).problem?.code).toBe('INVALID');
    expect((await ask(elderlyCare, { card: card?.id, kind: 'CHONAI' })).problem?.code).toBe('INVALID');
    expect((await ask(elderlyCare, { card: card?.id, case: shared })).problem?.code).toBe('INVALID');
    expect((await ask(elderlyCare, { card: card?.id, kind: 'MARUGOTO' })).done.state).toBe('ASKED');
  });

  it('but not where a tie makes them partial: they are answered as for a case of another 担当, and no row is written past that either', async () => {
    const me = staffOf('elderly-care');
    const [bound] = await plainCases("c.teams @> '{elderly-care}' and c.id <> $1", [shared]);
    const [theirs] = await plainCases(`c.teams = '{livelihood}' and c.id <> $1`, [foreign]);
    await town.rows(`insert into core.conflict_tie (staff_id, person_id, kind) values ($1, $2, 'OTHER_PARTY')`, [me, bound?.person]);
    await consent(theirs?.id, 'elderly-care');
    const tied = await town.as('elderly-care');
    const { problem, text } = await ask(tied, { case: bound?.id });
    expect(problem).toMatchObject({ code: 'DENIED' });
    expect((await ask(tied, { case: theirs?.id })).text).toBe(text);
    const bare = (viewer: Viewer) =>
      asViewer(town.database, viewer, async (tx) => {
        const id = randomUUID();
        const letter = `insert into core.agenda_request (id, kind, restricted, matter, team_id, requested_by)
          values ($1, 'JUSOTEKI_CASE', false, 'CASE', 'elderly-care', $2)`;
        await tx.query(letter, [id, me]);
        const below = `insert into core.requested_case (request_id, team_id, restricted, case_id, person_id, reason) values ($1, 'elderly-care', false, $2, $3, '試し')`;
        await tx.query(below, [id, bound?.id, bound?.person]);
      });
    await bare(town.viewer('elderly-care'));
    await expect(bare({ ...town.viewer('elderly-care'), tied: [bound?.person ?? ''] })).rejects.toMatchObject({ code: '42501' });
  });

  it('of which those who make the agenda and do not know it learn that there is one, and no more', async () => {
    const livelihood = await town.as('livelihood');
    const { done } = await ask(livelihood, { case: foreign });
    const [offer] = (await offered(facilitator, table)).filter(({ request }) => request?.id === done.id);
    expect(offer?.request).toMatchObject({ matter: 'CASE', requestedCase: null });
    expect(JSON.stringify(offer)).not.toContain(foreign);
    const taken = await steer(facilitator, 'putOnAgenda', { session: table, request: done.id });
    expect(taken.problem).toMatchObject({ code: 'INVALID' });
    expect((await own(elderlyCare)).map(({ id }) => id)).not.toContain(done.id);
  });
});

describe('a request', () => {
  it('is told to have been spoken of, or passed over, once its session has closed', async () => {
    const report = (title: string) => ({ kind: 'CHONAI', report: { title, words: '週に一度の集まりが続いている。' } });
    const [first, second] = [(await ask(elderlyCare, report('話す報告'))).done.id, (await ask(elderlyCare, report('残る報告'))).done.id];
    const made = await steered(facilitator, 'createSession', {
      kind: 'CHONAI',
      title: '庁内の会議',
      heldOn: '2026-12-21',
      place: '会議室',
    });
    const session = made.id;
    const { id: item } = await steered(facilitator, 'putOnAgenda', { session, request: first });
    await steered(facilitator, 'putOnAgenda', { session, request: second });
    const stateOf = async (id: string) => (await own(elderlyCare)).find((one) => one.id === id)?.state;
    expect([await stateOf(first), await stateOf(second)]).toEqual(['TAKEN', 'TAKEN']);
    const { version } = await steered(facilitator, 'openSession', { session, version: made.version });
    const front = await steered(facilitator, 'bringToFront', { session, item, version });
    await steered(facilitator, 'closeSession', { session, version: front.version });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['SETTLED', 'PASSED_OVER']);
    expect((await own(elderlyCare)).slice(0, 2).map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
  });

  it('comes before no conference of another kind than it was sent to', async () => {
    const { done } = await ask(elderlyCare, { kind: 'CHONAI', report: { title: 'よその会議', words: '試しの報告。' } });
    const order = { kind: 'MARUGOTO', title: '試し', heldOn: '2026-12-22', place: '会館' };
    const session = (await steered(facilitator, 'createSession', order)).id;
    const { problem } = await steer(facilitator, 'putOnAgenda', { session, request: done.id });
    expect(problem).toMatchObject({ code: 'INVALID', fields: { request: expect.stringContaining('庁内等検討会議') } });
  });

  it('is taken once, however many reach for it, and is declined by nobody who sees it on an agenda', async () => {
    const { done } = await ask(elderlyCare, { kind: 'CHONAI', report: { title: '一度だけ', words: '試しの報告。' } });
    const order = { kind: 'CHONAI', title: '庁内の会議', heldOn: '2026-12-22', place: '会議室' };
    const [one, other] = [
      (await steered(facilitator, 'createSession', order)).id,
      (await steered(facilitator, 'createSession', { ...order, heldOn: '2026-12-23' })).id,
    ];
    const recorder = await town.as('recorder');
    const takes = [facilitator, recorder].flatMap((guest) => [one, other].map((session) => [guest, session] as const));
    const taken = await Promise.all(takes.map(([guest, session]) => steer(guest, 'putOnAgenda', { session, request: done.id }, 'id')));
    expect(taken.map(({ problem }) => problem?.code ?? 'done').sort()).toEqual(['INVALID', 'INVALID', 'INVALID', 'done']);
    const late = await steer(facilitator, 'declineRequest', { request: done.id, reason: '見送る', version: 1 });
    expect(late.problem).toMatchObject({ code: 'INVALID', message: 'もう議題になっています。' });
    expect((await own(elderlyCare)).find(({ id }) => id === done.id)?.state).toBe('TAKEN');

    const past = (sql: string) => asViewer(town.database, town.viewer('facilitator'), (tx) => tx.query(sql));
    const declining = `update core.agenda_request set declined_by = '${staffOf('facilitator')}', declined_at = now(), declined_because = 'x' where id = '${done.id}'`;
    await expect(past(declining)).rejects.toMatchObject({ code: '42501' });
    const again = (request: string) =>
      past(`insert into core.agenda_item (id, session_id, restricted, position, kind, title, words, request_id, letter, state)
        values (gen_random_uuid(), '${one}', false, 90, 'REPORT', 'x', 'x', '${request}', 'Z', 'WAITING')`);
    await expect(again(done.id)).rejects.toMatchObject({ code: '23505' });
    const { done: gone } = await ask(elderlyCare, { kind: 'CHONAI', report: { title: '取り下げる報告', words: '試しの報告。' } });
    await steered(elderlyCare, 'withdrawRequest', { request: gone.id, version: 1 });
    await expect(again(gone.id)).rejects.toMatchObject({ code: '42501' });
  });

  it('is declined with words that name nobody, which whoever asked reads', async () => {
    const report = { title: '通いの場の報告', words: '三つの地区で、週に一度の集まりが続いている。' };
    const { done } = await ask(elderlyCare, { kind: 'CHONAI', report });
    const decline = (guest: Guest, reason: string) => steer(guest, 'declineRequest', { request: done.id, reason, version: 1 }, 'state');
    expect((await decline(elderlyCare, '今回は見送る')).problem?.code).toBe('DENIED');
    expect((await decline(await town.as('recorder'), '今回は見送る')).problem?.code).toBe('DENIED');
    expect((await decline(facilitator, '結城野さんが不在のため')).problem).toMatchObject({
      code: 'INVALID',
      fields: { reason: expect.any(String) },
    });
    expect((await decline(facilitator, 'R8-0042の回でまとめて扱います')).problem).toMatchObject({
      code: 'INVALID',
      fields: { reason: expect.stringContaining('事例の番号') },
    });
    expect((await decline(facilitator, '数字がそろう二月の回で扱います')).done.state).toBe('DECLINED');
    expect((await own(elderlyCare)).find(({ id }) => id === done.id)).toMatchObject({
      state: 'DECLINED',
      declinedBecause: '数字がそろう二月の回で扱います',
    });
    expect((await decline(facilitator, 'もう一度')).problem?.code).toBe('INVALID');
  });

  it('is taken back by the 担当 that made it, and by no other', async () => {
    const { done } = await ask(elderlyCare, { kind: 'CHONAI', report: { title: '試し', words: '試しの報告。' } });
    const withdraw = (guest: Guest) => steer(guest, 'withdrawRequest', { request: done.id, version: 1 }, 'state');
    expect((await withdraw(facilitator)).problem?.code).toBe('DENIED');
    expect((await withdraw(await town.as('livelihood'))).problem?.code).toBe('NOT_FOUND');
    expect((await withdraw(elderlyCare)).done.state).toBe('WITHDRAWN');
  });

  it('for a report names nobody, and stands on the agenda under its own words', async () => {
    const named = await ask(elderlyCare, { kind: 'MARUGOTO', report: { title: '虹坂さんの話', words: '試し' } });
    expect(named.problem).toMatchObject({ code: 'INVALID', fields: { title: expect.any(String) } });
    for (const reason of ['結城野さんの暮らしを知ってほしい', 'R8-0042と同じことが起きている']) {
      const why = await ask(elderlyCare, {
        kind: 'MARUGOTO',
        report: { title: '通いの場の報告', words: '三つの地区で続いている。' },
        reason,
      });
      expect(why.problem, reason).toMatchObject({ code: 'INVALID', fields: { reason: expect.any(String) } });
    }
    const { done } = await ask(elderlyCare, { kind: 'MARUGOTO', report: { title: '通いの場の報告', words: '三つの地区で続いている。' } });
    const session = (await steered(facilitator, 'createSession', { kind: 'MARUGOTO', title: '試し', heldOn: '2026-12-21', place: '会館' }))
      .id;
    expect(await steered(facilitator, 'putOnAgenda', { session, request: done.id }, 'kind title words letter')).toEqual({
      ...{ kind: 'REPORT', title: '通いの場の報告', words: '三つの地区で続いている。', letter: 'A' },
    });
  });

  it('says when it was made and answered by the clock of the database, whatever is written there', async () => {
    const report = { title: '時刻の報告', words: '試しの報告。' };
    const past = (persona: PersonaKey, sql: string, values: readonly unknown[]) =>
      asViewer(town.database, town.viewer(persona), (tx) => tx.query(sql, values));
    const [declined, withdrawn] = [randomUUID(), randomUUID()];
    for (const id of [declined, withdrawn])
      await past(
        'elderly-care',
        `insert into core.agenda_request (id, kind, restricted, matter, title, words, reason, team_id, requested_by, requested_at)
         values ($1, 'CHONAI', false, 'REPORT', $3, $4, '試し', 'elderly-care', $2, '2020-01-01')`,
        [id, staffOf('elderly-care'), report.title, report.words],
      );
    await past(
      'facilitator',
      `update core.agenda_request set declined_by = $2, declined_at = '2020-01-01', declined_because = '見送る' where id = $1`,
      [declined, staffOf('facilitator')],
    );
    await past('elderly-care', `update core.agenda_request set withdrawn_at = '2020-01-01' where id = $1`, [withdrawn]);
    const told = await town.rows(
      `select requested_at > now() - interval '1 minute' as asked, coalesce(declined_at, withdrawn_at) >= requested_at as answered
       from core.agenda_request where id = any ($1)`,
      [[declined, withdrawn]],
    );
    expect(told).toEqual([
      { asked: true, answered: true },
      { asked: true, answered: true },
    ]);
  });

  it('is made by whoever works for a 担当, and by nobody else', async () => {
    for (const persona of ['administrator', 'disclosure-officer', 'supervisor'] as const)
      expect((await ask(await town.as(persona), { kind: 'CHONAI', report: { title: '試し', words: '試し。' } })).problem?.code).toBe(
        'DENIED',
      );
  });
});

describe('a request to a 支援会議', () => {
  it('says why without consent, and tells whoever asked neither that it sits nor that it was taken', async () => {
    const without = await ask(elderlyCare, { kind: 'SHIEN_KAIGI', case: shared });
    expect(without.problem).toMatchObject({ code: 'INVALID', fields: { reasonCode: expect.any(String) } });
    const { done } = await ask(elderlyCare, { kind: 'SHIEN_KAIGI', case: shared, reasonCode: 'URGENT' });
    // The recorder is no coordinator: of a 支援会議 not even the request is theirs.
    const recorder = await town.as('recorder');
    const decline = { request: done.id, reason: '見送る', version: 1 };
    expect((await steer(recorder, 'putOnAgenda', { session: table, request: done.id })).problem?.code).toBe('NOT_FOUND');
    expect((await steer(await town.as('livelihood'), 'declineRequest', decline)).problem?.code).toBe('DENIED');

    await town.rows('update core.session_member set staff_id = $1, organization_id = null where session_id = $2', [
      staffOf('facilitator'),
      secret,
    ]);
    await takeSeat(town, secret, staffOf('facilitator'), 'COORDINATOR');
    const coordinator = await town.as('facilitator');
    expect((await offered(coordinator, secret)).some(({ request }) => request?.id === done.id)).toBe(true);
    const [asked] = (await own(elderlyCare)).filter(({ id }) => id === done.id);
    await steered(coordinator, 'putOnAgenda', { session: secret, request: done.id });
    expect((await offered(coordinator, secret)).some(({ request }) => request?.id === done.id)).toBe(false);
    const [seen] = (await own(elderlyCare)).filter(({ id }) => id === done.id);
    expect(seen).toMatchObject({ state: 'ASKED', takenUpBy: null, declinedBecause: null, version: 1, changedAt: asked?.changedAt });
    const [item] = await town.rows<{ reason: string; code: string }>(
      'select i.reason, i.reason_code as code from core.case_item i where i.session_id = $1 and i.case_id = $2',
      [secret, shared],
    );
    expect(item).toEqual({ reason: REASON, code: 'URGENT' });
  });
});

describe('a request to a 支援会議 in its own 担当', () => {
  const seen = (viewer: Viewer, id: string) =>
    asViewer(town.database, viewer, async (tx) => {
      const tables = ['core.agenda_request where id = $1', 'core.requested_case where request_id = $1'];
      return Promise.all(tables.map(async (table) => (await tx.query(`select 1 from ${table}`, [id])).length));
    });

  it('is there for whoever made it and for no colleague: not that there is one, by the database either', async () => {
    const [, asked] = await plainCases(`c.teams @> '{elderly-care}' and c.id <> $1`, [shared]);
    const { done } = await ask(elderlyCare, { kind: 'SHIEN_KAIGI', case: asked?.id, reasonCode: 'URGENT' });
    const me = town.viewer('elderly-care');
    expect(await seen(me, done.id)).toEqual([1, 1]);
    expect(await seen({ ...me, tied: [asked?.person ?? ''] }, done.id), 'what it asks for is for the impartial').toEqual([1, 0]);
    expect(await seen({ ...me, teams: ['children'] }, done.id), 'in another 担当 by now').toEqual([0, 0]);
    expect(await seen({ ...me, actor: `staff:${randomUUID()}` }, done.id), 'a colleague who knows the case as well').toEqual([0, 0]);
    // Whoever makes the agenda of a 支援会議 reads the letter, and of those they may know the case, too.
    expect((await seen(town.viewer('facilitator'), done.id))[0]).toBe(1);
    expect(await seen({ ...town.viewer('facilitator'), tied: [asked?.person ?? ''] }, done.id)).toEqual([1, 0]);
    expect(await seen(town.viewer('recorder'), done.id)).toEqual([0, 0]);
  });

  it('is read by nobody of a contractor who works in it, while a request to another conference is', async () => {
    const [asked] = await plainCases(`c.teams @> '{disability}'`, []);
    const worker = staffId('disability-3');
    const [place] = await town.rows<{ operation: string }>(
      'select o.operation from core.staff s join core.organization o on o.id = s.organization_id where s.id = $1',
      [worker],
    );
    expect(place?.operation).toBe('委託');
    const signedIn = await town.hub.identity.signIns.open({ staffId: worker, way: 'LOCAL', strong: false });
    const contractor = guest(town.origin, { cookie: `hub_session=${signedIn?.secret}` });
    const { done: hidden } = await ask(await town.as('disability'), { kind: 'SHIEN_KAIGI', case: asked?.id, reasonCode: 'EARLY_SUPPORT' });
    const { done: open } = await ask(await town.as('disability'), { case: asked?.id });
    const requests = await own(contractor);
    expect(requests.map(({ id }) => id)).toContain(open.id);
    expect(JSON.stringify(requests)).not.toContain(hidden.id);
    expect((await contractor.ask(OWN)).text).not.toContain('支援会議"');
    const withdrawn = await steer(contractor, 'withdrawRequest', { request: hidden.id, version: 1 });
    expect(withdrawn.problem?.code).toBe('NOT_FOUND');
  });
});

describe('what is offered to an agenda', () => {
  it('is there for those who make it, and for nobody else', async () => {
    expect((await offered(facilitator, table)).length).toBeGreaterThan(0);
    expect(await offered(elderlyCare, table)).toEqual([]);
  });

  it('holds the plans whose monitoring is due by the day, newest edition alone, and no plan elsewhere', async () => {
    const due = (await offered(facilitator, table)).filter(({ why }) => why === 'MONITORING');
    const wanted = await town.rows<{ id: string }>(
      `select p.case_id as id from core.support_plan p join core.support_case c on c.id = p.case_id
       where p.next_monitoring_on <= '2026-12-20' and p.state in ('DECIDED', 'ACTIVE', 'MONITORING') and c.teams @> '{connection}'
         and not exists (select 1 from core.support_plan q where q.case_id = p.case_id and q.edition > p.edition)`,
    );
    expect(due.length).toBeGreaterThan(3);
    const cases = due.map((each) => each.case?.id);
    for (const { id } of wanted) expect(cases).toContain(id);
    expect(due.every(({ dueOn }) => dueOn <= '2026-12-20')).toBe(true);
    const [first] = wanted;
    await town.rows(`update core.support_plan set next_monitoring_on = '2026-12-21' where case_id = $1`, [first?.id]);
    expect((await offered(facilitator, table)).filter(({ why }) => why === 'MONITORING').map((each) => each.case?.id)).not.toContain(
      first?.id,
    );
  });

  it('holds what the last session left unfinished, until it is on the agenda', async () => {
    const order = { kind: 'MARUGOTO', title: '試し', heldOn: '2026-12-25', place: '会館' };
    const session = (await steered(facilitator, 'createSession', order)).id;
    const left = (await offered(facilitator, session)).filter(({ why }) => why === 'CARRIED_OVER');
    const food = left.find(({ issue }) => issue?.id === issueId('food-at-months-end'));
    expect(food).toMatchObject({ deferred: 0, unfinished: 2, dueOn: expect.any(String) });
    expect(new Set(left.map(({ card, issue }) => card?.id ?? issue?.id)).size).toBe(left.length);
    await steered(facilitator, 'putOnAgenda', { session, issue: food?.issue.id });
    expect((await offered(facilitator, session)).some(({ issue }) => issue?.id === food?.issue.id)).toBe(false);
  });
});
