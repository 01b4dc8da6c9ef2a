import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { exposure, withheldReason } from '#server/access/field-class';
import type { Audience } from '#server/access/viewer';
import { type FieldShape, type RowShape, snake } from './shape';

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

/**
 * Compiles the selection below one row type into a SELECT list, so that a whole tree is one statement and its JSON has exactly the
 * response's keys in the response's order. Projection is compiled in: a class closed to the audience is `null` and never read; one that
 * the row decides stands behind a CASE on what the row opens. `project()` is the same rule for one record; a test holds them together.
 */
export function selectRow(
  at: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  t: string,
): { columns: string; lateral: string; fields: ReadonlySet<string> } {
  const row = rowOf(type);
  const fields = new Set<string>();
  const columns: string[] = [];
  let needsOpened = false;
  const collected = collect(at, type, sets);
  for (const [key, nodes] of collected) {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') {
      columns.push(`'${type.name}' as "${key}"`);
      continue;
    }
    if (name === 'withheld' && !type.getFields().withheld?.extensions.shape?.sql) {
      const { sql, opened } = withheldColumn(at, type, collected, t);
      needsOpened ||= opened;
      columns.push(`${withheldKeys(at, type, nodes, sql)} as "${key}"`);
      continue;
    }
    const shape = shapeOf(type, name);
    fields.add(`${type.name}.${name}`);
    const condition = shownWhen(at, shape, row, t);
    if (condition === 'false') {
      columns.push(`null as "${key}"`);
      continue;
    }
    const value = fieldValue(at, type, nodes, shape, t, fields);
    needsOpened ||= condition.includes(openedColumn(t));
    columns.push(`${condition === 'true' ? value : `case when ${condition} then ${value} end`} as "${key}"`);
  }
  const lateral = needsOpened && row.opened ? ` cross join lateral (select ${row.opened(t)} as opened) ${t}_row` : '';
  return { columns: columns.join(', '), lateral, fields };
}

const openedColumn = (t: string) => `${t}_row.opened`;

/** SQL condition under which a field is shown on row `t`: 'true', 'false', or an expression. */
function shownWhen(at: Selecting, shape: FieldShape, row: RowShape, t: string): string {
  const rule = exposure[at.audience][shape.class];
  if (rule === 'always') return 'true';
  if (rule === 'never') return 'false';
  if (at.audience !== 'staff') return shape.when ? shape.when(t) : 'false';
  // A row type without `opened` opens whatever its row policy lets through: identity and contact lie in tables of their own.
  if (!row.opened) return 'true';
  return `(${openedColumn(t)} is null or '${shape.class}' = any (${openedColumn(t)}))`;
}

function fieldValue(
  at: Selecting,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  shape: FieldShape,
  t: string,
  fields: Set<string>,
): string {
  const node = nodes[0] as FieldNode;
  const output = type.getFields()[node.name.value]?.type as GraphQLOutputType;
  const target = getNamedType(output);
  if (isLeafType(target)) return leafValue(target.name, shape, node.name.value, t);
  if (!isObjectType(target)) throw new Unreadable(`${type.name}.${node.name.value} is abstract`);
  const sets = nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : []));
  const u = `${t}_${fields.size}`;
  const inner = selectRow(at, target, sets, u);
  for (const field of inner.fields) fields.add(field);
  const row = rowOf(target);
  const source = `${sourceOf(shape, row, t)} ${u}${inner.lateral}`;
  const conditions = [joinOn(shape, rowOf(type), row, t, u), ...(shape.where ? [shape.where(u)] : [])].join(' and ');
  const order = ` order by ${shape.order?.(u) ?? `${u}.${row.key}`}`;
  if (!isListType(getNullableType(output)))
    return `(select row_to_json(r) from (select ${inner.columns} from ${source} where ${conditions}${shape.order ? order : ''} limit 1) r)`;
  return `(select coalesce(json_agg(row_to_json(r)), '[]'::json) from (select ${inner.columns} from ${source} where ${conditions}${order}${limitOf(at, type, node, shape)}) r)`;
}

