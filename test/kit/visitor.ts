import { generateSync } from 'otplib';
import { asSystem } from '#server/database/as-viewer';
import { hashPassword } from '#server/hub/identity/password';
import type { Town } from './a-town';

/** What a door of identity answered. */
export interface Said {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly body: any;
  readonly headers: Headers;
}

/** Somebody at a browser: keeps cookies as one does, and says where its pages come from. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  /** As a `cookie` header. */
  readonly cookie: string;
  get(path: string): Promise<Said>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Said>;
}

export function visitor({ origin }: Pick<Town, 'origin'>, more: Readonly<Record<string, string>> = {}): Visitor {
  const cookies = new Map<string, string>();
  const asks = async (path: string, init: RequestInit): Promise<Said> => {
    const headers = { ...more, ...(cookies.size > 0 ? { cookie: line() } : {}), ...(init.headers as Record<string, string>) };
    const answer = await fetch(new URL(path, origin), { redirect: 'manual', ...init, headers });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const line = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookies,
    get cookie() {
      return line();
    },
    get: (path) => asks(path, {}),
    post: (path, body = {}, headers = {}) =>
      asks(path, { method: 'POST', headers: { 'content-type': 'application/json', origin, ...headers }, body: JSON.stringify(body) }),
  };
}

/** What an authenticator app shows; `later`: so many half minutes from now. The hub takes the next one, too. */
export function appCode(secret: string, later = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 * later });
}

/** Somebody with an account of the hub's own. */
export interface Holder {
  readonly visitor: Visitor;
  readonly staffId: string;
  readonly login: string;
  readonly password: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

const PASSWORD = 'ぶどうと桃と西の風 2と7';

/** The first administrators, through the links of the console: account, authenticator app, recovery codes. At most two in one city. */
export async function firstAdministrators(town: Town, count = 2): Promise<Holder[]> {
  const holders: Holder[] = [];
  for (const [index, token] of (await town.hub.identity.setup.firstLinks()).slice(0, count).entries()) {
    const person = visitor(town);
    const login = `kanri-${index + 1}`;
    const name = ['桐原 はじめ(架空)', '青柳 つぎえ(架空)'][index] ?? '';
    const done = await person.post('/sign-in/setup', { token, name, login, password: PASSWORD });
    if (done.status !== 200) throw new Error(JSON.stringify(done.body));
    const { secret, recoveryCodes } = await enrol(person);
    const [row] = await town.rows<{ id: string }>('select id from core.staff where name = $1', [name]);
    holders.push({ visitor: person, staffId: row?.id ?? '', login, password: PASSWORD, secret, recoveryCodes });
  }
  return holders;
}

let made = 0;
let hash: Promise<string> | undefined;

/** Somebody new in the city, with an account and an authenticator app; signed in. */
export async function anAccount(town: Town, roles: readonly string[] = ['administrator'], team: string | null = null): Promise<Holder> {
  const login = `shokuin-${(made += 1)}`;
  hash ??= hashPassword(PASSWORD);
  const [row] = await town.rows<{ id: string }>(
    `insert into core.staff (id, name, team_id, roles, active_from) values (gen_random_uuid(), $1, $2, $3, hub.today()) returning id`,
    [`職員 ${made}(架空)`, team, roles],
  );
  const staffId = row?.id ?? '';
  const kept = await hash;
  await asSystem(town.database, 'hub_system', (query) =>
    query('insert into hub.account (staff_id, login, password_hash) values ($1, $2, $3)', [staffId, login, kept]),
  );
  const person = visitor(town);
  const opened = await town.hub.identity.signIns.open({ staffId, way: 'LOCAL', strong: false });
  person.cookies.set('hub_session', opened?.secret ?? '');
  const app = await enrol(person);
  // As if it had been set up long ago: the code of this half minute is still good.
  await asSystem(town.database, 'hub_system', (query) => query('update hub.account set totp_step = 0 where staff_id = $1', [staffId]));
  return { visitor: person, staffId, login, password: PASSWORD, ...app };
}

/** Gives whoever is signed in an authenticator app. */
export async function enrol(person: Visitor): Promise<{ secret: string; recoveryCodes: string[] }> {
  const offered = await person.post('/session/second-factor/offer');
  const confirmed = await person.post('/session/second-factor/confirm', { code: appCode(offered.body.secret) });
  if (confirmed.status !== 200) throw new Error(JSON.stringify([offered.status, confirmed.body]));
  return { secret: offered.body.secret, recoveryCodes: confirmed.body.recoveryCodes };
}

/** Signs in at another browser: password, then the app. */
export async function signedInAgain(town: Town, holder: Holder, later = 0): Promise<Visitor> {
  const person = visitor(town);
  const { body } = await person.post('/sign-in', { login: holder.login, password: holder.password });
  const done = await person.post('/sign-in/second-factor', { ticket: body.ticket, code: appCode(holder.secret, later) });
  if (done.status !== 200) throw new Error(JSON.stringify([body, done.body]));
  return person;
}
