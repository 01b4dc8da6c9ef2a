import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { programmeId } from '#seeds/plan/programmes';
import type { Viewer } from '#server/access/viewer';
import { asViewer } from '#server/database/as-viewer';
import { CLOSED } from '#server/hub/closed';
import { today } from '#server/kernel/clock';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { rawSocket } from '#test/kit/raw-socket';
import { anAccount, type Holder } from '#test/kit/visitor';

const DAY = 86_400_000;
const inDays = (days: number) => today(new Date(Date.now() + days * DAY));
const contractor = organizationId('nutritionists');
let town: Town;
let one: Holder;
let two: Holder;
/** Somebody of the contractor, in 困窮, which no contract opens to them so far. */
let worker: string;

beforeAll(async () => {
  town = await aTown();
  one = await anAccount(town);
  two = await anAccount(town);
});
beforeEach(async () => {
  worker = await enrolled('livelihood');
});
afterAll(() => town?.close());

const as = (holder: Holder): Guest => guest(town.origin, { cookie: holder.visitor.cookie });
const APPROVE = 'mutation ($change: ID!) { approveAccessChange(input: { change: $change }) }';
const ASK =
  'mutation ($input: ContractOrder!) { done: requestContract(input: $input) { id kind state organization { name } team { id } } }';
const EXTEND = 'mutation ($input: ExtensionOrder!) { done: requestContractExtension(input: $input) { id } }';
const END = 'mutation ($contract: ID!) { endContract(contract: $contract) { id counts } }';

const terms = (more: Record<string, unknown> = {}) => ({
  ...{ organization: contractor, programme: programmeId('4'), team: 'livelihood', validFrom: today(), validUntil: inDays(90) },
  ...{ swornBy: '代表 いろどり(架空)', swornOn: today(), reason: '栄養の見守りの委託' },
  ...more,
});
const asked = async (document: string, input: Record<string, unknown>): Promise<string> => {
  const answer = await as(one).ask(document, { input });
  expect(answer.errors).toBeUndefined();
  return answer.data.done.id;
};
/** Drawn up by two; gives the contract's id. */
const drawnUp = async (more?: Record<string, unknown>): Promise<string> => {
  const change = await asked(ASK, terms(more));
  expect((await as(two).ask(APPROVE, { change })).errors).toBeUndefined();
  const [row] = await town.database.source.query('select contract_id from hub.access_change where id = $1', [change]);
  return row.contract_id;
};
const ended = (contract: string) => as(one).ask(END, { contract });

async function enrolled(team: string): Promise<string> {
  const name = `委託先 ${Math.random().toString(36).slice(2, 8)}(架空)`;
  const enrol = await as(one).ask(
    'mutation ($name: String!, $team: ID!, $organization: ID!) { requestEnrolment(input: { name: $name, roles: ["caseworker"], team: $team, organization: $organization, reason: "委託" }) { id } }',
    { name, team, organization: contractor },
  );
  expect((await as(two).ask(APPROVE, { change: enrol.data.requestEnrolment.id })).errors).toBeUndefined();
  const [row] = await town.rows<{ id: string }>('select id from core.staff where name = $1', [name]);
  return row?.id ?? '';
}
const signedIn = async (staffId = worker): Promise<Guest | undefined> => {
  const opened = await town.hub.identity.signIns.open({ staffId, way: 'LOCAL', strong: false });
  return opened && guest(town.origin, { cookie: `hub_session=${opened.secret}` });
};
const cases = async (somebody: Guest | undefined) => (await somebody?.ask('{ cases(limit: 1) { id } }'))?.data?.cases;

