#!/usr/bin/env node
// The long runs of the attack suites, of which every test run takes a small sample:   npm run attack -- canaries
// DATABASE_URL chooses real PostgreSQL, as for the tests. HUB_TEST_* may be given to run longer or shorter still.
import { spawnSync } from 'node:child_process';

const suites = {
  canaries: { file: 'test/access/random-canaries.test.ts', HUB_TEST_QUESTIONS: '10000' },
  walls: { file: 'test/access/decide-and-rows.test.ts', HUB_TEST_PAIRS: '100000' },
  projection: { file: 'test/access/projection.test.ts', HUB_TEST_ROWS: '60', HUB_TEST_SELECTIONS: '5' },
  lanes: { file: 'test/schema/lanes.test.ts', HUB_TEST_QUESTIONS: '1000' },
  interference: { file: 'test/access/non-interference.test.ts', HUB_TEST_QUESTIONS: '2000' },
  storms: { file: 'test/journeys/revocation-storm.test.ts', HUB_TEST_STORMS: '50' },
  hides: { file: 'test/journeys/time-to-hide.test.ts', HUB_TEST_HIDES: '100' },
};

// What begins with a dash goes on to vitest: `npm run attack -- canaries -t facilitator` asks as one role alone.
const given = process.argv.slice(2);
const first = given.findIndex((each) => each.startsWith('-'));
const asked = first < 0 ? given : given.slice(0, first);
const further = first < 0 ? [] : given.slice(first);
const names = asked.length > 0 ? asked : Object.keys(suites);
const unknown = names.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}
for (const name of names) {
  const { file, ...size } = suites[name];
  const run = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'house', '--testTimeout', '86400000', file, ...further];
  const { status } = spawnSync(process.execPath, run, { stdio: 'inherit', env: { ...size, ...process.env } });
  if (status !== 0) process.exit(status ?? 1);
}
