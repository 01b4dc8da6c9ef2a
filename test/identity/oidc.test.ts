import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { type AProvider, aProvider, throughProvider } from '#test/kit/a-provider';
import { aTown, guest, type Town } from '#test/kit/a-town';
import { anAccount, appCode, type Holder, visitor } from '#test/kit/visitor';

let provider: AProvider;
let town: Town;
let one: Holder;
let two: Holder;

beforeAll(async () => {
  provider = await aProvider();
  // The address of the hub has to be known before it listens.
  const port = await freePort();
  town = await aTown({ port, identity: { publicUrl: `http://127.0.0.1:${port}`, oidc: { issuer: provider.issuer, ...provider.client } } });
  provider.open(town.origin);
  one = await anAccount(town);
  two = await anAccount(town);
});
beforeEach(() => {
  provider.amr = ['pwd'];
});
afterAll(async () => {
  await town?.close();
  await provider?.close();
});

const as = (holder: Holder) => guest(town.origin, { cookie: holder.visitor.cookie });

/** Links a subject to somebody, by two administrators. */
async function link(staffId: string, subject: string): Promise<void> {
  const asked = await as(one).ask(
    'mutation ($staff: ID!, $issuer: String!, $subject: String!) { requestSubject(input: { staff: $staff, issuer: $issuer, subject: $subject, reason: "採用" }) { id } }',
    { staff: staffId, issuer: provider.issuer, subject },
  );
  const approved = await as(two).ask('mutation ($change: ID!) { approveAccessChange(input: { change: $change }) }', {
    change: asked.data.requestSubject.id,
  });
  expect(approved.errors).toBeUndefined();
}

