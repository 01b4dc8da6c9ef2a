import { deadCode } from './dead-code';
import { dependencies } from './floors';
import { forbiddenWords } from './forbidden-words';
import { houseSize } from './house-size';
import { lockFile } from './lock-file';
import { nodeBinary } from './node-binary';
import { settingsOnly } from './settings-only';
import { style } from './style';
import { types } from './types';

// `npm run check`: every check of the house, what it saw, and each fault with its place. Names given as arguments run only those.
const wanted = process.argv.slice(2);
const all = [style, types, dependencies, deadCode, settingsOnly, lockFile, nodeBinary, houseSize, forbiddenWords];
const checks = all.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
let failed = 0;
for (const check of checks) {
  const start = performance.now();
  const { saw, faults, warnings = [] } = await check.run(process.cwd());
  if (saw === 0) faults.unshift('saw nothing, so it proves nothing');
  const verdict = faults.length === 0 ? 'ok    ' : 'FAILED';
  console.log(`${verdict} ${check.name}: saw ${saw} ${check.sees}, ${faults.length} faults, ${Math.round(performance.now() - start)} ms`);
  for (const warning of warnings) console.log(`         note  ${warning}`);
  for (const fault of faults) console.log(`         fault ${fault}`);
  if (faults.length > 0) failed += 1;
}
console.log(`Checks: ${checks.length - failed} passed, ${failed} failed`);
if (failed > 0 || checks.length === 0) process.exitCode = 1;
