import type { Check } from './check';
import { runTool } from './run-tool';

interface BiomeReport {
  summary: { changed: number; unchanged: number; errors: number; warnings: number };
  diagnostics: { category: string; message: string; severity: string; location: { path: string; start: { line: number } } }[];
}

/** Formatting and lint rules of biome.json; warnings count as faults. */
export const style: Check = {
  name: 'style (biome)',
  sees: 'files',
  async run(root) {
    const args = ['check', '--reporter=json', '--max-diagnostics=none', '--error-on-warnings', '.'];
    const { stdout, stderr, code } = await runTool(root, '@biomejs/biome/bin/biome', args);
    if (!stdout.startsWith('{')) return { saw: 0, faults: [`biome gave no report (${code}): ${stderr.slice(0, 2000)}`] };
    const { summary, diagnostics } = JSON.parse(stdout) as BiomeReport;
    const serious = diagnostics.filter(({ severity }) => severity !== 'info');
    const faults = serious.map(({ location, category, message }) => `${location.path}:${location.start.line} ${category}: ${message}`);
    if (code !== 0 && faults.length === 0) faults.push(`biome ended with ${code}: ${stderr.slice(0, 2000)}`);
    return { saw: summary.changed + summary.unchanged, faults };
  },
};
