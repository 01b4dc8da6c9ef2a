import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { staffId } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import type { Viewer } from '#server/access/viewer';
import { asViewer } from '#server/database/as-viewer';
import { closePerson } from '#test/kit/a-guarded-person';
import { aTable } from '#test/kit/a-table';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { mattersIn } from '#test/kit/matters';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';

const houkatsu = organizationId('houkatsu');
let town: Town;
let facilitator: Guest;
let elderly: Guest;
let council: Guest;
let session: string;
let version: number;
let item: string;

beforeAll(async () => {
  town = await aTown();
  [facilitator, elderly, council] = await Promise.all([town.as('facilitator'), town.as('elderly-care'), town.as('council')]);
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator, '受信箱の会議'));
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  ({ id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id }));
  ({ version } = await steered(facilitator, 'bringToFront', { session, item, version }));
});

const INBOX = `query ($done: Boolean) { inbox(done: $done) { id standing isLate session { kindName title } item { letter card { title } caseItem { id } }
  action { id title version doneNote backReason organization { id } } } inboxStanding { open late fresh mark } }`;
const look = async (guest: Guest, done = false) => {
  const { data } = await guest.ask(INBOX, { done });
  return {
    standing: data.inboxStanding,
    items: data.inbox as { id: string; standing: string; isLate: boolean; action: { title: string } }[],
  };
};
const assign = (title: string, organization: string, dueOn: string | null = null, to = item) =>
  steered(facilitator, 'addActionItem', { item: to, title, organization, dueOn });
const kinds = async (audience: 'console' | 'display', of = session) =>
  (await boardLog(town, of)).filter((event) => event.audience === audience).map(({ kind }) => kind);
/** Somebody who has no persona: a colleague of one, at the same 担当 or not. */
const colleague = (key: string, team: string, more: Partial<Viewer> = {}): Viewer => ({
  ...{ audience: 'staff', actor: `staff:${staffId(key)}`, roles: ['caseworker'], teams: [team], sessions: [] },
  ...more,
});
const idsOf = (viewer: Viewer) =>
  asViewer(town.database, viewer, async (tx) => (await tx.query<{ id: string }>('select id from core.inbox')).map(({ id }) => id));

describe('what a conference assigns to an organisation', () => {
  it('lies at its own desk, what is late first, with the conference and the matter that it comes from, and at no other', async () => {
    const before = (await look(elderly)).standing;
    const others = (await look(council)).standing;
    const [later, late] = [await assign('来月の見学', houkatsu, '2999-01-31'), await assign('もう一度訪ねる', houkatsu, '2026-01-31')];
    const { items, standing } = await look(elderly);
    const own = items.filter(({ id }) => [later.id, late.id].includes(id));
    expect(own).toMatchObject([
      { id: late.id, standing: 'NEW', isLate: true, action: { title: 'もう一度訪ねる' } },
      {
        ...{ id: later.id, standing: 'NEW', isLate: false, session: { kindName: '地域まるごと支援会議', title: '受信箱の会議' } },
        item: { letter: 'A', card: { title: expect.any(String) }, caseItem: null },
      },
    ]);
    expect(standing).toMatchObject({ open: before.open + 2, late: before.late + 1, fresh: before.fresh + 2 });
    expect(standing.mark).not.toBe(before.mark);
    expect((await look(council)).standing).toEqual(others);
  });

  it('is not given to anybody while it is held, and is once somebody has let it through', async () => {
    const held = await steered(
      facilitator,
      'addActionItem',
      { item, title: '虹坂さんを訪ねる', organization: houkatsu },
      'id version held',
    );
    expect(held.held).toBe('IDENTIFIER');
    expect((await look(elderly)).items.map(({ id }) => id)).not.toContain(held.id);
    await steered(await town.as('recorder'), 'holdActionItem', { action: held.id, held: false, version: held.version });
    expect((await look(elderly)).items.map(({ id }) => id)).toContain(held.id);
  });

  it('lies with a contractor and not with the 担当 that gave the contract; with all of a 課 where the 課 was asked', async () => {
    const [oasis, kikan] = [
      (await assign('見学を受ける', organizationId('oasis'))).id,
      (await assign('手帳を確かめる', organizationId('kikan'))).id,
    ];
    const welfare = (await assign('窓口で配る', organizationId('welfare'))).id;
    const at = async (viewer: Viewer) =>
      [oasis, kikan, welfare].filter(
        (
          (ids) => (id: string) =>
            ids.includes(id)
        )(await idsOf(viewer)),
      );
    expect(await at(colleague('disability-4', 'disability'))).toEqual([oasis]);
    expect(await at(colleague('disability-2', 'disability'))).toEqual([kikan, welfare]);
    expect(await at(town.viewer('livelihood'))).toEqual([welfare]);
    expect(await at(town.viewer('elderly-care'))).toEqual([]);
  });
});

