import http, { type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { limitSql } from './limit-sql';

/**
 * The limit: one hand-written statement for each question, whose JSON text is passed through. No GraphQL, no walls, no audit, nobody asked
 * who they are. It takes the same request as the others and knows the question by its operation name. Returns its address.
 */
export async function limitServer(pool: pg.Pool): Promise<string> {
  const server = http.createServer((request, response) => {
    void answer(pool, request).then(
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

async function answer(pool: pg.Pool, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    operationName: keyof typeof limitSql;
    variables: { id?: string };
  };
  const { root, text } = limitSql[operationName];
  const { rows } = await pool.query<{ json: string }>({ name: operationName, text, values: variables.id ? [variables.id] : [] });
  return `{"data":{"${root}":${rows[0]?.json ?? 'null'}}}`;
}
