import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { type DocumentNode, executeSync, type FieldNode, type GraphQLFieldResolver, type GraphQLSchema, Kind } from 'graphql';
import { DepartmentFault } from './department-fault';
import { remoteProblem, wordsOf } from './remote-problem';

/** Reads what a department answered to a request. Throws `DepartmentFault` when it is not an answer to it. */
export type AnswerReader = (request: ExecutionRequest, answer: unknown) => ExecutionResult;

type Json = Readonly<Record<string, unknown>>;

const MOST_ERRORS = 50;

/**
 * Holds a department to its own schema (`askableSchema`): the answer is completed as if its data were the source of an execution here. So it cannot leave out
 * what it promised, answer a list for a name or an object for a text, and what nobody asked for is dropped before the planner merges the
 * answer into other departments' records.
 */
export function answerReader(schema: GraphQLSchema): AnswerReader {
  return (request, answer) => {
    if (!isJson(answer)) throw new DepartmentFault('not what was asked');
    const errors = errorsOf(request, answer.errors);
    if (isJson(answer.data)) return { data: completed(schema, request, answer.data), ...errors };
    if (!errors) throw new DepartmentFault('not what was asked');
    return { data: null, ...errors };
  };
}

function errorsOf(request: ExecutionRequest, given: unknown): Pick<ExecutionResult, 'errors'> | undefined {
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const words = wordsOf(request);
  return { errors: given.slice(0, MOST_ERRORS).map((each) => remoteProblem(each, words)) };
}

function completed(schema: GraphQLSchema, request: ExecutionRequest, data: Json): Json {
  const { data: fitting, errors } = executeSync({
    schema,
    document: request.document,
    rootValue: withEntityTypes(request, data),
    variableValues: request.variables,
    operationName: request.operationName,
    fieldResolver: byResponseKey,
  });
  if (errors || !fitting) throw new DepartmentFault('not what was asked');
  return fitting as Json;
}

const byResponseKey: GraphQLFieldResolver<Json, unknown> = (source, _args, _context, info) => {
  const key = String(info.path.key);
  return Object.hasOwn(source, key) ? source[key] : undefined;
};

/** `_entities` answers as many as were asked, in their order, each the one that was asked for. */
function withEntityTypes(request: ExecutionRequest, data: Json): Json {
  const aligned: Record<string, unknown> = { ...data };
  for (const field of rootFields(request.document)) {
    if (field.name.value !== '_entities') continue;
    const key = field.alias?.value ?? field.name.value;
    const asked = representationsOf(field, request);
    const entities = data[key];
    if (!Array.isArray(entities) || entities.length !== asked.length) throw new DepartmentFault('not what was asked');
    aligned[key] = entities.map((entity, index) => entityFor(asked[index] ?? {}, entity));
  }
  return aligned;
}

/** A key that comes back must be the one that went out: the planner would write another over a record that is not the department's. */
function entityFor(asked: Json, entity: unknown): Json | null {
  if (entity === null) return null;
  const isIt =
    isJson(entity) &&
    Object.keys(asked).every((key) => !Object.hasOwn(entity, key) || typeof asked[key] === 'object' || entity[key] === asked[key]);
  if (!isIt) throw new DepartmentFault('not what was asked');
  return { ...entity, __typename: asked.__typename };
}

function rootFields(document: DocumentNode): FieldNode[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections.filter((each) => each.kind === Kind.FIELD) : [],
  );
}

function representationsOf(field: FieldNode, { variables }: ExecutionRequest): readonly Json[] {
  const value = field.arguments?.find((each) => each.name.value === 'representations')?.value;
  const asked: unknown = value?.kind === Kind.VARIABLE ? variables?.[value.name.value] : undefined;
  return Array.isArray(asked) ? asked : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
