import { type DocumentNode, GraphQLError, Kind, OperationTypeNode, type SelectionNode, type SelectionSetNode } from 'graphql';

const FAULT =
  '変わるたびに届く問い合わせ（subscription）の一番外の項目は、変数による @include・@skip で選べません。要らないときは送らずにおくか、内側の項目に付けてください。';

/**
 * What is wrong with a subscription whose root field hangs on a variable: whether it asks anything would not be known before it is asked (GraphQL
 * specification, "Single Root Field"). Looked at before the document is validated, since graphql-js's own rule throws there instead of saying so.
 */
export function openSubscriptionFault(document: DocumentNode): GraphQLError | undefined {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [])),
  );
  const seen = new Set<string>();
  const isOpen = ({ selections }: SelectionSetNode): boolean => selections.some((one) => hangsOnVariable(one) || isOpenWithin(one));
  const isOpenWithin = (one: SelectionNode): boolean => {
    if (one.kind === Kind.FIELD) return false;
    if (one.kind === Kind.INLINE_FRAGMENT) return isOpen(one.selectionSet);
    const fragment = fragments.get(one.name.value);
    if (!fragment || seen.has(one.name.value)) return false;
    seen.add(one.name.value);
    return isOpen(fragment);
  };
  const open = document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.SUBSCRIPTION && isOpen(each.selectionSet),
  );
  return open ? new GraphQLError(FAULT, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }) : undefined;
}

function hangsOnVariable({ directives = [] }: SelectionNode): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) =>
      ['include', 'skip'].includes(name.value) && given.some(({ value }) => value.kind === Kind.VARIABLE),
  );
}