function leafValue(scalar: string, shape: FieldShape, name: string, t: string): string {
  const value = shape.sql ? shape.sql(t) : `${t}.${snake(name)}`;
  return scalar === 'DateTime' ? `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : value;
}

/** What a relation is read from. A stub has no table here: its row is the key that row `t` holds. */
function sourceOf(shape: FieldShape, to: RowShape, t: string): string {
  if (to.table) return to.table;
  if (shape.one) return `(select ${t}.${shape.one} as ${to.key})`;
  throw new Unreadable('a stub is reached by its key only');
}

function joinOn(shape: FieldShape, from: RowShape, to: RowShape, t: string, u: string): string {
  if (shape.on) return shape.on(t, u);
  if (shape.one) return `${u}.${to.key} = ${t}.${shape.one}`;
  if (shape.many) return `${u}.${shape.many} = ${t}.${from.key}`;
  throw new Unreadable(`no relation to ${to.table}`);
}

function limitOf(at: Selecting, type: GraphQLObjectType, node: FieldNode, shape: FieldShape): string {
  const most = shape.limit ?? 500;
  const usual = type.getFields()[node.name.value]?.args.find(({ name }) => name === 'limit')?.defaultValue;
  const asked = at.argument(node, 'limit') ?? usual;
  return ` limit ${Math.max(0, Math.min(most, typeof asked === 'number' ? Math.trunc(asked) : most))}`;
}

/** `withheld`: one entry for each selected field that this row keeps from the viewer. */
function withheldColumn(
  at: Selecting,
  type: GraphQLObjectType,
  collected: ReadonlyMap<string, readonly FieldNode[]>,
  t: string,
): { sql: string; opened: boolean } {
  const row = rowOf(type);
  const asked = new Set([...collected.values()].map((nodes) => nodes[0]?.name.value ?? ''));
  const entries: string[] = [];
  for (const name of asked) {
    if (name === '__typename' || name === 'withheld') continue;
    const shape = shapeOf(type, name);
    const condition = shownWhen(at, shape, row, t);
    const closed = condition === 'false' ? 'true' : closedWhen(condition, rowClosed(at, type, name, shape, t));
    if (!closed) continue;
    const reason = withheldReason(at.audience, shape.class).replaceAll("'", "''");
    entries.push(`select '${name}' as field, '${reason}' as reason where ${closed}`);
  }
  return { sql: entries.join(' union all '), opened: entries.some((entry) => entry.includes(openedColumn(t))) };
}

/** A field is withheld where its own row closes it, and where the row behind it is hidden. */
function closedWhen(shown: string, hidden: string | undefined): string | undefined {
  const own = shown === 'true' ? undefined : `not ${shown}`;
  return own && hidden ? `(${own} or ${hidden})` : (own ?? hidden);
}

/** A to-one field whose class the row decides lies in a table of its own: it is withheld where that table's policy hides the row. */
function rowClosed(at: Selecting, type: GraphQLObjectType, name: string, shape: FieldShape, t: string): string | undefined {
  if (exposure[at.audience][shape.class] !== 'row') return undefined;
  const target = getNamedType(type.getFields()[name]?.type);
  if (!isObjectType(target) || (!shape.one && !shape.on)) return undefined;
  const row = rowOf(target);
  return `not exists (select 1 from ${row.table} x where ${joinOn(shape, rowOf(type), row, t, 'x')})`;
}

function withheldKeys(at: Selecting, type: GraphQLObjectType, nodes: readonly FieldNode[], sql: string): string {
  if (!sql) return `'[]'::json`;
  const target = getNamedType(type.getFields().withheld?.type) as GraphQLObjectType;
  const keys = [
    ...collect(
      at,
      target,
      nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : [])),
    ),
  ];
  const columns = keys.map(([key, [node]]) =>
    node?.name.value === '__typename' ? `'${target.name}' as "${key}"` : `w.${node?.name.value} as "${key}"`,
  );
  return `(select coalesce(json_agg(row_to_json(r)), '[]'::json) from (select ${columns.join(', ')} from (${sql}) w) r)`;
}

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

function rowOf(type: GraphQLObjectType): RowShape {
  const row = type.extensions.row;
  if (!row) throw new Unreadable(`${type.name} is not a row`);
  return row;
}

function shapeOf(type: GraphQLObjectType, name: string): FieldShape {
  const shape = type.getFields()[name]?.extensions.shape;
  if (!shape) throw new GraphQLError(`field ${type.name}.${name} has no shape`);
  return shape;
}
