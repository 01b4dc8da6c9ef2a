import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { type DocumentNode, Kind, parse } from 'graphql';

/**
 * A document with the types of its answer and variables, written beside it by hand: `graphql<Answer, Variables>` + template.
 * Fragments of other components go in as `${CaseCard_card}`, and stand in the document once, however many parts bring them along; the schema
 * check of the test run holds every document against the schema.
 */
export function graphql<Answer, Variables extends OperationVariables = Record<string, never>>(
  text: TemplateStringsArray,
  ...fragments: DocumentNode[]
): TypedDocumentNode<Answer, Variables> {
  const { definitions } = parse(text.join(' '), { noLocation: true });
  return { kind: Kind.DOCUMENT, definitions: [...new Set([...definitions, ...fragments.flatMap((each) => each.definitions)])] };
}
