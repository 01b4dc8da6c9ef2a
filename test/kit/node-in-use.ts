import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * The Node that the tests must run on: the major in `HUB_TEST_NODE` where a run asks for one (CI's second run), else the user's own, found
 * on the PATH without any node_modules/.bin, where a dependency's `node` would hide it.
 */
export function expectedNodeMajor(): number {
  const asked = process.env.HUB_TEST_NODE;
  if (asked) return Number(asked);
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: folders.join(path.delimiter) };
  const version = execFileSync('node', ['--version'], { env, encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(version)?.[1]);
}

/** The major version of the Node that runs this very code. */
export const runningNodeMajor = Number(process.versions.node.split('.')[0]);
