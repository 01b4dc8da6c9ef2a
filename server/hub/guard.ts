import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ExecutionRequest, type ExecutionResult, type Executor, isAsyncIterable } from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';
import { log } from '#server/kernel/log';
import { type Attempt, Circuit } from './circuit';
import { DepartmentFault } from './department-fault';
import { faultPlace } from './fault-place';
import { problemOf } from './faults';
import { isChange } from './is-change';
import { numberedChange } from './numbered-change';

/** A department as code and as people name it. */
export interface DepartmentName {
  readonly key: string;
  readonly label: string;
}

/** What the caller waits whose question is the probe: enough for a department that is back, not worth a look for one that still hangs. */
const PROBE_WAIT_MS = 300;

/**
 * Stands before every department, embedded or remote. Whatever happens behind it, the caller has an answer within `limitMs`: a `Problem`
 * keeps its code and sentence, and everything else becomes DEPARTMENT_UNAVAILABLE with a sentence for people; what it was stands in the log
 * under the same reference. While the department is known not to answer, callers are told at once, or almost (`Circuit`).
 */
export function guard(department: DepartmentName, executor: Executor, limitMs = 1500): Executor {
  const circuit = new Circuit();
  const guarded = async (asked: ExecutionRequest): Promise<ExecutionResult> => {
    const request = numberedChange(department.key, asked);
    const attempt = circuit.enter();
    if (!attempt) return { data: null, errors: [unavailable(department, request)] };
    const work = observed(attempt, request, answerWithin(limitMs, executor, request));
    try {
      const result = await (attempt.isProbe && !isChange(request) ? hurried(work) : work);
      return result.errors?.length ? { ...result, errors: masked(department, request, result.errors) } : result;
    } catch (fault) {
      if (request.signal?.aborted) return { data: null, errors: [unavailable(department, request)] };
      return { data: null, errors: masked(department, request, [new GraphQLError('', { originalError: fault as Error })]) };
    }
  };
  return guarded as Executor;
}

/** Tells the circuit how the work ended, also when its caller no longer waits. */
function observed<T>(attempt: Attempt, { signal }: ExecutionRequest, work: Promise<T>): Promise<T> {
  work.then(
    () => attempt.end('answered'),
    () => attempt.end(signal?.aborted ? 'abandoned' : 'failed'),
  );
  return work;
}

async function hurried<T>(work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = sleep(PROBE_WAIT_MS, undefined, over).then(() => {
    throw new DepartmentFault('no answer in time');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    over.abort();
  }
}

/** Runs the executor with a signal that ends it at the limit, and does not wait for one that takes no notice. */
async function answerWithin(limitMs: number, executor: Executor, request: ExecutionRequest): Promise<ExecutionResult> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DepartmentFault('no answer in time')), limitMs);
  const signal = request.signal ? AbortSignal.any([request.signal, limit.signal]) : limit.signal;
  try {
    const result = await Promise.race([executor({ ...request, signal }), aborted(signal)]);
    if (isAsyncIterable(result)) throw new DepartmentFault('offers no live fields');
    return result;
  } finally {
    clearTimeout(timer);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** One line in the log for one answer, however many errors it holds. */
function masked(department: DepartmentName, request: ExecutionRequest, errors: readonly GraphQLError[]): GraphQLError[] {
  const reference = randomUUID().slice(0, 8);
  const hidden = errors.filter((error) => !problemOf(error));
  const [first] = hidden;
  if (first) log.error('a department failed', { reference, department: department.key, faults: hidden.length, fault: reasonOf(first) });
  return errors.map((error) => {
    const problem = problemOf(error);
    const { path } = error;
    if (!problem) return unavailable(department, request, { path, reference });
    return new GraphQLError(problem.message, {
      path,
      originalError: problem,
      extensions: { code: problem.code, department: department.key, ...problem.details },
    });
  });
}

function reasonOf(error: GraphQLError): string {
  const { originalError } = error;
  return originalError instanceof DepartmentFault
    ? [originalError.reason, originalError.status].filter(Boolean).join(' ')
    : faultPlace(error);
}

/** Without a reference: nobody is known to have failed, and nothing was logged. */
function unavailable(
  { key, label }: DepartmentName,
  request: ExecutionRequest,
  { path, reference }: { path?: GraphQLError['path']; reference?: string } = {},
): GraphQLError {
  return new GraphQLError(sentence(label, request, reference !== undefined), {
    path,
    extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: key, ...(reference ? { reference } : {}) },
  });
}

function sentence(label: string, request: ExecutionRequest, tried: boolean): string {
  if (!isChange(request)) return `${label}の記録はいま取得できません。`;
  return tried
    ? `${label}への記録を終えられませんでした。記録されたかどうかを確かめてから、もう一度お試しください。`
    : `${label}にいまつながらないため、記録していません。しばらく待ってから、もう一度お試しください。`;
}
