import { buildASTSchema, extendSchema, type GraphQLSchema, isObjectType, Kind, parse } from 'graphql';

/** The schema that an SDL offers to a router: with the entity road, and with types whole that it only extends. */
export function askableSchema(sdl: string): GraphQLSchema {
  const { definitions } = parse(sdl);
  const defined = new Set(definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION ? [each.name.value] : [])));
  const whole = definitions
    .filter((each) => each.kind !== Kind.DIRECTIVE_DEFINITION)
    .map((each) => {
      if (each.kind !== Kind.OBJECT_TYPE_EXTENSION || defined.has(each.name.value)) return each;
      defined.add(each.name.value);
      return { ...each, kind: Kind.OBJECT_TYPE_DEFINITION } as const;
    });
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions: whole }, { assumeValid: true, assumeValidSDL: true });
  const keyed = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.astNode?.directives?.some((each) => each.name.value === 'key'),
  );
  if (keyed.length === 0 || schema.getType('_Entity')) return schema;
  const road = `scalar _Any union _Entity = ${keyed.map((type) => type.name).join(' | ')} extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return extendSchema(schema, parse(road), { assumeValid: true, assumeValidSDL: true });
}
