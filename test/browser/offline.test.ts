import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, type Stage } from '#test/kit/a-stage';
import { aTable } from '#test/kit/a-table';
import { axeFaults } from '#test/kit/axe-faults';
import { aBoard, steered } from '#test/kit/steer';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

/** Where a person who looks at the pictures finds them. */
const pictures = process.env.HUB_TEST_PICTURES;

/** A board with an item, a thing to do and a role, and the facilitator's desk in front of it. */
async function aDesk() {
  const board = await aBoard(stage.facilitator);
  const item = await cardAtFront(stage, board);
  const action = (await steered(stage.facilitator, 'addActionItem', { item, title: 'はじめの内容' })).id as string;
  const role = (await steered(stage.facilitator, 'addRole', { item, title: '見守り' })).id as string;
  const desk = await stage.page('facilitator');
  await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
  await isLive(desk);
  return { desk, session: board.session, item, action, role };
}

const isLive = (desk: Page) => desk.getByText('● つながっています').first().waitFor();
const bar = (desk: Page) => desk.locator('.offline-bar');
const waiting = (desk: Page, what: string | RegExp) => desk.locator('.outbox li', { hasText: what });
const letGo = (desk: Page) => desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
const titles = async (item: string) =>
  (await stage.town.rows<{ title: string }>('select title from core.action_item where agenda_item_id = $1', [item]))
    .map(({ title }) => title)
    .sort();

async function cut(desk: Page): Promise<void> {
  await desk.context().setOffline(true);
  await bar(desk).waitFor();
}

async function mend(desk: Page): Promise<void> {
  await desk.context().setOffline(false);
  await isLive(desk);
  await bar(desk).waitFor({ state: 'detached' });
}

async function addByKey(desk: Page, title: string): Promise<void> {
  await letGo(desk);
  await desk.keyboard.press('n');
  await desk.getByRole('dialog').getByLabel('何をするか').fill(title);
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
}

async function revise(desk: Page, action: string, title: string): Promise<void> {
  await desk.locator(`[data-action="${action}"]`).getByRole('button', { name: /^直す/ }).click();
  await desk.getByRole('dialog').getByLabel('何をするか').fill(title);
  await desk.getByRole('button', { name: '保存する' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Everything that this browser has kept for the desk, as text. */
const kept = (desk: Page): Promise<string> =>
  desk.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'marugoto-desk')) return '';
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('marugoto-desk');
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = ['edits', 'drafts'].map(
      (store) =>
        new Promise<unknown[]>((resolve) => {
          const rows = database.transaction(store).objectStore(store).getAll();
          rows.onsuccess = () => resolve(rows.result);
        }),
    );
    // That one had the chair is no word of anybody's.
    const rows = (await Promise.all(all)).flat().filter((row) => (row as { value: unknown }).value !== true);
    database.close();
    return rows.length > 0 ? JSON.stringify(rows) : '';
  });

