import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { log } from '#server/kernel/log';
import type { Seal } from './seal';

/** So many failures within the window, and no attempt is looked at until it is over. */
const WINDOW_MINUTES = 15;
const MOST = { both: 5, account: 20, address: 100 } as const;
/** Where somebody has signed in, strangers' failures elsewhere do not count, for so long. */
const KNOWN_DAYS = 60;

/** What an attempt is counted under. An account counts by the name that was typed, whether there is such an account or not. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
}

/**
 * What an attempt may come to. `strained`: there were too many failures elsewhere, at this name or from this address, and whoever proves themselves is let in
 * from a place that is known alone; nobody is told which places are. `closed`: nothing may be looked at, the password least of all.
 */
export type Standing = { readonly is: 'open' | 'closed' } | { readonly is: 'strained'; readonly known: boolean };

/**
 * Counts attempts before they are made, so that many at once get no more tries than one after another. By account and address together, everywhere;
 * by account, and by address for every account, only where nobody has signed in to this account before: whoever guesses at a name from far away, or
 * at many names from the next desk, locks nobody out of their usual place. Kept in the database: another node counts the same.
 */
export class Throttle {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  /** Counts an attempt, and says what it may come to. */
  async begin(attempt: Attempt): Promise<Standing> {
    const keys = this.#keys(attempt);
    const { rows, isKnown } = await asSystem(this.database, 'hub_system', async (query) => {
      await query(`delete from hub.sign_in_throttle where since < now() - interval '1 day'`);
      const known = await query('select 1 from hub.sign_in_known where key = $1 and seen_at > now() - make_interval(days => $2)', [
        this.#known(attempt),
        KNOWN_DAYS,
      ]);
      const counted = await query<{ key: string; failures: number }>(
        `insert into hub.sign_in_throttle as t (key, failures) select key, 1 from unnest($1::text[]) key order by key
         on conflict (key) do update set failures = case when t.since < now() - make_interval(mins => $2) then 1 else t.failures + 1 end,
           since = case when t.since < now() - make_interval(mins => $2) then now() else t.since end
         returning key, failures`,
        [keys.map(([key]) => key), WINDOW_MINUTES],
      );
      return { rows: counted, isKnown: known.length > 0 };
    });
    const failures = new Map(rows.map((row) => [row.key, row.failures]));
    const over = keys.map(([key, most]) => (failures.get(key) ?? 0) > most);
    if (over.includes(true)) log.warn('too many failed sign-ins', { kinds: over.filter(Boolean).length });
    const [here, ...elsewhere] = over;
    if (here) return { is: 'closed' };
    return elsewhere.includes(true) ? { is: 'strained', known: isKnown } : { is: 'open' };
  }

  /** Counts an attempt of somebody of whom the house knows already, by a link, a password or a sign-in: it tells nobody who there is. */
  async admits(attempt: Attempt): Promise<boolean> {
    const standing = await this.begin(attempt);
    return standing.is === 'open' || (standing.is === 'strained' && standing.known);
  }

  /** The attempt was no failure: the account's count begins anew, the address is given its try back, and the place is known from now on. */
  async succeeded(attempt: Attempt): Promise<void> {
    const [both, account, address] = this.#keys(attempt).map(([key]) => key);
    await asSystem(this.database, 'hub_system', async (query) => {
      await query('delete from hub.sign_in_throttle where key = any ($1)', [[both, account]]);
      await query('update hub.sign_in_throttle set failures = greatest(failures - 1, 0) where key = $1', [address]);
      await query('delete from hub.sign_in_known where seen_at < now() - make_interval(days => $1)', [KNOWN_DAYS]);
      await query('insert into hub.sign_in_known (key) values ($1) on conflict (key) do update set seen_at = now()', [
        this.#known(attempt),
      ]);
    });
  }

  /** The attempt was turned away and not looked at: it counts for nothing. */
  async unseen(attempt: Attempt): Promise<void> {
    await asSystem(this.database, 'hub_system', (query) =>
      query('update hub.sign_in_throttle set failures = greatest(failures - 1, 0) where key = any ($1)', [
        this.#keys(attempt).map(([key]) => key),
      ]),
    );
  }

  #known({ account, address }: Attempt): string {
    return this.seal.mark('known', `${account} ${address}`);
  }

  #keys({ account, address }: Attempt): readonly (readonly [key: string, most: number])[] {
    return [
      [this.seal.mark('both', `${account} ${address}`), MOST.both],
      [this.seal.mark('account', account), MOST.account],
      [this.seal.mark('address', address), MOST.address],
    ];
  }
}
