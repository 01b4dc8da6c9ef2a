import type { IncomingMessage } from 'node:http';
import type { Viewer } from '#server/access/viewer';
import { secretHash } from '#server/kernel/ids';
import { csrfOf } from './csrf';
import { type Identity, passOf } from './identity';
import type { Service, ServiceAccounts } from './service-accounts';
import type { SessionCookie } from './session-cookie';

/** Somebody signed in: the pass under which their open sockets are looked at again, and what their own pages know. */
export interface SignedIn {
  readonly viewer: Viewer;
  readonly pass: string;
  readonly csrf: string;
}

/** Who stands behind a request: a person by the cookie, or a department's program by its token. */
export class Callers {
  constructor(
    private readonly identity: Identity,
    private readonly services: ServiceAccounts,
    readonly cookie: SessionCookie,
  ) {}

  /** Whoever the cookie names now, for one question. */
  async viewer(request: IncomingMessage): Promise<Viewer | undefined> {
    const secret = this.cookie.of(request);
    return secret ? this.identity.viewer(secret) : undefined;
  }

  /** The same, for what stays open. */
  async signedIn(request: IncomingMessage): Promise<SignedIn | undefined> {
    const secret = this.cookie.of(request);
    const viewer = secret && (await this.identity.viewer(secret));
    return viewer ? { viewer, pass: passOf(secretHash(secret), viewer), csrf: csrfOf(secret) } : undefined;
  }

  /** The program that a bearer token names; 'none' where the request brings no such token at all. */
  async service(request: IncomingMessage): Promise<Service | 'none' | undefined> {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    return token === undefined ? 'none' : this.services.holding(token);
  }
}
