import http from 'node:http';
import { type DocumentNode, execute, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { z } from 'zod';
import type { Viewer } from '#server/access/viewer';
import { ReadAudit } from '#server/database/read-audit';
import type { Database } from '#server/database/source';
import { log } from '#server/kernel/log';
import { ActorRefused, type ActorVerifier, bodyHash } from './actor-token';
import { documentHash } from './answer';
import { newContext } from './context';
import { faultPlace } from './fault-place';
import { leaving } from './faults';
import { FieldClasses } from './field-classes';
import { knownOperationRule } from './known-operation-rule';
import { earlyFault } from './limits';
import type { Subgraph } from './subgraph';
import { validationOptions } from './validation-options';

const LARGEST_BODY = 1024 * 1024;
const MOST_TOKENS = 20_000;
const MOST_DOCUMENTS = 500;

const order = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
  extensions: z.object({ idempotencyKey: z.string().optional() }).nullish(),
});
type Order = z.infer<typeof order>;

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * One department over HTTP, for the hub and nobody else: POST /graphql with an actor token, and GET /health, which says only that it is
 * there. Every other call is answered 401 with nothing in it, a question about the schema as much as one about a record.
 */
export class DepartmentServer {
  readonly #documents = new Map<string, DocumentNode>();
  readonly #audit: ReadAudit;
  readonly #classes: FieldClasses;
  readonly http: http.Server;

  constructor(
    private readonly subgraph: Subgraph,
    private readonly database: Database,
    private readonly verify: ActorVerifier,
  ) {
    this.#audit = new ReadAudit(database);
    this.#classes = new FieldClasses([subgraph.schema]);
    this.http = http.createServer({ headersTimeout: 5_000, requestTimeout: 10_000 }, (request, response) => {
      this.#serve(request, response).catch((fault: unknown) => {
        log.error('a call could not be answered', { department: subgraph.name, fault: faultPlace(fault) });
        response.destroy();
      });
    });
  }

  async #serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { status, body } = await this.#reply(request);
    // Whoever is refused may still be sending: what is left of the body is not worth reading.
    if (status === 401) response.setHeader('connection', 'close');
    if (body === undefined) response.writeHead(status).end();
    else
      response
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
  }

  async #reply(request: http.IncomingMessage): Promise<Reply> {
    if (request.method === 'GET' && request.url === '/health') return { status: 200, body: { status: 'ok' } };
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (request.method !== 'POST' || request.url !== '/graphql' || scheme !== 'Actor' || !token) return { status: 401 };
    const body = await bodyOf(request);
    const viewer = body && (await this.#viewerOf(token, body));
    if (!viewer) return { status: 401 };
    return { status: 200, body: await this.#answer(viewer, body).catch((fault: unknown) => ({ errors: [leaving(fault)] })) };
  }

  async #viewerOf(token: string, body: Buffer): Promise<Viewer | undefined> {
    try {
      return await this.verify(token, bodyHash(body));
    } catch (fault) {
      if (!(fault instanceof ActorRefused)) throw fault;
      log.warn('a call was refused', { department: this.subgraph.name, why: fault.why });
      return undefined;
    }
  }

  /** What was asked, as the viewer, under the same walls as in the hub; what was read stands in this database's audit before it leaves. */
  async #answer(viewer: Viewer, body: Buffer): Promise<unknown> {
    const asked = readOrder(body);
    const document = this.#documentOf(asked.query);
    const context = newContext(this.database, viewer, asked.extensions?.idempotencyKey);
    const { schema } = this.subgraph;
    const { data, errors } = await Promise.resolve(
      execute({ schema, document, variableValues: asked.variables, operationName: asked.operationName, contextValue: context }),
    ).finally(() => context.unit.close());
    const classes = this.#classes.written(context.touched);
    if (classes.length > 0) {
      const receivers = [viewer.actor];
      const operation = asked.operationName ?? '';
      await this.#audit.record(
        { receivers, audience: viewer.audience, operation, document: documentHash(document), classes },
        context.subjects,
      );
    }
    return { data, ...(errors ? { errors: errors.map((error) => leaving(error)) } : {}) };
  }

  /** The same few documents come again and again; the compiled reading of each hangs on its nodes. Throws what is wrong with a new one. */
  #documentOf(query: string): DocumentNode {
    const known = this.#documents.get(query);
    if (known) return known;
    const document = parse(query, { maxTokens: MOST_TOKENS, noLocation: true });
    const options = { ...validationOptions, maxErrors: 1 };
    const fault = earlyFault(document) ?? validate(this.subgraph.schema, document, [knownOperationRule, ...specifiedRules], options)[0];
    if (fault) throw fault;
    const [oldest] = this.#documents.keys();
    if (this.#documents.size >= MOST_DOCUMENTS && oldest !== undefined) this.#documents.delete(oldest);
    this.#documents.set(query, document);
    return document;
  }
}

/** The whole body, or undefined when it is larger than any question of the hub. */
async function bodyOf(request: http.IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop must not take the connection down: the refusal is still to be sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Throws when the body is no GraphQL request. */
function readOrder(body: Buffer): Order {
  try {
    return order.parse(JSON.parse(body.toString('utf8')));
  } catch {
    throw new GraphQLError('GraphQL の問い合わせではありません。', { extensions: { code: 'BAD_REQUEST' } });
  }
}
