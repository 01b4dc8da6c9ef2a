import pg from 'pg';
import { limitServer } from './limit';

/** The limit in a process of its own, with a pool as large as the hub's. */
const { databaseUrl } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string };
const address = await limitServer(new pg.Pool({ connectionString: databaseUrl, max: 10 }));
process.send?.({ ready: { address, version: process.version } });
process.on('disconnect', () => process.exit());
