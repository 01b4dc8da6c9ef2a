import {
  type DocumentNode,
  getNamedType,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Audience } from '#server/access/viewer';
import { Unreadable } from '#server/database/collect';
import { type DocumentPlan, fragmentsOf, planOperation, selecting } from '#server/database/document-plan';
import type { Generation } from './graph';

/** compiled: one statement for each root field. core: graphql-js on the core alone. planned: the query planner. introspection: the contract's own schema. */
export type Route = 'compiled' | 'core' | 'planned' | 'introspection' | 'mixed';

interface Kept {
  readonly generation: Generation;
  readonly route: Exclude<Route, 'compiled'>;
  readonly plans: {
    readonly audience: Audience;
    readonly looked: readonly (readonly [string, unknown])[];
    readonly plan: DocumentPlan | undefined;
  }[];
}

const kept = new WeakMap<OperationDefinitionNode, Kept>();
/** A document with many variables in its directives may have many shapes; only so many are kept. */
const MOST_SHAPES = 16;

/** Which lane an operation takes in this graph. Decided once for each document; the document has passed the viewer's contract. */
export function routeOf(generation: Generation, document: DocumentNode, operation: OperationDefinitionNode): Kept['route'] {
  return remember(generation, document, operation).route;
}

/** The compiled plan, or undefined where the compiler cannot read some part: graphql-js then resolves it. */
export function planFor(
  generation: Generation,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  audience: Audience,
  variables: Readonly<Record<string, unknown>>,
): DocumentPlan | undefined {
  const { plans } = remember(generation, document, operation);
  const found = plans.find((each) => each.audience === audience && each.looked.every(([name, value]) => variables[name] === value));
  if (found) return found.plan;
  const looked = new Map<string, unknown>();
  const watched = new Proxy(variables, {
    get: (all, name: string) => {
      looked.set(name, all[name]);
      return all[name];
    },
    has: (all, name) => name in all,
    getOwnPropertyDescriptor: (all, name: string) => {
      looked.set(name, all[name]);
      return Object.getOwnPropertyDescriptor(all, name);
    },
  });
  const plan = tryPlan(generation, document, operation, audience, watched);
  if (plans.length >= MOST_SHAPES) plans.shift();
  plans.push({ audience, looked: [...looked], plan });
  return plan;
}

function tryPlan(
  generation: Generation,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  audience: Audience,
  variables: Readonly<Record<string, unknown>>,
) {
  const query = generation.core.schema.getQueryType();
  if (!query) return undefined;
  try {
    return planOperation(selecting(generation.core.schema, fragmentsOf(document), audience, variables), query, operation);
  } catch (fault) {
    if (fault instanceof Unreadable) return undefined;
    throw fault;
  }
}

function remember(generation: Generation, document: DocumentNode, operation: OperationDefinitionNode): Kept {
  const known = kept.get(operation);
  if (known?.generation === generation) return known;
  const fresh: Kept = { generation, route: decideRoute(generation, alone(document, operation)), plans: [] };
  kept.set(operation, fresh);
  return fresh;
}

/** The operation with the fragments that it uses: what else stands in the document says nothing about its road. */
function alone(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  return separateOperations(document)[operation.name?.value ?? ''] ?? document;
}

function decideRoute(generation: Generation, document: DocumentNode): Kept['route'] {
  const types = new TypeInfo(generation.contracts.staff);
  let introspects = false;
  let reads = false;
  let core = true;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const parent = types.getParentType()?.name ?? '';
        const name = node.name.value;
        if (name === '__schema' || name === '__type') introspects = true;
        if (parent.startsWith('__') || name.startsWith('__')) return;
        reads = true;
        core &&= generation.coreOwned.has(`${parent}.${name}`) && getNamedType(types.getType()) !== undefined;
      },
    }),
  );
  if (introspects) return reads ? 'mixed' : 'introspection';
  return core ? 'core' : 'planned';
}

/** The operation of a document, or undefined when the name does not fit. */
export function operationOf(document: DocumentNode, name?: string | null): OperationDefinitionNode | undefined {
  return getOperationAST(document, name) ?? undefined;
}

/** A document that asks for nothing but the names of types. */
export function isTypenameOnly(operation: OperationDefinitionNode): boolean {
  return (
    operation.operation === OperationTypeNode.QUERY &&
    operation.selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value === '__typename')
  );
}
