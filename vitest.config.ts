import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** A group of test files; decorators follow tsconfig.json (Oxc). */
function project(name: string, options: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return {
    resolve: {
      // Vite would give our own code graphql's index.mjs, and packages, which Node loads, index.js: "another module or realm".
      alias: [{ find: /^graphql$/, replacement: path.join(root, 'node_modules/graphql/index.js') }],
    },
    test: { name, pool: 'forks', ...options },
  };
}

/**
 * Two projects, one after the other: the house (unit tests beside their code, and test/), then the journeys in a browser, so that no
 * screen is judged while another suite takes both cores.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/kit/global-setup.ts'],
    // Modules are made ready to run once for all runs, by their content: a run begins in half the time. One that reads others by
    // `import.meta.glob(`, spelt like this, is made anew.
    experimental: { fsModuleCache: true },
    projects: [
      project('house', {
        include: ['{server,seeds,test}/**/*.test.ts', 'client/**/*.test.{ts,tsx}'],
        exclude: ['test/browser/**', 'test/bench/**'],
        setupFiles: ['test/kit/watch-nesting.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        // Two at least: vitest leaves one processor to itself, which on two is half of the machine.
        maxWorkers: Math.max(2, os.availableParallelism() - 1),
        // What a file imports is the whole house: files of one worker share it, and what they make they close.
        isolate: false,
        sequence: { groupOrder: 0 },
      }),
      project('browser', {
        include: ['test/browser/**/*.test.ts'],
        testTimeout: 120_000,
        hookTimeout: 120_000,
        maxWorkers: 2,
        isolate: false,
        sequence: { groupOrder: 1 },
      }),
    ],
  },
});
