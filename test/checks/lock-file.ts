import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './check';

interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/**
 * package-lock.json holds every package that a locked package asks for, those for other platforms too. `npm install` silently leaves out
 * an optional one that the registry does not (yet) have, and from then on `npm ci` refuses the lock file on every machine.
 */
export const lockFile: Check = {
  name: 'lock file',
  sees: 'packages',
  async run(root) {
    const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, LockedPackage>;
    };
    const faults = Object.entries(packages).flatMap(([place, { dependencies, optionalDependencies }]) => {
      const asked = Object.keys({ ...dependencies, ...optionalDependencies });
      return asked
        .filter((name) => !found(packages, place, name))
        .map((name) => `${place || 'package.json'} asks for ${name}, which is not locked`);
    });
    return { saw: Object.keys(packages).length, faults };
  },
};

/** Looks where Node would: beside the package, then in every node_modules above it. */
function found(packages: Record<string, LockedPackage>, place: string, name: string): boolean {
  const here = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
  if (packages[here]) return true;
  return place !== '' && found(packages, place.split('/node_modules/').slice(0, -1).join('/node_modules/'), name);
}
