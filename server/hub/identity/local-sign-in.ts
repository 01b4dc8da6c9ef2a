import { setTimeout as sleep } from 'node:timers/promises';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { newSecret, secretHash } from '#server/kernel/ids';
import { plainLogin } from '#server/kernel/login';
import { Denied, Invalid, Unauthenticated } from '#server/kernel/problem';
import { OneByOne } from './one-by-one';
import { hashPassword, isPassword, passwordFault } from './password';
import type { SecondFactor } from './second-factor';
import type { SignInAudit, SignInEvent } from './sign-in-audit';
import type { SignIn, SignIns } from './sign-ins';
import type { Attempt, Throttle } from './throttle';
import { tooMany } from './too-many';

const TICKET_MINUTES = 5;
const TICKET_TRIES = 5;
/** Passwords that stand in a line while somebody guesses: whoever has too many before them is turned away, whatever their name. */
const MOST_IN_LINE = 20;
/** So long one has there, in line and looked at (ms). Whoever is refused hears it after that and no sooner: neither the line nor the wait tells which places are known. */
const STRAINED_MS = 5_000;

/** Where an attempt comes from. */
export interface From {
  readonly address: string;
  readonly device: string;
}

/** What comes after a password: in, with the secret for the cookie, or the second factor first. */
export type Step = { readonly next: 'DONE'; readonly secret: string } | { readonly next: 'SECOND_FACTOR'; readonly ticket: string };

interface Account {
  staff_id: string;
  password_hash: string;
  has_second_factor: boolean;
  epoch: number;
  open: boolean;
}

interface Looked {
  readonly found: Account | undefined;
  readonly proves: boolean;
}

/** One sentence for a name that does not exist, a wrong password, a person who has left and one who is suspended. */
const refused = () =>
  new Denied(
    'サインインできませんでした。IDとパスワードを確かめて、もう一度入れてください。分からないときは、管理者に新しい設定リンクを頼んでください。',
  );

/** Signing in with an account of the hub's own. Known and unknown names take the same steps, the same time and get the same words. */
export class LocalSignIn {
  /** Whoever is at their usual place stands in a line of their own: no flood from elsewhere fills it. */
  readonly #lines = { known: new OneByOne(MOST_IN_LINE, STRAINED_MS), others: new OneByOne(MOST_IN_LINE, STRAINED_MS) } as const;

  constructor(
    private readonly database: Database,
    private readonly signIns: SignIns,
    private readonly factor: SecondFactor,
    private readonly throttle: Throttle,
    private readonly audit: SignInAudit,
  ) {}

  async withPassword(given: { readonly login: string; readonly password: string }, from: From): Promise<Step> {
    const login = plainLogin(given.login);
    const attempt = { account: `password ${login}`, address: from.address };
    const standing = await this.throttle.begin(attempt);
    if (standing.is === 'closed') throw await this.#lockedOut(from);
    const look = async () => {
      const found = await this.#account('a.login = $1', login);
      return { found, proves: (await isPassword(found?.password_hash, given.password)) && found?.open === true };
    };
    // A name that nobody has, one that is not known here and one that is are looked at alike, and a failure at any of them is answered alike.
    const looked = standing.is === 'strained' ? await this.#strained(standing.known, attempt, look) : await look();
    const account = looked?.proves ? looked.found : undefined;
    if (standing.is === 'strained' && !account) throw await this.#lockedOut(from);
    if (!account) throw await this.#failed(looked?.found?.staff_id, from, refused());
    await this.throttle.succeeded(attempt);
    if (account.has_second_factor) return { next: 'SECOND_FACTOR', ticket: await this.#ticket(account) };
    return this.#in({ staffId: account.staff_id, epoch: account.epoch }, false, from);
  }

  /** Looks while somebody guesses: undefined where nobody is let in. What nobody looked at is no failure, or a flood would close the usual place after all. */
  async #strained(known: boolean, attempt: Attempt, look: () => Promise<Looked>): Promise<Looked | undefined> {
    const refusal = sleep(STRAINED_MS);
    const looked = await this.#lines[known ? 'known' : 'others'].take(look);
    if (known && looked?.proves) return looked;
    if (!looked) await this.throttle.unseen(attempt);
    await refusal;
    return undefined;
  }

  async withSecondFactor({ ticket, code }: { readonly ticket: string; readonly code: string }, from: From): Promise<Step> {
    const [held] = await asSystem(this.database, 'hub_system', (query) =>
      query<{ staff_id: string; epoch: number }>(
        `with done as (update hub.sign_in_ticket set tries = tries + 1 where token_hash = $1 and expires_at > now() and tries < $2 returning staff_id, epoch)
         select staff_id, epoch from done`,
        [secretHash(ticket), TICKET_TRIES],
      ),
    );
    if (!held) throw new Unauthenticated('時間が過ぎたか、入れ直しが多すぎました。IDとパスワードから、もう一度始めてください。');
    const proof = await this.#prove(held.staff_id, code, from);
    await asSystem(this.database, 'hub_system', (query) =>
      query('delete from hub.sign_in_ticket where token_hash = $1 or expires_at < now()', [secretHash(ticket)]),
    );
    return this.#in({ staffId: held.staff_id, epoch: held.epoch }, true, from, proof);
  }

