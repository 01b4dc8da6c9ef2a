import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Viewer } from '#server/access/viewer';
import type { RowShape } from '#server/database/shape';
import type { Database } from '#server/database/source';
import { readTogether } from '#server/database/unit';

/**
 * The 支援会議 to which these keys belong, as far as the viewer knows of them: by the same shapes, and under the same walls, by which a reading of
 * theirs would belong there (`RowShape.session`, `RowShape.through`).
 */
export async function restrictedSessions(
  core: GraphQLSchema,
  database: Database,
  viewer: Viewer,
  keys: readonly string[],
): Promise<readonly string[]> {
  if (viewer.audience !== 'staff' || viewer.sessions.length === 0 || keys.length === 0) return [];
  const [json] = await readTogether(database, viewer, [{ text: statementFor(core), values: [keys] }]);
  return JSON.parse(json ?? '[]') as string[];
}

const statements = new WeakMap<GraphQLSchema, string>();

function statementFor(core: GraphQLSchema): string {
  const known = statements.get(core);
  if (known) return known;
  const rows = Object.values(core.getTypeMap()).flatMap((type) => (isObjectType(type) && type.extensions.row ? [type.extensions.row] : []));
  const found = [...new Set(rows.flatMap(foundBy))].join(' union ');
  const statement = `select coalesce(json_agg(s.id order by s.id), '[]')::text as json from core.session s
    where s.restricted and s.id::text in (${found})`;
  statements.set(core, statement);
  return statement;
}

/** Keys of the conferences that rows of one type with these keys lead to. A view has keys of its own making: what it is made of is asked instead. */
function foundBy({ table, key, keyType, session, through }: RowShape): string[] {
  if (!table || keyType !== 'uuid') return [];
  const from = `from ${table} t where t.${key} = any ($1::uuid[])`;
  return [
    ...(session ? [`select t.${session}::text ${from}`] : []),
    ...(through ? [`select unnest(string_to_array(${through('t')}, ',')) ${from}`] : []),
  ];
}
