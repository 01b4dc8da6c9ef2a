import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { aDeskOf, addByKey, bar, cut, isLive, kept, letGo, mend, revise, titlesOf, waiting } from '#test/kit/offline-desk';
import { steered } from '#test/kit/steer';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());
const aDesk = () => aDeskOf(stage);
const titles = (item: string) => titlesOf(stage, item);

/** Where a person who looks at the pictures finds them. */
const pictures = process.env.HUB_TEST_PICTURES;

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

  it('is gone after a release: tried twice while the hub answers, it offers to load the window anew, and does so when that is pressed', async () => {
    const { desk } = await aDesk();
    await settled(desk);
    await desk.route(/\/resources-page[^/]*\.js/, (route) => route.fulfill({ status: 404 }));
    await desk.getByRole('link', { name: '社会資源' }).click();
    await desk.getByRole('heading', { name: 'まだ読み込めていません' }).waitFor();
    expect(await desk.getByRole('button', { name: '画面を読み直す' }).count()).toBe(0);
    await desk.getByRole('button', { name: 'もう一度' }).click();
    await desk.getByRole('button', { name: '画面を読み直す' }).waitFor();
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/gone.png` });
    await desk.unroute(/\/resources-page[^/]*\.js/);
    await desk.getByRole('button', { name: '画面を読み直す' }).click();
    await desk.getByRole('heading', { name: '社会資源' }).waitFor();
    await desk.context().close();
  });
});
