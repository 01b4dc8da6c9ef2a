import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

/** A browser that was unpacked from npm: where it lies and the environment without which it does not start. */
export interface UnpackedChromium {
  executablePath: string;
  env: Record<string, string>;
}

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/**
 * The headless Chromium inside the npm package `@sparticuz/chromium` (Linux on x64 only), unpacked once into `.cache/`.
 * Its `executablePath()` is not used: it unpacks to a fixed name under /tmp, where a half-written file of another process passes for a
 * whole one, and leaves out the libraries (NSS, NSPR) that a bare Debian lacks. Returns null where that browser cannot run.
 */
export async function npmChromium(): Promise<UnpackedChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = path.resolve(require.resolve('@sparticuz/chromium'), '../../..');
  const { version } = require(path.join(home, 'package.json')) as { version: string };
  const unpacked = path.resolve('.cache', `chromium-${version}`);
  if (!existsSync(unpacked)) await unpack(path.join(home, 'bin'), unpacked);
  return {
    executablePath: path.join(unpacked, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(unpacked, 'lib'), FONTCONFIG_FILE: path.join(unpacked, 'own-fonts.conf') },
  };
}

/** Unpacks beside the goal and renames, so that test processes starting together all find either nothing or everything. */
async function unpack(bin: string, goal: string): Promise<void> {
  const draft = `${goal}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await inflate(path.join(bin, 'chromium.br'), path.join(draft, 'chromium'));
    await chmod(path.join(draft, 'chromium'), 0o755);
    for (const archive of ['al2023.tar', 'fonts.tar']) {
      await inflate(path.join(bin, `${archive}.br`), path.join(draft, archive));
      await run('tar', ['-xf', path.join(draft, archive), '-C', draft]);
    }
    await writeFile(path.join(draft, 'own-fonts.conf'), fontsAt(goal));
    await rename(draft, goal);
  } catch (fault) {
    if (!existsSync(goal)) throw fault; // else another process was quicker
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** A bare machine has neither fonts nor fontconfig, and the archive's own configuration looks for its fonts under /tmp. */
function fontsAt(folder: string): string {
  return `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`;
}

function inflate(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}
