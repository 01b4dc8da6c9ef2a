import type { Check } from './check';
import { runTool } from './run-tool';

/** TypeScript's own check of every file that tsconfig.json includes. */
export const types: Check = {
  name: 'types (tsc)',
  sees: 'files',
  async run(root) {
    const { stdout, code } = await runTool(root, 'typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '--listFiles', '-p', '.']);
    const lines = stdout.split(/\r?\n/).filter(Boolean);
    const faults = lines.filter((line) => /error TS\d+:/.test(line));
    const files = lines.filter((line) => /\.tsx?$/.test(line) && !line.includes('node_modules') && !/error TS/.test(line));
    if (code !== 0 && faults.length === 0) faults.push(`tsc ended with ${code}: ${stdout.slice(-2000)}`);
    return { saw: files.length, faults };
  },
};
