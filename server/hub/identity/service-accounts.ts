import type { ServiceScope } from '#server/access/service-scope';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { atWork } from '#server/directory/at-work';
import { secretHash } from '#server/kernel/ids';

/** A department's own program, at the door with its token. */
export interface Service {
  readonly viewer: Viewer;
  readonly team: string;
  readonly scopes: readonly ServiceScope[];
  /** What its two administrators agreed that it reads for. */
  readonly purpose: string;
}

/** Tokens of service accounts: what the people of one 担当 may, without any role, narrowed by scopes, until a day. */
export class ServiceAccounts {
  constructor(private readonly database: Database) {}

  /** The service that holds this token now; undefined when it is unknown, revoked, too old, or its 担当 has nobody at work. */
  async holding(token: string): Promise<Service | undefined> {
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<{ id: string; team_id: string; scopes: ServiceScope[]; purpose: string }>(
        `with held as (
           select v.id, v.team_id, v.scopes, v.purpose, v.last_used_at from hub.service_account v
           where v.token_hash = $1 and v.revoked_at is null and v.expires_on >= hub.today() and exists (
             select 1 from core.staff s where s.team_id = v.team_id and ${atWork('s')})),
         used as (update hub.service_account v set last_used_at = now() from held
           where v.id = held.id and (held.last_used_at is null or held.last_used_at < now() - interval '1 minute'))
         select id, team_id, scopes, purpose from held`,
        [secretHash(token)],
      ),
    );
    if (!row) return undefined;
    const viewer: Viewer = { audience: 'staff', actor: `service:${row.id}`, roles: [], teams: [row.team_id], sessions: [] };
    return { viewer, team: row.team_id, scopes: row.scopes, purpose: row.purpose };
  }
}
