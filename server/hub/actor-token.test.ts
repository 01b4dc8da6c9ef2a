import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { type ActorVerifier, actorVerifier, bodyHash, signActor } from './actor-token';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');
const viewer: Viewer = {
  audience: 'staff',
  actor: 'staff:1',
  roles: ['caseworker'],
  teams: ['children'],
  sessions: ['s1'],
  cases: { c1: ['sensitive'] },
};
const body = bodyHash('{"query":"{ __typename }"}');
const sign = (changes: Partial<Parameters<typeof signActor>[1]> = {}, key = privateKey) =>
  signActor(key, { viewer, audience: 'children', bodyHash: body, ...changes });

/** A token made by hand, right in everything but what the test changes. */
function forged(
  change: (jwt: SignJWT) => SignJWT,
  header: { alg: string; typ?: string } = { alg: 'Ed25519', typ: 'actor+jwt' },
  key: Parameters<SignJWT['sign']>[0] = privateKey,
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
  verify = actorVerifier(() => [publicKey], 'children');
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
    ['the key of another', () => sign({}, other.privateKey)],
    // What every department has in its hands is no secret to sign with.
    [
      'the public key as a secret',
      () => forged((jwt) => jwt, { alg: 'HS256', typ: 'actor+jwt' }, publicKey.export({ format: 'der', type: 'spki' })),
    ],
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
    [
      'another algorithm',
      () => forged((jwt) => jwt, { alg: 'ES256', typ: 'actor+jwt' }, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ],
    ['another kind of token', () => forged((jwt) => jwt, { alg: 'Ed25519', typ: 'JWT' })],
    ['another maker', () => forged((jwt) => jwt.setIssuer('somebody'))],
    ['a life of a year', () => forged((jwt) => jwt.setIssuedAt(Math.floor(Date.now() / 1000) - 90).setExpirationTime('365d'))],
    [
      'no end',
      async () =>
        new SignJWT({ viewer, body })
          .setProtectedHeader({ alg: 'Ed25519', typ: 'actor+jwt' })
          .setIssuer('marugoto-hub')
          .setAudience('children')
          .setJti('1')
          .setIssuedAt()
          .sign(privateKey),
    ],
    [
      'no viewer',
      async () =>
        new SignJWT({ body })
          .setProtectedHeader({ alg: 'Ed25519', typ: 'actor+jwt' })
          .setIssuer('marugoto-hub')
          .setAudience('children')
          .setJti('1')
          .setIssuedAt()
          .setExpirationTime('30s')
          .sign(privateKey),
    ],
    ['nothing in it', () => ''],
    ['no meaning', () => 'a.b.c'],
  ])('is refused with %s', async (_, make) => refusal(await make()));

  it('is taken from every hub whose public key the department has', async () => {
    const both = actorVerifier(() => [other.publicKey, publicKey], 'children');
    expect(await both(await sign(), body)).toEqual(viewer);
    expect(await both(await sign({}, other.privateKey), body)).toEqual(viewer);
  });

  it('is refused while the department has no public key, and taken as soon as it has one', async () => {
    const keys: (typeof publicKey)[] = [];
    const door = actorVerifier(() => keys, 'children');
    await expect(door(await sign(), body)).rejects.toMatchObject({ name: 'ActorRefused' });
    keys.push(publicKey);
    expect(await door(await sign(), body)).toEqual(viewer);
  });

  it('is refused by a door that was opened after it was made: the one before may have let it in', async () => {
    const token = await sign();
    vi.useFakeTimers({ now: Date.now() + 2_000, toFake: ['Date'] });
    const reopened = actorVerifier(() => [publicKey], 'children');
    await expect(reopened(token, body)).rejects.toMatchObject({ name: 'ActorRefused' });
    expect(await reopened(await sign(), body)).toEqual(viewer);
  });

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
