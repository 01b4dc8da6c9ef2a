import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { audiences, type StaffRole, type Viewer } from '#server/access/viewer';

/** The call was not made by this hub for this department, now, once and with this body. `why` is for the log; the caller learns nothing. */
export class ActorRefused extends Error {
  override readonly name = 'ActorRefused';
  constructor(readonly why: string) {
    super(`actor token refused: ${why}`);
  }
}

export interface ActorClaims {
  readonly viewer: Viewer;
  /** Key of the department that the call is for. */
  readonly audience: string;
  /** `bodyHash` of the exact bytes that are sent. */
  readonly bodyHash: string;
}

/** Turns the text of an Authorization header into the viewer it speaks for, or throws `ActorRefused`. */
export type ActorVerifier = (token: string, bodyHash: string) => Promise<Viewer>;

const ISSUER = 'marugoto-hub';
const TYPE = 'actor+jwt';
const ALGORITHM = 'Ed25519';
const LIFETIME_S = 30;
/** No token is taken later than this after it was made, whatever it says of itself. */
const OLDEST_S = 60;
/** Clocks of hub and department may differ by so much. */
const TOLERANCE_S = 5;
const REMEMBERED_MS = (OLDEST_S + 2 * TOLERANCE_S) * 1000;

/** Whoever asks on the house's own behalf: it has no rights, so it can learn what a department offers and nothing that it keeps. */
export const houseViewer: Viewer = { audience: 'staff', actor: 'system:hub', roles: [], teams: [], sessions: [] };

const claims = z.object({
  jti: z.string().min(1),
  iat: z.number(),
  body: z.string(),
  viewer: z.object({
    audience: z.enum(audiences),
    actor: z.string().min(1),
    roles: z.array(z.custom<StaffRole>((role) => typeof role === 'string')),
    teams: z.array(z.string()),
    sessions: z.array(z.string()),
    session: z.string().optional(),
    cases: z.record(z.string(), z.array(z.string())).optional(),
  }),
});

/** What binds a token to the one request that it was made for: SHA-256 of the body, base64url. */
export function bodyHash(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

/**
 * Seals who asks into a call to a department: JWS Ed25519, valid for 30 seconds, one department, one body and one use. Only the hub has the
 * `key`: a department that could sign could ask another one as anybody.
 */
export function signActor(key: KeyObject, { viewer, audience, bodyHash }: ActorClaims): Promise<string> {
  return new SignJWT({ viewer, body: bodyHash })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_S}s`)
    .sign(key);
}

/**
 * The door of one department, to hubs with one of the public `keys`. It remembers every token that it let in for as long as that one could be
 * shown again, and takes none from before it was opened, which another process may have let in already.
 */
export function actorVerifier(keys: () => readonly KeyObject[], audience: string): ActorVerifier {
  const seen = new Map<string, number>();
  const openedAt = Math.floor(Date.now() / 1000);
  return async (token, bodyHash) => {
    const { jti, iat, body, viewer } = await opened(keys(), token, audience);
    if (body !== bodyHash) throw new ActorRefused('made for another body');
    if (iat < openedAt) throw new ActorRefused('made before this door was opened');
    forget(seen, Date.now());
    if (seen.has(jti)) throw new ActorRefused('used before');
    seen.set(jti, Date.now() + REMEMBERED_MS);
    return viewer as Viewer;
  };
}

async function opened(keys: readonly KeyObject[], token: string, audience: string): Promise<z.infer<typeof claims>> {
  const rules = {
    algorithms: [ALGORITHM],
    typ: TYPE,
    issuer: ISSUER,
    audience,
    maxTokenAge: OLDEST_S,
    clockTolerance: TOLERANCE_S,
    requiredClaims: ['exp'],
  };
  let why = 'there is no key of a hub yet';
  for (const key of keys) {
    try {
      const read = claims.safeParse((await jwtVerify(token, key, rules)).payload);
      if (read.success) return read.data;
      why = 'names no viewer';
    } catch (fault) {
      why = (fault as { code?: string }).code ?? 'unreadable';
    }
  }
  throw new ActorRefused(why);
}

/** Entries stand in the order of their time, so the old ones are in front. */
function forget(seen: Map<string, number>, now: number): void {
  for (const [jti, until] of seen) {
    if (until > now) return;
    seen.delete(jti);
  }
}
