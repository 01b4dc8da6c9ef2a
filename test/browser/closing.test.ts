import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, pairWall, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { shoot } from '#test/kit/shoot';
import { aBoard, steered } from '#test/kit/steer';
import { watchPage } from '#test/kit/watch-page';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

/** Presses Tab until the button of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (focused.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${name}`);
}

/** Dialogs stand over one another here: the one that was opened last. */
const top = (desk: Page) => desk.getByRole('dialog').last();

describe('a conference is brought to its end', () => {
  it('by keyboard alone: what was decided is read out before the room, one point is put off, and then it closes', async () => {
    const board = await aBoard(stage.facilitator, '終わりの会議');
    const item = await cardAtFront(stage, board);
    await steered(stage.facilitator, 'addRole', { item, title: '送り迎え' });
    await steered(stage.facilitator, 'addLink', { item, kind: 'STRAINED', title: '近所の人たち' });
    const desk = await stage.page('facilitator');
    const wall = await stage.page();
    const watch = watchPage(desk, stage.town.origin);
    await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
    await desk.getByText('● つながっています').first().waitFor();
    await pairWall(stage, wall, board.session);
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

    await desk.keyboard.press('d');
    await top(desk).getByLabel('何が決まったか').waitFor();
    await desk.keyboard.insertText('月に一度、公民館に集まって、買い物の足をみんなで考える');
    await desk.keyboard.press('Enter');
    await desk.locator('[data-decision]').getByText('■ まだ読み上げていません').waitFor();
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let step = 0; step < 6; step += 1) {
      await desk.keyboard.press('ArrowRight');
      await desk.locator(`.steps li:nth-child(${step + 2})[aria-current]`).waitFor();
    }
    await wall.locator('.board-decisions').getByText('月に一度、公民館に集まって').waitFor();
    await shoot(wall, 'wall-decisions');
    await shoot(desk, 'desk-decisions');

    await tabTo(desk, '会議を終える');
    await desk.keyboard.press('Enter');
    await top(desk).getByText('▲ 決まっていないことが2件あります').waitFor();
    await shoot(desk, 'close-open');
    expect(await axeFaults(desk)).toEqual([]);
    await tabTo(desk, '読み上げた：');
    await desk.keyboard.press('Enter');
    await top(desk).getByText('▲ 決まっていないことが1件あります').waitFor();
    await wall.locator('.board-decisions [data-read]').waitFor();

    await tabTo(desk, '保留にする：送り迎え');
    await desk.keyboard.press('Enter');
    await top(desk).getByLabel('保留にする理由').waitFor();
    await desk.keyboard.insertText('車の持ち主に聞いてから決める');
    await desk.keyboard.press('Tab');
    await desk.keyboard.type('支援');
    await desk.getByRole('option', { name: '選んでください' }).waitFor({ state: 'detached' });
    await desk
      .getByRole('option', { name: /支援つなげる/ })
      .first()
      .waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await shoot(desk, 'defer');
    await tabTo(desk, '保留にする');
    await desk.keyboard.press('Enter');
    await top(desk).getByText('● 決めておくことは、すべて決まっています。').waitFor();
    await shoot(desk, 'close-clear');
    await tabTo(desk, '会議を終える');
    await desk.keyboard.press('Enter');
    await wall.getByText('会議は終わりました').first().waitFor();
    await desk.getByText('会議は閉会しました').waitFor();
    expect(watch).toEqual({ foreign: [], complaints: [] });

    const next = await aBoard(stage.facilitator, '次の会議');
    await desk.goto(`${stage.town.origin}/sessions/${next.session}`);
    const carried = desk.locator('.carried-over li', { hasText: '車の持ち主に聞いてから決める' });
    await carried.getByText('送り迎え').waitFor();
    await shoot(desk, 'carried-over');
    await carried.getByRole('button', { name: '片づいた：送り迎え' }).press('Enter');
    await carried.waitFor({ state: 'detached' });

    await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
    await desk.getByRole('button', { name: '会議録' }).press('Enter');
    await desk.getByRole('heading', { name: '時刻ごとの記録' }).waitFor();
    await desk.getByText('この範囲の会議録は、画面で読むだけです').waitFor();
    await shoot(desk, 'minutes-office');
    await desk.getByLabel('載せる範囲').selectOption('ROOM');
    await desk.getByRole('button', { name: 'Word にする' }).waitFor();
    expect(await desk.getByText('車の持ち主').count()).toBe(0);
    await desk.locator('.minutes-sheet tr', { hasText: '近所の人たち' }).getByText('気がかり').waitFor();
    expect(await axeFaults(desk)).toEqual([]);
    await shoot(desk, 'minutes-room');
    for (const [name, ending] of [
      ['Word にする', 'docx'],
      ['Excel にする', 'xlsx'],
    ] as const) {
      const saving: Promise<Download> = desk.waitForEvent('download');
      await desk.getByRole('button', { name }).press('Enter');
      const file = await saving;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^会議録_2026-11-23_終わりの会議_会場向け\\.${ending}$`));
      const bytes = readFileSync(await file.path());
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }
    expect(watch).toEqual({ foreign: [], complaints: [] });
    await desk.context().close();
    await wall.context().close();
  });
});
