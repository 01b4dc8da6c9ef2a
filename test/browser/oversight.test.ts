import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStage, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { aBoard } from '#test/kit/steer';
import { watchPage } from '#test/kit/watch-page';

let stage: Stage;
let origin: string;
beforeAll(async () => {
  stage = await aStage();
  origin = stage.town.origin;
});
afterAll(() => stage?.close());

/** Goes to a button as the keyboard does, and presses it. */
const press = async (page: Page, name: string | RegExp) => {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  await button.focus();
  await page.keyboard.press('Enter');
};

it('a person’s own request goes from the window to the officer’s draft, and is decided on by keyboard', async () => {
  const [one] = await stage.town.rows<{ id: string; code: string }>(
    `select id, code from core.support_case where teams = '{elderly-care}' order by id limit 1`,
  );
  const desk = await stage.page('elderly-care');
  const faults: Record<string, string[]> = {};
  await desk.goto(`${origin}/cases/${one?.id}`);
  await press(desk, '本人開示の請求を受け付ける');
  faults.ask = await axeFaults(desk);
  await press(desk, '受け付ける');
  await desk.getByText('受け付けて、開示担当に渡しました。').waitFor();
  await desk.context().close();

  const officer = await stage.page('disclosure-officer');
  const watch = watchPage(officer, origin);
  await officer.goto(`${origin}/audit`);
  const request = officer.getByRole('link', { name: `事例 ${one?.code} の請求` });
  await request.waitFor();
  faults.audit = await axeFaults(officer);
  await request.focus();
  await officer.keyboard.press('Enter');
  await press(officer, '下書きを作る');
  await officer.getByRole('table').waitFor();
  faults.draft = await axeFaults(officer);
  await press(officer, /を決める$/);
  await officer.getByRole('radio', { name: '不開示', exact: true }).focus();
  await officer.keyboard.press('Space');
  await officer.getByLabel('理由').fill('担当の事務に支障があるため');
  faults.decide = await axeFaults(officer);
  await officer.keyboard.press('Enter');
  await officer.getByText('担当の事務に支障があるため').waitFor();
  expect(await officer.getByRole('cell').filter({ hasText: '案：' }).count()).toBeGreaterThanOrEqual(0);
  await officer.getByRole('link', { name: '監査へ戻る' }).click();

  await press(officer, '調べる');
  const dialog = officer.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '職員' }).fill('長寿谷');
  await officer.getByRole('option', { name: '長寿谷 めぐみ(架空)' }).waitFor();
  await officer.keyboard.press('ArrowDown');
  await officer.keyboard.press('Enter');
  await dialog.getByLabel('調べる理由').fill('端末の置き忘れのため');
  faults.trace = await axeFaults(officer);
  await officer.keyboard.press('Enter');
  await officer.getByText('理由：端末の置き忘れのため').waitFor();
  expect(await officer.getByText(/本人 [1-9]\d*人/).count()).toBe(1);
  expect(faults).toEqual({ ask: [], audit: [], draft: [], decide: [], trace: [] });
  expect(watch.foreign).toEqual([]);
  await officer.context().close();
});

it('a supervisor looks at the own 担当’s readings and marks a day; others have no such page', async () => {
  await (await stage.town.as('elderly-care')).ask('{ cases(limit: 5) { stage person { ageBand } } }');
  const page = await stage.page('supervisor');
  await page.goto(origin);
  await page.getByRole('link', { name: '監査' }).click();
  await page.getByRole('heading', { name: '閲覧の点検' }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await press(page, /^長寿谷 めぐみ\(架空\) .* を点検したと記す$/);
  await page.getByLabel('覚え書き（なくてもよい）').fill('会議の準備と確かめた');
  await page.keyboard.press('Enter');
  await page.getByText('会議の準備と確かめた').waitFor();
  await page.getByText(/● 見守谷 ただし\(架空\)/).waitFor();
  await page.context().close();
  const administrator = await stage.page('administrator');
  await administrator.goto(`${origin}/audit`);
  await administrator.getByText('この画面は、所属長と開示担当のものです。').waitFor();
  expect(await administrator.getByRole('link', { name: '監査' }).count()).toBe(0);
  await administrator.context().close();
});

it('a meeting is printed once the hub has written that down', async () => {
  const { session } = await aBoard(stage.facilitator);
  const page = await stage.page('facilitator');
  await page.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');
  await page.goto(`${origin}/sessions/${session}`);
  await page.getByText('● つながっています').first().waitFor();
  await press(page, /印刷/);
  await expect.poll(() => page.evaluate('window.printed'), { timeout: 20_000 }).toBe(1);
  const { rows } = await stage.town.database.pool.query('select kind from hub.export_audit where session_id = $1', [session]);
  expect(rows).toEqual([{ kind: 'PRINT' }]);
  await page.context().close();
});