describe('a contract', () => {
  it('is asked for by one administrator and approved by another, and only then lets the contractor’s people in', async () => {
    expect(await signedIn(), 'enrolled, and no contract').toBeUndefined();
    const change = await asked(ASK, terms());
    expect(await signedIn(), 'asked for').toBeUndefined();
    expect((await as(one).ask(APPROVE, { change })).errors?.[0]?.extensions.code).toBe('DENIED');
    expect((await as(two).ask(APPROVE, { change })).errors).toBeUndefined();
    expect(await cases(await signedIn())).toHaveLength(1);
    const { contracts } = (
      await as(two).ask('{ contracts { id counts secrecyAcknowledgedBy team { id } people { id } organization { id } } }')
    ).data;
    const mine = contracts.find(
      (each: { team: { id: string }; organization: { id: string } }) =>
        each.team.id === 'livelihood' && each.organization.id === contractor,
    );
    expect(mine).toMatchObject({ counts: true, secrecyAcknowledgedBy: '代表 いろどり(架空)' });
    expect(mine.people.map(({ id }: { id: string }) => id)).toContain(worker);
    await ended(mine.id);
  });

  it('opens the 担当 that it names and no other: each contract is a road of its own', async () => {
    const livelihood = await drawnUp();
    const children = await drawnUp({ team: 'children', programme: programmeId('1') });
    const other = await enrolled('children');
    const [here, there] = [await signedIn(), await signedIn(other)];
    expect(here && there).toBeTruthy();
    await ended(children);
    expect(await signedIn(other)).toBeUndefined();
    await vi.waitFor(async () => expect((await there?.ask('{ me { name } }'))?.status).toBe(401), { timeout: 5_000 });
    expect(await cases(here)).toHaveLength(1);
    await ended(livelihood);
  });

  it('without a 担当 opens the table and no records', async () => {
    const seat = await enrolled('livelihood');
    await town.rows('update core.staff set team_id = null where id = $1', [seat]);
    expect(await signedIn(seat)).toBeUndefined();
    const contract = await drawnUp({ team: null });
    expect(await cases(await signedIn(seat))).toEqual([]);
    await ended(contract);
  });

  it('is refused field by field, and nothing is written', async () => {
    const before = await town.database.source.query('select count(*)::int as n from hub.access_change');
    const wrong = await as(one).ask(ASK, {
      input: terms({
        organization: organizationId('shakyo'),
        programme: '9',
        team: 'palace',
        validUntil: inDays(-1),
        swornBy: ' ',
        swornOn: inDays(1),
      }),
    });
    const fields = wrong.errors?.[0]?.extensions.fields as Record<string, string>;
    expect(Object.keys(fields).sort()).toEqual(['organization', 'programme', 'swornBy', 'swornOn', 'team', 'validUntil']);
    const contract = await drawnUp();
    const twice = await as(one).ask(ASK, { input: terms({ validFrom: inDays(30), validUntil: inDays(200) }) });
    expect(twice.errors?.[0]).toMatchObject({ message: expect.stringContaining('もうあります'), extensions: { code: 'INVALID' } });
    await ended(contract);
    expect((await town.database.source.query('select count(*)::int as n from hub.access_change'))[0].n).toBe(before[0].n + 1);
  });

  it('that was asked for twice is made once', async () => {
    const [first, second] = [await asked(ASK, terms()), await asked(ASK, terms())];
    expect((await as(two).ask(APPROVE, { change: first })).errors).toBeUndefined();
    expect((await as(two).ask(APPROVE, { change: second })).errors?.[0]?.message).toContain('もうあります');
    const [row] = await town.database.source.query('select contract_id from hub.access_change where id = $1', [first]);
    await ended(row.contract_id);
  });

  it('is approved by nobody of the contractor, and written by no hand past the hub', async () => {
    const inside = await anAccount(town);
    const contract = await drawnUp();
    await town.rows('update core.staff set organization_id = $2, team_id = $3 where id = $1', [inside.staffId, contractor, 'livelihood']);
    const change = await asked(EXTEND, { contract, validUntil: inDays(200), reason: '継続' });
    expect((await as(inside).ask(APPROVE, { change })).errors?.[0]?.extensions.code).toBe('DENIED');
    const viewer: Viewer = { audience: 'staff', actor: `staff:${two.staffId}`, roles: ['administrator'], teams: [], sessions: [] };
    const longer = `update core.contract set valid_until = valid_until + 300 where id = '${contract}' returning id`;
    const write = (sql: string, who = viewer) => asViewer(town.database, who, (tx) => tx.query(sql));
    await expect(write(longer)).rejects.toThrow(/row-level security/);
    const ending = `update core.contract set valid_until = valid_until + 300, ended_at = now(), ended_by = '${two.staffId}' where id = '${contract}'`;
    await expect(write(ending)).rejects.toThrow(/only moves while it stands/);
    await expect(
      write(
        `insert into core.contract (organization_id, programme_id, team_id, valid_from, valid_until) select organization_id, programme_id, 'council', valid_from, valid_until from core.contract where id = '${contract}'`,
      ),
    ).rejects.toThrow(/row-level security/);
    const settled = `with s as (update hub.access_change set state = 'APPROVED', decided_by = '${inside.staffId}', decided_at = now() where id = '${change}' returning contract_id, active_until)
      update core.contract c set valid_until = s.active_until from s where c.id = s.contract_id returning c.id`;
    await expect(write(settled, { ...viewer, actor: `staff:${inside.staffId}` })).rejects.toThrow(/row-level security/);
    await ended(contract);
  });
});

