import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { houseFiles } from '#test/checks/house-files';

const root = process.cwd();

/** What opens a way to the tables, and the files that may hold it. A way that nobody may take has none. */
const doors: readonly (readonly [way: string, pattern: RegExp, holders: readonly string[]])[] = [
  ['a query runner', /\bcreateQueryRunner\b/, ['server/database/as-viewer.ts', 'server/database/source.ts']],
  ['an entity manager', /\bcreateEntityManager\b|\bnew EntityManager\b|\brunner\.manager\b/, ['server/database/as-viewer.ts']],
  ['the source itself', /\bsource\s*\??\.\s*(manager|query|transaction|getRepository|createQueryBuilder)\b/, []],
  [
    'a client of the pool',
    /\bpool\s*\??\.\s*(connect|query)\b/,
    ['server/database/unit.ts', 'server/database/read-audit.ts', 'server/database/upkeep.ts', 'server/database/dump.ts'],
  ],
  [
    'a client of its own',
    /\bnew pg\.(Client|Pool)\b|\bnew (Client|Pool|DataSource)\(/,
    ['server/database/listen.ts', 'server/database/source.ts', 'server/database/dump.ts'],
  ],
  [
    'a role or claims',
    /\bset (local |session )?(role|session authorization)\b|set_config\(\s*'hub/i,
    ['server/database/prelude.ts', 'server/database/unit.ts'],
  ],
];

/** Places where a source file opens a way that it may not hold. */
function openDoors(file: string, text: string): string[] {
  const lines = text.split('\n').filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line));
  return doors
    .filter(([, pattern, holders]) => !holders.includes(file) && lines.some((line) => pattern.test(line)))
    .map(([way]) => `${file}: ${way}`);
}

describe('only server/database opens a way to the tables', () => {
  it('in every source file of the product', async () => {
    const files = (await houseFiles(root)).filter(
      (file) => /^(server|seeds|scripts)\/.*\.(ts|mjs)$/.test(file) && !file.endsWith('.test.ts'),
    );
    console.log(`ways to the tables: saw ${files.length} files`);
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => openDoors(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
  });

  it.each(doors.flatMap(([way, pattern, holders]) => holders.map((holder) => [holder, way, pattern] as const)))(
    '%s still holds %s',
    (holder, _way, pattern) => {
      expect(readFileSync(path.join(root, holder), 'utf8')).toMatch(pattern);
    },
  );

  it.each([
    ['const runner = database.source.createQueryRunner();', 'a query runner'],
    ['return context.database.source.manager.find(Case);', 'the source itself'],
    ['await source.transaction(async (manager) => manager.save(card));', 'the source itself'],
    ['const cases = database.source.getRepository(Case);', 'the source itself'],
    ['const manager = source.createEntityManager(runner);', 'an entity manager'],
    ["await database.pool.query('select 1');", 'a client of the pool'],
    ['const client = new pg.Client(url);', 'a client of its own'],
    ["await tx.query('set role hub_system');", 'a role or claims'],
    ["await tx.query(`select set_config('hub.viewer', $1, false)`, [claims]);", 'a role or claims'],
  ])('and would not let pass: %s', (line, way) => {
    expect(openDoors('server/casework/planted.ts', line)).toContain(`server/casework/planted.ts: ${way}`);
  });
});
