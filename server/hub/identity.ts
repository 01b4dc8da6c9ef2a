import { viewerClass } from '#server/access/claims';
import type { StaffRole, Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { newSecret, secretHash } from '#server/kernel/ids';
import type { Standing } from './admissions';

/** A sign-in lasts so long without use, and so long at most (minutes). */
const IDLE_MINUTES = 30;
const ABSOLUTE_MINUTES = 600;
/** How long a viewer is remembered before the tables are asked again. Ending a sign-in in this process forgets it at once. */
const REMEMBER_MS = 1_000;

interface StaffRow {
  token_hash: string;
  id: string;
  roles: StaffRole[];
  team_id: string | null;
  sessions: string[];
}

/** Signed-in people: opaque secrets in a cookie, their hashes in the database, and who they are now. */
export class Identity {
  readonly #remembered = new Map<string, { until: number; viewer: Promise<Viewer | undefined> }>();

  constructor(private readonly database: Database) {}

  /** Signs a member of staff in and returns the secret for the cookie, or undefined when there is no such person at work. */
  async signIn(staffId: string): Promise<string | undefined> {
    const secret = newSecret();
    const rows = await asSystem(this.database, 'hub_system', (query) =>
      query(
        `insert into hub.sign_in (token_hash, staff_id)
         select $1, s.id from core.staff s where s.id = $2 and s.active_from <= current_date and (s.active_until is null or s.active_until >= current_date) returning token_hash`,
        [secretHash(secret), staffId],
      ),
    );
    return rows.length > 0 ? secret : undefined;
  }

  /** Ends a sign-in. */
  async signOut(secret: string): Promise<void> {
    this.#remembered.delete(secretHash(secret));
    await asSystem(this.database, 'hub_system', (query) =>
      query('update hub.sign_in set ended_at = now() where token_hash = $1 and ended_at is null', [secretHash(secret)]),
    );
  }

  /** Who holds this secret now; undefined when it is unknown, ended, idle too long or too old. */
  viewer(secret: string): Promise<Viewer | undefined> {
    const hash = secretHash(secret);
    const known = this.#remembered.get(hash);
    if (known && known.until > Date.now()) return known.viewer;
    const viewer = this.present([hash]).then((found) => found.get(hash));
    this.#remembered.set(hash, { until: Date.now() + REMEMBER_MS, viewer });
    viewer.catch(() => this.#remembered.delete(hash));
    if (this.#remembered.size > 10_000) this.#remembered.clear();
    return viewer;
  }

  /** Who these sign-ins name now, by hash: an open socket counts as use. One statement, however many. */
  async present(hashes: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
    const rows = await asSystem(this.database, 'hub_system', (query) =>
      query<StaffRow>(
        `with live as (
           select token_hash, staff_id, seen_at from hub.sign_in where token_hash = any ($1) and ended_at is null
             and seen_at > now() - make_interval(mins => $2) and created_at > now() - make_interval(mins => $3)),
         used as (update hub.sign_in s set seen_at = now() from live where s.token_hash = live.token_hash and live.seen_at < now() - interval '1 minute')
         select live.token_hash, s.id, s.roles, s.team_id, array(select m.session_id from core.session_member m where m.staff_id = s.id)::text[] as sessions
         from live join core.staff s on s.id = live.staff_id
         where s.active_from <= current_date and (s.active_until is null or s.active_until >= current_date)`,
        [hashes, IDLE_MINUTES, ABSOLUTE_MINUTES],
      ),
    );
    return new Map(rows.map((row) => [row.token_hash, viewerOf(row)]));
  }

  /** How the people of these passes stand now: a pass is good for as long as the sign-in lives and its rights are what they were. */
  async standings(passes: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const present = await this.present([...new Set(passes.map(hashOf))]);
    const standings = passes.map((pass): [string, Standing] => {
      const viewer = present.get(hashOf(pass));
      return [pass, viewer ? (passOf(hashOf(pass), viewer) === pass ? 'holds' : 'changed') : 'ended'];
    });
    // Whoever is asked to come again must not be taken for who they were.
    for (const [pass, standing] of standings) if (standing !== 'holds') this.#remembered.delete(hashOf(pass));
    return new Map(standings);
  }
}

/** What a socket is let in for: a sign-in with the rights that it had then. */
export function passOf(hash: string, viewer: Viewer): string {
  return `${hash} ${viewerClass(viewer)}`;
}

const hashOf = (pass: string) => pass.slice(0, pass.indexOf(' '));

/** An analyst is never staff: whoever is only an analyst asks as one. */
function viewerOf(row: StaffRow): Viewer {
  const analystOnly = row.roles.every((role) => role === 'analyst');
  return {
    audience: analystOnly ? 'analyst' : 'staff',
    actor: `staff:${row.id}`,
    roles: analystOnly ? [] : row.roles,
    teams: analystOnly || !row.team_id ? [] : [row.team_id],
    sessions: analystOnly ? [] : row.sessions,
  };
}
