import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Audience } from '#server/access/viewer';
import { isId } from '#server/kernel/ids';
import { collect, type Selecting, Unreadable } from './collect';
import { nameOf } from './preparing';
import { selectRow } from './reading';
import { listSql, rowsSql } from './rows-sql';
import type { Subjects } from './subjects';
import type { Statement } from './unit';

/** Names an argument of the root field inside SQL, cast to a PostgreSQL type. An id of the wrong shape becomes null and finds nothing. */
export type Arg = (name: string, type: 'uuid' | 'text' | 'int' | 'date' | 'boolean') => string;

/** How a root field is read: which rows, in which order. */
export interface RootShape {
  readonly where?: (t: string, arg: Arg) => string;
  readonly order?: (t: string) => string;
  /** At most so many; an argument `limit` may ask for fewer. */
  readonly limit?: number;
}

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    root?: RootShape;
  }
}

/** A root field compiled for one audience: its statement but for the values, and what it touches (for the audit). */
export interface RootPlan {
  readonly key: string;
  readonly text: string;
  readonly fields: ReadonlySet<string>;
  values(variables: Readonly<Record<string, unknown>>): unknown[];
}

/** A whole operation compiled; `undefined` roots are what the compiler cannot read. */
export interface DocumentPlan {
  readonly roots: readonly RootPlan[];
}

/** Where a compilation stands: the document's parts and the coerced variables that @skip, @include and nested arguments look at. */
export function selecting(
  schema: GraphQLSchema,
  fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>,
  audience: Audience,
  variables: Readonly<Record<string, unknown>>,
): Selecting {
  return {
    schema,
    fragments,
    audience,
    includes: (node) =>
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false,
    argument: (field, name) => {
      const given = field.arguments?.find((each) => each.name.value === name)?.value;
      return given && valueFromASTUntyped(given, variables);
    },
  };
}

/** Compiles the rows below one root field. Throws `Unreadable` where the field has no shape. */
export function planRoot(at: Selecting, type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): RootPlan {
  const node = nodes[0] as FieldNode;
  const field = type.getFields()[node.name.value];
  const root = field?.extensions.root;
  const target = field && (getNamedType(field.type) as GraphQLObjectType);
  if (!field || !root || !target?.extensions.row) throw new Unreadable(`${type.name}.${node.name.value}`);
  const parameters: { name: string; type: string }[] = [];
  const arg: Arg = (name, sqlType) => `$${parameters.push({ name, type: sqlType })}::${sqlType}`;
  const selected = selectRow(
    at,
    target,
    nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : [])),
    't',
  );
  const where = root.where ? ` where ${root.where('t', arg)}` : '';
  const many = isListType(getNullableType(field.type));
  const most = root.limit ?? 500;
  const limited = field.args.some((each) => each.name === 'limit') ? `least(${arg('limit', 'int')}, ${most})` : String(most);
  const { table = '', key: id } = target.extensions.row;
  const tail = many ? `${where} order by ${root.order?.('t') ?? `t.${id}`} limit ${limited}` : `${where} limit 1`;
  const rows = rowsSql(selected, table, 't', tail);
  const text = `select j.json::text as json${selected.subjects.length > 0 ? ', j.subjects' : ''} from (${many ? listSql(selected, rows) : rows}) j`;
  return {
    key,
    text,
    fields: selected.fields,
    values: (variables) => {
      const given = getArgumentValues(field, node, variables as Record<string, unknown>);
      return parameters.map(({ name, type: sqlType }) => asParameter(given[name], sqlType));
    },
  };
}

function asParameter(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'uuid') return isId(String(value)) ? value : null;
  if (type === 'int') return Math.max(0, Number(value));
  return value;
}

/** Compiles every root field of a query. Throws `Unreadable` where one of them cannot be read as SQL. */
export function planOperation(at: Selecting, query: GraphQLObjectType, operation: OperationDefinitionNode): DocumentPlan {
  const roots = [...collect(at, query, [operation.selectionSet])].map(([key, nodes]) => planRoot(at, query, key, nodes));
  return { roots };
}

/** The plan's statement for these variables, which tells `subjects` whose records it reads. Named, so that PostgreSQL need not plan it every time. */
export function statementOf(plan: RootPlan, variables: Readonly<Record<string, unknown>>, subjects: Subjects): Statement {
  return { text: plan.text, values: plan.values(variables), name: statementName(plan), subjects };
}

const names = new WeakMap<RootPlan, string>();
function statementName(plan: RootPlan): string {
  let name = names.get(plan);
  if (!name) names.set(plan, (name = nameOf(plan.text)));
  return name;
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found = document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : []));
  return Object.fromEntries(found);
}
