import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const home = 'test/bench/peers';

/** The Node of npm's package `node`, which PostGraphile needs and nothing else may run on. */
export const PEER_NODE = path.join(home, 'node_modules/node/bin/node');

/** Installs the peers into their own folder where they are not yet. Throws when npm fails. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(path.join(home, 'node_modules/.package-lock.json'))) return;
  say(`installing the peers (PostGraphile, Mercurius, Node 22) into ${home}: half a gigabyte, once`);
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci in ${home} failed`);
}

/** Throws unless a peer says that it is exactly the version that its package.json pins. */
export function assertVersion(name: 'postgraphile' | 'mercurius', said: string, nodeMajor: string): void {
  const { dependencies } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const pinned = `${dependencies[name]} on Node ${nodeMajor}.`;
  if (!said.startsWith(pinned)) throw new Error(`${name}: ${said} runs, but the bench is about ${pinned}`);
}
