import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStage, cardAtFront, pairWall, type Stage } from '#test/kit/a-stage';
import { aBoard, steered } from '#test/kit/steer';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

const isLive = (desk: Page) => desk.getByText('● つながっています').first().waitFor();

it('the chair is taken over when the laptop of whoever had it dies, the wall stands, and whoever comes back is told', async () => {
  const { town } = stage;
  // A second person who may lead a conference.
  await town.rows(`update core.staff set roles = roles || 'facilitator'::text where id = $1`, [town.viewer('recorder').actor.slice(6)]);
  const board = await aBoard(stage.facilitator);
  const item = await cardAtFront(stage, board);
  const [first, wall] = [await stage.page('facilitator'), await stage.page()];
  await pairWall(stage, wall, board.session);
  const address = `${town.origin}/sessions/${board.session}`;
  await first.goto(address);
  await isLive(first);
  await first.locator('.quick-field input').fill('書きかけの行');

  // The laptop is gone, in the middle of a line.
  await first.context().setOffline(true);
  const second = await stage.page('recorder');
  await second.goto(address);
  await isLive(second);
  await second.getByRole('button', { name: '司会を引き継ぐ' }).click();
  await second.getByText('司会 筆ノ瀬 しるす(架空)').waitFor();
  await second.locator('body').press('r');
  await second.getByRole('dialog').getByLabel('何をするか').fill('引き継いでからの役割');
  await second.keyboard.press('Enter');
  await wall.locator('.board-role', { hasText: '引き継いでからの役割' }).waitFor();

  // It comes back: it starts anew, shows what stands now, tells who has the chair, and has not lost the line.
  await first.reload().catch(() => undefined);
  await first.context().setOffline(false);
  await first.goto(address);
  await isLive(first);
  await first.locator('.chair-note', { hasText: '筆ノ瀬 しるす(架空) が引き継ぎました' }).waitFor();
  await first.locator('[data-role]', { hasText: '引き継いでからの役割' }).waitFor();
  expect(await first.locator('.quick-field input').inputValue()).toBe('書きかけの行');
  await first.getByRole('button', { name: 'わかりました' }).click();
  await first.locator('.chair-note').waitFor({ state: 'detached' });
  await first.getByRole('button', { name: '司会を引き継ぐ' }).click();
  await second.locator('.chair-note', { hasText: '結城野 つなぐ(架空) が引き継ぎました' }).waitFor();
  expect(await town.rows('select title from core.role where agenda_item_id = $1', [item])).toEqual([{ title: '引き継いでからの役割' }]);
  for (const page of [first, second, wall]) await page.context().close();
});

it('a wall whose clock is five minutes off counts the same minutes as the desk', async () => {
  const board = await aBoard(stage.facilitator);
  await cardAtFront(stage, board);
  const desk = await stage.page('facilitator');
  await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
  await isLive(desk);
  const walls: Page[] = [];
  for (const minutes of [-5, 5]) {
    const wall = await stage.page();
    await wall.clock.install({ time: Date.now() + minutes * 60_000 });
    await pairWall(stage, wall, board.session);
    walls.push(wall);
  }
  await steered(stage.facilitator, 'setTimer', { session: board.session, seconds: 1_200, running: true });
  const seconds = async (page: Page, place: string) => {
    await page.locator(place, { hasText: /\d+:\d\d/ }).waitFor();
    const [minutes = '', rest = ''] = /(\d+):(\d\d)/.exec(await page.locator(place).innerText())?.slice(1) ?? [];
    return Number(minutes) * 60 + Number(rest);
  };
  const read = await Promise.all([seconds(desk, '.timing-left'), ...walls.map((wall) => seconds(wall, '.board-timer'))]);
  expect(Math.max(...read) - Math.min(...read)).toBeLessThan(30);
  // The way of the frame on a busy machine, and nothing near five minutes.
  expect(Math.max(...read)).toBeLessThan(1_230);
  // It ends calmly on all of them: a word, and nothing that flashes.
  await steered(stage.facilitator, 'setTimer', { session: board.session, seconds: 2, running: true });
  for (const wall of walls) await wall.locator('.board-timer', { hasText: '時間です' }).waitFor();
  await desk.locator('.timing-left', { hasText: '時間です' }).waitFor();
  for (const page of [desk, ...walls]) await page.context().close();
});
