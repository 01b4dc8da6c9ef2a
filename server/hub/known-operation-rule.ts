import { GraphQLError, OperationTypeNode, type ValidationRule } from 'graphql';

const words: Readonly<Record<OperationTypeNode, string>> = {
  [OperationTypeNode.QUERY]: '問い合わせ（query）',
  [OperationTypeNode.MUTATION]: '変更（mutation）',
  [OperationTypeNode.SUBSCRIPTION]: '変わるたびに届く問い合わせ（subscription）',
};

/**
 * Refuses operations of a kind that the contract does not have at all. graphql-js 16 finds nothing wrong with them: without a root type it
 * knows no type of any field below and checks none, so a display's mutation would reach the whole graph unexamined.
 */
export const knownOperationRule: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`${words[node.operation]}は、この立場では使えません。`, { nodes: node }));
  },
});
