import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { LIMITS } from '#server/hub/limits';

/** Ids that questions may ask for, by the name of the argument or of the root field. */
export type KnownIds = (field: string, argument: string) => string;

/** Documents that together ask for every field of a contract that can be reached from its queries. */
export interface Walk {
  readonly queries: readonly string[];
  /** `Type.field` of everything asked for. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Asks a contract for everything: from each root field, every field of every type on the way, to `depth`. Nothing is listed by hand, so a
 * new field is asked for as soon as it is in the schema.
 */
export function walkContract(sdl: string, ids: KnownIds, depth = 5): Walk {
  const schema = buildSchema(sdl);
  const asked = new Set<string>();
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    asked.add(`Query.${field.name}`);
    return questions(schema, field, depth, asked, ids).map((question) => `{ ${question} }`);
  });
  return { queries, asked };
}

/** Everything below a field as one question, or as several where it would be more than the hub lets anybody ask for at once. */
function questions(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  asked: Set<string>,
  ids: KnownIds,
): readonly string[] {
  const whole = `${call(field, ids)}${below(schema, field.type, depth, asked, ids)}`;
  const type = getNamedType(field.type);
  if ((whole.match(/\w+/g)?.length ?? 0) < LIMITS.fields || !isObjectType(type) || depth === 0) return [whole];
  const fields = Object.values(type.getFields());
  const leaves = fields.filter((each) => isLeafType(getNamedType(each.type))).map((each) => call(each, ids));
  const branches = fields.filter((each) => !isLeafType(getNamedType(each.type)));
  return [leaves.join(' '), ...branches.flatMap((each) => questions(schema, each, depth - 1, asked, ids))].map(
    (selection) => `${call(field, ids)} { __typename ${selection} }`,
  );
}

/** The selection of a live board that asks for everything below its session. */
export function walkBoard(sdl: string, ids: KnownIds, depth = 5): string {
  const schema = buildSchema(sdl);
  const board = schema.getSubscriptionType()?.getFields().board;
  if (!board) throw new Error('this contract has no live board');
  return `subscription ($session: ID!) { board(session: $session)${below(schema, board.type, depth, new Set(), ids)} }`;
}

/** Every `Type.field` of a contract, roots of changes and live questions left out. */
export function fieldsOf(sdl: string): ReadonlySet<string> {
  const schema = buildSchema(sdl);
  const roots = [schema.getMutationType()?.name, schema.getSubscriptionType()?.name, 'BoardEvent'];
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type.name),
  );
  return new Set(types.flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)));
}

function below(schema: GraphQLSchema, output: GraphQLOutputType, depth: number, asked: Set<string>, ids: KnownIds): string {
  const type = getNamedType(output);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const leaf = isLeafType(getNamedType(field.type));
    if (!leaf && depth === 0) return [];
    asked.add(`${type.name}.${field.name}`);
    return [`${call(field, ids)}${leaf ? '' : below(schema, field.type, depth - 1, asked, ids)}`];
  });
  return ` { __typename ${fields.join(' ')} }`;
}

function call(field: GraphQLField<unknown, unknown>, ids: KnownIds): string {
  const given = field.args.flatMap((each) => {
    if (each.name === 'limit') return ['limit: 30'];
    if (!isRequiredArgument(each)) return [];
    const type = getNamedType(each.type);
    return [`${each.name}: ${isEnumType(type) ? type.getValues()[0]?.name : JSON.stringify(ids(field.name, each.name))}`];
  });
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
}
