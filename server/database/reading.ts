import {
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { exposure, withheldReason } from '#server/access/field-class';
import { collect, type Selecting, Unreadable } from './collect';
import { listSql, rowsSql } from './rows-sql';
import { type FieldShape, type RowShape, snake } from './shape';
import { classMask, sessionSql, subjectSql, withinSql } from './subjects';

/** What one row's selection is in SQL. */
export interface Selected {
  readonly columns: string;
  /** Joined to the row: what it opens, where a column looks at that. */
  readonly lateral: string;
  /** Joined behind it: relations to somebody's records. */
  readonly joins: string;
  /** The keys of those whose records are read, each an SQL text; none where they are nobody's. */
  readonly subjects: readonly string[];
  /** Classes asked for of the row itself (`classMask`). */
  readonly mask: number;
  readonly fields: ReadonlySet<string>;
}

/**
 * Compiles the selection below one row type into a SELECT list, so that a whole tree is one statement and its JSON has exactly the
 * response's keys in the response's order. Projection is compiled in: a class closed to the audience is `null` and never read; one that
 * the row decides stands behind a CASE on what the row opens. `project()` is the same rule for one record; a test holds them together.
 */
export function selectRow(at: Selecting, type: GraphQLObjectType, sets: readonly SelectionSetNode[], t: string): Selected {
  let tables = 0;
  return selected({ ...at, alias: () => `t${(tables += 1)}` }, type, sets, t);
}

/** One statement in the making. `alias` names its next table: short, since PostgreSQL cuts names, and two cut alike are one. */
interface Compiling extends Selecting {
  alias(): string;
}

/** What the rows on the way to this one have told the audit already. */
interface Told {
  /** The row's own subject is named, by the row that led to it. */
  readonly isNamed: boolean;
  /** The conference is. */
  readonly isTied: boolean;
}

function selected(
  at: Compiling,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  t: string,
  told: Told = { isNamed: false, isTied: false },
): Selected {
  const row = rowOf(type);
  const fields = new Set<string>();
  const subjects: string[] = [];
  const isTied = told.isTied || row.session !== undefined;
  let mask = 0;
  const joins: string[] = [];
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
    if (shape.class !== 'public') mask |= classMask(shape.class);
    const condition = shownWhen(at, shape, row, t);
    if (condition === 'false') {
      columns.push(`null as "${key}"`);
      continue;
    }
    const { value, join, mask: behind } = fieldValue(at, type, nodes, shape, t, fields, condition, isTied);
    mask |= behind;
    if (join) {
      joins.push(` left join lateral (${join.sql}) ${join.u} on true`);
      subjects.push(`${join.u}.subjects`);
    }
    needsOpened ||= condition.includes(openedColumn(t));
    columns.push(`${condition === 'true' ? value : `case when ${condition} then ${value} end`} as "${key}"`);
  }
  const lateral = needsOpened && row.opened ? ` cross join lateral (select ${row.opened(t)} as opened) ${t}_row` : '';
  // The wall keeps everyone but staff from people's records, and from the columns that would say whose they are.
  if (at.audience === 'staff') {
    if (row.subject && !told.isNamed) subjects.unshift(subjectSql(`${t}.${row.subject}`, mask));
    if (row.through) enclose(subjects, withinSql(row.through(t)));
    if (row.session && !told.isTied) enclose(subjects, sessionSql(`${t}.${row.session}`));
  }
  return { columns: columns.join(', '), lateral, joins: joins.join(''), subjects, mask, fields };
}

/** What a row and the rows below it tell belongs to conferences. */
function enclose(subjects: string[], [opening, closing]: readonly [string, string]): void {
  subjects.unshift(opening);
  subjects.push(closing);
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

/**
 * The SQL of one field. A relation to rows that are somebody's records answers whose beside its JSON, so it is joined; any other is a
 * subquery in its place.
 */
function fieldValue(
  at: Compiling,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  shape: FieldShape,
  t: string,
  fields: Set<string>,
  shown: string,
  isTied: boolean,
): { value: string; join?: { u: string; sql: string }; mask: number } {
  const node = nodes[0] as FieldNode;
  const output = type.getFields()[node.name.value]?.type as GraphQLOutputType;
  const target = getNamedType(output);
  if (isLeafType(target)) return { value: leafValue(target.name, shape, node.name.value, t), mask: 0 };
  if (!isObjectType(target)) throw new Unreadable(`${type.name}.${node.name.value} is abstract`);
  const sets = nodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : []));
  const u = at.alias();
  const from = rowOf(type);
  const row = rowOf(target);
  const joined = joinOn(shape, from, row, t, u);
  const isNamed = !!from.subject && joined === `${u}.${row.subject} = ${t}.${from.subject}`;
  const inner = selected(at, target, sets, u, { isNamed, isTied });
  const mask = isNamed ? inner.mask : 0;
  for (const field of inner.fields) fields.add(field);
  const isMany = isListType(getNullableType(output));
  const closed = inner.subjects.length > 0 && shown !== 'true' ? [shown] : [];
  const conditions = [joined, ...(shape.where ? [shape.where(u)] : []), ...closed].join(' and ');
  const order = shape.order || isMany ? ` order by ${shape.order?.(u) ?? `${u}.${row.key}`}` : '';
  const limit = isMany ? limitOf(at, type, node, shape) : ' limit 1';
  const rows = rowsSql(inner, sourceOf(shape, row, t), u, ` where ${conditions}${order}${limit}`);
  const sql = isMany ? listSql(inner, rows) : rows;
  return inner.subjects.length > 0 ? { value: `${u}.json`, join: { u, sql }, mask } : { value: `(${sql})`, mask };
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