describe('while the hub is out of reach, the desk', () => {
  it('says so with the time of what still stands, and shows the room nothing until it is back', async () => {
    const { desk, item } = await aDesk();
    await cut(desk);
    await bar(desk)
      .getByText(/ハブとの接続が切れています。\d{2}:\d{2} の内容です/)
      .waitFor();
    await desk.getByText('はじめの内容').first().waitFor();
    await letGo(desk);
    for (const key of ['b', 'f', 'ArrowRight']) {
      await desk.keyboard.press(key);
      await desk.locator('.toast', { hasText: 'つながるまで変えられません' }).waitFor();
    }
    const row = desk.locator(`.agenda li[data-item="${item}"]`);
    await row.waitFor();
    await mend(desk);
    // Nothing of it comes late.
    const [session] = await stage.town.rows(
      'select wall, step from core.session where id = (select session_id from core.agenda_item where id = $1)',
      [item],
    );
    expect(session).toEqual({ wall: 'SHOWN', step: 0 });
    await desk.context().close();
  });

  it('takes edits, shows them as waiting, and sends each of them once and in order when it is back', async () => {
    const { desk, item, action, role } = await aDesk();
    await cut(desk);
    await addByKey(desk, '一つめ');
    await addByKey(desk, '二つめ');
    await revise(desk, action, '直した内容');
    await revise(desk, action, 'もう一度直した内容');
    await desk
      .locator(`[data-role="${role}"]`)
      .getByRole('button', { name: /書き直す/ })
      .click();
    await desk.getByRole('dialog').getByLabel('何をするか').fill('声かけ');
    await desk.keyboard.press('Enter');
    await desk.locator(`[data-role="${role}"]`, { hasText: '声かけ' }).getByText('■ 送信待ち').waitFor();
    await desk.locator('[data-action]', { hasText: '二つめ' }).getByText('■ 送信待ち').waitFor();
    await bar(desk).getByRole('button', { name: '送信待ちを見る（5件）' }).click();
    await desk.waitForFunction(() => document.activeElement?.id === 'outbox');
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/offline-1080.png` });
    if (pictures)
      await desk.setViewportSize({ width: 1280, height: 720 }).then(() => desk.screenshot({ path: `${pictures}/offline-720.png` }));
    await waiting(desk, '二つめ')
      .getByRole('button', { name: /^送らずに捨てる/ })
      .click();
    expect(await titles(item)).toEqual(['はじめの内容']);
    await mend(desk);
    await desk.locator('.outbox').getByText('● 送信済み').nth(3).waitFor();
    expect(await titles(item)).toEqual(['もう一度直した内容', '一つめ']);
    const rows = await stage.town.rows('select version from core.action_item where id = $1', [action]);
    expect(rows).toEqual([{ version: 3 }]);
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.getByRole('button', { name: '送信済みを片づける' }).click();
    await desk.locator('.outbox').waitFor({ state: 'detached' });
    // What was sent later is taken back like any other act.
    await letGo(desk);
    await desk.keyboard.press('Control+z');
    await desk.locator('.toast', { hasText: '元に戻しました' }).waitFor();
    await desk.context().close();
  });

  it('sends under the first key what arrived without an answer', async () => {
    const { desk, item } = await aDesk();
    const keys: (string | undefined)[] = [];
    await desk.route('**/graphql', async (route) => {
      const request = route.request();
      if (!request.postData()?.includes('AddActionItem')) return route.continue();
      keys.push(request.headers()['idempotency-key']);
      // It reaches the hub, and the line breaks before the answer is back: as often as the page asks again by itself.
      await route.fetch();
      if (keys.length <= 3) await route.abort('connectionreset');
      else await route.continue();
    });
    await addByKey(desk, '一度だけ');
    await waiting(desk, '一度だけ').getByText('● 送信済み').waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(keys.length).toBeGreaterThan(3);
    expect(await titles(item)).toEqual(['はじめの内容', '一度だけ'].sort());
    await desk.context().close();
  });

  it('asks, row by row, when somebody else has changed the same row meanwhile, with both versions', async () => {
    const { desk, item, action } = await aDesk();
    const other = (await steered(stage.facilitator, 'addActionItem', { item, title: 'べつの行' })).id as string;
    await desk.locator(`[data-action="${other}"]`).waitFor();
    await cut(desk);
    await revise(desk, action, 'わたしの内容');
    await revise(desk, other, 'わたしの別の行');
    const recorder = await stage.town.as('recorder');
    for (const [id, title] of [
      [action, '書記の内容'],
      [other, '書記の別の行'],
    ] as const)
      await steered(recorder, 'reviseActionItem', { action: id, title, version: 1 });
    await addByKey(desk, 'ぶつからない行');
    await mend(desk);
    await waiting(desk, 'ぶつからない行').getByText('● 送信済み').waitFor();
    await waiting(desk, 'わたしの内容').getByText('▲ 衝突').waitFor();
    expect(await titles(item)).toEqual(['ぶつからない行', '書記の内容', '書記の別の行']);
    await waiting(desk, 'わたしの内容')
      .getByRole('button', { name: /^両方を見て選ぶ/ })
      .click();
    const both = desk.getByRole('dialog', { name: 'ほかの人が先に変えました' });
    await both.getByRole('cell', { name: '書記の内容' }).waitFor();
    await both.getByRole('cell', { name: 'わたしの内容' }).waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/offline-conflict.png` });
    await both.getByRole('button', { name: '自分の内容で書き直す' }).click();
    await waiting(desk, 'わたしの内容').getByText('● 送信済み').waitFor();
    await waiting(desk, 'わたしの別の行')
      .getByRole('button', { name: /^両方を見て選ぶ/ })
      .click();
    await both.getByRole('button', { name: 'いまの内容を残す' }).click();
    await waiting(desk, 'わたしの別の行').waitFor({ state: 'detached' });
    expect(await titles(item)).toEqual(['ぶつからない行', 'わたしの内容', '書記の別の行'].sort());
    await desk.context().close();
  });
});

