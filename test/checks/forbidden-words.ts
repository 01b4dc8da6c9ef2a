import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './check';
import { houseFiles } from './house-files';

/** Written so that this file does not hold what it forbids. */
const forbidden: [pattern: RegExp, why: string][] = [
  [/\.\.\/share[d]/, 'points outside this repository'],
  [/\b(TO[D]O|FIX[M]E|XX[X])\b/, 'unfinished work belongs in an issue'],
  [
    /\b(it|test|describe|suite|bench)(\.\w+)*\.(only|skip|todo|skipIf|runIf|fails)\b(?!\(process\.platform)/,
    'every test runs, on every machine it can',
  ],
];

const unread = /^package-lock\.json$|\.(png|jpg|ico|woff2?|ttf|gz|br|xlsx|docx)$/;

/** Nothing committed points out of the repository, is marked unfinished, or leaves a test out. */
export const forbiddenWords: Check = {
  name: 'forbidden words',
  sees: 'files',
  async run(root) {
    const files = (await houseFiles(root)).filter((file) => !unread.test(file));
    const faults = files.flatMap((file) => {
      const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
      return lines.flatMap((line, index) =>
        forbidden.filter(([pattern]) => pattern.test(line)).map(([, why]) => `${file}:${index + 1}: ${why}: ${line.trim().slice(0, 120)}`),
      );
    });
    return { saw: files.length, faults };
  },
};
