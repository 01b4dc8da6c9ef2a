import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { aStage, cardAtFront, type Stage, sizes } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { type Keyboard, keyboardOf } from '#test/kit/keyboard';
import { aBoard, steered } from '#test/kit/steer';
import { type PageWatch, watchPage } from '#test/kit/watch-page';

let stage: Stage;
let item: string;
let session: string;
let desk: Page;
let keys: Keyboard;
let watch: PageWatch;
const shots = process.env.HUB_TEST_SHOTS;

beforeAll(async () => {
  stage = await aStage();
  // What the city has assigned by itself is another test's: here the desk begins empty.
  await stage.town.rows(`update core.action_item set organization_id = null where organization_id = $1`, [organizationId('houkatsu')]);
  const board = await aBoard(stage.facilitator, '受信箱の会議');
  session = board.session;
  item = await cardAtFront(stage, board);
  desk = await stage.page('elderly-care');
  keys = keyboardOf(desk);
  watch = watchPage(desk, stage.town.origin);
});
afterAll(() => stage?.close());

const assign = (title: string, dueOn: string) =>
  steered(stage.facilitator, 'addActionItem', { item, title, organization: organizationId('houkatsu'), dueOn });
const openItems = () =>
  stage.town.rows<{ id: string; title: string; version: number }>(
    `select id, title, version from core.action_item where session_id = $1 and organization_id = $2 and status = 'OPEN' order by due_on`,
    [session, organizationId('houkatsu')],
  );
const row = (title: string) => desk.locator('.inbox-row', { hasText: title });
const button = (name: string) => desk.getByRole('button', { name, exact: true });

