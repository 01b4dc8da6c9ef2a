import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** The files that are, or with the next commit would be, in the repository: tracked or not ignored, relative to `root`, sorted. */
export async function houseFiles(root: string): Promise<string[]> {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = await promisify(execFile)('git', list, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  const files = [...new Set(stdout.split('\0').filter(Boolean))].sort();
  return files.filter((file) => existsSync(path.join(root, file)));
}
