import { defineConfig } from 'vitest/config';

/** The tests of the policy alone, in one worker that is kept: each mutant costs what the tests cost, and not a start of vitest. */
export default defineConfig({ test: { include: ['server/access/**/*.test.ts'], isolate: false } });
