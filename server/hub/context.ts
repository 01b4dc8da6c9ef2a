import type { Viewer } from '#server/access/viewer';
import type { ChangeContext } from '#server/database/change';
import type { Database } from '#server/database/source';
import { Subjects } from '#server/database/subjects';
import { Unit } from '#server/database/unit';

/** What one operation carries through both lanes, core and embedded departments. */
export interface HubContext extends ChangeContext {
  readonly unit: Unit;
}

/** A context for one operation; its unit of reading opens with the first statement and must be closed. */
export function newContext(database: Database, viewer: Viewer, idempotencyKey?: string, purpose?: string): HubContext {
  const read = { touched: new Set<string>(), subjects: new Subjects() };
  return {
    viewer,
    database,
    unit: new Unit(database, viewer),
    ...read,
    ...(idempotencyKey ? { idempotencyKey } : {}),
    ...(purpose ? { purpose } : {}),
  };
}
