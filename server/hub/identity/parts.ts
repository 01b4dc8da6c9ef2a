import type { Database } from '#server/database/source';
import { newSecret } from '#server/kernel/ids';
import { Callers } from './caller';
import { Identity } from './identity';
import { LocalSignIn } from './local-sign-in';
import { Oidc, type OidcSettings } from './oidc';
import { Seal } from './seal';
import { SecondFactor } from './second-factor';
import { ServiceAccounts } from './service-accounts';
import { SessionCookie } from './session-cookie';
import { Setup } from './setup';
import { SignInAudit } from './sign-in-audit';
import { SignIns } from './sign-ins';
import { Throttle } from './throttle';

/** How identity is set up; everything may be left out where nobody but this machine comes. */
export interface IdentityOptions {
  /** The key for what is sealed; without it a fresh one, which forgets authenticator apps at the next start. */
  readonly key?: string;
  /** The address that people type. Over https cookies are kept accordingly. */
  readonly publicUrl?: string;
  readonly oidc?: OidcSettings;
  /** Whether a proxy of one's own stands before the hub and writes down where requests come from. */
  readonly behindProxy?: boolean;
}

/** Everything that knows who people are. */
export interface IdentityParts {
  readonly database: Database;
  readonly identity: Identity;
  readonly signIns: SignIns;
  readonly callers: Callers;
  readonly cookie: SessionCookie;
  readonly local: LocalSignIn;
  readonly factor: SecondFactor;
  readonly setup: Setup;
  readonly audit: SignInAudit;
  readonly oidc?: Oidc;
  readonly behindProxy: boolean;
}

export function identityParts(
  database: Database,
  { key = newSecret(), publicUrl = '', oidc, behindProxy = false }: IdentityOptions = {},
): IdentityParts {
  const seal = new Seal(key);
  const identity = new Identity(database);
  const signIns = new SignIns(database, identity);
  const audit = new SignInAudit(database, seal);
  const throttle = new Throttle(database, seal);
  const factor = new SecondFactor(database, seal);
  const cookie = new SessionCookie(publicUrl.startsWith('https:'));
  return {
    database,
    identity,
    signIns,
    cookie,
    audit,
    factor,
    behindProxy,
    callers: new Callers(identity, new ServiceAccounts(database), cookie),
    local: new LocalSignIn(database, signIns, factor, throttle, audit),
    setup: new Setup(database, signIns, throttle, audit),
    ...(oidc ? { oidc: new Oidc(oidc, `${publicUrl}/sign-in/oidc/return`, seal) } : {}),
  };
}
