import type { ExecutionRequest } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { ReadContext } from '#server/database/read';
import { isId } from '#server/kernel/ids';

/**
 * Tells the operation's audit what a department in a process of its own is asked: the fields, and the keys of the cases that are sent to it.
 * What it answers is not looked at: whose records it gave beyond those keys stands in its own audit.
 */
export function tellAsked(
  schema: GraphQLSchema,
  { document, variables }: ExecutionRequest<Record<string, unknown>>,
  { touched, subjects }: Pick<ReadContext, 'touched' | 'subjects'>,
): void {
  for (const field of fieldsOf(schema, document)) touched.add(field);
  for (const value of Object.values(variables ?? {}))
    if (Array.isArray(value)) for (const each of value) if (isCase(each)) subjects.add(each.id);
}

/** A case as a router names it: of all entities the one on which people's records hang. The key may come from another department, so it may be any text. */
function isCase(value: unknown): value is { readonly id: string } {
  const { __typename, id } = (value ?? {}) as { readonly __typename?: unknown; readonly id?: unknown };
  return __typename === 'Case' && typeof id === 'string' && isId(id);
}

const known = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** `Type.field` of everything a document asks for below its roots. The planner hands over the same nodes again and again. */
function fieldsOf(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const kept = known.get(document);
  if (kept) return kept;
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const parent = types.getParentType();
        if (parent && !roots.some((root) => root === parent) && !name.value.startsWith('__')) fields.add(`${parent.name}.${name.value}`);
      },
    }),
  );
  known.set(document, fields);
  return fields;
}
