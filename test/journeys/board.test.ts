import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { boardLog, steer, steered, todaysSession } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let recorder: Guest;
let session: string;
/** Open points with which it ended. */
let putOff: string[] = [];

beforeAll(async () => {
  town = await aTown();
  [facilitator, recorder] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
  session = await todaysSession(town);
});
afterAll(() => town?.close());

const WHOLE = `id status step version frontItem { letter } agenda {
  id letter state position version card { title } issue { title }
  roles { id title version organization { name } }
  actionItems { id title version dueOn status doneAt organization { name } } }`;

const board = async (guest = facilitator) =>
  (await guest.ask(`query ($id: ID!) { session(id: $id) { ${WHOLE} } }`, { id: session })).data.session;
const one = async (sql: string): Promise<string> => ((await town.rows<{ id: string }>(sql))[0] as { id: string }).id;
const freeCard = () =>
  one(
    `select id from core.case_card c where state = 'APPROVED' and not exists (select 1 from core.agenda_item a where a.card_id = c.id) limit 1`,
  );
const freeIssue = () =>
  one(
    `select id from core.community_issue c where state = 'APPROVED' and not exists (select 1 from core.agenda_item a where a.issue_id = c.id) limit 1`,
  );
const organization = (skip = 0) => one(`select id from core.organization where is_public order by position, id offset ${skip} limit 1`);

