import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Finding } from './check';
import { houseFiles } from './house-files';

const home = 'server/settings.ts';
const product = /^(server|seeds|client)\/.*\.(ts|tsx|mjs)$/;

/** The environment is read in server/settings.ts alone, and `.env.example` names exactly the settings that there are. */
export const settingsOnly: Check = {
  name: 'settings',
  sees: 'files',
  async run(root) {
    const files = (await houseFiles(root)).filter((file) => product.test(file) && file !== home && !/\.test\.tsx?$/.test(file));
    const readers = files.filter((file) => /\bprocess\.env\b|\bimport\.meta\.env\.HUB_/.test(readFileSync(path.join(root, file), 'utf8')));
    const names = await sameNames(root);
    return {
      saw: files.length + names.saw,
      faults: [...readers.map((file) => `${file}: reads the environment; ${home} does that`), ...names.faults],
    };
  },
};

async function sameNames(root: string): Promise<Finding> {
  if (!existsSync(path.join(root, home))) return { saw: 0, faults: [`${home} is missing`] };
  const { settingsKeys } = (await import(/* @vite-ignore */ path.join(root, home))) as { settingsKeys?: readonly string[] };
  if (!settingsKeys) return { saw: 1, faults: [`${home} exports no settingsKeys`] };
  const example = existsSync(path.join(root, '.env.example')) ? readFileSync(path.join(root, '.env.example'), 'utf8') : '';
  const shown = [...example.matchAll(/^#?\s?([A-Z][A-Z0-9_]*)=/gm)].map(([, key = '']) => key);
  const unshown = settingsKeys.filter((key) => !shown.includes(key)).map((key) => `.env.example: ${key} is missing`);
  const unknown = shown.filter((key) => !settingsKeys.includes(key)).map((key) => `.env.example: ${key} is no setting`);
  return { saw: 2, faults: [...unshown, ...unknown] };
}
