import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { limitSql } from './limit-sql';

/** Asks the database for one row with a column of JSON text. */
export type AskRow = (statement: { name: string; text: string; values: unknown[] }) => Promise<string | null | undefined>;

/**
 * The limit: one hand-written statement for each question, whose JSON text is passed through. No GraphQL, nobody asked who they are, and no walls
 * and no audit but where `ask` brings them. It takes the same request as the others and knows the question by its operation name. Returns its
 * address.
 */
export async function limitServer(ask: AskRow): Promise<string> {
  const server = http.createServer((request, response) => {
    void answer(ask, request).then(
      (body) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      },
      (fault: Error) => {
        response.writeHead(500);
        response.end(JSON.stringify({ errors: [{ message: fault.message }] }));
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Without walls and without audit. */
export const bare =
  (pool: pg.Pool): AskRow =>
  async (statement) =>
    (await pool.query<{ json: string }>(statement)).rows[0]?.json;

async function answer(ask: AskRow, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    operationName: keyof typeof limitSql;
    variables: { id?: string };
  };
  const { root, text } = limitSql[operationName];
  const json = await ask({ name: operationName, text, values: variables.id ? [variables.id] : [] });
  return `{"data":{"${root}":${json ?? 'null'}}}`;
}
