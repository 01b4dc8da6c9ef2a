import type { ExecutionRequest } from '@graphql-tools/utils';
import { GraphQLError, visit } from 'graphql';
import { Conflict, Denied, Invalid, NotFound, type Problem, Unavailable } from '#server/kernel/problem';
import { DepartmentFault } from './department-fault';

/** The one input that is not in the document: under which a change that is sent again is made once. */
const KEY = 'idempotencyKey';

type Words = ReadonlySet<string>;
type Details = Readonly<Record<string, unknown>>;

/** The problems that a department may report. It chooses the kind; the sentences are ours. */
const problems: Readonly<Record<string, (details: Details, words: Words) => Problem>> = {
  DENIED: () => new Denied(),
  NOT_FOUND: () => new NotFound(),
  UNAVAILABLE: () => new Unavailable(),
  INVALID: ({ fields }, words) => {
    const named = Object.keys(record(fields)).filter((name) => words.has(name));
    return new Invalid(
      '入力を受け付けられませんでした。内容を確かめて、もう一度送ってください。',
      Object.fromEntries(named.map((name) => [name, name === KEY ? '別の内容で使われています。' : '内容を確かめてください。'])),
    );
  },
  CONFLICT: ({ current, yours }, words) => new Conflict(known(current, words), known(yours, words)),
};

/**
 * Rebuilds an error that a remote department reported, from parts that are ours: the sentence of a known kind, and of its path and details
 * only the words that the hub itself had used in asking. Everything else becomes a `DepartmentFault`, which `guard` masks.
 */
export function remoteProblem(given: unknown, words: Words): GraphQLError {
  const { path, extensions } = record(given);
  const { code, ...details } = record(extensions);
  const make = typeof code === 'string' && Object.hasOwn(problems, code) ? problems[code] : undefined;
  const original = make ? make(details, words) : new DepartmentFault('answered an error');
  return new GraphQLError(original.message, { originalError: original, path: pathOf(path, words) });
}

/** Every name in the document that was sent, and every key of its variables. */
export function wordsOf({ document, variables }: ExecutionRequest): Words {
  const words = new Set<string>([KEY]);
  visit(document, { Name: ({ value }) => void words.add(value) });
  JSON.stringify(variables ?? {}, (key, value) => {
    words.add(key);
    return value;
  });
  return words;
}

function pathOf(path: unknown, words: Words): (string | number)[] | undefined {
  const fits = Array.isArray(path) && path.every((step) => (typeof step === 'string' ? words.has(step) : Number.isInteger(step)));
  return fits ? path : undefined;
}

/** Plain values under names of ours: a version of a row is data, as answered as any other. */
function known(row: unknown, words: Words): Details {
  return Object.fromEntries(
    Object.entries(record(row)).filter(([name, value]) => words.has(name) && (value === null || typeof value !== 'object')),
  );
}

function record(value: unknown): Details {
  return typeof value === 'object' && value !== null ? (value as Details) : {};
}
