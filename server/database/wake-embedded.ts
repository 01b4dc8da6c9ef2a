import { existsSync } from 'node:fs';
import { type Embedded, openEmbedded } from './embedded';

/** What a statement of a viewer may take on the embedded database, in ms: it has one session, so what runs there holds up every board. */
const LIMIT_MS = 3_000;

/** How the embedded database is opened for a hub. */
export interface WakeOptions {
  /** Directory of the embedded database, or 'memory://'. */
  readonly directory?: string | undefined;
  /** Template of a migrated, empty directory. */
  readonly template?: string | undefined;
  readonly limitMs?: number | undefined;
}

/**
 * Opens the embedded database as a hub uses it: patient until `hurry`. Needs none of the hub's own code, so that it can open in its thread while
 * the rest of the program is still being read; `openDatabase` takes it over.
 */
export function wakeEmbedded({ directory = '.data/postgres', template, limitMs = LIMIT_MS }: WakeOptions): Promise<Embedded> {
  return openEmbedded({
    directory,
    statementTimeoutMs: limitMs,
    patient: true,
    ...(template && existsSync(template) ? { template } : {}),
  });
}
