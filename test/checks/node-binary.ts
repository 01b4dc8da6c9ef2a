import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './check';

/**
 * No installed package may bring a `node` of its own: npm puts node_modules/.bin first on the PATH, so every script would silently run
 * on that Node instead of the user's.
 */
export const nodeBinary: Check = {
  name: 'no second node',
  sees: 'packages',
  async run(root) {
    const modules = path.join(root, 'node_modules');
    const names = existsSync(path.join(modules, '.bin')) ? readdirSync(path.join(modules, '.bin')) : [];
    const linked = names.filter((name) => /^node(\.cmd|\.exe|\.ps1)?$/.test(name)).map((name) => `node_modules/.bin/${name} exists`);
    const packages = [...packagesIn(modules)];
    const bringing = packages.filter(bringsNode).map((folder) => `${path.relative(root, folder)} brings a node binary`);
    return { saw: packages.length, faults: [...linked, ...bringing] };
  },
};

/** Every installed package's folder, nested ones too. */
function* packagesIn(modules: string): Generator<string> {
  if (!existsSync(modules)) return;
  for (const entry of readdirSync(modules, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || !entry.isDirectory()) continue;
    const folder = path.join(modules, entry.name);
    const scoped = entry.name.startsWith('@');
    for (const home of scoped ? readdirSync(folder).map((name) => path.join(folder, name)) : [folder]) {
      if (existsSync(path.join(home, 'package.json'))) yield home;
      yield* packagesIn(path.join(home, 'node_modules'));
    }
  }
}

function bringsNode(folder: string): boolean {
  const { name, bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name?: string; bin?: string | object };
  return typeof bin === 'string' ? name === 'node' : Object.keys(bin ?? {}).includes('node');
}
