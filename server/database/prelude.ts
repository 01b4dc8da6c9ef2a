import pg from 'pg';
import { claimsText } from '#server/access/claims';
import { databaseRole, type Viewer } from '#server/access/viewer';

/** Puts the viewer's role and claims on the open transaction; both end with it, whatever happens. */
export function viewerPrelude(viewer: Viewer): string {
  const known = preludes.get(viewer);
  if (known) return known;
  const text = prelude(databaseRole[viewer.audience], claimsText(viewer));
  preludes.set(viewer, text);
  return text;
}

/** A viewer is never changed: who asks again with the same rights is the same object for a while. */
const preludes = new WeakMap<Viewer, string>();

/** The same for the house itself: no claims, and a role that can touch only what it is for. */
export function systemPrelude(role: SystemRole): string {
  return prelude(role, '');
}

/** Roles of the house itself: sign-ins, displays and log; sowing an invented city. */
export type SystemRole = 'hub_system' | 'hub_sower';

function prelude(role: string, claims: string): string {
  return `set local role ${role}; select set_config('hub.viewer', ${pg.escapeLiteral(claims)}, true)`;
}
