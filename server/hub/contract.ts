import { pruneSchema } from '@graphql-tools/utils';
import { buildASTSchema, type ConstDirectiveNode, type DocumentNode, Kind, parse, print, printSchema, visit } from 'graphql';
import type { Contract } from '#server/database/shape';

const roots = ['Query', 'Mutation', 'Subscription'];

/**
 * Cuts a contract out of the API schema: the fields tagged with its name, of types tagged with its name, and what they reach. Stricter than
 * Federation's contracts, where tagging a type takes all of its fields along: here a new field of a tagged type stays outside until it is
 * tagged itself. Throws when a field in the contract leads to a type outside it.
 */
export function cutContract(apiSdl: string, subgraphSdls: readonly string[], contract: Contract): string {
  const tagged = tagsOf(subgraphSdls, contract);
  const cut: DocumentNode = visit(parse(apiSdl), {
    ObjectTypeDefinition: (node) => {
      const name = node.name.value;
      const fields = node.fields?.filter((field) => tagged.has(`${name}.${field.name.value}`)) ?? [];
      return fields.length > 0 && (roots.includes(name) || tagged.has(name)) ? { ...node, fields } : null;
    },
    SchemaDefinition: () => null,
  });
  const kept = new Set(cut.definitions.flatMap((each) => ('name' in each && each.name ? [each.name.value] : [])));
  for (const definition of cut.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const target = /[A-Za-z_]\w*/.exec(print(field.type))?.[0] ?? '';
      if (!kept.has(target) && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(target)) {
        throw new Error(`contract ${contract}: ${definition.name.value}.${field.name.value} leads to ${target}, which is outside it`);
      }
    }
  }
  return printSchema(pruneSchema(buildASTSchema(cut, { assumeValid: true })));
}

/** `Type` and `Type.field` of everything that carries the tag in any subgraph. */
function tagsOf(sdls: readonly string[], contract: Contract): ReadonlySet<string> {
  const has = (directives: readonly ConstDirectiveNode[] | undefined) =>
    directives?.some(
      (each) =>
        each.name.value === 'tag' && each.arguments?.some((given) => given.value.kind === Kind.STRING && given.value.value === contract),
    ) ?? false;
  const found = new Set<string>();
  for (const definition of sdls.flatMap((sdl) => parse(sdl).definitions)) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    if (has(definition.directives)) found.add(definition.name.value);
    for (const field of definition.fields ?? []) if (has(field.directives)) found.add(`${definition.name.value}.${field.name.value}`);
  }
  return found;
}
