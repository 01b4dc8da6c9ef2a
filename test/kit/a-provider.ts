import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { Visitor } from './visitor';

/** An identity provider of one's own, in this process: the certified `oidc-provider`, with people who exist by being named. */
export interface AProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** Ways of proving oneself that it tells of (`amr`). */
  amr: string[];
  /** Whoever sits before its form. */
  subject: string;
  /** Lets the hub's addresses be known, once they are. */
  open(hub: string): void;
  /** Goes there as a browser does, signs in as `subject`, and gives the address back to the hub. */
  signIn(address: string, subject: string): Promise<string>;
  /** Ends a person's session there, which tells the hub by the back channel. */
  signOut(): Promise<void>;
  close(): Promise<void>;
}

export async function aProvider(): Promise<AProvider> {
  const client = { clientId: 'hub', clientSecret: 'a secret between hub and provider' };
  let provider: Provider | undefined;
  const server = http.createServer((request, response) => void answer(request, response));
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    if (!provider) return response.writeHead(503).end();
    return request.url?.startsWith('/interaction/') ? interact(provider, self, request, response) : provider.callback()(request, response);
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cookies = new Map<string, string>();
  const browse = async (address: string, init: RequestInit = {}) => {
    const answer = await fetch(new URL(address, issuer), {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const self: AProvider = {
    issuer,
    client,
    amr: ['pwd'],
    subject: '',
    open: (hub) => {
      provider = providerFor(self, hub);
    },
    signIn: async (address, subject) => {
      cookies.clear();
      self.subject = subject;
      for (let at = address, steps = 0; steps < 12; steps += 1) {
        const next = (await browse(at)).headers.get('location') ?? '';
        if (!next.startsWith('/') && !next.startsWith(issuer)) return next;
        at = next;
      }
      throw new Error('the provider did not come to an end');
    },
    signOut: async () => {
      const page = await (await browse('/session/end')).text();

      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      await browse('/session/end/confirm', { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return self;
}

function providerFor({ issuer, client: { clientId, clientSecret } }: AProvider, hub: string): Provider {
  const second = () => 60;
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${hub}/sign-in/oidc/return`],
        backchannel_logout_uri: `${hub}/sign-in/oidc/ended`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ['keys of the tests'] },
    claims: { openid: ['sub', 'amr', 'sid'] },
    findAccount: async (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    // Its own refuses addresses of this machine; here the hub has one.
    fetch: (address, init) => fetch(address, Object.fromEntries(Object.entries(init ?? {}).filter(([name]) => name !== 'dispatcher'))),
    ttl: { AccessToken: second, Grant: second, IdToken: second, Interaction: second, Session: second, AuthorizationCode: second },
  });
}

/** The provider's own pages, without the pages: whoever sits there signs in and agrees. */
async function interact(
  provider: Provider,
  { subject, amr, client }: AProvider,
  request: http.IncomingMessage,
  response: http.ServerResponse,
) {
  const { prompt, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: subject, amr } });
  const grant = new provider.Grant({ accountId: session?.accountId ?? subject, clientId: client.clientId });
  grant.addOIDCScope('openid');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

/** Begins at the hub, signs in at the provider, and comes back. */
export async function throughProvider(
  person: Visitor,
  provider: AProvider,
  subject: string,
  change: (address: URL) => void = () => undefined,
) {
  const begun = await person.get('/sign-in/oidc');
  const back = new URL(await provider.signIn(begun.headers.get('location') ?? '', subject));
  change(back);
  return person.get(`${back.pathname}${back.search}`);
}
