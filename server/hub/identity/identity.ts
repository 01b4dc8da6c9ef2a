import { viewerClass } from '#server/access/claims';
import { decide } from '#server/access/decide';
import type { StaffRole, Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { atWork } from '#server/directory/at-work';
import { wakesOf } from '#server/events/wakes';
import { secretHash } from '#server/kernel/ids';
import type { Standing } from '../admissions';
import { type ConferenceClaims, conferenceClaims } from './conference-claims';
import { rolesOf } from './strength';

/** A sign-in lasts so long without use, and so long at most (minutes). */
const IDLE_MINUTES = 30;
const ABSOLUTE_MINUTES = 600;
/** How long a viewer is remembered before the tables are asked again. Ending a sign-in in this process forgets it at once. */
const REMEMBER_MS = 1_000;

interface StaffRow extends ConferenceClaims {
  token_hash: string;
  id: string;
  roles: StaffRole[];
  strong: boolean;
  team_id: string | null;
  broken_glass: string[];
}

/** SQL: the sign-in `s` holds now, `minutes` being the parameters of idle and absolute limit. Beside it, `core.staff` is asked whether the person is at work. */
export const holdsNow = (s: string, idle: string, absolute: string) =>
  `${s}.ended_at is null and ${s}.seen_at > now() - make_interval(mins => ${idle}) and ${s}.created_at > now() - make_interval(mins => ${absolute})
   and ${s}.epoch = coalesce((select p.epoch from hub.sign_in_standing p where p.staff_id = ${s}.staff_id), 0)`;
export const limits = [IDLE_MINUTES, ABSOLUTE_MINUTES] as const;

/** Who holds a secret now, and how open sockets stand. */
export class Identity {
  readonly #remembered = new Map<string, { until: number; viewer: Promise<Viewer | undefined> }>();

  constructor(private readonly database: Database) {
    wakesOf(database).on('rights', () => this.#remembered.clear());
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

  /** To be called after a sign-in has ended, not before: whoever asked while it was being written down would be remembered anew. */
  forget(hashes: readonly string[]): void {
    for (const hash of hashes) this.#remembered.delete(hash);
  }

  /** Who these sign-ins name now, by hash: an open socket counts as use. One statement, however many. */
  async present(hashes: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
    const rows = await asSystem(this.database, 'hub_system', (query) =>
      query<StaffRow>(
        `with live as (select token_hash, staff_id, seen_at, strong from hub.sign_in i where token_hash = any ($1) and ${holdsNow('i', '$2', '$3')}),
         used as (update hub.sign_in s set seen_at = now() from live where s.token_hash = live.token_hash and live.seen_at < now() - interval '1 minute')
         select live.token_hash, live.strong, s.id, s.roles, s.team_id, claims.*,
           array(select distinct b.person_id from core.break_glass b where b.staff_id = s.id and b.ended_at is null and now() < b.until)::text[] as broken_glass
         from live join core.staff s on s.id = live.staff_id ${conferenceClaims('s')}
         where ${atWork('s')}`,
        [hashes, ...limits],
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
  const roles = analystOnly ? [] : rolesOf(row.roles, row.strong);
  const viewer: Viewer = {
    audience: analystOnly ? 'analyst' : 'staff',
    actor: `staff:${row.id}`,
    roles,
    teams: analystOnly || !row.team_id ? [] : [row.team_id],
    ...(analystOnly ? { sessions: [] } : claimsOf(row)),
  };
  // What was opened in an emergency stays open for as long as they could open it.
  return row.broken_glass.length > 0 && decide(viewer, 'glass:break').allowed ? { ...viewer, brokenGlass: row.broken_glass } : viewer;
}

const claimsOf = ({ sessions, sworn, tied, left, heard }: ConferenceClaims): ConferenceClaims => ({ sessions, sworn, tied, left, heard });
