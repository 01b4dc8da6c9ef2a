import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { nulVariableFault } from './null-character';
import { validationOptions } from './validation-options';

/**
 * The variables of a valid operation as their types take them, or what is wrong with them. graphql-js would quote the value that does not fit;
 * here stand its place and the type that was expected, and never the value.
 */
export function coercedVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  sent: Readonly<Record<string, unknown>>,
): { readonly values: Record<string, unknown> } | { readonly faults: readonly GraphQLError[] } {
  const definitions = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, sent, validationOptions);
  if (!errors) {
    const fault = nulVariableFault(coerced);
    return fault ? { faults: [fault] } : { values: coerced };
  }
  const faults: GraphQLError[] = [];
  for (const definition of definitions) {
    const { name } = definition.variable;
    const type = typeFromAST(schema, definition.type);
    const value = sent[name.value];
    if (!isInputType(type) || (value === undefined && definition.defaultValue)) continue;
    coerceInputValue(value, type, (path, _value, { message }) => {
      const place = [`$${name.value}`, ...path].join('.');
      const words = `変数「${place}」の値が、型「${String(typeAt(type, path))}」に合いません。${fieldFault(message)}`;
      faults.push(new GraphQLError(words, { nodes: definition, extensions: { code: 'BAD_USER_INPUT' } }));
    });
  }
  return { faults: faults.slice(0, validationOptions.maxErrors) };
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce<GraphQLInputType>((within, step) => {
    const bare = getNullableType(within);
    if (isListType(bare)) return bare.ofType;
    return (isInputObjectType(bare) && bare.getFields()[step]?.type) || within;
  }, type);
}

/** What graphql-js says of a field of an input: its name and type, no value. */
function fieldFault(message: string): string {
  const [, required] = /^Field "(\w+)" of required type /.exec(message) ?? [];
  const [, unknown] = /^Field "(\w+)" is not defined by type /.exec(message) ?? [];
  if (required) return `項目「${required}」がありません。`;
  return unknown ? `項目「${unknown}」はありません。` : '';
}