describe('a 地域まるごと支援会議 from its opening to its close', () => {
  it('is laid out with cards and issues, and cannot show anything before it is opened', async () => {
    const laid = await board();
    expect(laid).toMatchObject({ status: 'PREPARING', step: 0, frontItem: null });
    expect(laid.agenda.map((item: { letter: string; state: string }) => [item.letter, item.state])).toEqual([
      ['A', 'WAITING'],
      ['B', 'WAITING'],
      ['C', 'WAITING'],
    ]);
    const { problem } = await steer(facilitator, 'bringToFront', { session, item: laid.agenda[0].id, version: laid.version });
    expect(problem).toMatchObject({ code: 'INVALID', fields: { session: 'まだ始まっていません。' } });
  });

  it('is opened by the facilitator', async () => {
    const opened = await steered(facilitator, 'openSession', { session, version: 1 }, 'status version facilitator { name } kindName');
    expect(opened).toEqual({ status: 'OPEN', version: 2, facilitator: { name: '結城野 つなぐ(架空)' }, kindName: '地域まるごと支援会議' });
  });

  it('takes one more approved card and one more approved issue, each under the next letter', async () => {
    const card = await steered(
      facilitator,
      'putOnAgenda',
      { session, card: await freeCard() },
      'letter state kind card { title } issue { title }',
    );
    expect(card).toMatchObject({ letter: 'D', state: 'WAITING', kind: 'CARD', issue: null });
    expect(card.card.title).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    const issue = await steered(recorder, 'putOnAgenda', { session, issue: await freeIssue() }, 'letter state kind card { title }');
    expect(issue).toMatchObject({ letter: 'E', state: 'WAITING', kind: 'ISSUE', card: null });
    expect(new Set((await board()).agenda.map((item: { position: number }) => item.position)).size).toBe(5);
  });

  it('brings one item to the front, and the one before it is done', async () => {
    const { agenda, version } = await board();
    const first = await steered(facilitator, 'bringToFront', { session, item: agenda[0].id, version }, WHOLE);
    expect(first.frontItem).toEqual({ letter: 'A' });
    const second = await steered(recorder, 'bringToFront', { session, item: agenda[1].id, version: first.version }, WHOLE);
    expect(second.frontItem).toEqual({ letter: 'B' });
    expect(second.agenda.map((item: { state: string }) => item.state)).toEqual(['DONE', 'FRONT', 'WAITING', 'WAITING', 'WAITING']);
    const cleared = await steered(facilitator, 'bringToFront', { session, item: null, version: second.version }, WHOLE);
    expect(cleared.frontItem).toBeNull();
    const again = await steered(facilitator, 'bringToFront', { session, item: agenda[0].id, version: cleared.version }, WHOLE);
    expect(again.agenda.map((item: { state: string }) => item.state)).toEqual(['FRONT', 'DONE', 'WAITING', 'WAITING', 'WAITING']);
  });

  it('gives roles to organisations and takes them back', async () => {
    const item = (await board()).agenda[0].id;
    const [some, other] = await Promise.all([organization(0), organization(1)]);
    const open = await steered(facilitator, 'addRole', { item, title: '  送迎の\n手配  ' }, 'id title version organization { id }');
    expect(open).toMatchObject({ title: '送迎の 手配', version: 1, organization: null });
    const taken = await steered(recorder, 'assignRole', { role: open.id, organization: some, version: 1 }, 'version organization { id }');
    expect(taken).toEqual({ version: 2, organization: { id: some } });
    const passed = await steered(
      facilitator,
      'assignRole',
      { role: open.id, organization: other, version: 2 },
      'version organization { id }',
    );
    expect(passed).toEqual({ version: 3, organization: { id: other } });
    const back = await steered(facilitator, 'assignRole', { role: open.id, version: 3 }, 'version organization { id }');
    expect(back).toEqual({ version: 4, organization: null });
    expect((await board()).agenda[0].roles.map((role: { title: string }) => role.title)).toContain('送迎の 手配');
  });

  it('adds an action item with organisation and day, rewrites it, marks it done and open again', async () => {
    const item = (await board()).agenda[0].id;
    const who = await organization();
    const shown = 'id title version dueOn status doneAt organization { id }';
    const added = await steered(
      recorder,
      'addActionItem',
      { item, title: '送迎の当番表を作る', organization: who, dueOn: '2026-12-15' },
      shown,
    );
    expect(added).toMatchObject({
      title: '送迎の当番表を作る',
      dueOn: '2026-12-15',
      status: 'OPEN',
      doneAt: null,
      version: 1,
      organization: { id: who },
    });
    const revised = await steered(
      facilitator,
      'reviseActionItem',
      { action: added.id, title: '当番表を配る', dueOn: '2026-12-20', version: 1 },
      shown,
    );
    expect(revised).toMatchObject({ title: '当番表を配る', dueOn: '2026-12-20', organization: null, version: 2 });
    const done = await steered(facilitator, 'finishActionItem', { action: added.id, done: true, version: 2 }, shown);
    expect(done).toMatchObject({ status: 'DONE', version: 3 });
    expect(Date.now() - Date.parse(done.doneAt)).toBeLessThan(60_000);
    const undone = await steered(recorder, 'finishActionItem', { action: added.id, done: false, version: 3 }, shown);
    expect(undone).toMatchObject({ status: 'OPEN', doneAt: null, version: 4 });
  });

  it('takes an item off again only while nothing of it was shown or agreed', async () => {
    const { agenda } = await board();
    const [shown, , , , bare] = agenda;
    expect((await steer(facilitator, 'takeOffAgenda', { item: shown.id, version: shown.version })).problem).toMatchObject({
      code: 'INVALID',
      fields: { item: '会議の記録に残ります。' },
    });
    await steered(facilitator, 'addRole', { item: bare.id, title: '声をかける' });
    expect((await steer(facilitator, 'takeOffAgenda', { item: bare.id, version: bare.version })).problem).toMatchObject({
      code: 'INVALID',
      fields: { item: '1件あります。' },
    });
    const empty = agenda[3];
    expect((await steer(facilitator, 'takeOffAgenda', { item: empty.id, version: 9 })).problem).toMatchObject({
      code: 'CONFLICT',
      current: { version: 1 },
      yours: { version: 9 },
    });
    const left = await steered(facilitator, 'takeOffAgenda', { item: empty.id, version: empty.version }, 'agenda { letter }');
    expect(left.agenda.map((item: { letter: string }) => item.letter)).toEqual(['A', 'B', 'C', 'E']);
  });

  it('moves on through the steps of its kind and no further', async () => {
    const { version } = await board();
    const moved = await steered(facilitator, 'moveOn', { session, step: 3, version }, 'step steps version');
    expect(moved.steps[moved.step]).toBe('話し合い');
    for (const step of [-1, moved.steps.length]) {
      const { problem } = await steer(facilitator, 'moveOn', { session, step, version: moved.version });
      expect(problem).toMatchObject({ code: 'INVALID', fields: { step: '0から6までです。' } });
    }
  });

  it('is closed, and then stays as it is for everybody', async () => {
    const left = await facilitator.ask('query ($id: ID!) { session(id: $id) { openPoints { id } } }', { id: session });
    putOff = left.data.session.openPoints.map(({ id }: { id: string }) => id);
    const owner = town.viewer('facilitator').actor.slice('staff:'.length);
    for (const point of putOff) await steered(facilitator, 'deferPoint', { session, point, reason: '次に決める', owner });
    const before = await board();
    const closed = await steered(facilitator, 'closeSession', { session, version: before.version }, WHOLE);
    expect(closed.status).toBe('CLOSED');
    const { id: item, roles, actionItems } = before.agenda[0];
    const refused = await Promise.all([
      steer(facilitator, 'openSession', { session, version: closed.version }),
      steer(facilitator, 'moveOn', { session, step: 1, version: closed.version }),
      steer(facilitator, 'putOnAgenda', { session, card: await freeCard() }),
      steer(facilitator, 'bringToFront', { session, item, version: closed.version }),
      steer(facilitator, 'addRole', { item, title: '後から' }),
      steer(facilitator, 'assignRole', { role: roles[0].id, version: roles[0].version }),
      steer(facilitator, 'addActionItem', { item, title: '後から' }),
      steer(facilitator, 'finishActionItem', { action: actionItems[0].id, done: true, version: actionItems[0].version }),
    ]);
    for (const { problem } of refused)
      expect(problem).toMatchObject({
        code: 'INVALID',
        message: '閉会した会議は変更できません。',
        fields: { session: '閉会しています。' },
      });
    expect(await board()).toEqual({ ...before, status: 'CLOSED', version: closed.version });
  });

  it('has written one line of the log for every change and each audience that could see it, without a gap', async () => {
    const lines = await boardLog(town, session);
    const kinds = (audience: string) => lines.filter((line) => line.audience === audience).map((line) => line.kind);
    const consoles = [
      'SESSION_OPENED',
      'ITEM_ADDED',
      'ITEM_ADDED',
      'FRONT_CHANGED',
      'FRONT_CHANGED',
      'FRONT_CHANGED',
      'FRONT_CHANGED',
      'ROLE_ADDED',
      'ROLE_ASSIGNED',
      'ROLE_ASSIGNED',
      'ROLE_ASSIGNED',
      'ACTION_ADDED',
      'ACTION_REVISED',
      'ACTION_DONE',
      'ACTION_REOPENED',
      'ROLE_ADDED',
      'ITEM_REMOVED',
      'STEP_CHANGED',
      ...putOff.map(() => 'POINT_DEFERRED'),
      'SESSION_CLOSED',
    ];
    expect(kinds('console')).toEqual(consoles);
    const behindTheScenes = ['ITEM_ADDED', 'ITEM_REMOVED', 'POINT_DEFERRED'];
    const lastRole = consoles.lastIndexOf('ROLE_ADDED');
    expect(kinds('display')).toEqual(consoles.filter((kind, index) => !behindTheScenes.includes(kind) && index !== lastRole));
    for (const audience of ['console', 'display']) {
      const counted = lines.filter((line) => line.audience === audience).map((line) => line.seq);
      expect(counted).toEqual(counted.map((_, index) => index + 1));
    }
    const audit = await asSystem(town.database, 'hub_system', (query) =>
      query('select actor from hub.change_audit where session_id = $1', [session]),
    );
    expect(audit).toHaveLength(consoles.length);
  });
});