  /** Shows a second factor in a sign-in that has none yet; gives the secret that the cookie holds from now on. */
  async stepUp(signIn: SignIn, secret: string, code: string, from: From): Promise<string> {
    const proof = await this.#prove(signIn.staffId, code, from);
    return this.strengthen(signIn, secret, proof, from);
  }

  /** A second factor has been shown: a new secret for the same sign-in. */
  async strengthen(signIn: SignIn, secret: string, event: SignInEvent, from: From): Promise<string> {
    const next = await this.signIns.strengthen(secret);
    if (!next) throw new Unauthenticated();
    await this.audit.record({ event, staffId: signIn.staffId, signInId: signIn.id, address: from.address });
    return next;
  }

  /** Sets a new password and ends every other sign-in of the person; gives the secret of the one that goes on. */
  async changePassword(signIn: SignIn, given: { readonly current: string; readonly next: string }, from: From): Promise<string> {
    const attempt = { account: `change ${signIn.staffId}`, address: from.address };
    await this.#begin(attempt);
    const account = await this.#account('a.staff_id = $1', signIn.staffId);
    if (!(await isPassword(account?.password_hash, given.current)))
      throw await this.#failed(
        signIn.staffId,
        from,
        new Invalid('いまのパスワードが違います。', { current: '確かめて、もう一度入れてください。' }),
      );
    const fault = passwordFault(given.next, [signIn.name]);
    if (fault) throw new Invalid('新しいパスワードを直してください。', { next: fault });
    const hash = await hashPassword(given.next);
    await asSystem(this.database, 'hub_system', (query) =>
      query('update hub.account set password_hash = $2 where staff_id = $1', [signIn.staffId, hash]),
    );
    await this.throttle.succeeded(attempt);
    await this.signIns.endAll(signIn.staffId);
    await this.audit.record({ event: 'PASSWORD_CHANGED', staffId: signIn.staffId, signInId: signIn.id, address: from.address });
    const step = await this.#in({ staffId: signIn.staffId }, signIn.strong, from);
    return step.secret;
  }

  async #prove(staffId: string, code: string, from: From): Promise<SignInEvent> {
    const attempt = { account: `code ${staffId}`, address: from.address };
    await this.#begin(attempt);
    const proof = await this.factor.proves(staffId, code);
    if (!proof)
      throw await this.#failed(
        staffId,
        from,
        new Invalid('番号が合いません。', { code: 'アプリに出ている新しい6桁の番号か、まだ使っていない予備の番号を入れてください。' }),
      );
    await this.throttle.succeeded(attempt);
    return proof === 'CODE' ? 'STEPPED_UP' : 'RECOVERY_CODE_USED';
  }

  async #in(
    whose: { readonly staffId: string; readonly epoch?: number },
    strong: boolean,
    { address, device }: From,
    also?: SignInEvent,
  ): Promise<Step & { next: 'DONE' }> {
    const opened = await this.signIns.open({ ...whose, way: 'LOCAL', strong, device });
    if (!opened) throw await this.#failed(whose.staffId, { address, device }, refused());
    const facts = { way: 'LOCAL', staffId: whose.staffId, signInId: opened.id, address } as const;
    if (also === 'RECOVERY_CODE_USED') await this.audit.record({ ...facts, event: also });
    await this.audit.record({ ...facts, event: 'SIGNED_IN' });
    return { next: 'DONE', secret: opened.secret };
  }

  async #begin(attempt: Attempt): Promise<void> {
    if (!(await this.throttle.admits(attempt))) throw await this.#lockedOut(attempt);
  }

  async #lockedOut({ address }: Pick<From, 'address'>): Promise<Error> {
    await this.audit.record({ event: 'LOCKED_OUT', way: 'LOCAL', address });
    return tooMany();
  }

  async #failed(staffId: string | undefined, { address }: From, problem: Error): Promise<Error> {
    await this.audit.record({ event: 'FAILED', way: 'LOCAL', address, ...(staffId ? { staffId } : {}) });
    return problem;
  }

  async #account(where: string, value: string): Promise<Account | undefined> {
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<Account>(
        `select a.staff_id, a.password_hash, a.has_second_factor, coalesce(p.epoch, 0) as epoch,
           p.suspended_at is null and s.active_from <= hub.today() and (s.active_until is null or s.active_until >= hub.today()) as open
         from hub.account a join core.staff s on s.id = a.staff_id left join hub.sign_in_standing p on p.staff_id = a.staff_id where ${where}`,
        [value],
      ),
    );
    return row;
  }

  async #ticket({ staff_id, epoch }: Account): Promise<string> {
    const ticket = newSecret();
    await asSystem(this.database, 'hub_system', (query) =>
      query(
        'insert into hub.sign_in_ticket (token_hash, staff_id, epoch, expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))',
        [secretHash(ticket), staff_id, epoch, TICKET_MINUTES],
      ),
    );
    return ticket;
  }
}
