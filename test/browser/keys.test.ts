import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { aBoard } from '#test/kit/steer';
import { consoleKeys, keyCap, keysOf, usualKeys } from '../../client/console/console-keys';

let stage: Stage;
let desk: Page;
let address: string;
const pictures = process.env.HUB_TEST_PICTURES;
beforeAll(async () => {
  stage = await aStage();
  const board = await aBoard(stage.facilitator);
  await cardAtFront(stage, board);
  desk = await stage.page('facilitator');
  address = `${stage.town.origin}/sessions/${board.session}`;
  await desk.goto(address);
  await desk.getByText('● つながっています').first().waitFor();
});
afterAll(() => stage?.close());

const help = () => desk.getByRole('dialog', { name: 'キーボードの操作' });
const row = (act: string) => help().locator(`[data-act="${act}"]`);
const closed = () => desk.getByRole('dialog').waitFor({ state: 'detached' });
const letGo = () => desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
async function openHelp(): Promise<void> {
  await desk.getByRole('button', { name: /^キー操作/ }).focus();
  await desk.keyboard.press('Enter');
  await help().waitFor();
}
async function closeHelp(): Promise<void> {
  await desk.keyboard.press('Escape');
  await closed();
  await letGo();
}
/** Gives an act another key, by keyboard alone. */
async function change(act: string, key: string): Promise<void> {
  await row(act)
    .getByRole('button', { name: /^変える/ })
    .focus();
  await desk.keyboard.press('Enter');
  await row(act)
    .getByRole('button', { name: /^新しいキーを/ })
    .waitFor();
  await desk.keyboard.press(key);
}
const opens = async (key: string, title: string) => {
  await desk.keyboard.press(key);
  await desk.getByRole('dialog', { name: title }).waitFor();
  await desk.keyboard.press('Escape');
  if (await desk.getByRole('dialog').count()) await desk.keyboard.press('Escape');
  await closed();
  await letGo();
};

describe('the keys of the console', () => {
  it('are told by ?, as the registry has them', async () => {
    await letGo();
    await desk.keyboard.press('?');
    await help().waitFor();
    const shown = await help()
      .locator('[data-act]')
      .evaluateAll((rows) =>
        rows.map((one) => [one.getAttribute('data-act'), [...one.querySelectorAll('kbd')].map((key) => key.textContent)]),
      );
    expect(shown).toEqual(consoleKeys.map((key) => [key.act, keysOf(key, usualKeys).map(keyCap)]));
    expect(await axeFaults(desk)).toEqual([]);
    for (const height of pictures ? [1080, 720] : []) {
      await desk.setViewportSize({ width: (height * 16) / 9, height });
      await desk.screenshot({ path: `${pictures}/keys-${height}.png` });
    }
    await closeHelp();
  });

  it('are changed by keyboard, outlive the page, and the buttons say the new one', async () => {
    await opens('r', '役割を加える');
    await openHelp();
    await change('role', 't');
    await row('role').locator('kbd', { hasText: 'T' }).waitFor();
    await closeHelp();
    await desk.reload();
    await desk.getByRole('button', { name: '役割を加える（T）' }).waitFor();
    await letGo();
    await desk.keyboard.press('r');
    expect(await desk.getByRole('dialog').count()).toBe(0);
    await opens('t', '役割を加える');
  });

  it('are never taken from another act, in words', async () => {
    await openHelp();
    await change('role', 'n');
    await row('role').getByText('そのキーは「次にやることを加える」で使っています').waitFor();
    await desk.keyboard.press('b');
    await row('role').getByText('そのキーは「会場の画面を隠す・映す」のもので、変えられません').waitFor();
    await desk.keyboard.press('Home');
    await row('role').getByText('そのキーは使えません').waitFor();
    // Esc ends the waiting, not the window.
    await desk.keyboard.press('Escape');
    await row('role')
      .getByRole('button', { name: /^変える/ })
      .waitFor();
    await help().getByRole('button', { name: 'すべて初めのキーに戻す' }).click();
    await row('role').locator('kbd', { hasText: 'R' }).waitFor();
    await closeHelp();
    await opens('r', '役割を加える');
  });

  it('do nothing as single characters once they are off; a clicker still pages', async () => {
    await openHelp();
    await help().getByRole('checkbox').uncheck();
    await closeHelp();
    for (const key of ['r', 'n', 'd', 'u', 'b', '.', '?']) await desk.keyboard.press(key);
    expect(await desk.getByRole('dialog').count()).toBe(0);
    await desk.locator('.wall-panel[data-wall="SHOWN"]').waitFor();
    await desk.keyboard.press('PageDown');
    await desk.locator('.steps li').nth(1).and(desk.locator('[aria-current="step"]')).waitFor();
    await desk.keyboard.press('PageUp');
    await desk.locator('.steps li').nth(0).and(desk.locator('[aria-current="step"]')).waitFor();
    await openHelp();
    await help().getByRole('checkbox').check();
    await closeHelp();
    await desk.keyboard.press('.');
    await desk.locator('.wall-panel[data-wall="HIDDEN"]').waitFor();
    await desk.keyboard.press('b');
    await desk.locator('.wall-panel[data-wall="SHOWN"]').waitFor();
  });
});
