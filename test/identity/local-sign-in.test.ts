import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { aTown, type Town } from '#test/kit/a-town';
import { anAccount, appCode, type Holder, signedInAgain, type Visitor, visitor } from '#test/kit/visitor';

/** What whoever is not signed in is told of their sign-in. */
const nobody = { isSignedIn: false };
const japanese = /[ぁ-んァ-ヶ一-龠]/;
let town: Town;
let holder: Holder;

beforeAll(async () => {
  town = await aTown();
});
beforeEach(async () => {
  await asSystem(town.database, 'hub_system', (query) => query('delete from hub.sign_in_throttle'));
  holder = await anAccount(town);
});
afterAll(() => town?.close());

const me = async (person: Visitor) =>
  (
    await fetch(`${town.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: person.cookie },
      body: JSON.stringify({ query: '{ me { name roles } }' }),
    })
  ).json();
const events = async () =>
  (
    await asSystem(town.database, 'hub_system', (query) =>
      query<{ event: string }>('select event from hub.sign_in_audit where staff_id = $1 order by id', [holder.staffId]),
    )
  ).map(({ event }) => event);
const withPassword = (login: string, password: string, person = visitor(town)) => person.post('/sign-in', { login, password });

describe('signing in with password and authenticator app', () => {
  it('leads in, under a name however it is typed', async () => {
    const person = visitor(town);
    const first = await withPassword(` ${holder.login.toUpperCase().replace('SHO', 'ＳＨＯ')} `, holder.password, person);
    expect(first.body).toEqual({ next: 'SECOND_FACTOR', ticket: expect.any(String) });
    expect(person.cookies.size, 'nothing is open after the password alone').toBe(0);
    const second = await person.post('/sign-in/second-factor', { ticket: first.body.ticket, code: appCode(holder.secret) });
    expect(second.body).toEqual({ next: 'DONE' });
    expect(second.headers.get('set-cookie')).toMatch(/^hub_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=36000$/);
    expect((await me(person)).data.me).toEqual({ name: expect.stringMatching(/^職員/), roles: ['administrator'] });
    expect(await events()).toEqual(['SECOND_FACTOR_SET', 'SIGNED_IN']);
  });

  it('takes a code of the app once, even by two at the same moment', async () => {
    const code = appCode(holder.secret);
    const tickets = await Promise.all([1, 2].map(async () => (await withPassword(holder.login, holder.password)).body.ticket));
    const answers = await Promise.all(tickets.map((ticket) => visitor(town).post('/sign-in/second-factor', { ticket, code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    const { ticket } = (await withPassword(holder.login, holder.password)).body;
    const replayed = await visitor(town).post('/sign-in/second-factor', { ticket, code });
    expect([replayed.status, replayed.body.fields.code]).toEqual([400, expect.stringMatching(japanese)]);
  });

  it('takes a recovery code once, and however its groups are typed', async () => {
    const [used = '', other = ''] = holder.recoveryCodes;
    const ticket = async () => (await withPassword(holder.login, holder.password)).body.ticket;
    expect(
      (await visitor(town).post('/sign-in/second-factor', { ticket: await ticket(), code: ` ${used.toUpperCase().replaceAll('-', ' ')}` }))
        .status,
    ).toBe(200);
    expect((await visitor(town).post('/sign-in/second-factor', { ticket: await ticket(), code: used })).status).toBe(400);
    expect((await visitor(town).post('/sign-in/second-factor', { ticket: await ticket(), code: other })).status).toBe(200);
    expect(await events()).toEqual(['SECOND_FACTOR_SET', 'RECOVERY_CODE_USED', 'SIGNED_IN', 'FAILED', 'RECOVERY_CODE_USED', 'SIGNED_IN']);
  });

  it('lets a ticket be tried five times, and not used twice', async () => {
    const { ticket } = (await withPassword(holder.login, holder.password)).body;
    for (let tries = 0; tries < 5; tries += 1)
      expect((await visitor(town).post('/sign-in/second-factor', { ticket, code: '000000' })).status).toBe(400);
    const right = { ticket, code: appCode(holder.secret) };
    expect((await visitor(town).post('/sign-in/second-factor', right)).status).toBe(401);
  });
});

describe('a wrong password', () => {
  it('is answered alike for names that exist and names that do not, byte by byte, and after the same work', async () => {
    const known = await withPassword(holder.login, 'a wrong password of some length');
    const unknown = await withPassword('nobody-here', 'a wrong password of some length');
    expect([known.status, known.body]).toEqual([403, unknown.body]);
    expect(unknown.status).toBe(403);
    expect(known.body.message).toMatch(japanese);
    const [one, two] = await Promise.all([holder.login, 'nobody-there'].map((login) => countStatements(login)));
    expect(one).toBe(two);
  });

  it('or a body that no database could take is a fault of whoever sent it', async () => {
    const sent = await withPassword('nobody\u0000here', 'a wrong password of some length');
    expect([sent.status, sent.body.code]).toEqual([400, 'INVALID']);
  });

  it('is tried five times, then nothing is looked at for a while, the right one neither; alike for names that do not exist', async () => {
    for (const login of [holder.login, 'nobody-here']) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 6; tries += 1) statuses.push((await withPassword(login, 'a wrong password of some length')).status);
      expect([login, statuses]).toEqual([login, [403, 403, 403, 403, 403, 429]]);
    }
    const locked = await withPassword(holder.login, holder.password);
    expect([locked.status, locked.body.message]).toEqual([429, expect.stringContaining('15分')]);
    expect(locked.body).toEqual((await withPassword('nobody-here', 'x')).body);
    await asSystem(town.database, 'hub_system', (query) => query(`update hub.sign_in_throttle set since = since - interval '16 minutes'`));
    expect((await withPassword(holder.login, holder.password)).body.next).toBe('SECOND_FACTOR');
    const locks = await asSystem(town.database, 'hub_system', (query) =>
      query(`select 1 from hub.sign_in_audit where event = 'LOCKED_OUT'`),
    );
    expect(locks).toHaveLength(4);
  });

  it('gets no more tries by many at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async () => (await withPassword('nobody-here', 'twelve at once, guessed')).status),
    );
    expect(statuses.filter((status) => status === 403)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  it('stops from everywhere after twenty', async () => {
    const statuses: number[] = [];
    for (let address = 1; address <= 21; address += 1) {
      const attempt = town.hub.identity.local.withPassword(
        { login: 'someone', password: 'wrong' },
        { address: `10.0.1.${address}`, device: '' },
      );
      statuses.push(
        await attempt.then(
          () => 200,
          (fault) => (fault.details.tooMany ? 429 : 403),
        ),
      );
    }
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 403), 429]);
  });

  it('by a stranger lock nobody out of their usual place, whether they guess at one name or at many from the next desk', async () => {
    const usual = { address: '10.0.2.1', device: '' };
    const right = { login: holder.login, password: holder.password };
    const trying = (login: string, address: string) =>
      town.hub.identity.local.withPassword({ login, password: 'guessed, not known' }, { address, device: '' }).then(
        () => 200,
        (fault) => (fault.details.tooMany ? 429 : 403),
      );
    expect((await town.hub.identity.local.withPassword(right, usual)).next).toBe('SECOND_FACTOR');
    for (let address = 1; address <= 21; address += 1) await trying(holder.login, `10.0.3.${address}`);
    expect(await trying(holder.login, '10.0.3.99'), 'a place that is not known').toBe(429);
    expect((await town.hub.identity.local.withPassword(right, usual)).next, 'a known one').toBe('SECOND_FACTOR');
    await trying('many-names', usual.address);
    await asSystem(town.database, 'hub_system', (query) => query('update hub.sign_in_throttle set failures = 100'));
    expect(await trying('a-colleague', usual.address), 'another name').toBe(429);
    expect((await town.hub.identity.local.withPassword(right, usual)).next).toBe('SECOND_FACTOR');
    const own = await Promise.all(Array.from({ length: 5 }, () => trying(holder.login, usual.address)));
    expect(own, 'guessing at the known place itself').toEqual([429, 429, 429, 429, 429]);
    expect((await signingIn(right, usual)).status, 'and the right one after that').toBe(429);
    await asSystem(town.database, 'hub_system', (query) => query('delete from hub.sign_in_throttle'));
  });

  it('by many strangers at once stand in nobody’s way at their usual place, and what was not looked at counts for nothing', async () => {
    const usual = { address: '10.0.5.1', device: '' };
    const right = { login: holder.login, password: holder.password };
    await town.hub.identity.local.withPassword(right, usual);
    await signingIn({ login: 'many-names', password: 'guessed' }, usual);
    const asStrained = () => asSystem(town.database, 'hub_system', (query) => query('update hub.sign_in_throttle set failures = 100'));
    await asStrained();
    const flood = Array.from({ length: 30 }, (_, at) => signingIn({ login: `name-${at}`, password: 'guessed, not known' }, usual));
    const own = await signingIn(right, usual);
    expect(own.status, 'while the line of the others is full').toBe(200);
    const refused = await Promise.all(flood);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([429]));
    // Looked at or turned away: nobody hears it sooner.
    expect(Math.min(...refused.map(({ took }) => took))).toBeGreaterThan(4_900);
    const counted = await asSystem(town.database, 'hub_system', (query) =>
      query<{ failures: number }>('select failures from hub.sign_in_throttle where failures < 2'),
    );
    expect(counted.filter(({ failures }) => failures === 0).length).toBeGreaterThanOrEqual(20);
  });

  it('tells nobody, after however many, which names somebody has signed in with there: same answer, same steps, same work', async () => {
    const usual = { address: '10.0.4.1', device: '' };
    await town.hub.identity.local.withPassword({ login: holder.login, password: holder.password }, usual);
    await signingIn({ login: 'many-names', password: 'guessed' }, usual);
    await asSystem(town.database, 'hub_system', (query) => query('update hub.sign_in_throttle set failures = 100 where failures > 0'));
    await asSystem(town.database, 'hub_system', (query) => query(`delete from hub.sign_in_throttle where failures < 100`));
    const guess = (login: string) => signingIn({ login, password: 'guessed, not known' }, usual);
    const [known, unknown] = [await guess(holder.login), await guess('nobody-at-all')];
    expect(known.status).toBe(429);
    expect({ ...known, took: 0 }).toEqual({ ...unknown, took: 0 });
    // A password is a fifth of a second of work, and no name is spared it.
    const colleague = await anAccount(town);
    const elsewhere = await guess(colleague.login);
    const slowest = Math.max(known.took, unknown.took, elsewhere.took);
    for (const { took } of [known, unknown, elsewhere]) expect(took).toBeGreaterThan(slowest / 4);
    expect(await countStatements(holder.login, usual.address)).toBe(await countStatements('nobody-at-all', usual.address));
    expect((await town.hub.identity.local.withPassword({ login: holder.login, password: holder.password }, usual)).next).toBe(
      'SECOND_FACTOR',
    );
    expect((await signingIn({ login: colleague.login, password: colleague.password }, usual)).status, 'the right one, not known here').toBe(
      429,
    );
  });

  it('leaves no trace of what was typed: ids and keyed hashes only', async () => {
    await withPassword('secret-name', 'a password that nobody may read');
    const kept = await asSystem(town.database, 'hub_system', async (query) => [
      ...(await query('select * from hub.sign_in_audit')),
      ...(await query('select * from hub.sign_in_throttle')),
      ...(await query('select * from hub.sign_in_known')),
    ]);
    expect(kept.length).toBeGreaterThan(3);
    expect(JSON.stringify(kept)).not.toMatch(/secret-name|nobody may read|127\.0\.0\.1/);
  });
});

describe('a sign-in', () => {
  it('may be asked after by anybody, who hears that there is none and nothing else; the rest of it is closed to them', async () => {
    const secret = (await town.hub.identity.signIns.open({ staffId: holder.staffId, way: 'LOCAL', strong: true }))?.secret ?? '';
    await town.hub.identity.signIns.end(secret);
    for (const kept of [undefined, '', 'never-one-of-the-hub', secret]) {
      const guest = visitor(town);
      if (kept !== undefined) guest.cookies.set('hub_session', kept);
      const { status, body, headers } = await guest.get('/session');
      expect([kept, status, body]).toEqual([kept, 200, nobody]);
      expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([null, 'no-store']);
      expect((await guest.get('/session/list')).status).toBe(401);
      expect((await guest.post('/session/second-factor/offer')).status).toBe(401);
      expect(await me(guest)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('is never one that was there before: whatever cookie is brought along, the secret is a fresh one', async () => {
    const person = visitor(town);
    person.cookies.set('hub_session', 'planted-by-somebody-else');
    const { ticket } = (await withPassword(holder.login, holder.password, person)).body;
    await person.post('/sign-in/second-factor', { ticket, code: appCode(holder.secret) });
    expect(person.cookies.get('hub_session')).toMatch(/^[\w-]{43}$/);
    const thief = visitor(town);
    thief.cookies.set('hub_session', 'planted-by-somebody-else');
    expect((await thief.get('/session')).body).toEqual(nobody);
  });

  it('gets a new secret with the second factor, and the old one is good for nothing', async () => {
    const before = (await town.hub.identity.signIns.open({ staffId: holder.staffId, way: 'OIDC', strong: false }))?.secret ?? '';
    const person = visitor(town);
    person.cookies.set('hub_session', before);
    expect((await me(person)).data.me.roles, 'the person').toEqual(['administrator']);
    expect((await town.hub.identity.identity.viewer(before))?.roles, 'the sign-in').toEqual([]);
    expect((await person.post('/session/step-up', { code: appCode(holder.secret) })).status).toBe(200);
    const after = person.cookies.get('hub_session') ?? '';
    expect(after).not.toBe(before);
    expect((await town.hub.identity.identity.viewer(after))?.roles).toEqual(['administrator']);
    expect(await town.hub.identity.identity.viewer(before)).toBeUndefined();
  });

  it('cannot replace the authenticator app of somebody by their password alone', async () => {
    const secret = (await town.hub.identity.signIns.open({ staffId: holder.staffId, way: 'OIDC', strong: false }))?.secret ?? '';
    const weak = visitor(town);
    weak.cookies.set('hub_session', secret);
    expect((await weak.post('/session/second-factor/offer')).status).toBe(403);
    expect((await weak.post('/session/step-up', { code: appCode(holder.secret) })).status).toBe(200);
    expect((await weak.get('/session')).body).toMatchObject({ strong: true, hasSecondFactor: true });
    expect((await weak.post('/session/second-factor/offer')).status).toBe(200);
  });

  it('is listed to its person, and ended by them one by one or all at once', async () => {
    const there = await signedInAgain(town, holder);
    const here = holder.visitor;
    const listed = (await here.get('/session/list')).body.signIns as { id: string; isThisOne: boolean; way: string }[];
    expect(listed.map(({ isThisOne, way }) => [isThisOne, way]).sort()).toEqual([
      [false, 'LOCAL'],
      [true, 'LOCAL'],
    ]);
    const other = listed.find(({ isThisOne }) => !isThisOne)?.id;
    const stranger = await town.as('facilitator');
    const tried = visitor(town);
    tried.cookies.set('hub_session', stranger.headers.cookie?.split('=')[1] ?? '');
    expect((await tried.post('/session/end', { id: other })).status, 'not by somebody else').toBe(404);
    expect((await there.get('/session')).body).toMatchObject({ isSignedIn: true });
    expect((await here.post('/session/end', { id: other })).status).toBe(200);
    expect((await there.get('/session')).body).toEqual(nobody);
    const third = await signedInAgain(town, holder, 1);
    expect((await here.post('/session/end-all')).status).toBe(200);
    for (const person of [here, third]) expect((await person.get('/session')).body).toEqual(nobody);
  });

  it('that was under way when everything was ended does not begin any more', async () => {
    const { ticket } = (await withPassword(holder.login, holder.password)).body;
    await holder.visitor.post('/session/end-all');
    expect((await visitor(town).post('/sign-in/second-factor', { ticket, code: appCode(holder.secret) })).status).toBe(403);
  });

  it('of every other place ends when the password changes, and the old one is good for nothing', async () => {
    const there = await signedInAgain(town, holder);
    const weak = await holder.visitor.post('/session/password', { current: holder.password, next: 'password1234' });
    expect([weak.status, weak.body.fields.next]).toEqual([400, expect.stringMatching(japanese)]);
    expect((await holder.visitor.post('/session/password', { current: 'not this one', next: 'まつりの夜は笛の音がひびく' })).status).toBe(
      400,
    );
    expect((await holder.visitor.post('/session/password', { current: holder.password, next: 'まつりの夜は笛の音がひびく' })).status).toBe(
      200,
    );
    expect((await there.get('/session')).body).toEqual(nobody);
    expect((await holder.visitor.get('/session')).body.strong).toBe(true);
    expect((await withPassword(holder.login, holder.password)).status).toBe(403);
    expect((await withPassword(holder.login, 'まつりの夜は笛の音がひびく')).status).toBe(200);
  });

  it('cannot be begun, changed or ended by a page of another host', async () => {
    const elsewhere = { origin: 'https://evil.example' };
    expect((await holder.visitor.post('/session/end-all', {}, elsewhere)).status).toBe(403);
    expect((await visitor(town).post('/sign-in', { login: holder.login, password: holder.password }, elsewhere)).status).toBe(403);
    expect((await holder.visitor.get('/session')).body).toMatchObject({ isSignedIn: true });
  });
});

/** What an attempt is answered, as its status and words, and after how many milliseconds. */
async function signingIn(given: { login: string; password: string }, from: { address: string; device: string }) {
  const began = performance.now();
  return town.hub.identity.local.withPassword(given, from).then(
    () => ({ status: 200, message: '', details: {}, took: performance.now() - began }),
    ({ message, details }) => ({ status: details.tooMany ? 429 : 403, message, details, took: performance.now() - began }),
  );
}

/** How many statements an attempt costs: the same for everyone. */
async function countStatements(login: string, address = '10.9.9.9'): Promise<number> {
  const { database } = town;
  let count = 0;
  const counted = Object.create(database, {
    source: {
      value: Object.create(database.source, {
        createQueryRunner: {
          value: () => {
            count += 1;
            return database.source.createQueryRunner();
          },
        },
      }),
    },
  });
  const { identityParts } = await import('#server/hub/identity/parts');
  await identityParts(counted)
    .local.withPassword({ login, password: 'wrong' }, { address, device: '' })
    .catch(() => undefined);
  return count;
}
