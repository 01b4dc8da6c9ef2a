import { ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { type Audience, audiences } from '#server/access/viewer';
import type { ReadAudit } from '#server/database/read-audit';
import type { Problem } from '#server/kernel/problem';
import { answer, JsonText } from './answer';
import type { HubContext } from './context';
import { costFault } from './cost';
import { leaving } from './faults';
import type { FieldClasses } from './field-classes';
import type { Graph } from './graph';
import { knownOperationRule } from './known-operation-rule';
import { earlyFaultOf, LIMITS } from './limits';
import { mayIntrospect } from './may-introspect';
import { operationOf } from './route';
import { validationOptions } from './validation-options';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * One Apollo Server for each audience, so that parsing, validating and introspecting happen against the contract of whoever asks. Each
 * stands behind Apollo's gateway interface, which swaps the schema without a restart.
 */
export class ApolloServers {
  readonly #servers: Readonly<Record<Audience, ApolloServer<HubContext>>>;

  constructor(graph: Graph, audit: ReadAudit, classes: FieldClasses) {
    this.#servers = Object.fromEntries(audiences.map((audience) => [audience, serverFor(audience, graph, audit, classes)])) as Record<
      Audience,
      ApolloServer<HubContext>
    >;
  }

  async start(): Promise<void> {
    await Promise.all(Object.values(this.#servers).map((server) => server.start()));
  }

  async stop(): Promise<void> {
    await Promise.all(Object.values(this.#servers).map((server) => server.stop()));
  }

  /** Answers one HTTP request on behalf of the context's viewer. */
  async handle(request: HTTPGraphQLRequest, context: HubContext): Promise<HttpAnswer> {
    const response = await this.#servers[context.viewer.audience].executeHTTPGraphQLRequest({
      httpGraphQLRequest: request,
      // The first thing that Apollo asks for once it has refused forged requests, and long before it validates.
      context: async () => {
        const fault = earlyFaultOf(textOf(request));
        if (fault) throw atFault(fault);
        return context;
      },
    });
    if (response.body.kind !== 'complete') throw new Error('an answer in parts');
    const { string: body } = response.body;
    return { status: statusOf(response.status ?? 200, response.headers, body), headers: response.headers, body };
  }
}

/** The document of a request, wherever it stands. */
function textOf({ method, body, search }: HTTPGraphQLRequest): string {
  const text = method === 'GET' ? new URLSearchParams(search).get('query') : (body as { query?: unknown } | undefined)?.query;
  return typeof text === 'string' ? text : '';
}

const atFault = ({ message, extensions }: GraphQLError) =>
  new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });

/** A request that can be read and asks something wrong is answered, with 200, where `application/json` is all that is understood: GraphQL over HTTP, §6.4.1. */
const asksSomethingWrong = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
]);

function statusOf(status: number, headers: ReadonlyMap<string, string>, body: string): number {
  if (status !== 400 || !headers.get('content-type')?.startsWith('application/json')) return status;
  const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
  return errors.every(({ extensions }) => asksSomethingWrong.has(extensions.code)) ? 200 : status;
}

/** What Apollo would log quotes documents, and a document may hold a name. Whatever goes wrong comes by `leaving`, which logs it without. */
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function serverFor(audience: Audience, graph: Graph, audit: ReadAudit, classes: FieldClasses): ApolloServer<HubContext> {
  return new ApolloServer<HubContext>({
    gateway: {
      load: async () => ({
        executor: async ({ document, request, operationName, context: given }) => {
          const context = given as HubContext;
          const variables = request.variables ?? {};
          const operation = operationOf(document, operationName);
          const tooDear = operation && costFault(graph.current.contracts[audience], document, operation, variables);
          if (tooDear) return { errors: [tooDear] };
          try {
            const answered = await answer(graph.current, audit, classes, { document, operationName, variables }, context);
            // Validation was against the schema that Apollo had; what came of it fits GraphQLExecutionResult but for our JSON text.
            return answered as never;
          } catch (fault) {
            return { data: null, errors: [fault as GraphQLError] };
          }
        },
      }),
      onSchemaLoadOrUpdate: (callback) =>
        graph.onChange((generation) =>
          callback({ apiSchema: generation.contracts[audience], coreSupergraphSdl: generation.supergraphSdl }),
        ),
      stop: async () => undefined,
    },
    introspection: mayIntrospect(audience),
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    logger: silent,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [knownOperationRule],
    validationOptions,
    persistedQueries: false,
    formatError: (formatted, fault) => leaving(fault, formatted),
    stringifyResult,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()],
  });
}

/** JSON that PostgreSQL wrote goes out as it came; nothing is parsed to be written again. */
function stringifyResult(result: FormattedExecutionResult): string {
  const data = result.data as unknown;
  return data instanceof JsonText && !result.errors ? `{"data":${data.text}}\n` : `${JSON.stringify(result)}\n`;
}

/** Headers of a node request as Apollo wants them. */
export function headerMap(headers: NodeJS.Dict<string | string[]>): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

/** A problem as the whole answer of a request that never reached a document. */
export function refusal(problem: Problem, status: number): HttpAnswer {
  return {
    status,
    headers: new Map([['content-type', 'application/json; charset=utf-8']]),
    body: `${JSON.stringify({ errors: [leaving(problem)] })}\n`,
  };
}
