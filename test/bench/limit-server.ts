import 'reflect-metadata';
import pg from 'pg';
import type { Viewer } from '#server/access/viewer';
import { ReadAudit } from '#server/database/read-audit';
import { openDatabase } from '#server/database/source';
import { Subjects } from '#server/database/subjects';
import { readTogether } from '#server/database/unit';
import { type AskRow, bare, limitServer } from './limit';

/** What the bench tells this process. */
export interface LimitOrder {
  readonly databaseUrl: string;
  /** Puts the statements behind the walls that the hub's own stand behind: this viewer's role and claims, and the row policies. */
  readonly viewer?: Viewer;
  /** Commits a row of the read audit before each answer, as the hub does. */
  readonly audit?: true;
}

async function behindWalls({ databaseUrl, audit }: LimitOrder, viewer: Viewer): Promise<AskRow> {
  const database = await openDatabase({ url: databaseUrl, entities: [], migrations: [] });
  const book = new ReadAudit(database);
  const row = { receivers: [viewer.actor], audience: viewer.audience, document: '', classes: ['operational'] };
  return async (statement) => {
    const [json] = await readTogether(database, viewer, [statement]);
    if (audit) await book.record({ ...row, operation: statement.name }, new Subjects());
    return json;
  };
}

/** The limit in a process of its own, with a pool as large as the hub's. */
const order = JSON.parse(process.argv[2] ?? '{}') as LimitOrder;
const ask = order.viewer ? await behindWalls(order, order.viewer) : bare(new pg.Pool({ connectionString: order.databaseUrl, max: 10 }));
process.send?.({ ready: { address: await limitServer(ask), version: process.version } });
process.on('disconnect', () => process.exit());
