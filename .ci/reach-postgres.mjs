// Waits up to ten seconds for the server of the given address and makes its database when it is not there. Exits 1 when nobody answers.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const address = new URL(process.argv[2]);
const name = address.pathname.slice(1);
address.pathname = '/postgres';

async function makeDatabase() {
  const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

for (let tries = 1; tries <= 10; tries += 1) {
  const fault = await makeDatabase().then(
    () => null,
    (reason) => reason,
  );
  if (!fault) process.exit(0);
  if (fault.code === 'ECONNREFUSED' && tries >= 3) break;
  await pause(1_000);
}
process.exit(1);
