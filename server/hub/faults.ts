import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isGone, isStopped } from '#server/database/gone';
import { log } from '#server/kernel/log';
import { holdsMyNumber } from '#server/kernel/my-number';
import { Problem, Unavailable } from '#server/kernel/problem';
import { faultPlace } from './fault-place';
import { unquoted, withoutMyNumber } from './unquoted';

/** Errors that graphql-js itself raises about the request; their text names parts of the document (`unquoted`), never data. */
const aboutTheRequest = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'DEPARTMENT_UNAVAILABLE',
  'LIMIT_EXCEEDED',
  'FORBIDDEN',
]);

/**
 * What of a fault leaves the house: a `Problem` with its code and sentence, a fault of the request itself without suggestions, and
 * anything else as INTERNAL with a reference id under which the log keeps the text.
 */
export function leaving(
  fault: unknown,
  formatted: GraphQLFormattedError = fault instanceof GraphQLError ? fault.toJSON() : { message: '' },
): GraphQLFormattedError {
  const { locations, path } = formatted;
  // A response key may be an alias, and so any text.
  const isTold = path && !path.some((step) => holdsMyNumber(String(step)));
  const place = { ...(locations ? { locations } : {}), ...(isTold ? { path } : {}) };
  const problem = problemOf(fault);
  if (problem instanceof TookTooLong) log.warn('a statement was stopped by its limit', { fault: faultPlace(fault) });
  if (problem) return { message: withoutMyNumber(problem.message), ...place, extensions: { code: problem.code, ...problem.details } };
  // Apollo Server wraps a fault of validation in one of its own, under its own code.
  const code = String(
    (fault instanceof GraphQLError && fault.originalError instanceof GraphQLError && fault.originalError.extensions.code) ||
      formatted.extensions?.code ||
      '',
  );
  if (aboutTheRequest.has(code) || (fault instanceof GraphQLError && !fault.originalError && !fault.path)) {
    return {
      message: unquoted(fault, formatted.message),
      ...place,
      extensions: { ...keep(formatted.extensions), code: code || 'GRAPHQL_VALIDATION_FAILED' },
    };
  }
  const reference = randomUUID().slice(0, 8);
  log.error('a request failed inside', { reference, fault: faultPlace(fault) });
  return {
    message: `処理できませんでした。続くようなら、参照番号 ${reference} を添えて管理者に知らせてください。`,
    ...place,
    extensions: { code: 'INTERNAL', reference },
  };
}

/** What took longer than a statement may: on a busy machine it succeeds later, and a heavy question never. */
class TookTooLong extends Unavailable {
  constructor() {
    super('時間がかかりすぎたため、途中でやめました。少し待ってからもう一度お試しください。照会なら、範囲を狭くしてください。');
  }
}

/**
 * The `Problem` at the bottom of a chain of wrapped errors; a database that is gone is one too, and so is a statement that its limit stopped: whoever
 * asked may ask again.
 */
export function problemOf(fault: unknown): Problem | undefined {
  for (let each = fault; each instanceof Error; each = (each as GraphQLError).originalError ?? each.cause)
    if (each instanceof Problem) return each;
    else if (isGone(each)) return new Unavailable();
    else if (isStopped(each)) return new TookTooLong();
  return undefined;
}

const keep = (extensions: GraphQLFormattedError['extensions']) => ({
  ...(extensions?.department ? { department: extensions.department } : {}),
  ...(extensions?.reference ? { reference: extensions.reference } : {}),
});
