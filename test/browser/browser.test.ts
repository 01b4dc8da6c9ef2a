import { afterEach, expect, it, vi } from 'vitest';
import { openBrowser } from '#test/kit/browser';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function headlineShown(): Promise<string | null> {
  await using browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>山梨市</h1>');
  return await page.locator('h1').textContent();
}

it('opens the browser of this machine, or the one from npm', async () => {
  expect(await headlineShown()).toBe('山梨市');
});

it.runIf(process.platform === 'linux' && process.arch === 'x64')('opens the one from npm on a machine that has none', async () => {
  vi.stubEnv('HUB_TEST_BROWSER', 'npm');
  expect(await headlineShown()).toBe('山梨市');
});

it('says in words which browser is missing', async () => {
  vi.stubEnv('HUB_TEST_BROWSER', '/nowhere/chromium');
  await expect(openBrowser()).rejects.toThrow('HUB_TEST_BROWSER=/nowhere/chromium names no browser that is here');
});
