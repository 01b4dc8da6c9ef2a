import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { houseFiles } from './house-files';

/** One import or re-export of a module. */
export interface Import {
  /** The file it leads to, relative to the root; for a package its name; null when it leads nowhere. */
  to: string | null;
  /** As written. */
  request: string;
  isPackage: boolean;
  /** What is imported as a value; `*` for everything. Empty when only types are. */
  values: string[];
  typeOnly: boolean;
}

/** One TypeScript module of the house. */
export interface SourceModule {
  file: string;
  imports: Import[];
}

const sources = /^(server|client|seeds|test|scripts)\/.*\.(ts|tsx|mjs)$/;

/**
 * Every module under server/, client/, seeds/, test/ and scripts/ with what it imports, read by the parser that also builds them (Oxc).
 * Not dependency-cruiser 17: with TypeScript 7 it sees no module at all, and its swc parser stops at the first TSX.
 */
export async function sourceModules(root: string): Promise<SourceModule[]> {
  const files = (await houseFiles(root)).filter((file) => sources.test(file));
  const aliases = subpathImports(root);
  return files.map((file) => ({ file, imports: importsOf(root, file, aliases) }));
}

/** package.json's `imports`: `#server/*` -> `./server/*.ts`. */
function subpathImports(root: string): [prefix: string, before: string, after: string][] {
  const { imports = {} } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { imports?: Record<string, string> };
  return Object.entries(imports).map(([name, goal]) => {
    const [before = '', after = ''] = goal.replace(/^\.\//, '').split('*');
    return [name.slice(0, name.indexOf('*')), before, after];
  });
}

function importsOf(root: string, file: string, aliases: [string, string, string][]): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const lead = (request: string, values: string[], typeOnly: boolean): Import => ({
    request,
    values,
    typeOnly,
    isPackage: !/^[.#]/.test(request),
    to: resolve(root, file, request, aliases),
  });
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => {
    const values = entries.filter(({ isType }) => !isType).map(({ importName }) => importName.name ?? '*');
    return lead(moduleRequest.value, values, entries.length > 0 && values.length === 0);
  });
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest ? [lead(moduleRequest.value, isType ? [] : [importName.name ?? '*'], isType)] : [],
    ),
  );
  const lazy = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const written = /^(['"`])([^$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    return written?.[2] ? [lead(written[2], ['*'], false)] : []; // a computed path cannot be followed
  });
  return [...fixed, ...passedOn, ...lazy];
}

function resolve(root: string, from: string, request: string, aliases: [string, string, string][]): string | null {
  const bare = request.replace(/\?.*$/, ''); // ?raw, ?worker
  if (!/^[.#]/.test(bare)) return packageName(bare);
  const alias = aliases.find(([prefix]) => bare.startsWith(prefix));
  if (bare.startsWith('#') && !alias) return null;
  const goal = alias ? alias[1] + bare.slice(alias[0].length) + alias[2] : path.posix.join(path.posix.dirname(from), bare);
  const candidates = ['', '.ts', '.tsx', '.mjs'].map((extension) => goal + extension);
  return candidates.find((candidate) => path.extname(candidate) !== '' && existsSync(path.join(root, candidate))) ?? null;
}

function packageName(request: string): string {
  const [scope = '', name = ''] = request.split('/');
  return request.startsWith('@') ? `${scope}/${name}` : scope;
}
