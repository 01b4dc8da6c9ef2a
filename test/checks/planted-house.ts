import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const rules = ['biome.json', 'knip.json', 'tsconfig.json'];

const sound: Record<string, string> = {
  'package.json': `${JSON.stringify(
    {
      name: 'planted-house',
      private: true,
      type: 'module',
      imports: { '#server/*': './server/*.ts', '#seeds/*': './seeds/*.ts' },
      dependencies: { typeorm: '1.1.1' },
    },
    null,
    2,
  )}\n`,
  'package-lock.json': '{ "packages": { "": {} } }\n',
  '.gitignore': 'node_modules/\n',
  '.env.example': 'PORT=4000\n',
  'server/main.ts':
    "import { DataSource } from '#server/database/source';\nimport { settingsKeys } from './settings';\n\nconsole.log(DataSource, settingsKeys);\n",
  'server/settings.ts': "export const settingsKeys = ['PORT'];\n",
  'server/database/source.ts': "export { DataSource } from 'typeorm';\n",
};

/**
 * A small house that every check finds sound, with `files` put in or over it (null takes one away): what a check must catch is planted
 * there. It lies under `.cache/`, so that the tools find this project's packages; it is a repository of its own, and goes with the test.
 */
export function plantedHouse(files: Record<string, string | null> = {}): string {
  mkdirSync('.cache', { recursive: true });
  const root = mkdtempSync(path.resolve('.cache', 'planted-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  execFileSync('git', ['init', '--quiet', root]);
  for (const rule of rules) copyFileSync(rule, path.join(root, rule));
  for (const [file, text] of Object.entries({ ...sound, ...files })) {
    if (text === null) continue;
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}
