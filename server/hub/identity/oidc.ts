import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { z } from 'zod';
import { Denied, Unavailable } from '#server/kernel/problem';
import type { Seal } from './seal';

const ANSWER_SECONDS = 5;
/** How long somebody may take at the provider. */
const FLOW_MS = 10 * 60_000;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Ways of proving oneself (RFC 8176) that count as a second factor. */
const STRONG = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face'];

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Whom the provider vouches for. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  /** The provider's own session, where it names one. */
  readonly session?: string;
  readonly strong: boolean;
}

const flowShape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });

const failed = () => new Denied('市の認証でのサインインを確かめられませんでした。サインインの画面から、もう一度始めてください。');

/** Signing in at an OpenID Connect provider: code flow with PKCE, state and nonce, all three bound to the browser that began. */
export class Oidc {
  #found: Promise<client.Configuration> | undefined;
  #keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(
    private readonly settings: OidcSettings,
    /** Where the provider sends people back to. */
    private readonly returnAddress: string,
    private readonly seal: Seal,
  ) {}

  /** Where to send the browser, and what it must bring back in a cookie, sealed. Throws `Unavailable` when the provider does not answer. */
  async begin(): Promise<{ address: string; flow: string }> {
    const configuration = await this.#configuration();
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      until: Date.now() + FLOW_MS,
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnAddress,
      scope: 'openid',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, flow: this.seal.seal('oidc', JSON.stringify(flow)) };
  }

  /** Whom the provider vouches for, from the query that the browser brought back. Throws `Denied` for anything that does not fit. */
  async finish(search: string, sealed: string | undefined): Promise<Vouched> {
    const opened = sealed && this.seal.open('oidc', sealed);
    const flow = opened ? flowShape.parse(JSON.parse(opened)) : undefined;
    if (!flow || flow.until < Date.now()) throw failed();
    const configuration = await this.#configuration();
    const address = new URL(this.returnAddress);
    address.search = search;
    try {
      const tokens = await client.authorizationCodeGrant(configuration, address, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw failed();
      const ways = Array.isArray(claims.amr) ? claims.amr : [];
      return {
        issuer: claims.iss,
        subject: claims.sub,
        strong: ways.some((way) => STRONG.includes(String(way))),
        ...(typeof claims.sid === 'string' ? { session: claims.sid } : {}),
      };
    } catch {
      throw failed();
    }
  }

  /** What a back-channel logout token ends (OpenID Connect Back-Channel Logout 1.0). Throws `Denied` when it is not the provider's. */
  async ended(token: string): Promise<{ readonly session?: string; readonly subject?: string }> {
    const metadata = (await this.#configuration()).serverMetadata();
    this.#keys ??= createRemoteJWKSet(new URL(String(metadata.jwks_uri)), { timeoutDuration: ANSWER_SECONDS * 1_000 });
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: metadata.issuer,
        audience: this.settings.clientId,
        requiredClaims: ['iat', 'jti', 'events'],
        maxTokenAge: '5 minutes',
      });
      const events = payload.events as Record<string, unknown> | null;
      if (typeof events !== 'object' || !events || !(LOGOUT_EVENT in events) || payload.nonce !== undefined) throw failed();
      return {
        ...(typeof payload.sid === 'string' ? { session: payload.sid } : {}),
        ...(payload.sub ? { subject: payload.sub } : {}),
      };
    } catch {
      throw failed();
    }
  }

  get issuer(): string {
    return this.settings.issuer;
  }

  /** Asked for at the first use, so that the hub opens while the provider is away; a failure is not remembered. */
  #configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Plain http is let through by the settings on loopback alone.
    const options = issuer.startsWith('http://') ? { execute: [client.allowInsecureRequests] } : {};
    this.#found ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, { timeout: ANSWER_SECONDS, ...options })
      .catch(() => {
        this.#found = undefined;
        throw new Unavailable('市の認証がいま応答しません。しばらく待つか、ハブのIDでサインインしてください。');
      });
    return this.#found;
  }
}
