import type { Page } from 'playwright-core';

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
