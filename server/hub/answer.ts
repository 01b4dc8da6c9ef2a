import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
} from 'graphql';
import { statementOf } from '#server/database/document-plan';
import type { ReadAudit } from '#server/database/read-audit';
import { readTogether } from '#server/database/unit';
import { coercedVariables } from './coerced-variables';
import type { HubContext } from './context';
import { recordDenials } from './denials';
import type { FieldClasses } from './field-classes';
import type { Generation } from './graph';
import { nullArguments } from './null-arguments';
import { plainDocument } from './plain-document';
import { isTypenameOnly, operationOf, planFor, routeOf } from './route';

/** Data that PostgreSQL has already written as JSON text: sent on as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}

export interface Question {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables: Record<string, unknown>;
}

export interface Answered {
  readonly data?: Record<string, unknown> | JsonText | null;
  readonly errors?: readonly GraphQLError[];
}

/**
 * Answers a validated query or mutation in its lane, closes the unit of reading, and writes what was refused and what was read before anything
 * leaves. Throws only `Unavailable`, when the audit cannot be written; every other fault is in `errors`.
 */
export async function answer(
  generation: Generation,
  audit: ReadAudit,
  classes: FieldClasses,
  question: Question,
  context: HubContext,
): Promise<Answered> {
  const answered = await inLane(generation, question, context).finally(() => context.unit.close());
  await recordDenials(generation, question, answered, context);
  await recordRead(audit, classes, question, context);
  return answered;
}

async function inLane(generation: Generation, question: Question, context: HubContext): Promise<Answered> {
  const { document, variables } = question;
  const operation = operationOf(document, question.operationName);
  if (!operation)
    return { errors: [new GraphQLError('操作の名前が文書と合いません。', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })] };
  const operationName = question.operationName ?? undefined;
  const route = routeOf(generation, document, operation);
  const contract = generation.contracts[context.viewer.audience];
  if (route === 'introspection' || isTypenameOnly(operation)) {
    return plain(
      await execute({
        schema: contract,
        document,
        variableValues: variables,
        hideSuggestions: true,
        ...(operationName ? { operationName } : {}),
      }),
    );
  }
  if (route === 'mixed')
    return {
      errors: [
        new GraphQLError('スキーマの問い合わせ（__schema・__type）とデータの問い合わせは、分けて送ってください。', {
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      ],
    };
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    return {
      errors: [
        new GraphQLError('変わるたびに届く問い合わせ（subscription）は、WebSocket で送ってください。', {
          extensions: { code: 'BAD_REQUEST' },
        }),
      ],
    };
  const faults = nullArguments(contract, document, variables);
  if (faults.length > 0) return { errors: faults };
  const coerced = coercedVariables(contract, operation, variables);
  if ('faults' in coerced) return { errors: coerced.faults };
  if (route === 'planned') return plannedAnswer(generation, question, operation, context, coerced.values);
  if (operation.operation === OperationTypeNode.QUERY) {
    const compiled = await compiledAnswer(generation, question, context, coerced.values);
    if (compiled) return compiled;
  }
  return plain(
    await execute({
      schema: generation.core.schema,
      document,
      variableValues: variables,
      contextValue: context,
      ...(operationName ? { operationName } : {}),
    }),
  );
}

async function plannedAnswer(
  generation: Generation,
  question: Question,
  operation: OperationDefinitionNode,
  context: HubContext,
  coerced: Record<string, unknown>,
): Promise<Answered> {
  const { document, isEmpty, cleared } = plainDocument(
    generation.contracts[context.viewer.audience],
    question.document,
    operation,
    coerced,
  );
  if (isEmpty) return { data: {} };
  // Both planners leave out data that a fault at a root that cannot be null took with it: the operation was carried out all the same.
  const { data = null, ...rest } = await generation.planned({
    document,
    variables: question.variables,
    context,
    ...(operation.name ? { operationName: operation.name.value } : {}),
  });
  return { ...rest, data: cleared(data) } as Answered;
}

const plain = (result: ExecutionResult): Answered => result as Answered;

async function compiledAnswer(
  generation: Generation,
  { document, operationName }: Question,
  context: HubContext,
  variables: Record<string, unknown>,
): Promise<Answered | undefined> {
  const operation = operationOf(document, operationName);
  const plan = operation && planFor(generation, document, operation, context.viewer.audience, variables);
  if (!plan) return undefined;
  for (const root of plan.roots) for (const field of root.fields) context.touched.add(field);
  try {
    const texts = await readTogether(
      context.database,
      context.viewer,
      plan.roots.map((root) => statementOf(root, variables, context.subjects)),
    );
    return { data: new JsonText(`{${plan.roots.map((root, index) => `"${root.key}":${texts[index] ?? 'null'}`).join(',')}}`) };
  } catch (fault) {
    return {
      data: null,
      errors: [new GraphQLError('reading failed', { originalError: fault as Error, path: [plan.roots[0]?.key ?? ''] })],
    };
  }
}

const hashes = new WeakMap<DocumentNode, string>();

/** Names the exact question in the audit. */
export function documentHash(document: DocumentNode): string {
  let hash = hashes.get(document);
  if (!hash) hashes.set(document, (hash = createHash('sha256').update(print(document)).digest('base64url').slice(0, 22)));
  return hash;
}

/** What is public or tells of nobody needs no audit; anything else is named by its classes before the answer leaves. */
async function recordRead(
  audit: ReadAudit,
  classes: FieldClasses,
  { document, operationName }: Question,
  context: HubContext,
): Promise<void> {
  const read = classes.written(context.touched);
  if (read.length === 0) return;
  await audit.record(
    {
      receivers: [context.viewer.actor],
      audience: context.viewer.audience,
      operation: operationOf(document, operationName)?.name?.value ?? '',
      document: documentHash(document),
      classes: read,
      // A display reads at the one conference it is paired with.
      session: context.viewer.session,
      purpose: context.purpose,
      emergency: context.viewer.brokenGlass,
    },
    context.subjects,
  );
}
