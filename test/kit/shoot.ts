import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults } from './axe-faults';

const shots = process.env.HUB_TEST_SHOTS;
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** Pictures of a page at both sizes, in the folder of HUB_TEST_SHOTS, where somebody wants to look; the large one stays. */
export async function shoot(page: Page | undefined, name: string): Promise<void> {
  if (!shots || !page) return;
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${shots}/${name}-${size.height}.png` });
  }
}

/** Looks at a page at both sizes: nothing stands beside it, and axe finds no fault. */
export async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  }
  await shoot(page, name);
  expect(await axeFaults(page), name).toEqual([]);
}
