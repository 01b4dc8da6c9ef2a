import { type DocumentNode, gql, type OperationVariables, type TypedDocumentNode } from '@apollo/client';

/**
 * A document with the types of its answer and variables, written beside it by hand: `graphql<Answer, Variables>` + template.
 * Fragments of other components go in as `${CaseCard_card}`; the schema check of the test run holds every document against the schema.
 */
export function graphql<Answer, Variables extends OperationVariables = Record<string, never>>(
  text: TemplateStringsArray,
  ...fragments: DocumentNode[]
): TypedDocumentNode<Answer, Variables> {
  return gql(text, ...fragments);
}