it('is known to reach nobody, while it is assigned, where nobody can open the inbox: none there, or none any more', async () => {
  const desks = async () => {
    const { data } = await facilitator.ask('{ organizations { id hasDesk } }');
    const of = (key: string) => data.organizations.find(({ id }: { id: string }) => id === organizationId(key))?.hasDesk;
    return ['houkatsu', 'welfare', 'oasis', 'michikusa'].map(of);
  };
  expect(await desks()).toEqual([true, true, true, false]);
  await town.rows('update core.staff set active_until = hub.today() - 1 where organization_id = $1', [organizationId('oasis')]);
  expect(await desks()).toEqual([true, true, false, false]);
  await town.rows('update core.staff set active_until = null where organization_id = $1', [organizationId('oasis')]);
});

describe('at the desk it', () => {
  it('is taken on, and done with a word on how it went: an event on the board like the same thing done in the room', async () => {
    const wall = await town.display(session);
    const given = await assign('配食を頼む', houkatsu, '2999-01-31');
    await steered(elderly, 'acceptActionItem', { action: given.id, version: 1 });
    expect((await look(elderly)).items.find(({ id }) => id === given.id)?.standing).toBe('ACCEPTED');
    expect((await kinds('display')).at(-1)).toBe('ACTION_ADDED');
    await steered(elderly, 'finishAtDesk', { action: given.id, done: true, note: '来週の月曜から届く', version: 2 });
    expect((await kinds('console')).slice(-2)).toEqual(['ACTION_ACCEPTED', 'ACTION_DONE']);
    expect((await kinds('display')).at(-1)).toBe('ACTION_DONE');
    const BOARD = 'query ($id: ID!) { session(id: $id) { agenda { actionItems { id status doneNote } } } }';
    const [{ actionItems }] = (await facilitator.ask(BOARD, { id: session })).data.session.agenda;
    expect(actionItems).toEqual([{ id: given.id, status: 'DONE', doneNote: '来週の月曜から届く' }]);
    expect((await wall.ask(BOARD, { id: session })).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await look(elderly)).items.map(({ id }) => id)).not.toContain(given.id);
    expect((await look(elderly, true)).items[0]).toMatchObject({ id: given.id, standing: 'DONE' });
    await steered(elderly, 'finishAtDesk', { action: given.id, done: false, version: 3 });
    expect((await look(elderly)).items.find(({ id }) => id === given.id)).toMatchObject({
      standing: 'ACCEPTED',
      action: { doneNote: null },
    });
  });

  it('is done after the conference, too, and the minutes of that day say what was open then', async () => {
    const given = await assign('名簿を作る', houkatsu, '2999-01-31');
    await steered(facilitator, 'closeSession', { session, version });
    await steered(elderly, 'finishAtDesk', { action: given.id, done: true, version: 1 });
    expect((await kinds('console')).slice(-2)).toEqual(['SESSION_CLOSED', 'ACTION_DONE']);
    const MINUTES = 'query ($id: ID!) { minutes(session: $id, level: OFFICE) { items { lines { id settled } } } }';
    const [{ lines }] = (await facilitator.ask(MINUTES, { id: session })).data.minutes.items;
    expect(lines).toEqual([{ id: given.id, settled: false }]);
  });

  it('is asked to be given back, which the next session looks at first, and answers', async () => {
    const [kept, back] = [await assign('当番表を作る', houkatsu, '2026-12-01'), await assign('夜の見回り', houkatsu, '2999-01-31')];
    const role = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
    const owner = town.viewer('facilitator').actor.slice('staff:'.length);
    await steered(facilitator, 'deferPoint', { session, point: `ROLE/${role.id}`, reason: '次に決める', owner });
    await steered(facilitator, 'closeSession', { session, version });
    await steered(elderly, 'giveBackActionItem', { action: back.id, reason: '夜に動ける人がいない', version: 1 });
    expect((await look(elderly)).items.find(({ id }) => id === back.id)).toMatchObject({
      ...{ standing: 'GIVEN_BACK', action: { backReason: '夜に動ける人がいない' } },
    });
    const next = await aBoard(facilitator, '次の会議');
    const CARRIED = 'query ($id: ID!) { session(id: $id) { carriedOver { kind deferral { id } actionItem { id version backReason } } } }';
    const carried = async () => (await facilitator.ask(CARRIED, { id: next.session })).data.session.carriedOver;
    const [first] = await carried();
    expect(first.actionItem).toEqual({ id: back.id, version: 2, backReason: '夜に動ける人がいない' });
    await steered(facilitator, 'leaveCarriedOver', { session: next.session, action: back.id, version: 2 }, 'id');
    expect((await kinds('console', next.session)).at(-1)).toBe('CARRIED_OVER_LEFT');
    expect((await carried())[0]).toMatchObject({ kind: 'DEFERRED', deferral: { id: expect.any(String) } });
    await steered(facilitator, 'unsettleCarriedOver', { session: next.session, action: back.id }, 'id');
    expect((await carried())[0].actionItem).toEqual({ id: back.id, version: 4, backReason: '夜に動ける人がいない' });
    expect((await look(elderly)).items.find(({ id }) => id === back.id)?.standing).toBe('GIVEN_BACK');
    await steered(facilitator, 'leaveCarriedOver', { session: next.session, action: back.id, version: 4 }, 'id');
    // What nobody asked to give back is left with nobody once more.
    const idle = await steer(facilitator, 'leaveCarriedOver', { session: next.session, action: kept.id, version: 1 });
    expect(idle.problem).toMatchObject({ code: 'INVALID' });
    const left = (await look(elderly)).items.filter(({ id }) => [kept.id, back.id].includes(id));
    expect(left.map(({ standing }) => standing)).toEqual(['NEW', 'NEW']);
  });

  it('stays done when the desk did it after the room had left it there, whatever the room takes back', async () => {
    const back = await assign('夜の見回り', houkatsu, '2999-01-31');
    await steered(facilitator, 'closeSession', { session, version });
    await steered(elderly, 'giveBackActionItem', { action: back.id, reason: '夜に動ける人がいない', version: 1 });
    const next = (await aBoard(facilitator, '次の会議')).session;
    await steered(facilitator, 'leaveCarriedOver', { session: next, action: back.id, version: 2 }, 'id');
    await steered(elderly, 'finishAtDesk', { action: back.id, done: true, note: '二人で回った', version: 3 });
    const late = await steer(facilitator, 'unsettleCarriedOver', { session: next, action: back.id });
    expect(late.problem?.code).toBe('INVALID');
    expect((await look(elderly, true)).items.find(({ id }) => id === back.id)).toMatchObject({
      ...{ standing: 'DONE', action: { doneNote: '二人で回った' } },
    });
  });

  it('is taken back by the room: not done, out of the hands of the desk for good, and given back once more when the room takes that back', async () => {
    const back = await assign('夜の見回り', houkatsu, '2026-01-31');
    await steered(facilitator, 'closeSession', { session, version });
    await steered(elderly, 'giveBackActionItem', { action: back.id, reason: '夜に動ける人がいない', version: 1 });
    const next = (await aBoard(facilitator, '次の会議')).session;
    const { open, late } = (await look(elderly)).standing;
    await steered(facilitator, 'settleCarriedOver', { session: next, action: back.id, version: 2 });
    const row = async () => (await town.rows('select status, done_at, back_reason from core.action_item where id = $1', [back.id]))[0];
    expect(await row()).toEqual({ status: 'TAKEN_BACK', done_at: null, back_reason: '夜に動ける人がいない' });
    expect((await look(elderly)).standing).toMatchObject({ open: open - 1, late: late - 1 });
    expect((await look(elderly, true)).items.find(({ id }) => id === back.id)?.standing).toBe('TAKEN_BACK');
    for (const done of [false, true])
      expect((await steer(elderly, 'finishAtDesk', { action: back.id, done, version: 3 })).problem).toMatchObject({
        code: 'INVALID',
        message: '会議が引き取りました。',
      });
    const past = asViewer(town.database, town.viewer('elderly-care'), (tx) =>
      tx.query(`update core.action_item set status = 'OPEN' where id = $1 returning id`, [back.id]),
    );
    expect((await past) as unknown).toMatchObject([[], 0]);
    await steered(facilitator, 'unsettleCarriedOver', { session: next, action: back.id }, 'id');
    expect((await look(elderly)).items.find(({ id }) => id === back.id)?.standing).toBe('GIVEN_BACK');
  });

  it('stays done when the desk did it after the room had settled it or taken that back, whatever the room takes back', async () => {
    const given = [await assign('名簿を作る', houkatsu, '2999-01-31'), await assign('当番表を作る', houkatsu, '2999-01-31')] as const;
    await steered(facilitator, 'closeSession', { session, version });
    const next = (await aBoard(facilitator, '次の会議')).session;
    for (const { id } of given) await steered(facilitator, 'settleCarriedOver', { session: next, action: id, version: 1 });
    await steered(elderly, 'finishAtDesk', { action: given[0].id, done: false, version: 2 });
    await steered(facilitator, 'unsettleCarriedOver', { session: next, action: given[1].id }, 'id');
    for (const { id } of given) {
      await steered(elderly, 'finishAtDesk', { action: id, done: true, note: '配り終えた', version: 3 });
      expect((await steer(facilitator, 'unsettleCarriedOver', { session: next, action: id })).problem?.code).toBe('NOT_FOUND');
      const row = (await look(elderly, true)).items.find((one) => one.id === id);
      expect(row).toMatchObject({ standing: 'DONE', action: { doneNote: '配り終えた' } });
    }
  });

  it('tells who was first, when two of the same desk answer at once', async () => {
    const given = await assign('地図を配る', houkatsu);
    await steered(elderly, 'acceptActionItem', { action: given.id, version: 1 });
    const late = await steer(elderly, 'giveBackActionItem', { action: given.id, reason: '印刷機がない', version: 1 });
    expect(late.problem).toMatchObject({ code: 'CONFLICT' });
    expect((await look(elderly)).items.find(({ id }) => id === given.id)?.standing).toBe('ACCEPTED');
  });
});

