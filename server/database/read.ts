import {
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import type { SharedCases, Viewer } from '#server/access/viewer';
import { isId } from '#server/kernel/ids';
import { planRoot, type RootPlan, selecting, statementOf } from './document-plan';
import { selectRow } from './reading';
import { rowsSql } from './rows-sql';
import type { Database } from './source';
import type { Subjects } from './subjects';
import type { Unit } from './unit';

/** What every resolver of the core and of embedded departments is given. */
export interface ReadContext {
  readonly viewer: Viewer;
  readonly database: Database;
  /** The operation's one unit of reading. */
  readonly unit: Unit;
  /** `Type.field` of everything read so far, and whose records they were, for the audit. */
  readonly touched: Set<string>;
  readonly subjects: Subjects;
  /** What the reading is for, where somebody had to say so: it goes into the audit. */
  readonly purpose?: string;
}

/** Reads the whole tree below a root field as one statement. The field says how in its `@Root`. */
export async function read(context: ReadContext, info: GraphQLResolveInfo): Promise<unknown> {
  const plan = rootPlan(context, info);
  for (const field of plan.fields) context.touched.add(field);
  const text = await context.unit.json(statementOf(plan, info.variableValues, context.subjects));
  return text === null ? null : JSON.parse(text);
}

const plans = new WeakMap<FieldNode, { key: string; plan: RootPlan }>();

/** The plan is kept with the document's node, for the last variables that shaped it and the last audience. */
function rootPlan(context: ReadContext, info: GraphQLResolveInfo): RootPlan {
  const node = info.fieldNodes[0] as FieldNode;
  const key = `${context.viewer.audience} ${JSON.stringify(info.variableValues)}`;
  const kept = plans.get(node);
  if (kept?.key === key) return kept.plan;
  const at = selecting(info.schema, info.fragments, context.viewer.audience, info.variableValues);
  const plan = planRoot(at, info.parentType, String(info.path.key), info.fieldNodes);
  plans.set(node, { key, plan });
  return plan;
}

/** Reads one row by key as the field's type asks: what a mutation answers after its commit, and what a live event carries. */
export async function readOne(context: ReadContext, info: GraphQLResolveInfo, id: string): Promise<unknown> {
  const rows = await readRows(context, info, getNamedType(info.returnType) as GraphQLObjectType, setsOf(info.fieldNodes), [id]);
  return rows[0] ?? null;
}

/** Rows of one type by key, in the order of `ids`, null where there is none to see. One statement however many. */
export async function readRows(
  context: ReadContext,
  info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  ids: readonly string[],
  vouched?: SharedCases,
): Promise<unknown[]> {
  const row = type.extensions.row;
  if (!row) throw new Error(`${type.name} is not a row`);
  const at = selecting(info.schema, info.fragments, context.viewer.audience, info.variableValues);
  const selected = selectRow(at, type, sets, 't');
  for (const field of selected.fields) context.touched.add(field);
  // A stub of another subgraph's entity has no table here: its row is the key itself, and its fields hang on it.
  const source = row.table ?? `(select k.id as ${row.key})`;
  // The keys in their own type: one that is cast in here may leak, so PostgreSQL would not look it up before it had asked the walls for every row.
  const text = `select coalesce(json_agg(j.json order by k.position), '[]'::json)::text as json${selected.subjects.length > 0 ? `, string_agg(j.subjects, ' ') as subjects` : ''}
    from unnest($1::${row.keyType}[]) with ordinality k (id, position)
    left join lateral (${rowsSql(selected, source, 't', ` where t.${row.key} = k.id`)}) j on true`;
  const values = [ids.map((id) => (row.keyType === 'text' || isId(id) ? id : null))];
  return JSON.parse((await context.unit.json({ text, values, subjects: context.subjects }, vouched)) ?? '[]');
}

function setsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

/** Values read as a tree carry the response's own keys. */
const byResponseKey: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) => source[info.path.key];

/** Makes every field that is read as part of a tree resolve by its response key. Fields with a resolver of their own keep it, and types that are worked out. */
export function resolveByResponseKey(schema: GraphQLSchema, own: ReadonlySet<string> = new Set()): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.extensions.workedOut) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.extensions.shape && !own.has(`${type.name}.${field.name}`))
        field.resolve = byResponseKey as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}
