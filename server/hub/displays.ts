import { randomInt } from 'node:crypto';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { newSecret, secretHash } from '#server/kernel/ids';
import { Unavailable } from '#server/kernel/problem';
import type { Standing } from './admissions';
import { PairingLimit } from './pairing-limit';

/** Letters and digits that nobody mistakes for one another across a room. */
const ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXY346789';
const CODE_LENGTH = 6;
const CODE_MINUTES = 10;
/** As many events as a counter of the log can hold. */
const MOST_SEQ = 2 ** 31 - 1;
/** Displays that may wait for their code to be typed at the same time; more than one address can ask for while a code is good. */
const MOST_WAITING = 500;

export interface Pairing {
  readonly code: string;
  readonly token: string;
  readonly expiresAt: string;
}

export interface PairingState {
  readonly state: 'waiting' | 'paired' | 'revoked' | 'expired';
  readonly session?: string;
}

/** A paired display: its viewer, and until when. */
export interface PairedDisplay {
  readonly id: string;
  readonly viewer: Viewer;
  readonly validUntil: number;
}

interface DeviceRow {
  id: string;
  session_id: string | null;
  valid_until: Date;
  revoked: boolean;
  expired: boolean;
}

/** Displays: a secret of their own, good for reading one session's wall and nothing else. */
export class Displays {
  readonly #limit = new PairingLimit();

  constructor(private readonly database: Database) {}

  /**
   * A new display at this network address asks to be paired. The code is for the facilitator's eyes on the screen, the token stays with the
   * display. Throws `Unavailable` when too many ask or wait.
   */
  async request(address: string): Promise<Pairing> {
    if (!this.#limit.takes(address)) throw new Unavailable('接続の申し込みが多すぎます。1分ほど待ってください。');
    const token = newSecret();
    const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<{ valid_until: Date }>(
        `insert into hub.display_device (token_hash, code, valid_until) select $1, $2, now() + make_interval(mins => $3)
         where (select count(*) from hub.display_device where session_id is null and revoked_at is null and valid_until > now()) < $4
         returning valid_until`,
        [secretHash(token), code, CODE_MINUTES, MOST_WAITING],
      ),
    );
    if (!row) throw new Unavailable('接続を待っている画面が多すぎます。10分ほど待ってください。');
    return { code, token, expiresAt: row.valid_until.toISOString() };
  }

  /** Forgets requests of more than an hour ago that nobody paired. Displays that were paired stay: the audit names them. */
  async prune(): Promise<void> {
    await asSystem(this.database, 'hub_system', (query) =>
      query(`delete from hub.display_device where session_id is null and created_at < now() - interval '1 hour'`),
    );
  }

  /** Where a display's pairing stands. An unknown token looks like an expired one. */
  async state(token: string): Promise<PairingState> {
    const row = await this.#find(token);
    if (!row || row.expired) return { state: 'expired' };
    if (row.revoked) return { state: 'revoked' };
    return row.session_id ? { state: 'paired', session: row.session_id } : { state: 'waiting' };
  }

  /** The paired display that holds this token now. */
  async paired(token: string): Promise<PairedDisplay | undefined> {
    const row = await this.#find(token);
    if (!row?.session_id || row.revoked || row.expired) return undefined;
    const viewer: Viewer = { audience: 'display', actor: `display:${row.id}`, roles: [], teams: [], sessions: [], session: row.session_id };
    return { id: row.id, viewer, validUntil: row.valid_until.getTime() };
  }

  /** A paired display has painted the board as it was after this event of its log. Who holds no token that is good now is not heard. */
  async painted(token: string, seq: number): Promise<boolean> {
    if (!Number.isSafeInteger(seq) || seq < 0 || seq > MOST_SEQ) return false;
    const told = await asSystem(this.database, 'hub_system', (query) =>
      query<{ id: string }>(
        `with told as (update hub.display_device set painted_seq = $2, painted_at = clock_timestamp()
           where token_hash = $1 and session_id is not null and revoked_at is null and valid_until > now() returning id)
         select id from told`,
        [secretHash(token), seq],
      ),
    );
    return told.length > 0;
  }

  /** How these displays stand now. */
  async standings(ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const paired = await asSystem(this.database, 'hub_system', (query) =>
      query<{ id: string }>(
        'select id from hub.display_device where id = any ($1::uuid[]) and session_id is not null and revoked_at is null and valid_until > now()',
        [ids],
      ),
    );
    const holding = new Set(paired.map(({ id }) => id));
    return new Map(ids.map((id) => [id, holding.has(id) ? 'holds' : 'ended']));
  }

  async #find(token: string): Promise<DeviceRow | undefined> {
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<DeviceRow>(
        `select id, session_id, valid_until, revoked_at is not null as revoked, valid_until <= now() as expired from hub.display_device where token_hash = $1`,
        [secretHash(token)],
      ),
    );
    return row;
  }
}
