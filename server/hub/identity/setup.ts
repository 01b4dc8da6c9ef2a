import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { newSecret, secretHash } from '#server/kernel/ids';
import { loginFault, plainLogin } from '#server/kernel/login';
import { Invalid, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { type FirstAdministrators, firstAdministratorsMissing } from './first-administrators';
import type { From } from './local-sign-in';
import { hashPassword, passwordFault } from './password';
import { recoveryHash } from './recovery-codes';
import type { SignInAudit } from './sign-in-audit';
import type { SignIns } from './sign-ins';
import type { Throttle } from './throttle';
import { tooMany } from './too-many';

/** A link that two administrators made, or that the console printed; the hours that it is good for. */
const LINK_HOURS = 24;

/** What a setup link asks for. */
export type SetupKind = { readonly kind: 'FIRST' } | { readonly kind: 'PERSON'; readonly name: string; readonly login: string };

export interface SetupOrder {
  readonly token: string;
  /** PERSON: the half that the approving administrator holds. */
  readonly code?: string;
  /** FIRST: who they are. */
  readonly name?: string;
  readonly login?: string;
  readonly password: string;
}

interface Invitation {
  id: string;
  staff_id: string;
  login: string;
  name: string;
  code_token_hash: string;
}

type Query = Parameters<Parameters<typeof asSystem>[2]>[0];

const gone = () =>
  new NotFound('この設定リンクは使えません。使い終わったか、期限（24時間）が過ぎています。管理者に新しいリンクを頼んでください。');

/** Setting up an account with a link: once, within a day, and in place of whatever account the person had. */
export class Setup implements FirstAdministrators {
  constructor(
    private readonly database: Database,
    private readonly signIns: SignIns,
    private readonly throttle: Throttle,
    private readonly audit: SignInAudit,
  ) {}

  /** Secrets of fresh links for the first administrators: as many as are missing of two. Those printed before are good for nothing from now on. */
  async firstLinks(): Promise<readonly string[]> {
    return asSystem(this.database, 'hub_system', async (query) => {
      await query('delete from hub.first_setup where used_at is null');
      const secrets = Array.from({ length: await firstAdministratorsMissing(query) }, newSecret);
      for (const secret of secrets)
        await query('insert into hub.first_setup (token_hash, expires_at) values ($1, now() + make_interval(hours => $2))', [
          secretHash(secret),
          LINK_HOURS,
        ]);
      return secrets;
    });
  }

  /** What this link is for. Throws `NotFound` when it is used up, too old or none. */
  async look(token: string): Promise<SetupKind> {
    return asSystem(this.database, 'hub_system', async (query) => {
      const invitation = await this.#invitation(query, token);
      if (invitation) return { kind: 'PERSON', name: invitation.name, login: invitation.login };
      const [first] = await query('select 1 from hub.first_setup where token_hash = $1 and used_at is null and expires_at > now()', [
        secretHash(token),
      ]);
      if (!first) throw gone();
      return { kind: 'FIRST' };
    });
  }

  /** Makes the account and signs the person in, without a second factor yet; gives the secret for the cookie. */
  async use(order: SetupOrder, from: From): Promise<string> {
    const kind = await this.look(order.token);
    const staffId = kind.kind === 'FIRST' ? await this.#useFirst(order) : await this.#useInvitation(order, kind, from);
    const opened = await this.signIns.open({ staffId, way: 'LOCAL', strong: false, device: from.device });
    if (!opened) throw gone();
    await this.audit.record({ event: 'SET_UP', way: 'LOCAL', staffId, signInId: opened.id, address: from.address });
    return opened.secret;
  }

  async #useFirst({ token, name = '', login = '', password }: SetupOrder): Promise<string> {
    refuse({ name: textFault(name, 40), login: loginFault(login), password: passwordFault(password, [name, login]) });
    const hash = await hashPassword(password);
    return asSystem(this.database, 'hub_system', async (query) => {
      if ((await firstAdministratorsMissing(query)) === 0) throw gone();
      const used = await query(
        'with done as (update hub.first_setup set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning 1) select 1 from done',
        [secretHash(token)],
      );
      if (used.length === 0) throw gone();
      const [row] = await query<{ id: string }>(
        `insert into core.staff (id, name, roles, active_from) values (gen_random_uuid(), $1, '{administrator}', hub.today()) returning id`,
        [name.trim()],
      );
      await keepAccount(query, row?.id ?? '', plainLogin(login), hash);
      return row?.id ?? '';
    });
  }

  async #useInvitation({ token, code = '', password }: SetupOrder, kind: { name: string; login: string }, from: From): Promise<string> {
    refuse({ password: passwordFault(password, [kind.name, kind.login]) });
    const attempt = { account: `setup ${secretHash(token)}`, address: from.address };
    if (!(await this.throttle.admits(attempt))) throw tooMany();
    const hash = await hashPassword(password);
    const staffId = await asSystem(this.database, 'hub_system', async (query) => {
      const invitation = await this.#invitation(query, token);
      if (!invitation) throw gone();
      if (invitation.code_token_hash !== recoveryHash(code))
        throw new Invalid('確認の番号が合いません。', { code: '承認した管理者から受け取った番号を入れてください。' });
      const used = await query(
        'with done as (update hub.access_change set used_at = now() where id = $1 and used_at is null returning 1) select 1 from done',
        [invitation.id],
      );
      if (used.length === 0) throw gone();
      await keepAccount(query, invitation.staff_id, plainLogin(invitation.login), hash);
      return invitation.staff_id;
    });
    await this.throttle.succeeded(attempt);
    return staffId;
  }

  async #invitation(query: Query, token: string): Promise<Invitation | undefined> {
    const [row] = await query<Invitation>(
      `select c.id, c.staff_id, c.login, s.name, c.code_token_hash from hub.access_change c join core.staff s on s.id = c.staff_id
       where c.kind = 'SETUP' and c.state = 'APPROVED' and c.link_token_hash = $1 and c.used_at is null and c.decided_at > now() - make_interval(hours => $2)`,
      [secretHash(token), LINK_HOURS],
    );
    return row;
  }
}

/** A new account in place of the old one: whatever proved the person before proves nothing now, and a suspension has been looked at by two. */
async function keepAccount(query: Query, staffId: string, login: string, hash: string): Promise<void> {
  const taken = await query('select 1 from hub.account where login = $1 and staff_id <> $2', [login, staffId]);
  if (taken.length > 0) throw new Invalid('このIDは使えません。', { login: '別のIDにしてください。' });
  await query('delete from hub.recovery_code where staff_id = $1', [staffId]);
  await query(
    `insert into hub.account (staff_id, login, password_hash) values ($1, $2, $3)
     on conflict (staff_id) do update set login = excluded.login, password_hash = excluded.password_hash, totp_secret = null, offered_secret = null`,
    [staffId, login, hash],
  );
  await query(
    `insert into hub.sign_in_standing as p (staff_id, epoch) values ($1, 0) on conflict (staff_id) do update set epoch = p.epoch + 1, suspended_at = null`,
    [staffId],
  );
  await query('update hub.sign_in set ended_at = now() where staff_id = $1 and ended_at is null', [staffId]);
}
