import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Audience } from '#server/access/viewer';

/** The fixed facts of one compilation. `includes` answers @skip/@include and `argument` a nested argument, for the variables at hand. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>;
  readonly audience: Audience;
  includes(node: { readonly directives?: FieldNode['directives'] }): boolean;
  argument(field: FieldNode, name: string): unknown;
}

/** A selection that this compiler does not know how to read; the caller resolves it field by field instead. */
export class Unreadable extends Error {}

/** Response keys in order with all nodes of each, as graphql-js collects them; every type here is concrete. */
export function collect(
  at: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  into = new Map<string, FieldNode[]>(),
  seen = new Set<string>(),
) {
  for (const set of sets) {
    for (const selection of set.selections) {
      if (!at.includes(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        // PostgreSQL cuts identifiers at 63 bytes, so a longer key would be answered under another name.
        if (key.length > 63) throw new Unreadable(`response key ${key} is too long`);
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : at.fragments[selection.name.value];
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      const condition = fragment?.typeCondition?.name.value ?? type.name;
      if (!fragment || condition !== type.name) throw new Unreadable(`fragment on ${condition} within ${type.name}`);
      collect(at, type, [fragment.selectionSet], into, seen);
    }
  }
  return into;
}
