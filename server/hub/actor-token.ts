import { createHash, randomUUID } from 'node:crypto';
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

/** Seals who asks into a call to a department: JWS HS256, valid for 30 seconds, one department, one body and one use. */
export function signActor(secret: Uint8Array, { viewer, audience, bodyHash }: ActorClaims): Promise<string> {
  return new SignJWT({ viewer, body: bodyHash })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_S}s`)
    .sign(secret);
}

/** The door of one department. It remembers every token that it let in for as long as that one could be shown again. */
export function actorVerifier(secret: Uint8Array, audience: string): ActorVerifier {
  const seen = new Map<string, number>();
  return async (token, bodyHash) => {
    const { jti, body, viewer } = await opened(secret, token, audience);
    if (body !== bodyHash) throw new ActorRefused('made for another body');
    forget(seen, Date.now());
    if (seen.has(jti)) throw new ActorRefused('used before');
    seen.set(jti, Date.now() + REMEMBERED_MS);
    return viewer as Viewer;
  };
}

async function opened(secret: Uint8Array, token: string, audience: string): Promise<z.infer<typeof claims>> {
  const rules = {
    algorithms: ['HS256'],
    typ: TYPE,
    issuer: ISSUER,
    audience,
    maxTokenAge: OLDEST_S,
    clockTolerance: TOLERANCE_S,
    requiredClaims: ['exp'],
  };
  const verified = await jwtVerify(token, secret, rules).catch((fault: { code?: string }) => {
    throw new ActorRefused(fault.code ?? 'unreadable');
  });
  const read = claims.safeParse(verified.payload);
  if (!read.success) throw new ActorRefused('names no viewer');
  return read.data;
}

/** Entries stand in the order of their time, so the old ones are in front. */
function forget(seen: Map<string, number>, now: number): void {
  for (const [jti, until] of seen) {
    if (until > now) return;
    seen.delete(jti);
  }
}
