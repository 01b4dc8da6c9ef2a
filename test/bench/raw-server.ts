import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import WebSocket, { WebSocketServer } from 'ws';
import { benchId } from './bench-id';

/**
 * The least that a live board can cost: after a commit like the hub's, the same bytes to everyone, as the documentation of `ws` shows it.
 * No subscription, no policy, no log to read. The bytes come over the process channel; POST makes one event.
 */
const { databaseUrl } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl?: string };
const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, pipeline: true } as pg.PoolConfig);
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const session = benchId('board', 2);
const action = benchId('action', 60);
let bytes = Buffer.alloc(0);
let commits: string[] = [];

/** Row, counter, event, audit and wake-up in one transaction and one round trip. Nothing on an embedded database, which only the hub can open. */
async function commit(): Promise<void> {
  if (!databaseUrl) return;
  const client = await pool.connect();
  try {
    await Promise.all([
      client.query('begin'),
      client.query({ name: 'lock', text: 'select version from core.action_item where id = $1 for update', values: [action] }),
      client.query({
        name: 'change',
        text: `update core.action_item set status = case status when 'OPEN' then 'DONE' else 'OPEN' end, version = version + 1 where id = $1`,
        values: [action],
      }),
      client.query({
        name: 'announce',
        text: `with next as (
            insert into hub.board_counter as c (session_id, audience, seq) select $1, a, 1 from unnest('{console,display}'::text[]) a
            on conflict (session_id, audience) do update set seq = c.seq + 1 returning audience, seq)
          insert into hub.board_event (session_id, audience, seq, kind, subject_type, subject_id) select $1, audience, seq, 'ACTION_DONE', 'ActionItem', $2 from next`,
        values: [session, action],
      }),
      client.query({
        name: 'audit',
        text: `insert into hub.change_audit (actor, action, subject_type, subject_id, session_id) values ('bench', 'action.finish', 'ActionItem', $1, $2)`,
        values: [action, session],
      }),
      client.query({ name: 'notify', text: `select pg_notify('bench', $1)`, values: [session] }),
      client.query('commit'),
    ]);
  } finally {
    client.release();
  }
}

const server = http.createServer((_request, response) => {
  void commit().then(() => {
    commits.push(String(process.hrtime.bigint()));
    for (const socket of sockets.clients) if (socket.readyState === WebSocket.OPEN) socket.send(bytes, { binary: false });
    response.end('{}');
  });
});
server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, () => undefined));
process.on('message', (message: { bytes?: string }) => {
  if (message.bytes) bytes = Buffer.from(message.bytes);
  process.send?.({ commits });
  commits = [];
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () =>
  process.send?.({ ready: { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, version: process.version } }),
);
