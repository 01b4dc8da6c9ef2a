// Prints what every step of CI counted, then 'N passed, N failed'. A step counts as one, a suite as its tests. Exits 1 when anything failed,
// when a test was left out, or when a file did not run the same number of tests on the two databases.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const steps = readFileSync(path.join(folder, 'steps.tsv'), 'utf8').trim().split('\n');
const lines = steps.map((step) => {
  const [name, code, seconds] = step.split('\t');
  return { name, ok: code === '0', seconds, ...countsOf(name, code === '0') };
});

function countsOf(name, ok) {
  const report = path.join(folder, `${name}.json`);
  if (!existsSync(report)) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, leftOut: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = numFailedTests || (ok ? 0 : 1); // a file that does not even load fails no test
  const files = new Map(testResults.map((file) => [path.relative('.', file.name), file.assertionResults.length]));
  return { passed: numPassedTests, failed, leftOut: numPendingTests + numTodoTests, faults: testResults.flatMap(faultsOf), files };
}

/** What failed in a file, in a line or two each, so that the end of a long log says it. */
function faultsOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const said = failed.map(({ fullName, failureMessages }) => `${fullName}\n    ${String(failureMessages[0]).split('\n', 1)[0]}`);
  if (status === 'failed' && failed.length === 0) said.push(`does not load\n    ${String(message).split('\n', 1)[0]}`);
  return said.map((text) => `${path.relative('.', name)} > ${text}`);
}

for (const { name, faults = [] } of lines) for (const fault of faults) console.log(`\n== failed in ${name}: ${fault}`);

console.log('\n== summary');
for (const { name, passed, failed, leftOut, seconds } of lines) {
  console.log(
    `${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(leftOut).padStart(4)} left out ${seconds.padStart(5)} s`,
  );
}

const [embedded, postgres] = ['embedded', 'postgres'].map((name) => lines.find((line) => line.name === name));
const onEmbedded = embedded.files ?? new Map();
const onPostgres = postgres?.files ?? new Map();
const unequal = [...onPostgres].filter(([file, tests]) => onEmbedded.get(file) !== tests).map(([file]) => file);
if (unequal.length > 0) console.log(`The two databases did not run the same number of tests in ${unequal.join(', ')}.`);
const once = [...onEmbedded.keys()].filter((file) => postgres && !onPostgres.has(file));
if (once.length > 0) console.log(`Once for both databases: ${once.sort().join(', ')}.`);
const leftOut = lines.reduce((sum, line) => sum + line.leftOut, 0);
if (leftOut > 0) console.log(`${leftOut} tests were left out.`);

const sum = (key) => lines.reduce((total, line) => total + line[key], 0);
const failed = sum('failed') + (unequal.length > 0 ? 1 : 0) + (leftOut > 0 ? 1 : 0);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
