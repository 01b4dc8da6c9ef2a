import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import type { RecordType } from '#server/access/explain';

declare module 'graphql' {
  interface GraphQLSchemaExtensions {
    /** Records that departments keep of a case, with their classes; laid beside the core's schema where the hub is put together. */
    departmentRecords?: readonly RecordType[];
  }
}

/** The fields of a type with class and Japanese name: the first sentence of its description. What is withheld is no field of the record. */
export function fieldsOf(type: GraphQLObjectType): RecordType['fields'] {
  return Object.values(type.getFields()).flatMap(({ name, description, extensions }) => {
    const { shape } = extensions;
    return shape && name !== 'withheld' && name !== 'id' ? [{ name, label: firstWords(description, name), class: shape.class }] : [];
  });
}

/** A record type and the rows that hang on it, each once: what a department keeps of a case. */
export function recordsBelow(type: GraphQLObjectType, at: Pick<RecordType, 'path' | 'name'> & { readonly team: string }): RecordType[] {
  const below = Object.values(type.getFields()).flatMap((field) => {
    const target = getNamedType(field.type);
    if (!isObjectType(target) || !target.extensions.row?.opened || !field.extensions.shape) return [];
    return recordsBelow(target, {
      ...at,
      path: `${at.path}.${field.name}`,
      name: `${at.name}：${firstWords(field.description, field.name)}`,
    });
  });
  return [{ ...at, type: type.name, fields: fieldsOf(type) }, ...below];
}

function firstWords(description: string | null | undefined, name: string): string {
  return description?.split(/[。（、]/)[0] || name;
}
