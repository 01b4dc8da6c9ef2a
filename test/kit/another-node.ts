import type { AddressInfo, Socket } from 'node:net';
import { type Database, openDatabase } from '#server/database/source';
import { departments } from '#server/departments/registry';
import { type Hub, type HubOptions, openHub } from '#server/hub/hub';
import { type Town, UNHURRIED } from './a-town';
import { sharedGraph } from './shared-graph';
import { openOptions } from './template';

/** One more hub on the city's database, as behind a balancer. */
export interface Node {
  readonly hub: Hub;
  readonly origin: string;
  /** Every connection breaks off and nobody listens any more, without a word of goodbye. */
  die(): Promise<void>;
  close(): Promise<void>;
}

/** Opens another node: with a pool of its own on real PostgreSQL; on the embedded one, which belongs to one process, beside the first. */
export async function anotherNode(town: Town, options: Partial<HubOptions> = {}): Promise<Node> {
  const { url } = town.database as Database & { readonly url?: string };
  const database = url ? await openDatabase({ url, ...openOptions }) : town.database;
  const hub = await openHub({
    database,
    departments,
    composed: await sharedGraph(),
    pages: async () => false,
    pace: UNHURRIED,
    ...(url ? { databaseUrl: url } : {}),
    ...options,
  });
  const connections = new Set<Socket>();
  hub.server.on('connection', (socket) => connections.add(socket.on('close', () => connections.delete(socket))));
  await new Promise<void>((done) => hub.server.listen(0, '127.0.0.1', done));
  const close = async () => {
    await hub.close();
    if (url) await database.close();
  };
  return {
    hub,
    origin: `http://127.0.0.1:${(hub.server.address() as AddressInfo).port}`,
    close,
    die: async () => {
      for (const connection of connections) connection.resetAndDestroy();
      await close();
    },
  };
}