describe("signing in at the city's identity provider", () => {
  it('leads in whoever two administrators have linked, with a fresh secret and none of the way left over', async () => {
    const { staffId } = await anAccount(town, ['caseworker'], 'children');
    await link(staffId, 'city-1001');
    const person = visitor(town);
    expect((await person.get('/sign-in/ways')).body).toEqual({ oidc: true, demo: true });
    const back = await throughProvider(person, provider, 'city-1001');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/sign-in']);
    expect([...person.cookies.keys()]).toEqual(['hub_session']);
    expect((await person.get('/session')).body).toMatchObject({ way: 'OIDC', strong: false, needsSecondFactor: false });
  });

  it('makes nobody up: a subject that nobody has linked is told which it is, and that is all', async () => {
    const before = await town.rows('select count(*) from core.staff');
    const person = visitor(town);
    const back = await throughProvider(person, provider, 'stranger-7');
    expect(back.headers.get('location')).toBe('/sign-in#unknown=stranger-7');
    expect(person.cookies.size).toBe(0);
    expect(await town.rows('select count(*) from core.staff')).toEqual(before);
    const events = await asSystem(town.database, 'hub_system', (query) =>
      query<{ event: string }>('select event from hub.sign_in_audit order by id desc limit 1'),
    );
    expect(events[0]?.event).toBe('UNKNOWN_SUBJECT');
  });

  it('counts as a second factor where the provider says that it asked for one; otherwise roles that need one wait', async () => {
    const holder = await anAccount(town, ['coordinator', 'caseworker'], 'connection');
    await link(holder.staffId, 'city-2002');
    const weak = visitor(town);
    await throughProvider(weak, provider, 'city-2002');
    const rolesOf = async (secret = '') => (await town.hub.identity.identity.viewer(secret))?.roles;
    expect(await rolesOf(weak.cookies.get('hub_session'))).toEqual(['caseworker']);
    expect((await weak.post('/session/step-up', { code: appCode(holder.secret) })).status).toBe(200);
    expect(await rolesOf(weak.cookies.get('hub_session'))).toEqual(['coordinator', 'caseworker']);
    provider.amr = ['pwd', 'mfa'];
    const strong = visitor(town);
    await throughProvider(strong, provider, 'city-2002');
    expect(await rolesOf(strong.cookies.get('hub_session'))).toEqual(['coordinator', 'caseworker']);
  });

  it('is refused when anything of what comes back is not what went out: state, issuer, code, or the browser itself', async () => {
    const changes: Record<string, (address: URL) => void> = {
      state: (address) => address.searchParams.set('state', 'another'),
      issuer: (address) => address.searchParams.set('iss', 'https://evil.example'),
      code: (address) => address.searchParams.set('code', 'guessed'),
      nothing: (address) => {
        address.search = '';
      },
    };
    for (const [what, change] of Object.entries(changes)) {
      const person = visitor(town);
      const back = await throughProvider(person, provider, 'city-1001', change);
      expect([what, back.headers.get('location'), person.cookies.size]).toEqual([what, '/sign-in#failed', 0]);
    }
    // Somebody else's way in, brought to this browser: it never began one.
    const begun = visitor(town);
    const address = (await begun.get('/sign-in/oidc')).headers.get('location') ?? '';
    const back = new URL(await provider.signIn(address, 'city-1001'));
    const victim = visitor(town);
    expect((await victim.get(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/sign-in#failed');
    expect(victim.cookies.size).toBe(0);
  });

  it('is refused when the nonce is of another beginning', async () => {
    const [mine, other] = [visitor(town), visitor(town)];
    const address = new URL((await mine.get('/sign-in/oidc')).headers.get('location') ?? '');
    const another = new URL((await other.get('/sign-in/oidc')).headers.get('location') ?? '');
    address.searchParams.set('nonce', another.searchParams.get('nonce') ?? '');
    const back = new URL(await provider.signIn(address.href, 'city-1001'));
    expect((await mine.get(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/sign-in#failed');
  });

  it('is good once', async () => {
    const person = visitor(town);
    const flow = await person.get('/sign-in/oidc');
    const kept = new Map(person.cookies);
    const back = new URL(await provider.signIn(flow.headers.get('location') ?? '', 'city-1001'));
    expect((await person.get(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/sign-in');
    const thief = visitor(town);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect((await thief.get(`${back.pathname}${back.search}`)).headers.get('location')).toBe('/sign-in#failed');
  });
});

describe('the provider', () => {
  it('ends a sign-in of its own by the back channel, and no other', async () => {
    const { staffId } = await anAccount(town, ['caseworker'], 'children');
    await link(staffId, 'city-3003');
    const person = visitor(town);
    await throughProvider(person, provider, 'city-3003');
    const local = await town.hub.identity.signIns.open({ staffId, way: 'LOCAL', strong: true });
    expect((await person.get('/session')).body).toMatchObject({ isSignedIn: true });
    await provider.signOut();
    await expect.poll(async () => (await person.get('/session')).body).toEqual({ isSignedIn: false });
    expect(await town.hub.identity.signIns.find(local?.secret ?? '')).toBeDefined();
  });

  it('is not believed by anybody else: a token that it did not sign ends nothing', async () => {
    const token = await new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, sub: 'city-1001' })
      .setProtectedHeader({ alg: 'HS256', typ: 'logout+jwt' })
      .setIssuer(provider.issuer)
      .setAudience('hub')
      .setIssuedAt()
      .setJti('1')
      .sign(new TextEncoder().encode(provider.client.clientSecret));
    for (const body of [`logout_token=${token}`, 'logout_token=', '']) {
      const answer = await fetch(`${town.origin}/sign-in/oidc/ended`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(answer.status).toBe(403);
    }
  });

  it('that does not answer is said to be away, and the hub goes on', async () => {
    await provider.close();
    const fresh = await aTown({ identity: { oidc: { issuer: 'http://127.0.0.1:1', ...provider.client } } });
    const person = visitor(fresh);
    expect((await person.get('/sign-in/oidc')).headers.get('location')).toBe('/sign-in#unavailable');
    expect((await person.get('/sign-in/ways')).status).toBe(200);
    await fresh.close();
  });
});

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
