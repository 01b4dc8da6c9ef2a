import type { Viewer } from './viewer';

/** The claims that row policies read, as the JSON of the transaction setting `hub.viewer`, but for the lists. Sorted, so equal rights give equal text. */
export function claimsText(viewer: Viewer): string {
  return JSON.stringify({
    ...Object.fromEntries(Object.entries(reading(viewer)).filter(([, claim]) => !Array.isArray(claim))),
    actor: viewer.actor,
  });
}

/**
 * The lists among the claims by name, each as PostgreSQL writes an array. They travel as settings of their own, `hub.teams` and so on: walls
 * ask for one list dozens of times in a statement, and who sits in many conferences has long ones.
 */
export function claimLists(viewer: Viewer): ReadonlyMap<string, string> {
  const lists = Object.entries(reading(viewer)).filter((claim): claim is [string, string[]] => Array.isArray(claim[1]));
  return new Map(lists.map(([name, values]) => [name, `{${values.map((value) => JSON.stringify(value)).join(',')}}`]));
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
    ...some('sworn', viewer.sworn),
    ...some('heard', viewer.heard),
    ...some('left', viewer.left),
    ...some('tied', viewer.tied),
    ...some('brokenGlass', viewer.brokenGlass),
    ...(viewer.session ? { session: viewer.session } : {}),
    ...(viewer.cases ? { cases: Object.fromEntries(Object.entries(viewer.cases).sort()) } : {}),
  };
}

/** A claim that most people do not have is left out where it is empty: a class stays the same text. */
function some(claim: string, values: readonly string[] = []): Record<string, readonly string[]> {
  return values.length > 0 ? { [claim]: [...values].sort() } : {};
}
