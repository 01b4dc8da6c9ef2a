import { type GraphQLSchema, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import type { Ground } from './random-document';

const texts: readonly unknown[] = ['', '8050', "' or true --", '%', '\u0000', '👻'];
const byScalar: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 3, 50],
  Float: [0, 1.5],
  Boolean: [true, false],
  Date: ['2026-04-01', '2026-11-23', '2027-03-31'],
  DateTime: ['2026-11-23T00:00:00.000Z', '2026-11-23T14:59:59.999Z'],
};

/** Ground for questions at random about a whole contract: what an argument takes is told by its type, so a new root field is asked at once. */
export function wholeContract(schema: GraphQLSchema, ids: readonly string[], depth: number): Ground {
  const argumentOf = (field: string, name: string) => {
    const [type = '', key = ''] = field.split('.');
    const owner = schema.getType(type);
    return owner && 'getFields' in owner
      ? (owner.getFields()[key] as { args?: readonly { name: string; type: never }[] })?.args?.find((each) => each.name === name)
      : undefined;
  };
  return {
    schema,
    depth,
    may: (field) => {
      const [type = '', key = ''] = field.split('.');
      const owner = schema.getType(type);
      const args = owner && 'getFields' in owner ? ((owner.getFields()[key] as { args?: readonly { type: never }[] })?.args ?? []) : [];
      return args.every((each) => !isInputObjectType(getNamedType(each.type)));
    },
    values: (field, name) => {
      const type = getNamedType(argumentOf(field, name)?.type as never) as { name: string } | undefined;
      if (isEnumType(type)) return type.getValues().map((value) => value.name);
      return byScalar[type?.name ?? ''] ?? (type?.name === 'ID' ? ids : [...texts, ...ids.slice(0, 3)]);
    },
  };
}
