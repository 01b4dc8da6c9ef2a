import type { Me } from '../app/use-me';
import { seriesWords } from '../words/series-words';

/** A kind of conference, and what it is called. */
export interface NamedKind {
  readonly id: string;
  readonly name: string;
}

/** Called by a coordinator alone, on consent. */
const BY_COORDINATORS = 'CONNECT';

/**
 * The kinds of conference that this person may call, whether or not they meet in a rhythm; a 支援会議 has a form of its own. The hub decides again for every
 * call.
 */
export function kindsToCall(me: Me | null | undefined): readonly NamedKind[] {
  const isCoordinator = me?.roles.includes('coordinator') ?? false;
  if (!isCoordinator && !me?.roles.includes('facilitator')) return [];
  return Object.entries(seriesWords.kinds)
    .filter(([id]) => isCoordinator || id !== BY_COORDINATORS)
    .map(([id, name]) => ({ id, name }));
}