describe('the people of a contractor', () => {
  it('are taken in, given roles and handed links by nobody of the contractor, whoever asked, and by no hand past the hub', async () => {
    const inside = await anAccount(town);
    const contract = await drawnUp();
    await town.rows('update core.staff set organization_id = $2, team_id = $3 where id = $1', [inside.staffId, contractor, 'livelihood']);
    const ask = async (fields: string): Promise<string> => (await as(one).ask(`mutation { done: ${fields} { id } }`)).data.done.id;
    const changes = [
      await ask(
        `requestEnrolment(input: { name: "委託先 みつる(架空)", roles: ["caseworker"], team: "livelihood", organization: "${contractor}", reason: "委託" })`,
      ),
      await ask(`requestRoles(input: { staff: "${worker}", roles: ["caseworker", "recorder"], team: "livelihood", reason: "委託" })`),
      await ask(`requestSubject(input: { staff: "${worker}", issuer: "https://provider.example", subject: "${worker}", reason: "委託" })`),
    ];
    for (const change of changes) {
      const refused = await as(inside).ask(APPROVE, { change });
      expect(refused.errors?.[0]).toMatchObject({ message: expect.stringContaining('委託先'), extensions: { code: 'DENIED' } });
      const viewer: Viewer = { audience: 'staff', actor: `staff:${inside.staffId}`, roles: ['administrator'], teams: [], sessions: [] };
      const past = asViewer(town.database, viewer, (tx) =>
        tx.query(`update hub.access_change set state = 'APPROVED', decided_by = $2, decided_at = now() where id = $1`, [
          change,
          inside.staffId,
        ]),
      );
      await expect(past).rejects.toThrow(/row-level security/);
      expect((await as(two).ask(APPROVE, { change })).errors, 'somebody of the city').toBeUndefined();
    }
    // What is no contractor's, they decide on like every other administrator.
    const own = await ask(
      `requestEnrolment(input: { name: "職員 みつる(架空)", roles: ["caseworker"], team: "livelihood", reason: "採用" })`,
    );
    expect((await as(inside).ask(APPROVE, { change: own })).errors).toBeUndefined();
    await ended(contract);
  });
});

describe('the end of a contract', () => {
  it('is moved by two, and not once it has come', async () => {
    const contract = await drawnUp();
    const sooner = await as(one).ask(EXTEND, { input: { contract, validUntil: inDays(90), reason: '継続' } });
    expect(sooner.errors?.[0]?.extensions.fields).toHaveProperty('validUntil');
    const change = await asked(EXTEND, { contract, validUntil: inDays(200), reason: '継続' });
    const late = await asked(EXTEND, { contract, validUntil: inDays(210), reason: '継続' });
    expect((await as(two).ask(APPROVE, { change })).errors).toBeUndefined();
    const [row] = await town.rows<{ valid_until: string }>('select valid_until::text from core.contract where id = $1', [contract]);
    expect(row?.valid_until).toBe(inDays(200));
    await ended(contract);
    expect((await as(two).ask(APPROVE, { change: late })).errors?.[0]?.message).toContain('終わったか');
    const again = await as(one).ask(EXTEND, { input: { contract, validUntil: inDays(300), reason: '継続' } });
    expect(again.errors?.[0]?.extensions.code).toBe('INVALID');
    expect(await signedIn()).toBeUndefined();
    // What has ended may begin again, as a contract of its own.
    const next = await drawnUp();
    expect(await signedIn()).toBeDefined();
    await ended(next);
  });

  it('is the end of live seats within a second', async () => {
    const contract = await drawnUp();
    const socket = await rawSocket(town, (await signedIn()) as Guest);
    const at = performance.now();
    await ended(contract);
    expect(await socket.closed).toMatchObject({ code: CLOSED.forbidden });
    console.log(`a contractor's seat is out ${Math.round(performance.now() - at)} ms after the order`);
  });
});

describe('at midnight in the city', () => {
  it('the contract of yesterday lets nobody stay, and the one of today lets in, by the database’s clock', async () => {
    const leaving = worker;
    const coming = await enrolled('council');
    await drawnUp({ validUntil: today() });
    await drawnUp({ team: 'council', validFrom: inDays(1) });
    const seat = await rawSocket(town, (await signedIn(leaving)) as Guest);
    expect(await signedIn(coming), 'today').toBeUndefined();
    // The database's day turns two seconds from now.
    const clock = (more: string) =>
      town.database.source.query(
        `create or replace function hub.today() returns date language sql stable parallel safe as $$ select ((now()${more}) at time zone 'Asia/Tokyo')::date $$`,
      );
    const left = Date.parse(`${inDays(1)}T00:00:00+09:00`) - Date.now() - 2_000;
    await clock(` + interval '${left} ms'`);
    const turn = Date.now() + 2_000;
    try {
      const { code } = await seat.closed;
      console.log(`out ${Date.now() - turn} ms after midnight`);
      expect(code).toBe(CLOSED.forbidden);
      await sleep(Math.max(0, turn - Date.now()));
      expect(await signedIn(leaving)).toBeUndefined();
      expect(await signedIn(coming), 'tomorrow').toBeDefined();
    } finally {
      await clock('');
    }
  });
});
