import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { type ActorVerifier, actorVerifier, bodyHash, signActor } from './actor-token';

const secret = new TextEncoder().encode('a secret that is long enough for a test');
const other = new TextEncoder().encode('another secret that is just as long here');
const viewer: Viewer = {
  audience: 'staff',
  actor: 'staff:1',
  roles: ['caseworker'],
  teams: ['children'],
  sessions: ['s1'],
  cases: { c1: ['sensitive'] },
};
const body = bodyHash('{"query":"{ __typename }"}');
const sign = (changes: Partial<Parameters<typeof signActor>[1]> = {}, key = secret) =>
  signActor(key, { viewer, audience: 'children', bodyHash: body, ...changes });

/** A token made by hand, right in everything but what the test changes. */
function forged(
  change: (jwt: SignJWT) => SignJWT,
  header: { alg: string; typ?: string } = { alg: 'HS256', typ: 'actor+jwt' },
  key = secret,
): Promise<string> {
  const jwt = new SignJWT({ viewer, body })
    .setProtectedHeader(header)
    .setIssuer('marugoto-hub')
    .setAudience('children')
    .setJti('1')
    .setIssuedAt()
    .setExpirationTime('30s');
  return change(jwt).sign(key);
}

let verify: ActorVerifier;
beforeEach(() => {
  verify = actorVerifier(secret, 'children');
});
afterEach(() => {
  vi.useRealTimers();
});

const refusal = (token: Promise<string> | string, hash = body) =>
  expect(Promise.resolve(token).then((text) => verify(text, hash))).rejects.toMatchObject({ name: 'ActorRefused' });

describe('the actor token', () => {
  it('brings the viewer to the department as the hub named it', async () => {
    expect(await verify(await sign(), body)).toEqual(viewer);
  });

  it('is made by hand here exactly as the hub makes it', async () => {
    expect(await verify(await forged((jwt) => jwt), body)).toEqual(viewer);
  });

  it('is good once', async () => {
    const token = await sign();
    await verify(token, body);
    await refusal(token);
    expect(await verify(await sign(), body)).toEqual(viewer);
  });

  it('is good for one department', () => refusal(sign({ audience: 'council' })));

  it('is good for one body', () => refusal(sign(), bodyHash('{"query":"{ everything }"}')));

  it('is good for half a minute', async () => {
    const token = await sign();
    const late = await sign();
    vi.useFakeTimers({ now: Date.now() + 29_000, toFake: ['Date'] });
    expect(await verify(token, body)).toEqual(viewer);
    vi.setSystemTime(Date.now() + 8_000);
    await refusal(late);
  });

  it('bears clocks that differ by a few seconds, not by more', async () => {
    vi.useFakeTimers({ now: Date.now() + 4_000, toFake: ['Date'] });
    const ahead = await sign();
    vi.setSystemTime(Date.now() + 30_000);
    const farAhead = await sign();
    vi.useRealTimers();
    expect(await verify(ahead, body)).toEqual(viewer);
    await refusal(farAhead);
  });

  it('cannot be replayed while it would still be good, however late', async () => {
    const token = await sign();
    await verify(token, body);
    vi.useFakeTimers({ now: Date.now() + 33_000, toFake: ['Date'] });
    await refusal(token);
  });

  it.each([
    ['another secret', () => sign({}, other)],
    [
      'no signature',
      () =>
        new UnsecuredJWT({ viewer, body })
          .setIssuer('marugoto-hub')
          .setAudience('children')
          .setJti('1')
          .setIssuedAt()
          .setExpirationTime('30s')
          .encode(),
    ],
    ['another algorithm', () => forged((jwt) => jwt, { alg: 'HS512', typ: 'actor+jwt' })],
    ['another kind of token', () => forged((jwt) => jwt, { alg: 'HS256', typ: 'JWT' })],
    ['another maker', () => forged((jwt) => jwt.setIssuer('somebody'))],
    ['a life of a year', () => forged((jwt) => jwt.setIssuedAt(Math.floor(Date.now() / 1000) - 90).setExpirationTime('365d'))],
    [
      'no end',
      async () =>
        new SignJWT({ viewer, body })
          .setProtectedHeader({ alg: 'HS256', typ: 'actor+jwt' })
          .setIssuer('marugoto-hub')
          .setAudience('children')
          .setJti('1')
          .setIssuedAt()
          .sign(secret),
    ],
    [
      'no viewer',
      async () =>
        new SignJWT({ body })
          .setProtectedHeader({ alg: 'HS256', typ: 'actor+jwt' })
          .setIssuer('marugoto-hub')
          .setAudience('children')
          .setJti('1')
          .setIssuedAt()
          .setExpirationTime('30s')
          .sign(secret),
    ],
    ['nothing in it', () => ''],
    ['no meaning', () => 'a.b.c'],
  ])('is refused with %s', async (_, make) => refusal(await make()));

  it('is refused after any bit of it was turned', async () => {
    const parts = (await sign()).split('.').map((part) => Buffer.from(part, 'base64url'));
    const bit = fc.nat(2).chain((part) => fc.tuple(fc.constant(part), fc.nat((parts[part] as Buffer).length * 8 - 1)));
    await fc.assert(
      fc.asyncProperty(bit, async ([part, at]) => {
        const turned = parts.map((bytes) => Buffer.from(bytes));
        const bytes = turned[part] as Buffer;
        bytes[at >> 3] = (bytes[at >> 3] as number) ^ (1 << (at & 7));
        await refusal(turned.map((each) => each.toString('base64url')).join('.'));
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it is any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (text) => void (await refusal(text))),
      { numRuns: 200 },
    );
  });
});