describe('nobody else', () => {
  it('answers for a desk, or changes from there what was agreed on, not by the database either', async () => {
    const given = await assign('訪ねる', houkatsu);
    for (const [step, more] of [
      ['acceptActionItem', {}],
      ['finishAtDesk', { done: true }],
      ['giveBackActionItem', { reason: '手が足りない' }],
    ] as const)
      expect((await steer(council, step, { action: given.id, version: 1, ...more })).problem?.code, step).toBe('DENIED');
    const write = (viewer: Viewer, set: string) =>
      asViewer(town.database, viewer, (tx) => tx.query(`update core.action_item set ${set} where id = $1 returning id`, [given.id]));
    expect((await write(town.viewer('council'), `status = 'DONE'`)) as unknown).toMatchObject([[], 0]);
    for (const set of [
      `title = 'ほか'`,
      'organization_id = null',
      'due_on = hub.today()',
      `accepted_at = now(), accepted_by = '${staffId('council')}'`,
    ])
      await expect(write(town.viewer('elderly-care'), set), set).rejects.toMatchObject({ code: '42501' });
  });

  it('says when a desk answered but the clock, or answers what is held, past every use case', async () => {
    const given = await assign('配る', houkatsu);
    const held = (await steered(facilitator, 'addActionItem', { item, title: '虹坂さんを訪ねる', organization: houkatsu }, 'id')).id;
    const write = (id: string, set: string) =>
      asViewer(town.database, town.viewer('elderly-care'), (tx) =>
        tx.query(`update core.action_item set ${set} where id = $1 returning id`, [id]),
      );
    const me = staffId('elderly-care');
    await write(given.id, `accepted_at = '1999-01-01', accepted_by = '${me}', version = version + 7`);
    await write(
      given.id,
      `back_asked_at = '1999-01-01', back_asked_by = '${me}', back_reason = '手が足りない', accepted_at = '1999-01-01'`,
    );
    await write(given.id, `status = 'DONE', done_at = '2050-01-01'`);
    const [row] = await town.rows(
      `select version, greatest(accepted_at, back_asked_at, done_at) <= clock_timestamp() and least(accepted_at, back_asked_at, done_at) > clock_timestamp() - interval '5 minutes' as now
       from core.action_item where id = $1`,
      [given.id],
    );
    expect(row).toEqual({ version: 4, now: true });
    expect((await write(held, `status = 'DONE'`)) as unknown).toMatchObject([[], 0]);
  });

  it('but those who heard a 支援会議 finds what it assigned, in no list, no number and no mark', async () => {
    const matters = await mattersIn(town);
    const kikan = organizationId('kikan');
    const member = await town.as('disability');
    const me = town.viewer('disability').actor.slice('staff:'.length);
    const before = [(await look(member)).standing, (await look(elderly)).standing];
    const order = { title: '今週の見守り', heldOn: '2026-11-23', place: '会議室' };
    const id = (await steered(facilitator, 'conveneSupport', { ...order, members: [me] })) as string;
    await steered(facilitator, 'acknowledgeSecrecy', { session: id });
    const ask = async () =>
      (await facilitator.ask('query ($id: ID!) { session(id: $id) { isIn version members { id staff { id } } } }', { id })).data.session;
    await expect.poll(async () => (await ask())?.isIn, { timeout: 5_000 }).toBe(true);
    await steered(facilitator, 'openSession', { session: id, version: (await ask()).version });
    const put = { session: id, case: matters.case, reasonCode: 'URGENT', reason: '食事がとれず、命にかかわるおそれがあるため。' };
    const secret = (await steered(facilitator, 'putOnAgenda', put)).id as string;
    const given = await assign('昼に訪ねる', kikan, '2999-01-31', secret);
    await assign('夜に電話する', houkatsu, '2026-01-31', secret);
    expect([(await look(member)).standing, (await look(elderly)).standing]).toEqual(before);
    await steered(member, 'acknowledgeSecrecy', { session: id });
    const seat = (await ask()).members.find(({ staff }: { staff: { id: string } }) => staff?.id === me).id;
    await steered(facilitator, 'markAttendance', { member: seat, attends: 'PRESENT' });
    await expect.poll(async () => (await look(member)).items.map(({ id: one }) => one), { timeout: 5_000 }).toContain(given.id);
    expect(await idsOf(colleague('disability-2', 'disability'))).not.toContain(given.id);
    expect((await look(elderly)).standing).toEqual(before[1]);
    // Whoever leaves the table for the case has left what was assigned there, too.
    await steered(facilitator, 'leaveTable', { item: secret, member: seat, away: true });
    await expect.poll(async () => (await look(member)).standing, { timeout: 5_000 }).toEqual(before[0]);
  });
});

