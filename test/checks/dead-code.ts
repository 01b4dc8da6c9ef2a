import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check } from './check';
import { runTool } from './run-tool';

interface KnipReport {
  processed: number;
  found: { type: string; filePath: string; symbol: string }[];
}

const reporter = fileURLToPath(new URL('./knip-reporter.mjs', import.meta.url));

/** Files, exports and dependencies that nothing uses, and uses of packages that package.json does not name. */
export const deadCode: Check = {
  name: 'dead code (knip)',
  sees: 'files',
  async run(root) {
    const { stdout, stderr, code } = await runTool(root, 'knip/bin/knip.js', ['--no-progress', '--reporter', reporter]);
    const line = stdout.split('\n').find((candidate) => candidate.startsWith('{'));
    if (!line) return { saw: 0, faults: [`knip gave no report (${code}): ${(stderr || stdout).slice(0, 2000)}`] };
    const { processed, found } = JSON.parse(line) as KnipReport;
    return {
      saw: processed,
      faults: found.map(({ type, filePath, symbol }) => `${path.relative(root, path.resolve(root, filePath))}: ${type}: ${symbol}`),
    };
  },
};
