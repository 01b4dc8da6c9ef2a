import { buildSchema, type GraphQLObjectType, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selecting } from './document-plan';
import { selectRow } from './reading';
import { rowsSql } from './rows-sql';

/** Places within places, each the record of a person. */
const schema = buildSchema('type Place { id: ID! within: Place around: [Place!]! } type Query { place: Place }');
const place = schema.getType('Place') as GraphQLObjectType;
Object.assign(place.extensions, { row: { table: 'core.place', key: 'id', keyType: 'uuid', subject: 'person_id' } });
const { id, within, around } = place.getFields();
for (const field of [id, within, around]) Object.assign(field?.extensions ?? {}, { shape: { class: 'operational' } });
Object.assign(within?.extensions.shape ?? {}, { one: 'within_id' });
Object.assign(around?.extensions.shape ?? {}, { many: 'within_id' });

function sqlOf(selection: string, audience: 'staff' | 'display' = 'staff'): string {
  const { definitions } = parse(selection);
  const { selectionSet } = definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION) ?? {};
  if (!selectionSet) throw new Error('no selection');
  const selected = selectRow(selecting(schema, {}, audience, {}), place, [selectionSet], 't');
  return rowsSql(selected, 'core.place', 't', '');
}
/** The tables of a statement under the names that it gives them. */
const tables = (sql: string) => [...sql.matchAll(/core\.place (\w+)/g)].map(([, name = '']) => name);

describe('a statement for a tree', () => {
  it('names each of its tables once, however deep and however wide it is, and short enough for PostgreSQL', () => {
    const deep = Array.from({ length: 30 }).reduce<string>((below) => `id a: around { ${below} } b: around { id } within { id }`, 'id');
    const names = tables(sqlOf(`{ ${deep} }`));
    expect(names).toHaveLength(1 + 3 * 30);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map((name) => `${name}_row`.length))).toBeLessThan(63);
  });

  it('says whose records it reads, to staff alone: nobody else may look at the column', () => {
    expect(sqlOf('{ id around { id } }')).toContain('person_id');
    expect(sqlOf('{ id around { id } }', 'display')).not.toContain('person_id');
  });
});
