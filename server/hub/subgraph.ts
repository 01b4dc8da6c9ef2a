import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  type DefinitionNode,
  extendSchema,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLUnionType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';
import type { NonEmptyArray } from 'type-graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { type ReadContext, readRows, resolveByResponseKey } from '#server/database/read';
import { noPubSub } from './no-pub-sub';

/** A Federation 2 subgraph: what it can answer, and the SDL that composition and a router see. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@tag"])';

/** An entity as a router names it: its type, its key, and what a field of this subgraph required. */
interface Representation {
  readonly __typename: string;
  readonly id: string;
  readonly consentedClasses?: readonly string[];
}

export interface SubgraphParts {
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names resolvers and types by their classes
  readonly resolvers: NonEmptyArray<Function>;
  // biome-ignore lint/complexity/noBannedTypes: see above
  readonly types: readonly Function[];
}

/**
 * Builds a subgraph from type-graphql classes. The entity road `_entities` reads a whole batch of one type as one statement, under the
 * same row policies as every other read: a key alone opens nothing.
 */
export function buildSubgraph(name: string, { resolvers, types }: SubgraphParts): Subgraph {
  insistOnce(resolvers);
  sortResolvers();
  const plain = buildSchemaSync({
    resolvers: resolvers as SubgraphParts['resolvers'],
    orphanedTypes: [...types],
    validate: false,
    // Introspection on the spot, once for each department: composition looks at the same schemas closer, and so do the tests.
    skipCheck: true,
    pubSub: noPubSub,
  });
  for (const type of Object.values(plain.getTypeMap())) {
    // The stored text of an enum is its GraphQL name, and rows say their type themselves.
    if (isObjectType(type)) type.isTypeOf = undefined;
  }
  describeRoots(plain);
  resolveByResponseKey(plain);
  const sdl = `${LINK}\n\n${printed(plain)}`;
  return { name, sdl, schema: withEntities(plain, sdl) };
}

/** Two rooms that answer one root field: type-graphql would keep the last of them without a word, and the other's askers get its rows. */
function insistOnce(resolvers: SubgraphParts['resolvers']): void {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  for (const kind of [queries, mutations, subscriptions]) {
    const names = kind.filter(({ target }) => resolvers.includes(target)).map(({ schemaName }) => schemaName);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    if (twice.length > 0) throw new Error(`root fields that two resolvers answer: ${twice.join(', ')}`);
  }
}

function describeRoots(schema: GraphQLSchema): void {
  const words = [
    [schema.getQueryType(), '読み取り。見てよいものだけが返る。'],
    [schema.getMutationType(), '書き込み。一件ごとに、すべて書けるか何も書かれないか。'],
    [schema.getSubscriptionType(), '変わるたびに届く問い合わせ。'],
  ] as const;
  for (const [type, description] of words) if (type) type.description = description;
}

/** By name, as everything is in `schema/`: type-graphql has it in the order in which modules were loaded, and no two programs load them alike. */
const byName = (one = '', other = '') => (one < other ? -1 : Number(one > other));

/** Root fields, and what resolvers add to a type. The other fields of a type stand as they are written. */
function sortResolvers(): void {
  const { queries, mutations, subscriptions, fieldResolvers } = getMetadataStorage();
  for (const kind of [queries, mutations, subscriptions, fieldResolvers]) {
    kind.sort((one, other) => byName(one.schemaName, other.schemaName));
  }
}

/** The text of a subgraph, its types by their names. */
function printed(schema: GraphQLSchema): string {
  const named = (each: DefinitionNode) => ('name' in each ? each.name?.value : '');
  const document = getDocumentNodeFromSchema(schema);
  return print({ ...document, definitions: [...document.definitions].sort((one, other) => byName(named(one), named(other))) });
}

function withEntities(plain: GraphQLSchema, sdl: string): GraphQLSchema {
  const keyed = Object.values(plain.getTypeMap())
    .filter(
      (type): type is GraphQLObjectType => isObjectType(type) && !!type.astNode?.directives?.some((each) => each.name.value === 'key'),
    )
    .map((type) => type.name);
  const schema = extendSchema(
    plain,
    parse(`scalar _Any type _Service { sdl: String! } union _Entity = ${keyed.join(' | ')}
      extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }`),
    { assumeValid: true },
  );
  const query = schema.getQueryType()?.getFields();
  if (!query?._service || !query._entities) throw new Error('a subgraph needs a Query type');
  query._service.resolve = () => ({ sdl });
  query._entities.resolve = (_source, { representations }: { representations: Representation[] }, context: ReadContext, info) =>
    readEntities(context, info, representations);
  (schema.getType('_Entity') as GraphQLUnionType).resolveType = (value: { __typename: string }) => value.__typename;
  return schema;
}

async function readEntities(
  context: ReadContext,
  info: GraphQLResolveInfo,
  representations: readonly Representation[],
): Promise<unknown[]> {
  const answer: unknown[] = new Array(representations.length).fill(null);
  for (const name of new Set(representations.map((each) => each.__typename))) {
    const type = info.schema.getType(name);
    if (!isObjectType(type) || !type.extensions.row) continue;
    const at = representations.flatMap((each, index) => (each.__typename === name ? [index] : []));
    const asked = at.map((index) => representations[index] as Representation);
    const shared = Object.fromEntries(asked.flatMap((each) => (each.consentedClasses?.length ? [[each.id, each.consentedClasses]] : [])));
    const rows = await readRows(
      context,
      info,
      type,
      selectedOn(info, name),
      asked.map((each) => each.id),
      Object.keys(shared).length > 0 ? shared : undefined,
    );
    for (const [position, index] of at.entries()) {
      const row = rows[position];
      if (row) answer[index] = { ...row, __typename: name };
    }
  }
  return answer;
}

/** The parts of `_entities { … }` that apply to one type. */
function selectedOn(info: GraphQLResolveInfo, name: string): SelectionSetNode[] {
  const sets: SelectionSetNode[] = [];
  const visit = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sets.push({ kind: Kind.SELECTION_SET, selections: [selection] });
      else {
        const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
        const on = part?.typeCondition?.name.value;
        if (part && on === name) sets.push(part.selectionSet);
        else if (part && (on === undefined || on === '_Entity')) visit(part.selectionSet);
      }
    }
  };
  for (const node of info.fieldNodes) if (node.selectionSet) visit(node.selectionSet);
  return sets;
}
