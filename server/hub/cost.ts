import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '#server/database/document-plan';

/** Values that one answer may hold, estimated from the lengths that its lists are asked for with. */
export const MOST_COST = 100_000;
/** The longest that any list may be asked for, and what is assumed of one that cannot be asked for a length: those are short by nature. */
const LONGEST_LIST = 500;
const USUAL_LIST = 3;

/** What stands below one list: so many values in each of its rows, and further lists. */
interface Rows {
  values: number;
  readonly lists: { readonly length: number | { readonly variable: string; readonly usual: number }; readonly rows: Rows }[];
}

/** How many values an answer may come to hold. `variables` as sent or coerced; the document is valid. Read once for each operation. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  let kept = known.get(operation);
  if (kept?.schema !== schema) known.set(operation, (kept = { schema, rows: rowsOf(schema, document, operation) }));
  return cost(kept.rows, variables);
}
const known = new WeakMap<OperationDefinitionNode, { schema: GraphQLSchema; rows: Rows }>();

/** The fault of a question whose answer could grow too large, or nothing. */
export function costFault(...question: Parameters<typeof costOf>): GraphQLError | undefined {
  if (costOf(...question) <= MOST_COST) return undefined;
  return new GraphQLError(
    `答えが大きくなりすぎます（${MOST_COST.toLocaleString('ja-JP')}項目まで）。limit を小さくするか、問い合わせを分けてください。`,
    { extensions: { code: 'LIMIT_EXCEEDED' } },
  );
}

function cost({ values, lists }: Rows, variables: Readonly<Record<string, unknown>>): number {
  return lists.reduce((sum, { length, rows }) => sum + lengthOf(length, variables) * cost(rows, variables), values);
}

function lengthOf(length: Rows['lists'][number]['length'], variables: Readonly<Record<string, unknown>>): number {
  const asked = typeof length === 'number' ? length : (variables[length.variable] ?? length.usual);
  return Math.max(0, Math.min(typeof asked === 'number' ? asked : LONGEST_LIST, LONGEST_LIST));
}

function rowsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Rows {
  const fragments = fragmentsOf(document);
  const read = (type: GraphQLObjectType, set: SelectionSetNode, rows: Rows): Rows => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) add(type, selection, rows);
      else {
        const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
        const on = part?.typeCondition && schema.getType(part.typeCondition.name.value);
        if (part) read(isObjectType(on) ? on : type, part.selectionSet, rows);
      }
    }
    return rows;
  };
  const add = (type: GraphQLObjectType, node: FieldNode, rows: Rows): void => {
    rows.values += 1;
    const field = type.getFields()[node.name.value];
    // What introspection may ask for is a matter of graphql-js, and of the size of the schema.
    if (!field || !node.selectionSet || isLeafType(getNamedType(field.type))) return;
    const target = getNamedType(field.type) as GraphQLObjectType;
    if (!isListType(getNullableType(field.type))) read(target, node.selectionSet, rows);
    else
      rows.lists.push({
        length: askedLength(node, field.args, operation),
        rows: read(target, node.selectionSet, { values: 0, lists: [] }),
      });
  };
  const root = schema.getRootType(operation.operation);
  return root ? read(root, operation.selectionSet, { values: 0, lists: [] }) : { values: 0, lists: [] };
}

function askedLength(
  node: FieldNode,
  args: readonly { readonly name: string; readonly defaultValue?: unknown }[],
  operation: OperationDefinitionNode,
): Rows['lists'][number]['length'] {
  const limit = args.find(({ name }) => name === 'limit');
  if (!limit) return USUAL_LIST;
  const usual = typeof limit.defaultValue === 'number' ? limit.defaultValue : LONGEST_LIST;
  const given = node.arguments?.find(({ name }) => name.value === 'limit')?.value;
  if (!given) return usual;
  if (given.kind === Kind.INT) return Number(given.value);
  if (given.kind !== Kind.VARIABLE) return usual;
  const variable = given.name.value;
  const preset = operation.variableDefinitions?.find((each) => each.variable.name.value === variable)?.defaultValue;
  return { variable, usual: preset?.kind === Kind.INT ? Number(preset.value) : usual };
}
