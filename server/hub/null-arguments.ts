import { type DocumentNode, GraphQLError, type GraphQLSchema, isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Faults of a request that sends null, in a nullable variable, to an argument that has a default but no null (`limit: Int! = 50`). The
 * document is valid and the variable fits its own type, so graphql-js finds it only while executing, where it looks like a fault of ours.
 */
export function nullArguments(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>): GraphQLError[] {
  if (!Object.values(variables).includes(null)) return [];
  const faults: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: (node) => {
        if (node.value.kind !== Kind.VARIABLE || variables[node.value.name.value] !== null || !isNonNullType(types.getInputType())) return;
        faults.push(
          new GraphQLError(`引数「${node.name.value}」を空（null）にはできません。値を入れるか、変数を送らないでください。`, {
            nodes: node,
            extensions: { code: 'BAD_USER_INPUT' },
          }),
        );
      },
    }),
  );
  return faults;
}