describe('what this browser keeps', () => {
  it('outlives a page that is loaded anew: edits are sent, half-written lines are there again', async () => {
    const { desk, session, item } = await aDesk();
    await cut(desk);
    await addByKey(desk, '先に書いた行');
    await letGo(desk);
    await desk.keyboard.press('l');
    await desk.keyboard.type('書きかけの行');
    await letGo(desk);
    await desk.keyboard.press('r');
    await desk.getByRole('dialog').getByLabel('何をするか').fill('書きかけの役割');
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    // Without the network there is no page to load: the browser says so itself, and keeps what it has.
    await desk.reload().catch(() => undefined);
    await desk.context().setOffline(false);
    await desk.goto(`${stage.town.origin}/sessions/${session}`);
    await waiting(desk, '先に書いた行').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['はじめの内容', '先に書いた行'].sort());
    expect(await desk.locator('.quick-field input').inputValue()).toBe('書きかけの行');
    await letGo(desk);
    await desk.keyboard.press('r');
    const dialog = desk.getByRole('dialog');
    expect(await dialog.getByLabel('何をするか').inputValue()).toBe('書きかけの役割');
    await dialog.getByText('書きかけが残っています。').waitFor();
    await dialog.getByRole('button', { name: '書きかけを捨てる' }).click();
    expect(await dialog.getByLabel('何をするか').inputValue()).toBe('');
    await desk.context().close();
  });

  it('is thrown away by whoever signs out, who is told what has not been sent', async () => {
    const { desk, item } = await aDesk();
    await cut(desk);
    await addByKey(desk, '送らない行');
    await letGo(desk);
    await desk.keyboard.press('l');
    await desk.keyboard.type('書きかけ');
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toContain('書きかけ');
    const wayOut = desk.getByRole('button', { name: 'サインアウト' });
    await wayOut.click();
    await desk.getByRole('button', { name: 'まだ送っていない1件を捨ててサインアウト' }).waitFor();
    await desk.getByRole('button', { name: /サインアウト$/ }).click();
    // The hub has not ended the sign-in: nothing is lost yet, and the screen says so.
    await desk.locator('.toast', { hasText: 'そのままです' }).waitFor();
    expect(await kept(desk)).toContain('書きかけ');
    await waiting(desk, '送らない行').waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/cut-off-sign-out.png` });
    await desk.getByRole('button', { name: 'それでも消して終える' }).click();
    await desk.getByRole('heading', { name: 'この機器に残したものを消しました' }).waitFor();
    expect(await kept(desk)).toBe('');
    expect(await desk.locator('body').innerText()).not.toContain('はじめの内容');
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/left-desk.png` });
    // As soon as the hub is back the sign-in ends, without anybody there.
    await desk.context().setOffline(false);
    await desk.getByText('サインインが必要です').waitFor();
    expect(await kept(desk)).toBe('');
    expect(await titles(item)).toEqual(['はじめの内容']);
    await desk.context().close();
  });

  it('stays where somebody could not sign out and waits for the hub after all', async () => {
    const { desk, item } = await aDesk();
    await cut(desk);
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.locator('.toast', { hasText: 'そのままです' }).waitFor();
    await addByKey(desk, '書き続けた行');
    // What is written meanwhile is counted before it is thrown away.
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.getByRole('button', { name: 'まだ送っていない1件を捨ててサインアウト' }).waitFor();
    await mend(desk);
    await waiting(desk, '書き続けた行').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['はじめの内容', '書き続けた行'].sort());
    await desk.context().close();
  });

  it('is nobody else’s: another account finds none of it, and nothing is sent in its name', async () => {
    const { desk, session, item } = await aDesk();
    await cut(desk);
    await addByKey(desk, '司会の行');
    const [name = '', value = ''] = (await stage.town.as('recorder')).headers.cookie?.split('=') ?? [];
    await desk.context().addCookies([{ name, value, url: stage.town.origin }]);
    await mend(desk);
    await desk.locator('.outbox', { hasText: 'サインインの期限が切れました' }).waitFor();
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.goto(`${stage.town.origin}/sessions/${session}`);
    await isLive(desk);
    expect(await desk.locator('.outbox').count()).toBe(0);
    expect(await titles(item)).toEqual(['はじめの内容']);
    await desk.context().close();
  });

  it('never holds a word of a conference that speaks of cases', async () => {
    const { session } = await aTable(stage.town, stage.facilitator);
    const desk = await stage.page('facilitator');
    await desk.goto(`${stage.town.origin}/`);
    await desk.locator(`a[href='/sessions/${session}']`).click();
    await isLive(desk);
    await desk.locator('.agenda-pick').first().click();
    await desk.locator('.quick-field input').fill('暮沢さんの通院');
    await cut(desk);
    await bar(desk).getByText('この機器に残しません').waitFor();
    await desk.locator('.quick-field input').press('Enter');
    await waiting(desk, '暮沢さんの通院').waitFor();
    expect(await kept(desk)).toBe('');
    // Whoever looks something up in the same window finds it again, and is told of it before they leave.
    await desk.getByRole('link', { name: '会議', exact: true }).click();
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.getByRole('button', { name: 'まだ送っていない1件を捨ててサインアウト' }).waitFor();
    await desk.goBack();
    await waiting(desk, '暮沢さんの通院').waitFor();
    await desk.context().setOffline(false);
    await waiting(desk, '暮沢さんの通院').getByText('● 送信済み').waitFor();
    await desk.context().close();
  });

  it('never holds the words that a line is to have which is held back, nor what was half written of it: they wait in the window, and are sent', async () => {
    const { desk, session, item, action, role } = await aDesk();
    await desk.goto(`${stage.town.origin}/`);
    await desk.locator(`a[href='/sessions/${session}']`).click();
    await isLive(desk);
    await steered(stage.facilitator, 'holdActionItem', { action, held: true, version: 1 });
    await desk.locator(`[data-action="${action}"] .held`).waitFor();
    await cut(desk);
    await revise(desk, action, '暮沢さんを訪ねる');
    await waiting(desk, '暮沢さんを訪ねる').getByText('この機器に残しません').waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/offline-held.png`, fullPage: true });
    await desk
      .locator(`[data-role="${role}"]`)
      .getByRole('button', { name: /書き直す/ })
      .click();
    await desk.getByRole('dialog').getByLabel('何をするか').fill('見守りに行く');
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toContain('見守りに行く');
    expect(await kept(desk)).not.toContain('暮沢さん');
    await desk.getByRole('button', { name: '保存する' }).click();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    // Whoever looks something up in the same window finds it again, and each of the two is counted once at the way out.
    await desk.getByRole('link', { name: '会議', exact: true }).click();
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.getByRole('button', { name: 'まだ送っていない2件を捨ててサインアウト' }).waitFor();
    await desk.goBack();
    await waiting(desk, '暮沢さんを訪ねる').waitFor();
    expect(await kept(desk)).not.toContain('暮沢さん');
    await desk.context().setOffline(false);
    await waiting(desk, '暮沢さんを訪ねる').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['暮沢さんを訪ねる']);
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.context().close();
  });

  it('goes as soon as somebody else is known to be here, whatever page they look at', async () => {
    const { desk } = await aDesk();
    await cut(desk);
    await addByKey(desk, '前の人の行');
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toContain('前の人の行');
    const [name = '', value = ''] = (await stage.town.as('recorder')).headers.cookie?.split('=') ?? [];
    await desk.context().addCookies([{ name, value, url: stage.town.origin }]);
    await desk.context().setOffline(false);
    await desk.goto(`${stage.town.origin}/indicators`);
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.context().close();
  });
});

describe('a page that comes a moment later', () => {
  /** Once nothing is asked for any more: what is fetched ahead is there. */
  const settled = async (desk: Page) => {
    await desk.waitForLoadState('networkidle');
    await desk.waitForTimeout(1_000);
    await desk.waitForLoadState('networkidle');
  };

  it('is there without the hub, where a desk may go to: the list, the minutes, the windows of the conference, and back', async () => {
    const { desk } = await aDesk();
    await settled(desk);
    await desk.locator('.quick-field input').fill('書きかけの行');
    await cut(desk);
    await letGo(desk);
    for (const [key, title] of [
      ['?', 'キーボードの操作'],
      ['g', '会場に出すもの'],
      ['n', '次にやることを加える'],
    ] as const) {
      await desk.keyboard.press(key);
      await desk.getByRole('dialog', { name: title }).waitFor();
      await desk.keyboard.press('Escape');
      if (await desk.getByRole('dialog').count()) await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      await letGo(desk);
    }
    // What stands on these pages is the hub's to answer; that they stand is not.
    await desk.getByRole('button', { name: '会議録' }).click();
    await desk.getByText('サーバーにつながりません').waitFor();
    await desk.getByRole('link', { name: '会議', exact: true }).click();
    await desk.getByRole('heading', { name: '会議', exact: true }).waitFor();
    expect(await desk.getByText('まだ読み込めていません').count()).toBe(0);
    await desk.goBack();
    await desk.goBack();
    await bar(desk).waitFor();
    expect(await desk.locator('.quick-field input').inputValue()).toBe('書きかけの行');
    await desk.context().close();
  });

  it('says calmly that it is not here, keeps what waits, and comes when it is tried again', async () => {
    const { desk, item } = await aDesk();
    await settled(desk);
    await cut(desk);
    await addByKey(desk, '切れたまま書いた行');
    await desk.getByRole('link', { name: '社会資源' }).click();
    await desk.getByRole('heading', { name: 'まだ読み込めていません' }).waitFor();
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/not-loaded.png` });
    await desk.getByRole('button', { name: 'もう一度' }).click();
    await desk.getByRole('heading', { name: 'まだ読み込めていません' }).waitFor();
    await desk.goBack();
    await waiting(desk, '切れたまま書いた行').waitFor();
    await desk.goForward();
    await desk.getByRole('heading', { name: 'まだ読み込めていません' }).waitFor();
    await desk.context().setOffline(false);
    await desk.getByRole('button', { name: 'もう一度' }).click();
    await desk.getByRole('heading', { name: '社会資源' }).waitFor();
    await desk.goBack();
    await isLive(desk);
    await waiting(desk, '切れたまま書いた行').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['はじめの内容', '切れたまま書いた行'].sort());
    await desk.context().close();
  });
});
