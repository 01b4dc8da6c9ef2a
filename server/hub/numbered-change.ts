import type { ExecutionRequest } from '@graphql-tools/utils';
import type { ChangeContext } from '#server/database/change';
import { isChange } from './is-change';

/** How many changes an operation has asked of each department so far, by its unit of reading. */
const asked = new WeakMap<object, Map<string, number>>();

/**
 * The same call with an idempotency key of its own, where it is a change and the operation has a key: the operation's, the department and
 * the call's place among those to that department. So two changes of one operation never pass for one, and when the operation is sent again
 * each meets itself, even if one of them never left the first time: count before anything can keep a call back.
 */
export function numberedChange(department: string, request: ExecutionRequest): ExecutionRequest {
  const context = request.context as ChangeContext | undefined;
  if (!context?.idempotencyKey || !isChange(request)) return request;
  const counts = asked.get(context.unit) ?? new Map<string, number>();
  asked.set(context.unit, counts);
  const place = (counts.get(department) ?? 0) + 1;
  counts.set(department, place);
  return { ...request, context: { ...context, idempotencyKey: `${context.idempotencyKey} ${department} ${place}` } };
}
