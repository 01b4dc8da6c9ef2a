import 'reflect-metadata';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printedSchema } from './printed-schema';

/** npm run schema: writes `schema/` anew; what is no longer printed goes. */
const files = printedSchema();
for (const [file, text] of files) {
  mkdirSync(path.dirname(path.join('schema', file)), { recursive: true });
  writeFileSync(path.join('schema', file), text);
}
const stale = readdirSync('schema', { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.graphql') && !files.has(name.replaceAll('\\', '/')),
);
for (const name of stale) rmSync(path.join('schema', name));
console.log(`schema/: ${files.size}件を書きました${stale.length > 0 ? `（${stale.length}件を消しました）` : ''}。`);
