import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole, Viewer } from '#server/access/viewer';
import { asSystem, asViewer, type Tx } from '#server/database/as-viewer';
import { askRoles } from '#server/directory/ask-change';
import { approveChange, refuseChange } from '#server/directory/decide-change';
import { CLOSED } from '#server/hub/closed';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { rawSocket } from '#test/kit/raw-socket';
import { anAccount, type Holder, visitor } from '#test/kit/visitor';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
let town: Town;
let one: Holder;
let two: Holder;
let caseworker: Holder;

beforeAll(async () => {
  town = await aTown();
  one = await anAccount(town);
  two = await anAccount(town);
  caseworker = await anAccount(town, ['caseworker'], 'children');
});
afterAll(() => town?.close());

const as = (holder: Holder): Guest => guest(town.origin, { cookie: holder.visitor.cookie });
const APPROVE = 'mutation ($change: ID!) { approveAccessChange(input: { change: $change }) }';
const REFUSE = 'mutation ($change: ID!) { refuseAccessChange(input: { change: $change }) { id state } }';
const ASK_ROLES = `mutation ($staff: ID!, $roles: [String!]!, $team: ID) {
  requestRoles(input: { staff: $staff, roles: $roles, team: $team, reason: "異動のため" }) { id state requester { id name } } }`;

async function asked(by: Holder, staff: string, roles: readonly string[], team: string | null = 'children'): Promise<string> {
  const answer = await as(by).ask(ASK_ROLES, { staff, roles, team });
  expect(answer.errors).toBeUndefined();
  return answer.data.requestRoles.id;
}
const rolesNow = async (staff: string) =>
  (await town.rows<{ roles: string[] }>('select roles from core.staff where id = $1', [staff]))[0]?.roles;

describe('a role', () => {
  it('is given by one administrator who asks and another who approves, and opens screens within a second', async () => {
    const socket = await rawSocket(town, as(caseworker));
    const change = await asked(one, caseworker.staffId, ['caseworker', 'recorder']);
    expect(await rolesNow(caseworker.staffId)).toEqual(['caseworker']);
    expect((await as(two).ask(APPROVE, { change })).data).toEqual({ approveAccessChange: null });
    expect(await rolesNow(caseworker.staffId)).toEqual(['recorder', 'caseworker']);
    expect(await socket.closed, 'asked to come again').toMatchObject({ code: CLOSED.changed });
    expect((await as(caseworker).ask('{ me { roles } }')).data.me.roles).toEqual(['recorder', 'caseworker']);
  });

  it('is approved neither by whoever asked nor by whom it is about, and only once', async () => {
    const third = await anAccount(town);
    const change = await asked(one, third.staffId, ['administrator', 'coordinator'], null);
    for (const hand of [one, third]) {
      const answer = await as(hand).ask(APPROVE, { change });
      expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('ほかの管理者'), extensions: { code: 'DENIED' } });
    }
    expect(await rolesNow(third.staffId)).toEqual(['administrator']);
    const both = await Promise.all([1, 2].map(() => as(two).ask(APPROVE, { change })));
    expect(both.filter(({ errors }) => errors)).toHaveLength(1);
    expect(await rolesNow(third.staffId)).toEqual(['coordinator', 'administrator']);
  });

  it('is not given when it is refused, withdrawn or fourteen days old', async () => {
    const refused = await asked(one, caseworker.staffId, ['administrator']);
    expect((await as(two).ask(REFUSE, { change: refused })).data.refuseAccessChange.state).toBe('REFUSED');
    const withdrawn = await asked(one, caseworker.staffId, ['administrator']);
    expect((await as(one).ask(REFUSE, { change: withdrawn })).data.refuseAccessChange.state).toBe('WITHDRAWN');
    const old = await asked(one, caseworker.staffId, ['administrator']);
    await asOwner(`update hub.access_change set requested_at = now() - interval '15 days' where id = '${old}'`);
    for (const change of [refused, withdrawn, old])
      expect((await as(two).ask(APPROVE, { change })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect(await rolesNow(caseworker.staffId)).not.toContain('administrator');
  });

  it('is none of the business of whoever is no administrator, or has not shown a second factor', async () => {
    const change = await asked(one, caseworker.staffId, ['caseworker']);
    const weak = visitor(town);
    weak.cookies.set(
      'hub_session',
      (await town.hub.identity.signIns.open({ staffId: two.staffId, way: 'OIDC', strong: false }))?.secret ?? '',
    );
    for (const somebody of [as(caseworker), guest(town.origin, { cookie: weak.cookie }), await town.as('facilitator')]) {
      expect((await somebody.ask('{ accessChanges { id } staffAccounts { id } serviceAccounts { id } }')).data).toEqual({
        accessChanges: [],
        staffAccounts: [],
        serviceAccounts: [],
      });
      expect((await somebody.ask(APPROVE, { change })).errors?.[0]?.extensions.code).toBe('DENIED');
      expect((await somebody.ask(ASK_ROLES, { staff: one.staffId, roles: [], team: null })).errors?.[0]?.extensions.code).toBe('DENIED');
    }
    expect((await as(one).ask(REFUSE, { change })).errors).toBeUndefined();
  });

  it('that does not exist, for somebody who does not, is refused field by field, and nothing is written', async () => {
    const before = await town.rows('select count(*) from core.staff');
    const wrong = await as(one).ask(ASK_ROLES, { staff: caseworker.staffId, roles: ['king'], team: 'palace' });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID',
      fields: { roles: expect.stringMatching(japanese), team: expect.stringMatching(japanese) },
    });
    expect((await as(one).ask(ASK_ROLES, { staff: 'nobody', roles: [] })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await town.rows('select count(*) from core.staff')).toEqual(before);
  });
});

