import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { secretHash } from '#server/kernel/ids';
import { Denied, Problem } from '#server/kernel/problem';
import type { Asking, Routes } from './door';
import type { Vouched } from './oidc';
import type { IdentityParts } from './parts';
import { bodyOf, type Reply } from './reply';
import { cookieNamed } from './session-cookie';

const FLOW_COOKIE = 'hub_oidc';
const FLOW_SECONDS = 600;

/** Signing in at the city's identity provider, and being signed out by it. */
export function oidcRoutes(parts: IdentityParts): Routes {
  const { oidc, signIns, cookie, audit, database } = parts;
  if (!oidc) return {};
  const name = cookie.name.startsWith('__Host-') ? `__Host-${FLOW_COOKIE}` : FLOW_COOKIE;
  const flowCookie = (value: string, seconds: number) =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${name.startsWith('__Host-') ? '; Secure' : ''}`;

  const returned = async ({ request, url, from }: Asking): Promise<Reply> => {
    const vouched = await oidc.finish(url.search, cookieNamed(request, name));
    const staffId = await staffOf(database, vouched);
    const opened =
      staffId && (await signIns.open({ staffId, way: 'OIDC', strong: vouched.strong, device: from.device, ...providerSession(vouched) }));
    if (!opened) {
      await audit.record({
        event: staffId ? 'FAILED' : 'UNKNOWN_SUBJECT',
        way: 'OIDC',
        address: from.address,
        ...(staffId ? { staffId } : {}),
      });
      throw new UnknownSubject(vouched.subject);
    }
    await audit.record({ event: 'SIGNED_IN', way: 'OIDC', staffId, signInId: opened.id, address: from.address });
    return { location: '/sign-in', cookies: [cookie.keep(opened.secret), flowCookie('', 0)] };
  };

  return {
    'GET /sign-in/oidc': async () => {
      try {
        const { address, flow } = await oidc.begin();
        return { location: address, cookies: [flowCookie(flow, FLOW_SECONDS)] };
      } catch (fault) {
        return backWith(fault);
      }
    },
    'GET /sign-in/oidc/return': async (asking) => {
      try {
        return await returned(asking);
      } catch (fault) {
        return { ...backWith(fault), cookies: [flowCookie('', 0)] };
      }
    },
    'POST /sign-in/oidc/ended': {
      fromAnywhere: true,
      answer: async ({ request }) => {
        const ended = await oidc.ended(new URLSearchParams(await bodyOf(request)).get('logout_token') ?? '');
        if (ended.session) await signIns.endProvided({ providerSession: sessionMark(oidc.issuer, ended.session) });
        const staffId = ended.session
          ? undefined
          : ended.subject && (await staffOf(database, { issuer: oidc.issuer, subject: ended.subject }));
        if (staffId) await signIns.endProvided({ staffId });
        return { body: {} };
      },
    },
  };
}

/** Nobody is made up from what a provider says: an administrator says who a subject is, and another agrees. */
class UnknownSubject extends Denied {
  constructor(readonly subject: string) {
    super('この市のアカウントは、まだハブの職員と結ばれていません。');
  }
}

/** Back to the sign-in page, which has the words; what it needs stands behind the # and so in no log. */
function backWith(fault: unknown): Reply {
  if (!(fault instanceof Problem)) throw fault;
  if (fault instanceof UnknownSubject) return { location: `/sign-in#unknown=${encodeURIComponent(fault.subject)}` };
  return { location: `/sign-in#${fault.code === 'UNAVAILABLE' ? 'unavailable' : 'failed'}` };
}

async function staffOf(database: Database, { issuer, subject }: Pick<Vouched, 'issuer' | 'subject'>): Promise<string | undefined> {
  const [row] = await asSystem(database, 'hub_system', (query) =>
    query<{ staff_id: string }>('select staff_id from hub.subject where issuer = $1 and subject = $2', [issuer, subject]),
  );
  return row?.staff_id;
}

const sessionMark = (issuer: string, session: string) => secretHash(`${issuer} ${session}`);

const providerSession = ({ issuer, session }: Vouched) => (session === undefined ? {} : { providerSession: sessionMark(issuer, session) });
