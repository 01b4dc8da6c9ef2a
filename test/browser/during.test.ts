import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, pairWall, type Stage, sizes } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { aBoard } from '#test/kit/steer';

let stage: Stage;
let session: string;
let item: string;
let desk: Page;
let wall: Page;
/** Where a person who looks at the pictures finds them. */
const pictures = process.env.HUB_TEST_PICTURES;

beforeAll(async () => {
  stage = await aStage();
  const board = await aBoard(stage.facilitator);
  session = board.session;
  item = await cardAtFront(stage, board);
  [desk, wall] = [await stage.page('facilitator'), await stage.page()];
  await pairWall(stage, wall, session);
  await desk.goto(`${stage.town.origin}/sessions/${session}`);
  await desk.locator('.quick').waitFor();
});
afterAll(() => stage?.close());

const onWall = (text: string) => wall.locator('.board').getByText(text, { exact: true });
const field = () => desk.locator('.quick-field input');
const leave = async () => {
  await desk.keyboard.press('Escape');
  await desk.waitForFunction(() => document.activeElement === document.body);
};

describe('by keyboard alone, the recorder', () => {
  it('writes down what is said, and turns the left of the wall to it', async () => {
    await desk.keyboard.press('i');
    await desk.keyboard.type('夕方に集まれる場所');
    await desk.locator('.quick-read', { hasText: 'アイデア' }).waitFor();
    await desk.keyboard.press('Enter');
    await desk.locator('.note-row', { hasText: '夕方に集まれる場所' }).waitFor();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.type('空き家を使える');
    await desk.keyboard.press('Enter');
    await desk.locator('.notes-kind', { hasText: '地域のつよみ' }).waitFor();
    await leave();
    await desk.keyboard.press('v');
    await onWall('夕方に集まれる場所').waitFor();
    await wall.locator('.board-note', { hasText: '★ 地域のつよみ' }).waitFor();
  });

  it('shows whole lines only, never smaller ones, however much is said', async () => {
    const long = '車がなくても買い物と病院に行けるように、近所どうしで車を出し合う';
    for (let n = 1; n <= 8; n++) {
      const order = { item, kind: 'IDEA', title: `${n} ${long}` };
      await stage.facilitator.ask('mutation ($input: NoteOrder!) { addNote(input: $input) { id } }', { input: order });
    }
    await wall.locator('.board-note', { hasText: `8 ${long}` }).waitFor();
    for (const size of sizes) {
      await wall.setViewportSize(size);
      await wall.locator('.board-notes small', { hasText: 'ほか' }).waitFor();
      const u = size.height / 1080;
      const look = await wall.evaluate(() => {
        const zone = (document.querySelector('.board-notes') as Element).getBoundingClientRect();
        return [...document.querySelectorAll('.board-note')].map((note) => ({
          over: note.getBoundingClientRect().bottom - zone.bottom,
          size: Math.min(...[...note.querySelectorAll('span')].map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
        }));
      });
      expect(look.length).toBeGreaterThan(1);
      for (const note of look) {
        expect(note.over).toBeLessThanOrEqual(1);
        expect(note.size).toBeGreaterThanOrEqual(32 * u);
      }
      if (pictures) await wall.screenshot({ path: `${pictures}/notes-wall-${size.height}.png` });
      if (pictures) await desk.setViewportSize(size).then(() => desk.screenshot({ path: `${pictures}/notes-desk-${size.height}.png` }));
    }
    for (const page of [wall, desk]) await page.setViewportSize(sizes[0] as (typeof sizes)[number]);
    await desk.keyboard.press('v');
    await wall.locator('.board-rows').waitFor();
  });

  it('puts down who, what and until when in one line, the organisation from the list', async () => {
    await desk.keyboard.press('l');
    await desk.keyboard.type('@社会福祉');
    await desk.locator('.quick-offers .option').first().waitFor();
    await desk.keyboard.press('Enter');
    await expect.poll(() => field().inputValue()).toMatch(/^@.*社会福祉協議会.* $/);
    await desk.keyboard.type('見守りを週1回 令和9年1月8日');
    await desk.locator('.quick-read', { hasText: '1月8日(金) まで' }).waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/quick-desk.png` });
    expect(await onWall('見守りを週1回').count()).toBe(0);
    await desk.keyboard.press('Enter');
    const action = wall.locator('.board-action', { hasText: '見守りを週1回' });
    await action.getByText('1月8日(金)').waitFor();
    await action.getByText('社会福祉協議会').waitFor();
    // The wall may have it before the desk has its answer.
    await expect.poll(() => field().inputValue()).toBe('');
  });

  it('sends nothing while an input method is converting, and once when Enter is meant', async () => {
    const input = await desk.context().newCDPSession(desk);
    const titles = () => stage.town.rows(`select title from core.action_item where agenda_item_id = $1 and title = '声をかける'`, [item]);
    await field().focus();
    for (const text of ['こえをかける', '声をかける']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
      await input.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
    }
    await input.send('Input.insertText', { text: '声をかける' });
    expect(await field().inputValue()).toBe('声をかける');
    expect(await titles()).toEqual([]);
    await desk.keyboard.press('Enter');
    await onWall('声をかける').waitFor();
    expect(await titles()).toHaveLength(1);
  });

  it('keeps what may name somebody off the wall until it is reworded', async () => {
    await desk.keyboard.press('ArrowDown');
    await field().fill('暮沢さんを訪ねる');
    await desk.keyboard.press('Enter');
    await desk.getByText('個人が分かる言葉らしいものがあります').waitFor();
    expect(await wall.locator('.board').innerText()).not.toContain('暮沢');
    await leave();
  });

  it('takes back the newest act with Ctrl+Z, and any of the last ones from the list', async () => {
    await desk.keyboard.press('Control+z');
    await desk.locator('[data-role]', { hasText: '暮沢さんを訪ねる' }).waitFor({ state: 'detached' });
    await desk.keyboard.press('u');
    const list = desk.getByRole('dialog', { name: '最近の操作' });
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/recent-desk.png` });
    await list.getByRole('button', { name: '戻す：「見守りを週1回」を加えました' }).focus();
    await desk.keyboard.press('Enter');
    await onWall('見守りを週1回').waitFor({ state: 'detached' });
    await onWall('声をかける').waitFor();
  });

  it('sees how each screen keeps up, and when one has fallen silent', async () => {
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.locator('.screen-standing', { hasText: '● 遅れなし' }).waitFor();
    await wall.context().setOffline(true);
    await stage.facilitator.ask('mutation ($input: NoteOrder!) { addNote(input: $input) { id } }', {
      input: { item, kind: 'IDEA', title: '畑をいっしょに' },
    });
    await desk.locator('.screen-standing', { hasText: '▲' }).waitFor();
    await wall.context().setOffline(false);
    await desk.locator('.screen-standing', { hasText: '● 遅れなし' }).waitFor();
  });

  it('finds nothing to complain of on either screen', async () => {
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await axeFaults(desk)).toEqual([]);
    await desk.keyboard.press('v');
    await wall.locator('.board-notes').waitFor();
    expect(await axeFaults(wall)).toEqual([]);
  });
});