describe('what a desk writes of it', () => {
  it('names nobody where citizens sit, and nothing is written until it does not', async () => {
    const { id: action } = await assign('様子を見る', houkatsu, '2999-01-31');
    const done = await steer(elderly, 'finishAtDesk', { action, done: true, note: '虹坂さん宅を訪ねた', version: 1 });
    expect(done.problem).toMatchObject({ code: 'INVALID', fields: { note: expect.stringContaining('書き直して') } });
    const back = await steer(elderly, 'giveBackActionItem', { action, reason: '090-1234-5678 に出ない', version: 1 });
    expect(back.problem).toMatchObject({ code: 'INVALID', fields: { reason: expect.stringContaining('書き直して') } });
    expect((await look(elderly)).items.find(({ id }) => id === action)).toMatchObject({ standing: 'NEW', action: { version: 1 } });
  });

  it('is told of a case to those whom the case tells its notes, and to nobody whom a protection closes out', async () => {
    const table = await aTable(town, facilitator);
    const { id } = await steered(facilitator, 'addActionItem', { item: table.item, title: '訪ねる', organization: houkatsu });
    await town.rows(`update core.action_item set done_note = 'きのう訪ねた' where id = $1`, [id]);
    const [about] = await town.rows<{ id: string; person: string }>(
      'select case_id as id, person_id as person from core.case_item where agenda_item_id = $1',
      [table.item],
    );
    const children = await town.as('children');
    const NOTES = 'query ($id: ID!) { session(id: $id) { agenda { actionItems { title doneNote } } } }';
    const noteFor = async (guest: Guest) =>
      ((await guest.ask(NOTES, { id: table.session })).data.session.agenda as { actionItems: { doneNote: string | null }[] }[]).flatMap(
        ({ actionItems }) => actionItems.map(({ doneNote }) => doneNote),
      );
    const agree = (classes: string) =>
      town.rows(
        `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
         values (gen_random_uuid(), $1, $2, 'SELF', '{children}', $3, '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day')`,
        [about?.person, about?.id, classes],
      );
    await agree('{identity}');
    expect(await noteFor(children)).toEqual([null]);
    expect(await noteFor(facilitator)).toEqual(['きのう訪ねた']);
    await agree('{note}');
    expect(await noteFor(children)).toEqual(['きのう訪ねた']);
    await closePerson(town, about?.person, ['council']);
    expect([await noteFor(children), await noteFor(facilitator)].flat().filter(Boolean)).toEqual([]);
  });

  it('is read with the case in the audit, whoever does not ask for the case', async () => {
    const table = await aTable(town, facilitator);
    await steered(facilitator, 'addActionItem', { item: table.item, title: '訪ねる', organization: houkatsu });
    const [about] = await town.rows<{ id: string }>('select case_id as id from core.case_item where agenda_item_id = $1', [table.item]);
    const last = async () =>
      (await town.database.pool.query<{ subjects: string[] }>('select subjects from hub.read_audit order by id desc limit 1')).rows[0];
    await facilitator.ask('query ($id: ID!) { session(id: $id) { agenda { actionItems { title } } } }', { id: table.session });
    expect((await last())?.subjects).toContain(about?.id);
  });
});