async function look(name: string): Promise<void> {
  for (const size of sizes) {
    await desk.setViewportSize(size);
    expect(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
    if (shots) await desk.screenshot({ path: `${shots}/${name}-${size.height}.png` });
  }
  await expect.poll(() => axeFaults(desk), { timeout: 20_000 }).toEqual([]);
}

describe('the inbox, by keyboard alone,', () => {
  it('is empty in words, and fills by itself while it is looked at, what is late first', async () => {
    await desk.goto(`${stage.town.origin}/inbox`);
    await desk.getByText('会議から頼まれていることはありません。').waitFor();
    await look('inbox-empty');
    await assign('配食の見学に行く', '2999-01-15');
    await row('配食の見学に行く').getByText('■ 新しい').waitFor();
    await row('配食の見学に行く').getByText('受信箱の会議').waitFor();
    await assign('もう一度訪ねる', '2026-01-15');
    await row('もう一度訪ねる').getByText('▲ 期限すぎ').waitFor();
    expect(await desk.locator('.inbox-row').first().innerText()).toContain('もう一度訪ねる');
    await look('inbox');
  });

  it('asks no more once nobody has touched the page for a while, and again as soon as somebody does', async () => {
    let asked = 0;
    const count = (request: { postData(): string | null }) => (asked += Number(request.postData()?.includes('InboxStanding') ?? false));
    await desk.evaluate('window.realNow = performance.now.bind(performance), performance.now = () => realNow() + 6 * 60_000');
    desk.on('request', count);
    await desk.waitForTimeout(6_000);
    expect(asked).toBe(0);
    await desk.mouse.move(40, 40);
    await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(0);
    desk.off('request', count);
    await desk.evaluate('performance.now = realNow');
    await desk.mouse.move(60, 60);
  });

  it('takes on, finishes with a word, and takes that back', async () => {
    await keys.press(button('受け取る：もう一度訪ねる'));
    await row('もう一度訪ねる').getByText('▶ 受け取りました').waitFor();
    await keys.press(button('済みにする：もう一度訪ねる'));
    await desk.getByRole('dialog').getByLabel('どうなったか').waitFor();
    await desk.keyboard.insertText('留守だったので手紙を置いた');
    await look('inbox-done');
    await keys.key('Enter');
    await row('もう一度訪ねる').waitFor({ state: 'detached' });
    await keys.to(desk.getByLabel('見るもの'));
    await desk.keyboard.press('End');
    await row('もう一度訪ねる').getByText('どうなったか：留守だったので手紙を置いた').waitFor();
    await keys.press(button('済みを取り消す：もう一度訪ねる'));
    await row('もう一度訪ねる').waitFor({ state: 'detached' });
    await keys.to(desk.getByLabel('見るもの'));
    await desk.keyboard.press('Home');
    await row('もう一度訪ねる').getByText('▶ 受け取りました').waitFor();
  });

  it('asks to give back, and the desk of the conference sees why, without being read anew', async () => {
    const console = await stage.page('facilitator');
    await console.goto(`${stage.town.origin}/sessions/${session}`);
    const there = console.locator('.agreed .action-row', { hasText: '配食の見学に行く' });
    await there.waitFor();
    const overlapping = console.locator('.room-preview .board-action').evaluateAll(
      (rows) =>
        rows.filter((row) => {
          const due = document.createRange();
          due.selectNodeContents(row.querySelector('.board-due') ?? row);
          return due.getBoundingClientRect().right > (row.querySelector('.board-what')?.getBoundingClientRect().left ?? 0);
        }).length,
    );
    expect(await overlapping).toBe(0);
    await keys.press(button('返したい：配食の見学に行く'));
    await desk.getByRole('dialog').getByLabel('返したい理由').waitFor();
    await desk.keyboard.insertText('平日の昼に動ける人がいない');
    await keys.key('Enter');
    await row('配食の見学に行く').getByText('◀ 返したいと申し出ています').waitFor();
    await there.getByText('平日の昼に動ける人がいない').waitFor();
    if (shots) await console.screenshot({ path: `${shots}/inbox-board.png` });
    await keys.press(button('申し出をやめる：配食の見学に行く'));
    await there.getByText('平日の昼に動ける人がいない').waitFor({ state: 'detached' });
    await console.context().close();
  });

  it('where a colleague or the room was first, shows what is another now, and is answered by the second press', async () => {
    // The page does not hear by itself meanwhile.
    const isStanding = (text: string | null) => text?.includes('InboxStanding') ?? false;
    const deaf = (is: boolean) =>
      is
        ? desk.route('**/graphql', (route) =>
            isStanding(route.request().postData()) ? route.fulfill({ json: { data: { inboxStanding: null } } }) : route.continue(),
          )
        : desk.unroute('**/graphql');
    const conflict = desk.getByRole('dialog', { name: 'ほかの人が先に変えました' });
    const line = (field: string) => conflict.getByRole('row', { name: new RegExp(`^${field}`) }).innerText();
    const stored = async (id: string) =>
      (await stage.town.rows('select status, title, done_note as note, back_reason as back from core.action_item where id = $1', [id]))[0];

    const map = await assign('地図を配る', '2999-02-01');
    await row('地図を配る').getByText('■ 新しい').waitFor();
    await deaf(true);
    const colleague = await stage.town.as('elderly-care');
    await steered(colleague, 'giveBackActionItem', { action: map.id, version: 1, reason: '印刷機がない' });
    await keys.press(button('済みにする：地図を配る'));
    const note = desk.getByRole('dialog').getByLabel('どうなったか');
    await note.waitFor();
    await desk.keyboard.insertText('手書きで配った');
    await keys.key('Enter');
    await conflict.waitFor();
    expect((await line('状態')).split('\t')).toEqual(['状態', '済み', 'これから']);
    expect((await line('返したい理由')).split('\t')).toEqual(['返したい理由', 'なし', '印刷機がない']);
    await look('inbox-conflict');
    // Kept: nothing is lost of what was typed, and what stands is there to be seen.
    await keys.press(button('いまの内容を残す'));
    await conflict.waitFor({ state: 'detached' });
    await row('地図を配る').getByText('◀ 返したいと申し出ています').waitFor();
    expect(await stored(map.id)).toMatchObject({ status: 'OPEN', note: null, back: '印刷機がない' });
    expect(await note.inputValue()).toBe('手書きで配った');
    await keys.to(note);
    await keys.key('Enter');
    await row('地図を配る').waitFor({ state: 'detached' });
    expect(await stored(map.id)).toMatchObject({ status: 'DONE', note: '手書きで配った', back: null });
    await deaf(false);

    const chairs = await assign('椅子を運ぶ', '2999-02-01');
    await row('椅子を運ぶ').getByText('■ 新しい').waitFor();
    await deaf(true);
    await steered(stage.facilitator, 'reviseActionItem', {
      ...{ action: chairs.id, title: '椅子と机を運ぶ', organization: organizationId('houkatsu'), dueOn: '2999-02-03', version: 1 },
    });
    await keys.press(button('受け取る：椅子を運ぶ'));
    await conflict.getByText('題・内容は、見ていたときの「椅子を運ぶ」から「椅子と机を運ぶ」に変わっています。').waitFor();
    await conflict.getByText('期限は、見ていたときの「2月1日(金)」から「2月3日(日)」に変わっています。').waitFor();
    expect((await line('受け取り')).split('\t')).toEqual(['受け取り', '受け取りました', 'まだ受け取っていません']);
    await look('inbox-reworded');
    await keys.press(button('自分の内容で書き直す'));
    await row('椅子と机を運ぶ').getByText('▶ 受け取りました').waitFor();
    expect(await stored(chairs.id)).toMatchObject({ status: 'OPEN', title: '椅子と机を運ぶ' });
    await deaf(false);
    await keys.press(button('済みにする：椅子と机を運ぶ'));
    await note.waitFor();
    await keys.key('Enter');
    await row('椅子と机を運ぶ').waitFor({ state: 'detached' });
  });

  it('is known to be looked into by nobody, while the room still assigns', async () => {
    const console = await stage.page('facilitator', sizes[1]);
    const note = console.getByText('この機関の受信箱を見る人がいません。会議の外で伝えてください。');
    const [{ name } = { name: '' }] = await stage.town.rows<{ name: string }>('select name from core.organization where id = $1', [
      organizationId('michikusa'),
    ]);
    await console.goto(`${stage.town.origin}/sessions/${session}`);
    await console.getByRole('button', { name: /次にやることを加える/ }).click();
    await console.getByRole('dialog').getByLabel('担う機関').fill('包括');
    await console
      .getByRole('option', { name: /包括支援センター/ })
      .first()
      .click();
    expect(await note.count()).toBe(0);
    await console.getByRole('dialog').getByLabel('担う機関').fill(name);
    await console.getByRole('option', { name }).click();
    await note.waitFor();
    if (shots) await console.screenshot({ path: `${shots}/no-desk.png` });
    await console.keyboard.press('Escape');
    await console.getByLabel('早書き（次にやること）').fill(`@${name} 見学を受ける`);
    await note.waitFor();
    if (shots) await console.screenshot({ path: `${shots}/no-desk-quick.png` });
    await console.context().close();
  });

  it('shows on the first page how much there is, and says when the hub cannot be reached', async () => {
    await desk.goto(`${stage.town.origin}/`);
    await desk.getByRole('link', { name: '受信箱（2件・▲ 期限すぎ 1件）' }).waitFor();
    await look('inbox-home');
    expect(watch).toEqual({ foreign: [], complaints: [] });
    await desk.route('**/graphql', (route) => (route.request().postData()?.includes('InboxPage') ? route.abort() : route.continue()));
    await keys.press(desk.getByRole('link', { name: '受信箱（2件・▲ 期限すぎ 1件）' }));
    await button('もう一度').waitFor();
    await desk.unroute('**/graphql');
    await keys.press(button('もう一度'));
    await row('もう一度訪ねる').waitFor();
  });

  it('what it gives back is named before the room looks back, left with it or taken back, and either is taken back', async () => {
    const [given] = await openItems();
    await steered(await stage.town.as('elderly-care'), 'giveBackActionItem', {
      ...{ action: given?.id, version: given?.version, reason: '平日の昼に動ける人がいない' },
    });
    const { data } = await stage.facilitator.ask('query ($id: ID!) { session(id: $id) { version } }', { id: session });
    await steered(stage.facilitator, 'closeSession', { session, version: data.session.version });
    const next = (await aBoard(stage.facilitator, '振り返る会議')).session;
    const console = await stage.page('facilitator');
    await console.goto(`${stage.town.origin}/sessions/${next}`);
    const asked = console.locator('.carried-over summary').getByText(`◀ 返したい：「${given?.title}」`);
    await asked.waitFor();
    if (shots)
      for (const size of sizes) {
        await console.setViewportSize(size);
        await console.screenshot({ path: `${shots}/carried-over-${size.height}.png` });
      }
    const act = (word: string) => console.getByRole('button', { name: `${word}：${given?.title}` }).click();
    const undo = () => console.getByRole('button', { name: '元に戻す', exact: true }).last().click();
    await act('続けてもらう');
    await asked.waitFor({ state: 'detached' });
    await undo();
    await asked.waitFor();
    await act('会議で引き取る');
    await console.getByText('新しい「次にやること」に書いてください').waitFor();
    if (shots) await console.screenshot({ path: `${shots}/taken-back.png` });
    await undo();
    await asked.waitFor();
    expect(await axeFaults(console)).toEqual([]);
    await console.context().close();
  });
});

it('asks how much there is for as long as somebody looks, and no longer', async () => {
  const page = await stage.page('elderly-care');
  await page.clock.install();
  let asked = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"operationName":"InboxStanding"')) asked += 1;
  });
  const isHidden = (value: boolean) =>
    page.evaluate((hidden) => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }), value);
  await page.goto(`${stage.town.origin}/inbox`);
  await page.getByRole('heading', { name: '受信箱' }).waitFor();
  await expect.poll(() => asked).toBe(1);
  await isHidden(true);
  await page.clock.runFor(30_000);
  expect(asked).toBe(1);
  await isHidden(false);
  await page.clock.runFor(6_000);
  await expect.poll(() => asked).toBe(2);
  await page.context().close();
});
