import pg from 'pg';
import { claimLists, claimsText } from '#server/access/claims';
import { databaseRole, type Viewer } from '#server/access/viewer';

/** Puts the viewer's role and claims on the open transaction; both end with it, whatever happens. */
export function viewerPrelude(viewer: Viewer): string {
  const known = preludes.get(viewer);
  if (known) return known;
  const text = prelude(databaseRole[viewer.audience], claimsSql(viewer));
  preludes.set(viewer, text);
  return text;
}

/** A viewer is never changed: who asks again with the same rights is the same object for a while. */
const preludes = new WeakMap<Viewer, string>();

/** Within a viewer's transaction, claims and all: the role that closes and opens persons, the one that compares, and the way back. */
export const wardenRole = 'set local role hub_warden';
export const anonymiserRole = 'set local role hub_anonymiser';
export const roleOf = ({ audience }: Viewer): string => `set local role ${databaseRole[audience]}`;

/** The same for the house itself: no claims, and a role that can touch only what it is for. */
export function systemPrelude(role: SystemRole): string {
  return prelude(role, setting('viewer', ''));
}

/** Roles of the house itself: sign-ins, displays and log; sowing an invented city; sealing, drafting from and deleting what was written down. */
export type SystemRole = 'hub_system' | 'hub_sower' | 'hub_keeper';

/** The viewer's claims as settings of the open transaction: what a select list of them sets. */
export function claimsSql(viewer: Viewer): string {
  return [['viewer', claimsText(viewer)] as const, ...claimLists(viewer)].map(([name, value]) => setting(name, value)).join(', ');
}

const setting = (name: string, value: string) => `set_config('hub.${name}', ${pg.escapeLiteral(value)}, true)`;
const prelude = (role: string, claims: string) => `set local role ${role}; select ${claims}`;