describe('a member who does not steer', () => {
  it('goes along with the room on an own device, or looks around, and has nothing to steer with', async () => {
    const own = await stage.page('livelihood');
    await own.goto(`${stage.town.origin}/sessions/${session}`);
    await own.getByText('● 会場の議題に合わせて表示しています').waitFor();
    expect(await own.locator('.quick').count()).toBe(0);
    for (const name of ['次へ', '会議を終える', '取り消す', '会場から下げる', '役割を加える'])
      expect(await own.getByRole('button', { name }).count(), name).toBe(0);
    const before = await own.locator('.front h2').innerText();
    await own.keyboard.press('o');
    await own.getByText('■ 自由に見ています').waitFor();
    const [issue] = await stage.town.rows<{ id: string; title: string }>(
      `select id, title from core.community_issue where state = 'APPROVED' limit 1`,
    );
    const ask = async (document: string, input: object) => (await stage.facilitator.ask(document, { input })).data.done;
    const put = await ask('mutation ($input: AgendaOrder!) { done: putOnAgenda(input: $input) { id } }', { session, issue: issue?.id });
    const [{ version }] = (await stage.town.rows<{ version: number }>('select version from core.session where id = $1', [session])) as [
      { version: number },
    ];
    await ask('mutation ($input: FrontOrder!) { done: bringToFront(input: $input) { id } }', { session, item: put.id, version });
    await wall.locator('.board-subject', { hasText: issue?.title ?? '' }).waitFor();
    expect(await own.locator('.front h2').innerText()).toBe(before);
    await own.keyboard.press('o');
    await own.locator('.front h2', { hasText: issue?.title ?? '' }).waitFor();
    expect(await axeFaults(own)).toEqual([]);
    await desk.bringToFront();
    await desk.locator('.connected', { hasText: '暮沢 たすく(架空)' }).waitFor();
    if (pictures) await own.screenshot({ path: `${pictures}/own.png` });
  });
});

describe('for every eye', () => {
  /** Contrast of each text with what lies behind it, as it is drawn. */
  const faintest = (page: Page) =>
    page.evaluate(() => {
      const parts = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
      const light = (color: string): number => {
        const [r = 0, g = 0, b = 0] = parts(color).map((value) => {
          const share = value / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = (element: Element | null): string => {
        for (let at = element; at; at = at.parentElement) {
          const color = getComputedStyle(at).backgroundColor;
          if ((parts(color)[3] ?? 1) > 0) return color;
        }
        return 'rgb(255, 255, 255)';
      };
      return [...document.querySelectorAll('.board *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
        .map((element) => {
          const [ink, paper] = [light(getComputedStyle(element).color), light(ground(element))];
          return { text: element.textContent, contrast: (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) };
        })
        .filter(({ contrast }) => contrast < 7);
    });

  it('the wall turns dark and high in contrast by one key, keeps it, and never falls below 7:1', async () => {
    await wall.bringToFront();
    for (const look of ['dark', 'high', 'light']) {
      await wall.keyboard.press('t');
      await wall.locator(`html[data-look="${look}"]`).waitFor();
      expect(await faintest(wall), look).toEqual([]);
      expect(await axeFaults(wall), look).toEqual([]);
      if (pictures) await wall.screenshot({ path: `${pictures}/wall-${look}.png` });
    }
    await wall.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    if (pictures) await wall.screenshot({ path: `${pictures}/wall-forced.png` });
    expect(await wall.locator('.board-steps [aria-current]').evaluate((step) => getComputedStyle(step).borderStyle)).toBe('solid');
    await wall.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });

  it('the desk, too, as each person chooses, and it stays so', async () => {
    for (const look of ['dark', 'high'] as const) {
      await desk.keyboard.press('?');
      await desk.getByLabel('この機器の画面の見やすさ').selectOption(look);
      expect(await axeFaults(desk), look).toEqual([]);
      await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await axeFaults(desk), look).toEqual([]);
      if (pictures) await desk.screenshot({ path: `${pictures}/desk-${look}.png` });
    }
    await desk.reload();
    await desk.locator('html[data-look="high"]').waitFor();
  });
});