describe('what was settled of the last time', () => {
  it('is carried over again when that is taken back within ten minutes, and not afterwards', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
    const action = await assign('名簿を作る', houkatsu, '2999-01-31');
    const owner = town.viewer('facilitator').actor.slice('staff:'.length);
    const { id: deferral } = await steered(facilitator, 'deferPoint', { session, point: `ROLE/${role.id}`, reason: '次に決める', owner });
    await steered(facilitator, 'closeSession', { session, version });
    const next = (await aBoard(facilitator, '次の会議')).session;
    const carried = async () => {
      const { data } = await facilitator.ask('query ($id: ID!) { session(id: $id) { carriedOver { id } } }', { id: next });
      return (data.session.carriedOver as { id: string }[])
        .map(({ id }) => id)
        .filter((id) => [deferral, action.id].includes(id.split('/')[1]));
    };
    const whole = await carried();
    expect(whole).toHaveLength(2);
    for (const subject of [{ deferral }, { action: action.id }]) {
      await steered(facilitator, 'settleCarriedOver', { session: next, ...subject, version: 1 });
      expect(await carried()).toHaveLength(1);
      await steered(await town.as('recorder'), 'unsettleCarriedOver', { session: next, ...subject }, 'id');
      expect(await carried()).toEqual(whole);
      expect((await kinds('console', next)).slice(-2)).toEqual(['CARRIED_OVER_SETTLED', 'CARRIED_OVER_UNSETTLED']);
      expect((await steer(facilitator, 'unsettleCarriedOver', { session: next, ...subject })).problem?.code).toBe('NOT_FOUND');
    }
    await steered(facilitator, 'settleCarriedOver', { session: next, deferral, version: 3 });
    await town.rows(`update core.deferral set settled_at = settled_at - interval '11 minutes' where id = $1`, [deferral]);
    const unsettle = asViewer(town.database, town.viewer('facilitator'), (tx) =>
      tx.query('update core.deferral set settled_at = null, settled_by = null where id = $1 returning id', [deferral]),
    );
    expect((await unsettle) as unknown).toMatchObject([[], 0]);
  });
});
