import { type DocumentNode, GraphQLError, visit } from 'graphql';

/** The one character that PostgreSQL keeps in no text (manual, 8.3): it would fail there as a fault of ours. */
const NUL = '\0';
const SENTENCE = '使えない文字（NUL）が入っています。取り除いてください。';
const extensions = { code: 'BAD_USER_INPUT' } as const;

/** Whether a value, or anything within it, holds a null character. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

/** The fault of a document that writes a null character, or nothing. */
export function nulFault(document: DocumentNode): GraphQLError | undefined {
  let fault: GraphQLError | undefined;
  visit(document, {
    StringValue: (node) => {
      if (holdsNul(node.value)) fault ??= new GraphQLError(SENTENCE, { extensions });
    },
  });
  return fault;
}

/** The fault of variables that hold a null character, or nothing. It names the variable. */
export function nulVariableFault(variables: Readonly<Record<string, unknown>>): GraphQLError | undefined {
  const [name] = Object.entries(variables).find(([, value]) => holdsNul(value)) ?? [];
  return name === undefined ? undefined : new GraphQLError(`変数「$${name}」に、${SENTENCE}`, { extensions });
}
