import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '#server/kernel/clock';
import { aStage, type Stage } from '#test/kit/a-stage';
import { guest } from '#test/kit/a-town';
import { axeFaults } from '#test/kit/axe-faults';
import { anAccount } from '#test/kit/visitor';
import { watchPage } from '#test/kit/watch-page';

const inDays = (days: number) => today(new Date(Date.now() + days * 86_400_000));
let stage: Stage;
let origin: string;
beforeAll(async () => {
  stage = await aStage();
  origin = stage.town.origin;
});
afterAll(() => stage?.close());

/** Chooses by typing a part of the name, as the keyboard does. */
const choose = async (page: Page, label: string, part: string, name: string | RegExp) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: label }).fill(part);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

it('a contract is drawn up by keyboard, approved by a colleague, extended, and ended at once', async () => {
  const other = await anAccount(stage.town);
  const approve = async (kind: string) => {
    const colleague = guest(origin, { cookie: other.visitor.cookie });
    const { accessChanges } = (await colleague.ask('{ accessChanges { id kind state } }')).data;
    const { id } = accessChanges.find((change: { kind: string; state: string }) => change.kind === kind && change.state === 'WAITING');
    expect((await colleague.ask('mutation ($id: ID!) { approveAccessChange(input: { change: $id }) }', { id })).errors).toBeUndefined();
  };
  const page = await stage.page('administrator');
  const watch = watchPage(page, origin);
  const faults: Record<string, string[]> = {};
  await page.goto(`${origin}/administration`);

  await page.getByRole('button', { name: '委託契約を結ぶ申請をする' }).press('Enter');
  const dialog = page.getByRole('dialog');
  faults.dialog = await axeFaults(page);
  await dialog.getByRole('button', { name: '申請する' }).press('Enter');
  await dialog.getByText('委託先は、一覧にあるものから選んでください。').waitFor();
  await choose(page, '委託先', 'いろどり', /いろどり/);
  await choose(page, '事業の号', '第3号', /第3号/);
  await choose(page, '開く担当', '障害', /障害/);
  await dialog.getByLabel('いつから').fill(inDays(30));
  await dialog.getByLabel('いつまで').fill(inDays(90));
  await dialog.getByLabel('守秘義務を確認した人').fill('代表 いろどり(架空)');
  await dialog.getByLabel('守秘義務を確認した日').fill(today());
  await dialog.getByLabel('理由').fill('来年度の委託');
  await dialog.getByRole('button', { name: '申請する' }).press('Enter');
  const waiting = page.locator('[data-change=CONTRACT]');
  await waiting.getByText('ほかの管理者の承認を待っています').waitFor();
  expect(await waiting.innerText()).toContain('守秘義務 代表 いろどり(架空)');
  faults.waiting = await axeFaults(page);

  await approve('CONTRACT');
  await page.reload();
  const row = page.locator('[data-contract=BEFORE]');
  await row.getByText('▲ まだ始まっていません').waitFor();
  await row.getByRole('button', { name: /^契約を延ばす/ }).press('Enter');
  await dialog.getByLabel('いつまでに延ばすか').fill(inDays(200));
  await dialog.getByLabel('理由').fill('継続');
  await dialog.getByRole('button', { name: '申請する' }).press('Enter');
  await page.locator('[data-change=EXTENSION]').waitFor();
  await approve('EXTENSION');
  await page.reload();

  await row.getByRole('button', { name: /^契約を終える/ }).press('Enter');
  await dialog.getByText('いますぐ終えます').waitFor();
  faults.end = await axeFaults(page);
  await dialog.getByRole('button', { name: '契約を終える' }).press('Enter');
  await page.locator('[data-contract=OVER]').first().waitFor();
  expect(await row.count()).toBe(0);
  for (const width of [1920, 1280]) {
    await page.setViewportSize({ width, height: width === 1920 ? 1080 : 720 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), `${width}`).toBe(true);
  }
  expect(faults).toEqual({ dialog: [], waiting: [], end: [] });
  expect(watch.foreign).toEqual([]);
  await page.context().close();
});

it('an administrator looks at who signed in and who failed, and that is written down', async () => {
  await stage.town.hub.identity.local
    .withPassword({ login: 'nobody-of-that-name', password: 'guessed, not known' }, { address: '10.0.0.9', device: '' })
    .catch(() => undefined);
  const page = await stage.page('administrator');
  await page.goto(`${origin}/administration`);
  await page.getByRole('button', { name: '失敗などを見る' }).press('Enter');
  await page.getByRole('cell', { name: '▲ 失敗' }).first().waitFor();
  expect(await page.locator('[data-event=SIGNED_IN]').count()).toBe(0);
  await page.getByRole('button', { name: 'すべてを見る' }).press('Enter');
  await page.locator('[data-event=STEPPED_UP], [data-event=SECOND_FACTOR_SET]').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  const { rows } = await stage.town.database.pool.query(`select distinct operation from hub.read_audit where operation = 'SignInEvents'`);
  expect(rows).toEqual([{ operation: 'SignInEvents' }]);
  await page.context().close();
});
