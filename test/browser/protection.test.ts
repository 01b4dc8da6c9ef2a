import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPersonToGuard, type Guarded, guarded } from '#test/kit/a-guarded-person';
import { aStage, type Stage, sizes } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';

let stage: Stage;
let origin: string;
beforeAll(async () => {
  stage = await aStage();
  origin = stage.town.origin;
});
afterAll(() => stage?.close());

/** By keyboard alone: to the button of this name, and pressed. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

/** Chooses in a list by typing a part of the name. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const open = (page: Page, one: Guarded) => page.goto(`${origin}/cases/${one.case}`);
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

it('is registered, seen by holders alone, asked to be ended and ended by another, all by keyboard', async () => {
  const one = await aPersonToGuard(stage.town, 4);
  const [elderly, livelihood, children] = [
    await stage.page('elderly-care'),
    await stage.page('livelihood', sizes[1]),
    await stage.page('children'),
  ];
  const faults: Record<string, string[]> = {};
  await open(livelihood, one);
  await heading(livelihood, '保護').waitFor();

  await open(elderly, one);
  await press(elderly, '保護を登録する');
  await elderly.getByRole('dialog').waitFor();
  await choose(elderly, '種類', 'DV等支援措置');
  await elderly.getByLabel('もとになった登録や通知').fill('市民課の支援措置の申出');
  for (const team of ['介護支援担当', 'こども支援担当']) {
    await elderly.getByLabel(team).focus();
    await elderly.keyboard.press('Space');
  }
  faults.register = await axeFaults(elderly);
  await press(elderly, '登録する');
  await elderly.getByText('この登録は、知らされている担当にだけ見えます。').waitFor();
  faults.panel = await axeFaults(elderly);

  // Whoever serves and does not hold: the page says that something is closed, and not why.
  await livelihood.reload();
  await livelihood.getByText('本人の氏名や住所は、いまのあなたの担当には開かれていません。').waitFor();
  expect(await heading(livelihood, '保護').count()).toBe(0);
  expect(await livelihood.getByText(/DV|支援措置|知らされている/).count()).toBe(0);
  faults.closed = await axeFaults(livelihood);

  await press(elderly, '終わりを申し出る');
  await elderly.getByLabel('終える理由').fill('市民課より支援措置の終了の通知があった。');
  await press(elderly, '申し出る');
  await elderly.getByText('あなたが申し出たものです。').waitFor();
  expect(await elderly.getByRole('button', { name: /を終える$/ }).count()).toBe(0);
  await children.goto(origin);
  await children.getByRole('heading', { name: /^保護の知らせ/ }).waitFor();
  faults.home = await axeFaults(children);
  await children.getByText('終わりを申し出ています').first().waitFor();
  await children.getByRole('link', { name: `事例 ${one.code}` }).focus();
  await children.keyboard.press('Enter');
  await press(children, 'DV等支援措置 を終える');
  await children.getByText('保護を終えました。').waitFor();
  await livelihood.reload();
  await heading(livelihood, '保護').waitFor();
  expect(faults).toEqual({ register: [], panel: [], closed: [], home: [] });
  for (const page of [elderly, livelihood, children]) await page.context().close();
}, 300_000);

it('is opened in an emergency with a reason, shown as long as it is open, ended, and reviewed by another', async () => {
  const one = await aPersonToGuard(stage.town, 5);
  await guarded(stage.town, await stage.town.as('elderly-care'), one.person, ['elderly-care']);
  const [livelihood, elderly] = [await stage.page('livelihood', sizes[1]), await stage.page('elderly-care')];
  const faults: Record<string, string[]> = {};
  await open(livelihood, one);
  await press(livelihood, '緊急閲覧');
  await livelihood.getByRole('dialog').waitFor();
  faults.dialog = await axeFaults(livelihood);
  await choose(livelihood, '理由の区分', '生命・身体の危険');
  await livelihood.getByLabel('理由（10文字以上）').fill('倒れている');
  await press(livelihood, '理由を残して開く');
  await livelihood.getByText('10文字以上で、あとから確かめられるように').waitFor();
  await livelihood.getByLabel('理由（10文字以上）').fill('自宅で倒れているとの通報があり、連絡先が要る。');
  await press(livelihood, '理由を残して開く');
  await livelihood.getByText(`緊急閲覧中　事例 ${one.code}`).waitFor();
  await heading(livelihood, '本人').waitFor();
  await livelihood.getByText('生年月日', { exact: true }).waitFor();
  await livelihood.getByRole('dialog').waitFor({ state: 'hidden' });
  faults.open = await axeFaults(livelihood);

  await elderly.goto(origin);
  await elderly.getByText('いま開いています').waitFor();
  await press(livelihood, '終える');
  await livelihood.getByText('本人の氏名や住所は、いまのあなたの担当には開かれていません。').waitFor();
  expect(await livelihood.getByText('生年月日', { exact: true }).count()).toBe(0);

  await elderly.reload();
  await press(elderly, /の閲覧を確かめる$/);
  await elderly.getByRole('dialog').waitFor();
  await choose(elderly, '結果', '適切');
  await elderly.getByLabel('確かめたこと（10文字以上）').fill('通報の記録と合い、連絡先だけを使ったことを確かめた。');
  faults.review = await axeFaults(elderly);
  await press(elderly, '記録する');
  await elderly.getByText('確かめた結果を記録しました。').waitFor();
  await elderly.getByText('確かめていないもの 0件').waitFor();
  expect(faults).toEqual({ dialog: [], open: [], review: [] });
  for (const page of [livelihood, elderly]) await page.context().close();
}, 300_000);
