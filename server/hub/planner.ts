import type { ExecutionRequest, ExecutionResult, Executor } from '@graphql-tools/utils';
import { buildASTSchema, type DocumentNode, execute, GraphQLError, parse } from 'graphql';
import { log } from '#server/kernel/log';

/** Runs a document over the whole supergraph. */
export type Planned = (request: {
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName?: string;
  context: unknown;
}) => Promise<ExecutionResult>;

/** native: the query planner of Hive Router. javascript: stitching, where there is no binary for this machine. */
export type PlannerKind = 'native' | 'javascript';

/** Which planner this machine can load. */
export async function availablePlanner(): Promise<PlannerKind> {
  try {
    await import('@graphql-hive/router-query-planner');
    return 'native';
  } catch {
    log.warn('no query planner binary for this machine; the JavaScript planner serves');
    return 'javascript';
  }
}

/** Prepares a planner for one supergraph. `executors` are keyed by the subgraph's name. */
export async function makePlanner(kind: PlannerKind, supergraphSdl: string, executors: ReadonlyMap<string, Executor>): Promise<Planned> {
  const byGraph = new Map([...executors].map(([name, executor]) => [graphName(name), executor]));
  const executorOf = (name: string): Executor => {
    const executor = byGraph.get(graphName(name));
    if (!executor) throw new Error(`no executor for subgraph ${name}`);
    return executor;
  };
  return kind === 'native' ? native(supergraphSdl, executorOf) : javascript(supergraphSdl, executorOf);
}

const graphName = (name: string) => name.toUpperCase().replaceAll('-', '_');

async function native(supergraphSdl: string, executorOf: (name: string) => Executor): Promise<Planned> {
  const { unifiedGraphHandler } = await import('@graphql-hive/router-runtime');
  const handler = await unifiedGraphHandler({
    unifiedGraph: buildASTSchema(parse(supergraphSdl), { assumeValid: true, assumeValidSDL: true }),
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: ((name: string, request: ExecutionRequest) => executorOf(name)(request)) as never,
  } as never);
  const run = handler.executor as Executor | undefined;
  if (!run) throw new Error('the query planner has no executor');
  let second: Promise<Planned> | undefined;
  return async (request) => {
    const { document, variables, operationName, context } = request;
    try {
      return (await run({
        document,
        variables,
        context: context as Record<string, unknown>,
        ...(operationName ? { operationName } : {}),
      } as ExecutionRequest)) as ExecutionResult;
    } catch (fault) {
      if (isUnplannable(fault)) return (await (second ??= javascript(supergraphSdl, executorOf)))(request);
      // Thrown where graphql-js would answer with errors.
      return { errors: [fault instanceof GraphQLError ? fault : new GraphQLError('planning failed', { originalError: fault as Error })] };
    }
  };
}

/** A valid document that the planner gives up before anything has run: an alias on the way back into a type, for one (0.0.38). */
function isUnplannable(fault: unknown): boolean {
  return fault instanceof Error && fault.message.startsWith('Failed to plan query');
}

async function javascript(supergraphSdl: string, executorOf: (name: string) => Executor): Promise<Planned> {
  const { getStitchedSchemaFromSupergraphSdl } = await import('@graphql-tools/federation');
  const schema = getStitchedSchemaFromSupergraphSdl({
    supergraphSdl,
    batch: true,
    onSubschemaConfig: (subschema) => {
      subschema.executor = executorOf(subschema.name);
    },
  });
  return async ({ document, variables, operationName, context }) =>
    execute({ schema, document, variableValues: variables, contextValue: context, ...(operationName ? { operationName } : {}) });
}
