import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStage, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { weightOf } from '#test/kit/page-modules';
import { appCode } from '#test/kit/visitor';
import { watchPage } from '#test/kit/watch-page';

const PASSWORD = 'ぶどうと桃と西の風 2と7';
let stage: Stage;
let origin: string;
beforeAll(async () => {
  stage = await aStage();
  origin = stage.town.origin;
});
afterAll(() => stage?.close());

/** Fills in what the setup page asks for and an authenticator app; gives the app's seed. */
async function setUp(page: Page, link: string, fields: Record<string, string>): Promise<string> {
  await page.goto(link);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('新しいパスワード', { exact: true }).fill(PASSWORD);
  await page.getByLabel('新しいパスワード（もう一度）').fill(PASSWORD);
  await page.getByRole('button', { name: '設定する' }).click();
  await page.getByRole('img', { name: '認証アプリで読み取る二次元コード' }).waitFor();
  return (await page.locator('.seed').innerText()).replaceAll(' ', '');
}

async function enrol(page: Page, seed: string): Promise<void> {
  await page.getByLabel('アプリに出た6桁の番号').fill(appCode(seed));
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: '予備の番号' }).waitFor();
  expect(await page.locator('.recovery code').count()).toBe(10);
  await page.getByRole('button', { name: '書き写しました。進む' }).click();
  await page.getByRole('navigation').waitFor();
}

it('from the first link to a right that two administrators gave, and a colleague set up by both', async () => {
  const [first = '', second = ''] = await stage.town.hub.identity.setup.firstLinks();
  const [one, two] = [await stage.page(), await stage.page()];
  const watches = [watchPage(one, origin), watchPage(two, origin)];
  const faults: Record<string, string[]> = {};

  // Two links of the console, two administrators.
  const seed = await setUp(one, `${origin}/sign-in#setup=${first}`, { 名前: '桐原 はじめ(架空)', ID: 'kanri-1' });
  expect(one.url(), 'the link is no longer in the address').toBe(`${origin}/sign-in`);
  faults.enrol = await axeFaults(one);
  await enrol(one, seed);
  await enrol(two, await setUp(two, `${origin}/sign-in#setup=${second}`, { 名前: '青柳 つぎえ(架空)', ID: 'kanri-2' }));

  // Out, and in again with the app.
  await one.getByRole('button', { name: 'サインアウト' }).click();
  await one.getByRole('heading', { name: 'サインインが必要です' }).waitFor();
  await one.goto(`${origin}/sign-in`);
  faults.signIn = await axeFaults(one);
  await one.getByLabel('ID').fill('kanri-1');
  await one.getByLabel('パスワード').fill('a wrong one, typed in haste');
  await one.keyboard.press('Enter');
  await one.getByRole('alert').getByText('IDとパスワードを確かめて').waitFor();
  await one.getByLabel('パスワード').fill(PASSWORD);
  await one.keyboard.press('Enter');
  // The code of setting up is used; the hub takes the next one, too.
  await one.getByLabel('確認の番号').fill(appCode(seed, 1));
  await one.keyboard.press('Enter');
  await one.getByRole('link', { name: '職員と権限' }).click();

  // One asks.
  await one.getByRole('button', { name: '筆ノ瀬 しるす(架空) の権限を変える' }).click();
  const dialog = one.getByRole('dialog');
  await dialog.getByLabel('司会').check();
  faults.dialog = await axeFaults(one);
  await dialog.getByLabel('理由').fill('次の会議から司会も務めるため');
  await dialog.getByRole('button', { name: '申請する' }).click();
  await one.getByText('ほかの管理者の承認を待っています').waitFor();
  expect(await one.getByRole('button', { name: /を承認する$/ }).count(), 'nobody approves their own').toBe(0);

  // Another approves.
  await two.goto(`${origin}/administration`);
  await two.getByRole('button', { name: '筆ノ瀬 しるす(架空) の権限を「司会・書記」に を承認する' }).click();
  await two.getByText('承認を待っている申請はありません').waitFor();
  faults.administration = await axeFaults(two);
  expect((await (await stage.town.as('recorder')).ask('{ me { roles } }')).data.me.roles).toEqual(['facilitator', 'recorder']);

  // A link and a code, from two people, for a third.
  await two.getByRole('button', { name: '若葉沢 みのり(架空) の設定リンクを申請する' }).click();
  await two.getByLabel('サインインのID').fill('wakaba');
  await two.getByLabel('理由').fill('はじめての設定');
  await two.getByRole('dialog').getByRole('button', { name: '申請する' }).click();
  const link = await two.locator('[data-handed=link]').innerText();
  await one.reload();
  await one.getByRole('button', { name: /設定リンクを渡す（ID wakaba） を承認する$/ }).click();
  const code = await one.locator('[data-handed=code]').innerText();
  const third = await stage.page();
  const thirdSeed = await setUp(third, link, { 確認の番号: code });
  await enrol(third, thirdSeed);
  await third.getByRole('link', { name: '若葉沢 みのり(架空)' }).click();
  await third.getByRole('heading', { name: 'サインインの管理' }).waitFor();
  faults.account = await axeFaults(third);
  await third.getByRole('button', { name: 'すべての端末でサインアウトする' }).click();
  await third.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();

  expect(faults).toEqual({ enrol: [], signIn: [], dialog: [], administration: [], account: [] });
  expect(watches.map(({ foreign }) => foreign)).toEqual([[], []]);
  for (const page of [one, two, third]) await page.context().close();
});

it('whoever is not signed in, or not any more, is asked to, and no browser writes down a fault', async () => {
  const page = await stage.page('recorder');
  const watch = watchPage(page, origin);
  await page.goto(`${origin}/account`);
  await page.getByRole('heading', { name: 'サインインの管理' }).waitFor();
  await page.getByRole('button', { name: 'すべての端末でサインアウトする' }).click();
  await page.getByLabel('パスワード').waitFor();
  await page.context().addCookies([{ name: 'hub_session', value: 'one-that-has-ended', url: origin }]);
  for (const path of ['/account', '/sign-in']) {
    await page.goto(`${origin}${path}`);
    await page.getByLabel('パスワード').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  }
  expect(watch).toEqual({ foreign: [], complaints: [] });
  await page.context().close();
});

it('a used link says so, in words, and signing in is a small page', async () => {
  const page = await stage.page();
  await page.goto(`${origin}/sign-in#setup=no-such-link`);
  await page.getByText('この設定リンクは使えません').waitFor();
  expect(weightOf(stage.directory, 'sign-in.html').inAll).toBeLessThanOrEqual(100);
  await page.context().close();
});
