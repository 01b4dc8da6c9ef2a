import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { GraphQLFormattedError } from 'graphql';
import { appWords } from '../words/app-words';

/** The hub's codes, and OFFLINE for a request that never got an answer. */
export type ProblemCode = 'DENIED' | 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'UNAVAILABLE' | 'INTERNAL' | 'UNAUTHENTICATED' | 'OFFLINE';

/** A row as GraphQL names its fields. */
export type Row = Readonly<Record<string, unknown>>;

/** A fault as a person reads it. `current` and `yours` come with CONFLICT, `fields` (a sentence per input) with INVALID. */
export interface Problem {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly current?: Row;
  readonly yours?: Row;
}

/** What to tell a person about anything that Apollo throws. */
export function problemOf(error: unknown): Problem {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : refusalIn(error);
  return first ? problemOfError(first) : { code: 'OFFLINE', sentence: appWords.offline, fields: {} };
}

/**
 * The faults of one answer that are one department's: those that name it, and those that lie under its field. (A planned query tells the
 * place of a department that did not answer at all only roughly.)
 */
export function problemsOfDepartment(error: unknown, department: string, ...path: readonly (string | number)[]): Problem[] {
  if (!CombinedGraphQLErrors.is(error)) return [];
  const isItsOwn = (one: GraphQLFormattedError): boolean =>
    one.extensions?.department === department || path.every((step, index) => one.path?.[index] === step);
  return error.errors.filter(isItsOwn).map(problemOfError);
}

/** The hub's words in an answer that HTTP calls a failure, such as 401. */
function refusalIn(error: unknown): GraphQLFormattedError | undefined {
  if (!ServerError.is(error)) return undefined;
  try {
    return (JSON.parse(error.bodyText) as { errors?: GraphQLFormattedError[] }).errors?.[0];
  } catch {
    return undefined;
  }
}

function problemOfError({ message, extensions = {} }: GraphQLFormattedError): Problem {
  return {
    code: (extensions.code as ProblemCode | undefined) ?? 'INTERNAL',
    sentence: message,
    fields: (extensions.fields as Problem['fields'] | undefined) ?? {},
    current: extensions.current as Row | undefined,
    yours: extensions.yours as Row | undefined,
  };
}
