import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { npmChromium } from './npm-chromium';

/**
 * Opens a headless Chromium for a test: the system's, or where there is none the one that an npm package ships, so that `npm test` needs
 * no manual installation. A shell without windows comes first: it takes half of the time. `HUB_TEST_BROWSER` asks for one: `npm`, `system`,
 * or the path of an executable. Close it after the test.
 *
 * @throws Error in words when this machine has no browser that could be used.
 */
export async function openBrowser(): Promise<Browser> {
  const wish = process.env.HUB_TEST_BROWSER ?? '';
  const installed = wish === 'npm' ? undefined : systemBrowser(wish);
  if (installed) return chromium.launch({ executablePath: installed, args: ['--disable-gpu'] });
  const shipped = wish === '' || wish === 'npm' ? await npmChromium() : null;
  if (!shipped) throw new Error(noBrowser(wish));
  const env = { ...process.env, ...shipped.env } as Record<string, string>;
  // Not the package's own `args`: they switch web security off, and a CSP that nobody enforces proves nothing.
  return chromium.launch({ executablePath: shipped.executablePath, env, args: ['--headless=shell', '--disable-gpu', '--no-zygote'] });
}

function systemBrowser(wish: string): string | undefined {
  if (wish !== '' && wish !== 'system') return existsSync(wish) ? wish : undefined;
  return installations().find((file) => existsSync(file));
}

function installations(): string[] {
  if (process.platform === 'darwin') {
    const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    return [...applications, ...applications.map((file) => path.join(process.env.HOME ?? '', file))];
  }
  if (process.platform === 'win32') {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (home) => home !== undefined,
    );
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'];
    return homes.flatMap((home) => programs.map((program) => path.join(home, program)));
  }
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

function noBrowser(wish: string): string {
  const wanted = wish === '' ? 'no Chromium, Chrome or Edge is installed' : `HUB_TEST_BROWSER=${wish} names no browser that is here`;
  return `Browser tests: ${wanted}, and the npm package's runs on Linux x64 only. Install Chromium, or name one in HUB_TEST_BROWSER.`;
}