describe('somebody new', () => {
  it('is enrolled by two, and sets up their account with two halves that two people hold', async () => {
    const enrol = await as(one).ask(
      'mutation { requestEnrolment(input: { name: "新任 かなえ(架空)", roles: ["caseworker"], team: "disability", reason: "採用" }) { id } }',
    );
    expect(await town.rows(`select id from core.staff where name like '新任%'`)).toEqual([]);
    await as(two).ask(APPROVE, { change: enrol.data.requestEnrolment.id });
    const [fresh] = await town.rows<{ id: string }>(`select id from core.staff where name like '新任%'`);
    const setup = await as(one).ask(
      'mutation ($staff: ID!) { requestSetupLink(input: { staff: $staff, login: "1024", reason: "初めての設定" }) }',
      { staff: fresh?.id },
    );
    const token = setup.data.requestSetupLink as string;
    const order = { token, password: 'しんにんの朝は早くて寒い' };
    expect((await visitor(town).post('/sign-in/setup/look', { token })).status, 'before it is approved').toBe(404);
    const waiting = (await as(two).ask('{ accessChanges { id kind state login staff { name } } }')).data.accessChanges[0];
    expect(waiting).toMatchObject({ kind: 'SETUP', state: 'WAITING', login: '1024', staff: { name: '新任 かなえ(架空)' } });
    const code = (await as(two).ask(APPROVE, { change: waiting.id })).data.approveAccessChange as string;
    expect(code).toMatch(/^[a-z2-9]{8}$/);
    expect((await visitor(town).post('/sign-in/setup/look', { token })).body).toEqual({
      kind: 'PERSON',
      name: '新任 かなえ(架空)',
      login: '1024',
    });
    expect((await visitor(town).post('/sign-in/setup', order)).status, 'the link alone').toBe(400);
    expect((await visitor(town).post('/sign-in/setup', { ...order, token: code, code })).status, 'the code alone').toBe(404);
    const person = visitor(town);
    expect((await person.post('/sign-in/setup', { ...order, code: code.toUpperCase() })).status).toBe(200);
    expect((await person.get('/session')).body).toMatchObject({ name: '新任 かなえ(架空)', needsSecondFactor: false });
    expect((await visitor(town).post('/sign-in/setup', { ...order, code })).status, 'used up').toBe(404);
    expect((await visitor(town).post('/sign-in', { login: '1024', password: order.password })).body).toEqual({ next: 'DONE' });
  });

  it('cannot have their code guessed', async () => {
    const setup = await as(one).ask(
      `mutation ($staff: ID!) { requestSetupLink(input: { staff: $staff, login: "2048", reason: "紛失" }) }`,
      { staff: caseworker.staffId },
    );
    const [change] = await asSystem(town.database, 'hub_system', (query) =>
      query<{ id: string }>(`select id from hub.access_change where login = '2048'`),
    );
    const code = (await as(two).ask(APPROVE, { change: change?.id })).data.approveAccessChange;
    const order = { token: setup.data.requestSetupLink, password: 'もみじの坂をゆっくり下る' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1)
      statuses.push((await visitor(town).post('/sign-in/setup', { ...order, code: 'aaaaaaaa' })).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
    expect((await visitor(town).post('/sign-in/setup', { ...order, code })).status).toBe(429);
  });
});

describe('taking away', () => {
  it('takes one administrator, ends every sign-in within a second, and lets nobody in until two have set up anew', async () => {
    const gone = await anAccount(town, ['caseworker'], 'livelihood');
    const socket = await rawSocket(town, as(gone));
    const suspended = await as(one).ask('mutation ($staff: ID!) { suspendSignIn(staff: $staff) { id suspendedAt } }', {
      staff: gone.staffId,
    });
    expect(suspended.data.suspendSignIn.suspendedAt).toMatch(/^2\d{3}-/);
    expect(await socket.closed).toMatchObject({ code: CLOSED.forbidden });
    expect((await visitor(town).post('/sign-in', { login: gone.login, password: gone.password })).status).toBe(403);
    expect(await town.hub.identity.signIns.open({ staffId: gone.staffId, way: 'OIDC', strong: true })).toBeUndefined();
  });
});

describe('nobody ever comes to a right by their own two hands', () => {
  const roles: readonly StaffRole[] = ['caseworker', 'coordinator', 'administrator', 'analyst'];
  type Step = {
    readonly who: number;
    readonly whom: number;
    readonly roles: StaffRole[];
    readonly change: number;
    readonly what: 'ask' | 'approve' | 'refuse' | 'write' | 'settle';
  };

  it('whatever administrators ask, approve, refuse, or write past the hub', async () => {
    const people = await Promise.all(
      [['administrator'], ['administrator'], ['administrator'], ['caseworker']].map((held) => anAccount(town, held)),
    );
    const initial = new Map(await Promise.all(people.map(async ({ staffId }) => [staffId, await rolesNow(staffId)] as const)));
    let given = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aStep(), { minLength: 4, maxLength: 14 }), async (steps) => {
        const changes: string[] = [];
        for (const step of steps) await take(step, people, changes).catch(() => undefined);
        for (const { staffId } of people) {
          const now = await rolesNow(staffId);
          if (String(now) === String(initial.get(staffId))) continue;
          const [change] = await asSystem(town.database, 'hub_system', (query) =>
            query<{ requested_by: string; decided_by: string }>(
              `select requested_by, decided_by from hub.access_change where staff_id = $1 and state = 'APPROVED' and roles = $2 order by decided_at desc limit 1`,
              [staffId, now],
            ),
          );
          expect(change, 'somebody asked and somebody approved').toBeDefined();
          expect(new Set([change?.requested_by, change?.decided_by]).size, 'two people').toBe(2);
          expect(change?.decided_by, 'and not the person').not.toBe(staffId);
          given += 1;
        }
      }),
      { numRuns: 25, seed: 20260401 },
    );
    expect(given, 'some changes are made at all').toBeGreaterThan(5);
  });

  function aStep(): fc.Arbitrary<Step> {
    return fc.record({
      who: fc.nat(3),
      whom: fc.nat(3),
      roles: fc.subarray([...roles], { minLength: 1 }),
      change: fc.nat(5),
      what: fc.constantFrom('ask', 'ask', 'approve', 'approve', 'refuse', 'write', 'settle'),
    });
  }

  /** As somebody whose roles are what they are now; `write` and `settle` go past the use cases, straight at the tables. */
  async function take(step: Step, people: readonly Holder[], changes: string[]): Promise<void> {
    const hand = people[step.who] as Holder;
    const whom = people[step.whom] as Holder;
    const change = changes[step.change % Math.max(1, changes.length)] ?? '';
    const viewer: Viewer = {
      audience: 'staff',
      actor: `staff:${hand.staffId}`,
      roles: ((await rolesNow(hand.staffId)) ?? []) as StaffRole[],
      teams: [],
      sessions: [],
    };
    const works: Record<Step['what'], (tx: Tx) => Promise<unknown>> = {
      ask: async (tx) => changes.push((await askRoles(tx, { staff: whom.staffId, roles: step.roles, reason: '試験' })).id),
      approve: (tx) => approveChange(tx, { change }),
      refuse: (tx) => refuseChange(tx, { change }),
      write: (tx) => tx.query('update core.staff set roles = $2 where id = $1', [whom.staffId, step.roles]),
      settle: async (tx) => {
        await tx.query(`update hub.access_change set state = 'APPROVED', decided_by = $2, decided_at = now() where id = $1`, [
          change,
          (people[(step.who + 1) % 3] as Holder).staffId,
        ]);
        await tx.query('update core.staff s set roles = c.roles from hub.access_change c where c.id = $1 and s.id = c.staff_id', [change]);
      },
    };
    await asViewer(town.database, viewer, works[step.what]);
  }
});

/** As the owner of the tables: for what no role may do, such as making a row older. */
async function asOwner(sql: string): Promise<void> {
  await town.database.source.query(`alter table hub.access_change no force row level security`);
  await town.database.source.query(sql);
  await town.database.source.query(`alter table hub.access_change force row level security`);
}
