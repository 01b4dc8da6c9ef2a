import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Statements that a connection keeps prepared at once. Each holds a plan in the server's memory, that of a large tree some hundred kilobytes. */
const MOST_KEPT = 200;
/** Names of statements that were sent before, over any connection. */
const MOST_REMEMBERED = 5_000;

/** The part of `pg` that knows what is prepared on a connection. It never lets go of anything by itself. */
interface Connection {
  readonly parsedStatements: Record<string, string>;
  close(what: { readonly type: 'S'; readonly name: string }): void;
}

/** What a statement may be prepared under: the same for the same text. */
export function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 24);
}

/**
 * A client on which a statement that comes again is planned once: behind the walls, planning takes as long as reading. A text without values goes as it
 * is, since it may be several statements, which cannot be prepared; whoever knows it to be one gives its name (`nameOf`).
 */
export function preparing(Client: typeof pg.Client): typeof pg.Client {
  return class extends Client {
    override query(...[config, ...rest]: unknown[]): never {
      return super.query(named(this, config, rest[0]) as string, ...(rest as [])) as never;
    }
  };
}

function named(client: pg.ClientBase, config: unknown, values: unknown): unknown {
  if (typeof config === 'string') {
    return Array.isArray(values) && values.length > 0 ? { text: config, name: preparedName(client, nameOf(config)) } : config;
  }
  const { name, text, values: own } = config as pg.QueryConfig;
  const known = name ?? (own?.length ? nameOf(text) : undefined);
  return known ? { ...(config as pg.QueryConfig), name: preparedName(client, known) } : config;
}

const sent = new Set<string>();
/** By client, the names that it keeps: the one used longest ago is in front. */
const kept = new WeakMap<pg.ClientBase, Set<string>>();

/**
 * The name under which a statement is prepared on this client, or undefined: it goes unnamed. Only what comes a second time is worth keeping,
 * since a question typed once would stay with the connection for its life. Over the limit the one used longest ago is closed: by a message that
 * cannot fail and needs no answer, in front of the statement that takes its place.
 */
function preparedName(client: pg.ClientBase, name: string): string | undefined {
  const names = kept.get(client) ?? new Set();
  kept.set(client, names);
  if (!names.delete(name)) {
    if (!wasSent(name)) return undefined;
    const [oldest] = names;
    if (names.size >= MOST_KEPT && oldest !== undefined) close(client, names, oldest);
  }
  names.add(name);
  return name;
}

function wasSent(name: string): boolean {
  const before = sent.delete(name);
  const [oldest] = sent;
  if (sent.size >= MOST_REMEMBERED && oldest !== undefined) sent.delete(oldest);
  sent.add(name);
  return before;
}

function close(client: pg.ClientBase, names: Set<string>, name: string): void {
  const { connection } = client as unknown as { readonly connection: Connection };
  names.delete(name);
  // Not there when PostgreSQL could not read it.
  if (connection.parsedStatements[name] === undefined) return;
  connection.close({ type: 'S', name });
  delete connection.parsedStatements[name];
}
