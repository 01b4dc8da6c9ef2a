import { Line, load, requestBytes, type Shot } from './http-load';
import type { Question } from './questions';
import { difference } from './same-answers';
import type { ServerProcess } from './server-process';
import type { Volume } from './volume';

/** A server that is asked, in which words and with which headers. */
export interface Contestant {
  readonly server: ServerProcess;
  document(question: Question): string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The one question that it is asked; all without this. */
  readonly only?: Question['name'];
}

/** What one server did with one question. */
export interface Result {
  /** Answers a second, round by round. */
  readonly perSecond: number[];
  /** Milliseconds of its own processor time for one answer, round by round. */
  readonly cpu: number[];
}

export interface Pace {
  readonly rounds: number;
  readonly milliseconds: number;
  readonly warm: number;
}

/**
 * Asks every contestant the question, first once for each set of variables, with the answers held against the first contestant's, then under
 * load, in rounds whose order alternates. Throws when an answer differs or is an error.
 */
export async function compare(
  question: Question,
  contestants: readonly Contestant[],
  volume: Volume,
  pace: Pace,
): Promise<ReadonlyMap<string, Result>> {
  const variables = question.variables(volume);
  const shots = new Map<Contestant, Shot[]>();
  let truth: unknown[] | undefined;
  for (const contestant of contestants) {
    const found = await firstAnswers(question, contestant, variables);
    shots.set(
      contestant,
      found.map(({ request, expected }) => ({ request, expected })),
    );
    truth ??= found.map(({ data }) => data);
    for (const [index, { data }] of found.entries()) {
      const differs = difference(truth[index], data);
      if (differs) throw new Error(`${question.name}: ${contestants[0]?.server.name} and ${contestant.server.name} differ at ${differs}`);
    }
  }
  const results = new Map(contestants.map(({ server }) => [server.name, { perSecond: [], cpu: [] } as Result]));
  for (const [contestant, each] of shots) await load(contestant.server.address, each, pace.warm);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      const { server } = contestant;
      const before = server.cpu();
      const perSecond = await load(server.address, shots.get(contestant) ?? [], pace.milliseconds);
      results.get(server.name)?.perSecond.push(perSecond);
      results.get(server.name)?.cpu.push((server.cpu() - before) / ((perSecond * pace.milliseconds) / 1000));
    }
  }
  return results;
}

async function firstAnswers(question: Question, { server, document, headers }: Contestant, variables: readonly Record<string, unknown>[]) {
  const line = await Line.open(server.address);
  const answers: (Shot & { data: unknown })[] = [];
  for (const each of variables) {
    const request = requestBytes(server.address, { query: document(question), operationName: question.name, variables: each }, headers);
    const expected = Buffer.from(await line.ask(request));
    const { data, errors } = JSON.parse(expected.toString()) as { data?: Record<string, unknown>; errors?: unknown };
    if (errors || !data || Object.values(data).some((root) => root === null))
      throw new Error(`${server.name} answers ${question.name} with ${expected.toString().slice(0, 500)}`);
    answers.push({ request, expected, data });
  }
  line.close();
  return answers;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Ratio of two servers, from the ratios of single rounds: median, least and greatest. */
export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

export function ratioOf(over: readonly number[], under: readonly number[]): Ratio {
  const ratios = over.map((value, round) => value / (under[round] ?? Number.NaN));
  return { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) };
}
