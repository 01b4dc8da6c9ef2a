import { type GraphQLSchema, isObjectType } from 'graphql';
import { explainedTypes, type RecordType } from '#server/access/explain';
import { fieldsOf } from '#server/database/record-type';

const kept = new WeakMap<GraphQLSchema, readonly RecordType[]>();

/** Every type of record that hangs on a case, core and departments, with the classes that the schema itself gives its fields. */
export function typesIn(schema: GraphQLSchema): readonly RecordType[] {
  const known = kept.get(schema);
  if (known) return known;
  const core = explainedTypes.flatMap((one) => {
    const type = schema.getType(one.type);
    return isObjectType(type) ? [{ ...one, fields: fieldsOf(type) }] : [];
  });
  const types = [...core, ...(schema.extensions.departmentRecords ?? [])];
  kept.set(schema, types);
  return types;
}
