import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, pairWall, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { aBoard } from '#test/kit/steer';

let stage: Stage;
let session: string;
let desk: Page;
let wall: Page;

beforeAll(async () => {
  stage = await aStage();
  const board = await aBoard(stage.facilitator);
  session = board.session;
  await cardAtFront(stage, board);
  [desk, wall] = [await stage.page('facilitator'), await stage.page()];
  await pairWall(stage, wall, session);
  await desk.goto(`${stage.town.origin}/sessions/${session}`);
  await desk.locator('.wall-panel').waitFor();
});
afterAll(() => stage?.close());

const onWall = (text: string) => wall.locator('.board').getByText(text, { exact: true });
const add = async (key: 'r' | 'n', title: string) => {
  await desk.keyboard.press(key);
  await desk.keyboard.type(title);
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
};

describe('by keyboard alone, the facilitator', () => {
  it('hides the wall, and shows it again', async () => {
    await desk.keyboard.press('b');
    await onWall('しばらくお待ちください').waitFor();
    expect(await wall.locator('.board-discussion').count()).toBe(0);
    await desk.getByText('■ 隠しています').waitFor();
    await desk.keyboard.press('.');
    await wall.locator('.board-discussion').waitFor();
  });

  it('holds it still while writing, and lets it go', async () => {
    await desk.keyboard.press('f');
    await desk.getByText('▲ 止めています').waitFor();
    await add('r', '週1回の見守り');
    await desk.locator('[data-role]', { hasText: '週1回の見守り' }).waitFor();
    expect(await onWall('週1回の見守り').count()).toBe(0);
    expect(await desk.locator('.room-preview').getByText('週1回の見守り').count()).toBe(0);
    await desk.keyboard.press('f');
    await onWall('週1回の見守り').waitFor();
  });

  it('takes the newest line off the wall, and puts it back with Ctrl+Z', async () => {
    await desk.keyboard.press('x');
    await onWall('週1回の見守り').waitFor({ state: 'detached' });
    await desk.getByText('▲ 会場から下げています').waitFor();
    await desk.keyboard.press('Control+z');
    await onWall('週1回の見守り').waitFor();
  });

  it('writes a line that may name somebody, and the room never sees it', async () => {
    await add('n', '暮沢さんを訪ねる');
    await desk.getByText('個人が分かる言葉らしいものがあります').waitFor();
    expect(await wall.locator('.board').innerText()).not.toContain('暮沢');
    await desk.getByRole('button', { name: '会場に出す：暮沢さんを訪ねる' }).click();
    await desk
      .getByText(/個人が分かる言葉らしいもの（.+）があります/)
      .first()
      .waitFor();
    expect(await wall.locator('.board').innerText()).not.toContain('暮沢');
    expect(await axeFaults(desk)).toEqual([]);
  });
});

it('counts the same minutes on a laptop that is five minutes fast, on one that is five minutes slow, and on the wall', async () => {
  const seconds = async (page: Page, place: string) => {
    const [minutes = '', rest = ''] = /(\d+):(\d\d)/.exec(await page.locator(place).innerText())?.slice(1) ?? [];
    return Number(minutes) * 60 + Number(rest);
  };
  const skewed: Page[] = [];
  for (const minutes of [-5, 5]) {
    const page = await stage.page('recorder');
    await page.clock.install({ time: Date.now() + minutes * 60_000 });
    await page.goto(`${stage.town.origin}/sessions/${session}`);
    await page.locator('.wall-panel').waitFor();
    skewed.push(page);
  }
  await desk.getByRole('button', { name: '20分を計る' }).click();
  const places = [
    ...skewed.map((page) => [page, '.timing-left'] as const),
    [wall, '.board-timer'] as const,
    [desk, '.timing-left'] as const,
  ];
  for (const [page, place] of places) await page.locator(place, { hasText: /\d+:\d\d/ }).waitFor();
  const read = await Promise.all(places.map(([page, place]) => seconds(page, place)));
  expect(Math.max(...read) - Math.min(...read)).toBeLessThan(30);
  expect(Math.max(...read)).toBeLessThanOrEqual(20 * 60);
  // Paused, it stands at one figure on all of them.
  await desk.locator('body').press('Space');
  await desk.getByRole('button', { name: '続ける（Space）' }).waitFor();
  await wall.waitForFunction(
    (text) => document.querySelector('.board-timer')?.textContent?.includes(text),
    await desk.locator('.timing-left').innerText(),
  );
});
