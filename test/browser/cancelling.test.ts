import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStage, pairWall, type Stage, sizes } from '#test/kit/a-stage';
import { lookAt } from '#test/kit/shoot';
import { steered } from '#test/kit/steer';

const shots = process.env.HUB_TEST_SHOTS;
const BECAUSE = '台風が近づいているため';
let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
  if (shots) mkdirSync(shots, { recursive: true });
});
afterAll(() => stage?.close());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().press('Enter');
const callOn = (heldOn: string, title: string) =>
  steered(stage.facilitator, 'createSession', { kind: 'MARUGOTO', title, heldOn, place: '市民会館' });
const badgeOf = (page: Page, title: string) => page.getByRole('link', { name: new RegExp(title) }).locator('.badge');

it('is called off with a reason: lists say so, the wall says it calmly and not why, and it is taken back', async () => {
  const { id } = await callOn('2027-01-15', '雪の日の会議');
  await steered(stage.facilitator, 'putOnAgenda', { session: id, report: { title: '通いの場の報告', words: '週に一度続いている。' } });
  const wall = await stage.page();
  await pairWall(stage, wall, id);
  const page = await stage.page('facilitator', sizes[0]);
  await page.goto(`${stage.town.origin}/sessions/${id}`);
  await page.getByText('● つながっています').waitFor();
  await press(page, '開催を取りやめる');
  await page.getByLabel('取りやめる理由').fill(BECAUSE);
  await lookAt(page, 'cancel-dialog');
  await page.getByRole('dialog').getByRole('button', { name: '開催を取りやめる', exact: true }).press('Enter');
  await page.getByText(`この会議は、開催を取りやめました（理由：${BECAUSE}）。`).waitFor();
  await page.getByText('× 取りやめ').waitFor();
  expect(await page.getByRole('button', { name: '会議を始める' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: '予定を変える' }).count()).toBe(0);
  await page.getByRole('button', { name: '予定表から外すファイル（.ics）' }).waitFor();
  await lookAt(page, 'cancelled');

  await wall.getByRole('main').getByText('この会議は、開催を取りやめました').waitFor();
  if (shots) await wall.screenshot({ path: `${shots}/cancelled-wall.png` });
  expect(await wall.content()).not.toContain(BECAUSE);

  const other = await stage.page('children', sizes[1]);
  await other.goto(stage.town.origin);
  expect(await badgeOf(other, '雪の日の会議').innerText()).toBe('× 取りやめ');
  await lookAt(other, 'cancelled-list');

  await page.getByRole('button', { name: '元に戻す：会議の開催を取りやめました' }).press('Enter');
  await page.getByText('■ 準備中').first().waitFor();
  await wall.getByRole('main').getByText('まもなく始まります').waitFor();

  // Called off at another desk, it is called again here by whoever may call one of its kind; whoever may not is offered nothing.
  const now = await stage.facilitator.ask('query ($id: ID!) { session(id: $id) { version } }', { id });
  await steered(stage.facilitator, 'cancelSession', { session: id, reason: BECAUSE, version: now.data.session.version });
  await other.goto(`${stage.town.origin}/sessions/${id}`);
  await other.getByText('この会議は、開催を取りやめました').first().waitFor();
  expect(await other.getByRole('button', { name: '取りやめを取り消す' }).count()).toBe(0);
  await press(page, '取りやめを取り消す');
  await page.getByText('■ 準備中').first().waitFor();
});

it('is not called off unasked where somebody has moved it since the dialog was opened', async () => {
  const { id, version } = await callOn('2027-01-20', '動かされる会議');
  const page = await stage.page('facilitator', sizes[0]);
  await page.goto(`${stage.town.origin}/sessions/${id}`);
  await press(page, '開催を取りやめる');
  await page.getByLabel('取りやめる理由').fill(BECAUSE);
  await steered(stage.facilitator, 'moveSession', {
    ...{ session: id, title: '動かされる会議', heldOn: '2027-01-27', place: '市民会館', version },
  });
  await page.getByRole('dialog').getByRole('button', { name: '開催を取りやめる', exact: true }).press('Enter');
  const both = page.getByRole('dialog', { name: 'ほかの人が先に変えました' });
  await both.getByText('準備中 1月27日(水) 市民会館').waitFor();
  if (shots) await page.screenshot({ path: `${shots}/cancel-conflict.png` });
  await both.getByRole('button', { name: 'いまの内容を残す' }).press('Enter');
  await page.getByText('■ 準備中').first().waitFor();
});

it('that its day has passed without it is said, with what can be done', async () => {
  const { id } = await callOn('2026-04-10', '開かれなかった会議');
  const page = await stage.page('facilitator', sizes[0]);
  await page.goto(stage.town.origin);
  expect(await badgeOf(page, '開かれなかった会議').innerText()).toBe('▲ 開かれませんでした');
  await lookAt(page, 'lapsed-list');
  await page.goto(`${stage.town.origin}/sessions/${id}`);
  await page.getByText('この会議は、開かれないままその日を過ぎました。').waitFor();
  await lookAt(page, 'lapsed');
  await page.getByRole('button', { name: '予定を変える' }).waitFor();
  await page.getByRole('button', { name: '開催を取りやめる' }).waitFor();

  // Whoever may do neither is not told to.
  const other = await stage.page('recorder', sizes[1]);
  await other.goto(`${stage.town.origin}/sessions/${id}`);
  await other.getByText('この会議は、開かれないままその日を過ぎました。').waitFor();
  expect(await other.getByText('日を改めるときは').count()).toBe(0);
});
