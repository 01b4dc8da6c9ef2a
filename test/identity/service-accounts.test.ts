import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { anAccount, type Holder } from '#test/kit/visitor';

let town: Town;
let one: Holder;
let two: Holder;
let token: string;

beforeAll(async () => {
  town = await aTown();
  one = await anAccount(town);
  two = await anAccount(town);
});
beforeEach(async () => {
  token = await aToken(['DIRECTORY_READ', 'CASES_READ', 'RECORDS_READ', 'RECORDS_WRITE']);
});
afterAll(() => town?.close());

const as = (holder: Holder): Guest => guest(town.origin, { cookie: holder.visitor.cookie });
const bearing = (secret: string): Guest => guest(town.origin, { authorization: `Bearer ${secret}` });
const ASK = `mutation ($scopes: [String!]!, $team: ID!, $expires: Date!) {
  requestServiceAccount(input: { name: "介護台帳の連携(架空)", team: $team, purpose: "台帳との突き合わせ", scopes: $scopes, expiresOn: $expires, reason: "年度の更新" }) { id } }`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function aToken(scopes: readonly string[], team = 'elderly-care'): Promise<string> {
  const asked = await as(one).ask(ASK, { scopes, team, expires: inDays(30) });
  const approved = await as(two).ask('mutation ($change: ID!) { approveAccessChange(input: { change: $change }) }', {
    change: asked.data.requestServiceAccount.id,
  });
  return approved.data.approveAccessChange;
}
const mine = async () =>
  (await as(one).ask('{ serviceAccounts { id name team { id } scopes lastUsedAt revokedAt } }')).data.serviceAccounts.at(-1);
const newest = async () =>
  (
    await asSystem(town.database, 'hub_system', (query) =>
      query<{ id: string }>('select id from hub.service_account order by made_at desc limit 1'),
    )
  )[0]?.id;

describe("a department's program", () => {
  it('has a token that two administrators made, that is shown once and kept as a hash', async () => {
    expect(token).toMatch(/^hub_[\w-]{43}$/);
    const kept = await asSystem(town.database, 'hub_system', (query) => query('select * from hub.service_account'));
    expect(
      JSON.stringify([kept, await as(one).ask('{ serviceAccounts { id name purpose scopes } accessChanges { id name } }')]),
    ).not.toContain(token);
    const waiting = await as(one).ask(ASK, { scopes: ['CASES_READ'], team: 'elderly-care', expires: inDays(30) });
    const alone = await as(one).ask('mutation ($change: ID!) { approveAccessChange(input: { change: $change }) }', {
      change: waiting.data.requestServiceAccount.id,
    });
    expect(alone.errors?.[0]?.extensions.code).toBe('DENIED');
  });

  it('is asked for within limits: a known 担当, known scopes, a year at most', async () => {
    const wrong = await as(one).ask(ASK, { scopes: ['EVERYTHING'], team: 'palace', expires: inDays(500) });
    expect(Object.keys((wrong.errors?.[0]?.extensions.fields ?? {}) as object).sort()).toEqual(['expiresOn', 'scopes', 'team']);
  });

  it('sees exactly what a member of its 担当 without a role sees, and never more', async () => {
    const question = '{ cases(limit: 200) { id code stage person { id identity { name } contact { address } } withheld { field } } }';
    const service = await bearing(token).ask(question);
    const person = await as(await anAccount(town, ['caseworker'], 'elderly-care')).ask(question);
    expect(service.data.cases.length).toBeGreaterThan(10);
    expect(service.data).toEqual(person.data);
    expect((await bearing(await aToken(['CASES_READ'], 'children')).ask(question)).data).not.toEqual(person.data);
  });

  it('asks within its scopes and nowhere else, by whatever way a field is named', async () => {
    const program = bearing(token);
    expect((await program.ask('{ teams { id } elderlyCareRecords(limit: 1) { id } }')).errors).toBeUndefined();
    const outside = [
      '{ me { id } }',
      '{ sessions { id } }',
      '{ x: indicators { id } }',
      '{ ... { childrenRecords { id } } }',
      'query A { teams { id } } query B { ...f } fragment f on Query { sessions { id } }',
      '{ accessChanges { id } }',
      '{ __schema { types { name } } }',
      'mutation { createSession(input: { kind: MARUGOTO, title: "x", heldOn: "2027-01-01", place: "x" }) { id } }',
      'mutation { writeChildrenNote(input: { record: "x", version: 1, note: "x" }) { id } }',
      'subscription { board(session: "x") { seq } }',
    ];
    for (const question of outside) {
      const answer = await program.ask(question);
      expect([question, answer.status, answer.errors?.[0]?.extensions.code]).toEqual([question, 403, 'DENIED']);
    }
    const narrow = bearing(await aToken(['CASES_READ']));
    expect((await narrow.ask('{ cases(limit: 1) { id } }')).errors).toBeUndefined();
    expect((await narrow.ask('{ elderlyCareRecords(limit: 1) { id } }')).status).toBe(403);
    expect((await narrow.ask('{ teams { id } }')).status).toBe(403);
  });

  it('cannot send a question without its text', async () => {
    for (const body of ['{}', '[]', '"{ teams { id } }"', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}']) {
      const answer = await fetch(`${town.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
      expect([body, answer.status]).toEqual([body, 400]);
    }
  });

  it('is named by its own id in what it read and changed', async () => {
    await bearing(token).ask('{ cases(limit: 1) { id code } }');
    const actor = `service:${await newest()}`;
    const [row] = await asOwner<{ count: number }>(
      `select count(*)::int as count from hub.read_audit where receivers @> array['${actor}']`,
      'hub.read_audit',
    );
    expect(row?.count).toBe(1);
  });

  it('tells when it was last used, and is stopped by one administrator, at once', async () => {
    await bearing(token).ask('{ teams { id } }');
    expect((await mine()).lastUsedAt).not.toBeUndefined();
    const id = await newest();
    expect(
      (await as(one).ask('mutation ($id: ID!) { revokeServiceAccount(service: $id) { id revokedAt } }', { id })).data.revokeServiceAccount
        .revokedAt,
    ).toMatch(/^2/);
    expect((await bearing(token).ask('{ teams { id } }')).status).toBe(401);
  });

  it.each([
    ['its day is over', `update hub.service_account set expires_on = hub.today() - 1`],
    ['its 担当 has nobody at work any more', `update core.staff set active_until = hub.today() - 1 where team_id = 'elderly-care'`],
  ])('is nobody when %s', async (_when, sql) => {
    expect((await bearing(token).ask('{ teams { id } }')).status).toBe(200);
    await asOwner(sql, sql.includes('core.staff') ? 'core.staff' : 'hub.service_account');
    expect((await bearing(token).ask('{ teams { id } }')).status).toBe(401);
    expect((await bearing('hub_none').ask('{ teams { id } }')).status).toBe(401);
  });

  it('is not somebody with a cookie, and opens no socket', async () => {
    const facilitator = await town.as('facilitator');
    const both = guest(town.origin, { ...facilitator.headers, authorization: 'Bearer hub_none' });
    expect((await both.ask('{ me { id } }')).status).toBe(401);
  });
});

/** As the owner of the tables, past its walls. */
async function asOwner<R>(sql: string, table: string): Promise<R[]> {
  await town.database.source.query(`alter table ${table} no force row level security`);
  const rows = await town.database.source.query(sql);
  await town.database.source.query(`alter table ${table} force row level security`);
  return rows;
}
