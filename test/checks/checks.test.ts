import { describe, expect, it } from 'vitest';
import type { Check } from './check';
import { deadCode } from './dead-code';
import { dependencies } from './floors';
import { forbiddenWords } from './forbidden-words';
import { houseSize } from './house-size';
import { lockFile } from './lock-file';
import { nodeBinary } from './node-binary';
import { plantedHouse } from './planted-house';
import { settingsOnly } from './settings-only';
import { style } from './style';
import { types } from './types';

type Files = Record<string, string | null>;

/** What is planted, and what the check must say about it. */
const planted: [Check, [what: string, files: Files, said: RegExp][]][] = [
  [
    style,
    [
      ['a file that is not formatted', { 'server/main.ts': 'export  const a=1\n' }, /^server\/main\.ts:\d+ format/],
      ['any', { 'server/kernel/a.ts': 'export const a = (b: any) => b;\n' }, /noExplicitAny/],
      ['an unused import', { 'server/kernel/a.ts': "import { b } from './b';\n\nexport const a = 1;\n" }, /noUnusedImports/],
      ['a default export', { 'server/kernel/a.ts': 'const a = 1;\nexport default a;\n' }, /noDefaultExport/],
    ],
  ],
  [types, [['a number for a string', { 'server/kernel/a.ts': "export const a: number = 'b';\n" }, /^server\/kernel\/a\.ts.*TS2322/]]],
  [
    dependencies,
    [
      [
        'a room that climbs',
        { 'server/kernel/a.ts': "import '#server/hub/b';\n", 'server/hub/b.ts': '' },
        /^server\/kernel\/a\.ts: imports a higher floor: server\/hub\/b\.ts/,
      ],
      [
        'a stranger on the same floor',
        { 'server/meetings/a.ts': "import '#server/oversight/b';\n", 'server/oversight/b.ts': '' },
        /imports a stranger/,
      ],
      [
        'a department that knows another, in TSX-free TypeScript with decorators',
        {
          'server/departments/council/a.ts': "import { b } from '../children/b';\n\n@b\nexport class A {}\n",
          'server/departments/children/b.ts': 'export const b = (_: unknown) => {};\n',
        },
        /department imports another department: server\/departments\/children\/b\.ts/,
      ],
      [
        'a client that reaches into the server, from TSX',
        { 'client/ui/a.tsx': "import '#server/settings';\n\nexport const a = <b />;\n" },
        /the client imports the server/,
      ],
      [
        'a server that imports the client, lazily',
        { 'server/hub/a.ts': "export const a = () => import('../../client/ui/b');\n", 'client/ui/b.tsx': '' },
        /the server imports the client/,
      ],
      [
        'a display that takes from the console',
        { 'client/display/a.ts': "import '../console/b';\n", 'client/console/b.ts': '' },
        /page display may use graphql, ui, words only/,
      ],
      [
        'a driver in a room',
        { 'server/casework/a.ts': "import pg from 'pg';\n\nexport const a = pg;\n" },
        /only server\/database talks to pg/,
      ],
      ['a DataSource in a room', { 'server/casework/a.ts': "export { DataSource } from 'typeorm';\n" }, /takes DataSource from typeorm/],
      ['seeds that call the server', { 'seeds/a.ts': "import '#server/database/source';\n" }, /seeds take only types/],
      [
        'an import that leads nowhere',
        { 'server/kernel/a.ts': "import sql from './absent.sql?raw';\n\nexport const a = sql;\n" },
        /leads nowhere: \.\/absent\.sql\?raw/,
      ],
    ],
  ],
  [
    deadCode,
    [
      ['a file that nothing imports', { 'server/kernel/unused.ts': 'export const a = 1;\n' }, /^server\/kernel\/unused\.ts: files/],
      [
        'an export that nothing uses',
        { 'server/settings.ts': "export const settingsKeys = ['PORT'];\nexport const spare = 1;\n" },
        /exports: spare/,
      ],
    ],
  ],
  [
    settingsOnly,
    [
      [
        'a second reader of the environment',
        { 'server/hub/a.ts': 'export const a = process.env.PORT;\n' },
        /^server\/hub\/a\.ts: reads the environment/,
      ],
      ['a setting that the example leaves out', { '.env.example': '# nothing\n' }, /PORT is missing/],
      ['an example that is no setting', { '.env.example': 'PORT=4000\nHOPR=1\n' }, /HOPR is no setting/],
    ],
  ],
  [
    lockFile,
    [
      [
        'a platform that was left out',
        { 'package-lock.json': '{"packages":{"":{},"node_modules/a":{"version":"1.0.0","optionalDependencies":{"a-win32":"1.0.0"}}}}' },
        /^node_modules\/a asks for a-win32/,
      ],
    ],
  ],
  [
    nodeBinary,
    [
      [
        'a package with a node binary',
        { 'node_modules/node/package.json': '{"name":"node","bin":{"node":"bin/node"}}' },
        /node_modules\/node brings/,
      ],
      [
        'one inside another package',
        { 'node_modules/@a/b/package.json': '{}', 'node_modules/@a/b/node_modules/c/package.json': '{"bin":{"node":"n"}}' },
        /c brings/,
      ],
      ['a linked binary', { 'node_modules/.bin/node': '' }, /\.bin\/node exists/],
    ],
  ],
  [houseSize, [['a file of 401 lines', { 'server/kernel/a.ts': 'export {};\n'.repeat(401) }, /^server\/kernel\/a\.ts: 401 lines/]]],
  [
    forbiddenWords,
    [
      ['a path out of the repository', { 'docs/a.md': `see ../${'shared'}/a\n` }, /^docs\/a\.md:1: points outside/],
      ['unfinished work', { 'server/kernel/a.ts': `// ${'TO'}${'DO'}: later\n` }, /unfinished work/],
      ['a test that is left out', { 'server/kernel/a.test.ts': `it.${'skip'}('a', () => {});\n` }, /every test runs/],
      ['a test that runs alone', { 'server/kernel/a.test.ts': `describe.${'only'}('a', () => {});\n` }, /every test runs/],
    ],
  ],
];

for (const [check, plants] of planted) {
  describe(check.name, () => {
    it('finds a sound house sound, having seen something', async () => {
      const seen: Files = check === nodeBinary ? { 'node_modules/a/package.json': '{}' } : {};
      const { saw, faults } = await check.run(plantedHouse(seen));
      expect(faults).toEqual([]);
      expect(saw).toBeGreaterThan(0);
    });

    it.each(plants)('catches %s', async (_what, files, said) => {
      const { faults } = await check.run(plantedHouse(files));
      expect(faults).toContainEqual(expect.stringMatching(said));
    });
  });
}

it('notes a file of more than 250 lines without failing', async () => {
  const { faults, warnings } = await houseSize.run(plantedHouse({ 'server/kernel/a.ts': 'export {};\n'.repeat(251) }));
  expect(faults).toEqual([]);
  expect(warnings).toEqual(['server/kernel/a.ts: 251 lines']);
});
