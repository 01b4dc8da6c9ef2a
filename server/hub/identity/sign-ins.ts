import type { StaffRole } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { atWork } from '#server/directory/at-work';
import { isId, newSecret, secretHash } from '#server/kernel/ids';
import { holdsNow, type Identity, limits } from './identity';

export type Way = 'DEMO' | 'LOCAL' | 'OIDC';

/** A sign-in to be. `epoch`: the person's when they proved who they are; without it, now's. */
export interface Opening {
  readonly staffId: string;
  readonly way: Way;
  readonly strong: boolean;
  readonly device?: string;
  readonly epoch?: number;
  readonly providerSession?: string;
}

/** A sign-in as the house knows it. */
export interface SignIn {
  readonly id: string;
  readonly staffId: string;
  readonly way: Way;
  readonly strong: boolean;
  readonly epoch: number;
  readonly name: string;
  readonly roles: readonly StaffRole[];
}

/** One of a person's own sign-ins, as the screen lists them. */
export interface OwnSignIn {
  readonly id: string;
  readonly way: Way;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly isThisOne: boolean;
}

/** Opening and ending sign-ins. A secret leaves once, to the cookie; the tables hold its hash. */
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  /** A fresh sign-in's secret; undefined when there is no such person at work, they are suspended, or all their sign-ins were ended meanwhile. */
  async open({ staffId, way, strong, device = '', epoch, providerSession }: Opening): Promise<{ secret: string; id: string } | undefined> {
    const secret = newSecret();
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<{ id: string }>(
        `insert into hub.sign_in (token_hash, staff_id, way, strong, epoch, device, provider_session)
         select $1, s.id, $3, $4, coalesce(p.epoch, 0), $5, $6 from core.staff s left join hub.sign_in_standing p on p.staff_id = s.id
         where s.id = $2 and ${atWork('s')} and p.suspended_at is null and coalesce($7, p.epoch, 0) = coalesce(p.epoch, 0) returning id`,
        [secretHash(secret), staffId, way, strong, device.slice(0, 80), providerSession ?? null, epoch ?? null],
      ),
    );
    return row && { secret, id: row.id };
  }

  /** The sign-in behind a secret, if it holds now. */
  async find(secret: string): Promise<SignIn | undefined> {
    const [row] = await asSystem(this.database, 'hub_system', (query) =>
      query<Omit<SignIn, 'staffId'> & { staff_id: string }>(
        `select i.id, i.staff_id, i.way, i.strong, i.epoch, s.name, s.roles from hub.sign_in i join core.staff s on s.id = i.staff_id
         where i.token_hash = $1 and ${holdsNow('i', '$2', '$3')} and ${atWork('s')}`,
        [secretHash(secret), ...limits],
      ),
    );
    if (!row) return undefined;
    const { staff_id, ...rest } = row;
    return { ...rest, staffId: staff_id };
  }

  /** After a step up: a new secret for the same sign-in, now with its second factor; the old one is good for nothing. Its age goes on. */
  async strengthen(secret: string): Promise<string | undefined> {
    const next = newSecret();
    const rows = await asSystem(this.database, 'hub_system', (query) =>
      query(
        `with done as (update hub.sign_in i set token_hash = $4, strong = true, seen_at = now()
           where token_hash = $1 and ${holdsNow('i', '$2', '$3')} returning id) select id from done`,
        [secretHash(secret), ...limits, secretHash(next)],
      ),
    );
    this.identity.forget([secretHash(secret)]);
    return rows.length > 0 ? next : undefined;
  }

  /** Ends the sign-in of this secret. */
  async end(secret: string): Promise<void> {
    await this.#end('token_hash = $1', [secretHash(secret)]);
  }

  /** Ends one of somebody's own sign-ins; false when they have none of this id. */
  async endOne(staffId: string, id: string): Promise<boolean> {
    return isId(id) && (await this.#end('staff_id = $1 and id = $2', [staffId, id])) > 0;
  }

  /** Ends what the identity provider has ended: one of its sessions, or every sign-in through it of one person. */
  async endProvided(order: { readonly providerSession: string } | { readonly staffId: string }): Promise<void> {
    if ('providerSession' in order) await this.#end('provider_session = $1', [order.providerSession]);
    else await this.#end(`staff_id = $1 and way = 'OIDC'`, [order.staffId]);
  }

  /** Ends every sign-in of a person, those under way too: whatever was proved before this moment is good for nothing. */
  async endAll(staffId: string): Promise<void> {
    const rows = await asSystem(this.database, 'hub_system', async (query) => {
      await query(
        `insert into hub.sign_in_standing as p (staff_id, epoch) values ($1, 1) on conflict (staff_id) do update set epoch = p.epoch + 1`,
        [staffId],
      );
      return query<{ token_hash: string }>(
        'with done as (update hub.sign_in set ended_at = now() where staff_id = $1 and ended_at is null returning token_hash) select token_hash from done',
        [staffId],
      );
    });
    this.identity.forget(rows.map((row) => row.token_hash));
  }

  /** Somebody's own sign-ins that hold now, the latest first. */
  async list(staffId: string, current: string): Promise<OwnSignIn[]> {
    return asSystem(this.database, 'hub_system', (query) =>
      query<OwnSignIn>(
        `select i.id, i.way, i.device, i.created_at as "createdAt", i.seen_at as "seenAt", i.id = $4 as "isThisOne"
         from hub.sign_in i where i.staff_id = $3 and ${holdsNow('i', '$1', '$2')} order by i.seen_at desc, i.id`,
        [...limits, staffId, current],
      ),
    );
  }

  async #end(where: string, values: readonly unknown[]): Promise<number> {
    const rows = await asSystem(this.database, 'hub_system', (query) =>
      query<{ token_hash: string }>(
        `with done as (update hub.sign_in set ended_at = now() where ${where} and ended_at is null returning token_hash) select token_hash from done`,
        values,
      ),
    );
    this.identity.forget(rows.map((row) => row.token_hash));
    return rows.length;
  }
}
