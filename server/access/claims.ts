import type { Viewer } from './viewer';

/** The claims that row policies read, as the JSON of the transaction setting `hub.viewer`. Sorted, so equal rights give equal text. */
export function claimsText(viewer: Viewer): string {
  return JSON.stringify({ ...reading(viewer), actor: viewer.actor });
}

/**
 * Fingerprint of a viewer class: equal for two viewers exactly when `decide` and the row policies treat their reading alike. One execution
 * serves everyone of a class, so nothing personal (actor, name) may ever enter what a reading policy looks at.
 */
export function viewerClass(viewer: Viewer): string {
  return JSON.stringify(reading(viewer));
}

function reading(viewer: Viewer) {
  return {
    audience: viewer.audience,
    roles: [...viewer.roles].sort(),
    teams: [...viewer.teams].sort(),
    sessions: [...viewer.sessions].sort(),
    ...(viewer.session ? { session: viewer.session } : {}),
    ...(viewer.cases ? { cases: Object.fromEntries(Object.entries(viewer.cases).sort()) } : {}),
  };
}
