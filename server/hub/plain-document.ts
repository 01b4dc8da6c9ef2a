import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '#server/database/document-plan';

/** A document that says the same in the plainest way: one operation, no fragments, no @skip or @include, every response key once. */
export interface PlainDocument {
  readonly document: DocumentNode;
  /** Nothing is left to ask. */
  readonly isEmpty: boolean;
  /** Takes out again what had to be asked for where nothing was left to ask. */
  cleared<T>(data: T): T;
}

const NOTHING: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  alias: { kind: Kind.NAME, value: 'nothing_was_asked' },
};

interface Known {
  readonly schema: GraphQLSchema;
  /** Variables that decide about directives. */
  readonly deciding: readonly string[];
  readonly plain: Map<string, PlainDocument>;
}
const known = new WeakMap<OperationDefinitionNode, Known>();
const MOST_KEPT = 16;

/**
 * Makes a valid document plain for the query planners: Hive's appends a list to itself where its field is asked for twice, as two
 * fragments of one page do, and cannot plan what is skipped altogether. `variables` are coerced. The same object for the same shape, since
 * planners keep their plans by it.
 */
export function plainDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): PlainDocument {
  let kept = known.get(operation);
  if (kept?.schema !== schema) known.set(operation, (kept = { schema, deciding: decidingVariables(document), plain: new Map() }));
  const key = JSON.stringify(kept.deciding.map((name) => variables[name] ?? null));
  let plain = kept.plain.get(key);
  if (!plain) {
    if (kept.plain.size >= MOST_KEPT) kept.plain.clear();
    kept.plain.set(key, (plain = madePlain(schema, document, operation, variables)));
  }
  return plain;
}

/** An interface or union, whose fragments cannot be merged. The house has none; a department of a vendor might. */
class Abstract extends Error {}

function madePlain(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): PlainDocument {
  try {
    return new Plainer(schema, fragmentsOf(document), variables).plain(operation);
  } catch (fault) {
    if (fault instanceof Abstract) return { document, isEmpty: false, cleared: (data) => data };
    throw fault;
  }
}

function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

class Plainer {
  #cleared = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  plain(operation: OperationDefinitionNode): PlainDocument {
    const root = this.schema.getRootType(operation.operation) as GraphQLObjectType;
    const selections = this.#merged(root, [operation.selectionSet]);
    const used = new Set<string>();
    const body: OperationDefinitionNode = { ...operation, directives: [], selectionSet: { kind: Kind.SELECTION_SET, selections } };
    visit(body.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
    const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
    const cleared = this.#cleared;
    return {
      document: { kind: Kind.DOCUMENT, definitions: [{ ...body, variableDefinitions }] },
      isEmpty: selections.length === 0,
      cleared: (data) => (cleared ? without(data) : data),
    };
  }

  #merged(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SelectionNode[] {
    const fields = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    const collect = (set: SelectionSetNode) => {
      for (const selection of set.selections) {
        if (!this.#includes(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          fields.set(key, [...(fields.get(key) ?? []), selection]);
          continue;
        }
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          if (seen.has(selection.name.value)) continue;
          seen.add(selection.name.value);
        }
        const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments[selection.name.value];
        const condition = part?.typeCondition?.name.value ?? type.name;
        if (condition !== type.name) throw new Abstract(condition);
        if (part) collect(part.selectionSet);
      }
    };
    for (const set of sets) collect(set);
    return [...fields.values()].map((nodes) => this.#field(type, nodes));
  }

  #field(type: GraphQLObjectType, nodes: readonly FieldNode[]): FieldNode {
    const [first] = nodes as [FieldNode];
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const bare: FieldNode = { ...first, directives: [] };
    if (sets.length === 0) return bare;
    const target = getNamedType(type.getFields()[first.name.value]?.type);
    if (!isObjectType(target)) throw new Abstract(first.name.value);
    const selections = this.#merged(target, sets);
    if (selections.length === 0) this.#cleared = true;
    return { ...bare, selectionSet: { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [NOTHING] } };
  }

  #includes(node: SelectionNode): boolean {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.if !== false
    );
  }
}

function without<T>(data: T): T {
  if (Array.isArray(data)) return data.map(without) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => (key === NOTHING.alias?.value ? [] : [[key, without(value)]])),
  ) as T;
}
