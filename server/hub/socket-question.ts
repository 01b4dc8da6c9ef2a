import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Audience } from '#server/access/viewer';
import { coercedVariables } from './coerced-variables';
import { costFault } from './cost';
import { knownOperationRule } from './known-operation-rule';
import { earlyFault, LIMITS } from './limits';
import { mayIntrospect } from './may-introspect';
import { operationOf } from './route';
import { validationOptions } from './validation-options';

/** A subscribe message as it came. */
export interface Payload {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** A question that fits the contract: one operation of the document, with its variables as sent and as coerced. */
export interface SocketQuestion {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly sent: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
}

/** Reads a question as Apollo Server does for HTTP: the same limits, the same codes. What is wrong with the request comes back as a list. */
export function readQuestion(schema: GraphQLSchema, audience: Audience, payload: Payload): SocketQuestion | readonly GraphQLError[] {
  let document: DocumentNode;
  try {
    document = documents.get(payload.query) ?? parse(payload.query, { maxTokens: LIMITS.tokens });
  } catch (fault) {
    return [coded(fault as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
  }
  const faults = faultsOf(schema, audience, document);
  if (faults.length > 0) return faults;
  documents.set(payload.query, document);
  const operation = operationOf(document, payload.operationName);
  if (!operation) return [new GraphQLError('操作の名前が文書と合いません。', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })];
  const sent = { ...payload.variables };
  const coerced = coercedVariables(schema, operation, sent);
  if ('faults' in coerced) return coerced.faults;
  const tooDear = costFault(schema, document, operation, coerced.values);
  return tooDear ? [tooDear] : { document, operation, sent, variables: coerced.values };
}

const openRules = [...specifiedRules, knownOperationRule];

function faultsOf(schema: GraphQLSchema, audience: Audience, document: DocumentNode): readonly GraphQLError[] {
  const early = earlyFault(document);
  if (early) return [early];
  const rules = mayIntrospect(audience) ? openRules : [...openRules, NoSchemaIntrospectionCustomRule];
  return validate(schema, document, rules, validationOptions);
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, extensions: { code } });
}

/** Parsed documents by text: boards reconnect with the same few. */
class RecentDocuments {
  readonly #kept = new Map<string, DocumentNode>();
  get(text: string): DocumentNode | undefined {
    return this.#kept.get(text);
  }
  set(text: string, document: DocumentNode): void {
    if (this.#kept.size > 200) this.#kept.clear();
    this.#kept.set(text, document);
  }
}
const documents = new RecentDocuments();
