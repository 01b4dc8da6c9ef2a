import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStage, type Stage, sizes } from '#test/kit/a-stage';
import { lookAt } from '#test/kit/shoot';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

/** Types into a field, with the keyboard alone. */
async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

it('is made a card of a case by one person and let through by another, by keyboard', async () => {
  const [one] = await stage.town.rows<{ id: string; name: string }>(
    `select c.id, i.name from core.support_case c join core.person p on p.id = c.person_id join core.person_guard g on g.person_id = p.id
       join core.person_identity i on i.person_id = p.id
     where c.teams = '{elderly-care}' and not g.protected and p.age_band in ('60代', '70代', '80代') order by c.id limit 1`,
  );
  const elderly = await stage.page('elderly-care', sizes[1]);
  await elderly.goto(`${stage.town.origin}/cases/${one?.id}`);
  await press(elderly, '事例カードを起こす');
  await elderly.getByRole('heading', { name: '事例カード', exact: true }).waitFor();

  const family = one?.name.split(/[\s(]/u)[0] ?? '';
  await write(elderly, 'ひとことの題', `${family}家の毎日`);
  await elderly.getByText('▲▲ 題：この世帯の方の名前').waitFor();
  await lookAt(elderly, 'desk-risks');
  await write(elderly, 'ひとことの題', '坂の上の毎日');
  for (const [label, text] of [
    ['つよみ 1', '手先が器用'],
    ['のぞむ暮らし 1', '仲間がほしい'],
    ['困りごと 1', '買い物の足がない'],
  ] as const)
    await write(elderly, label, text);
  await elderly.getByLabel('年代', { exact: true }).selectOption('60歳以上');
  await elderly.getByText('保存しました。').waitFor();
  await elderly.getByText('● この組み合わせにあてはまる人は、市内に10人以上います。').waitFor();
  await elderly.getByText('● 個人が分かる言葉は見つかっていません。').waitFor();
  await press(elderly, '承認を求める');
  await elderly.getByText('別の人の承認を待っています。この間は書き直せません。').waitFor();
  await lookAt(elderly, 'desk-asked');

  const facilitator = await stage.page('facilitator', sizes[0]);
  await facilitator.goto(`${stage.town.origin}/cards`);
  await facilitator.getByRole('link', { name: /坂の上の毎日/ }).waitFor();
  await lookAt(facilitator, 'cards');
  await facilitator.getByRole('link', { name: /坂の上の毎日/ }).focus();
  await facilitator.keyboard.press('Enter');
  await facilitator.getByText('もとの事例は、あなたの担当には開かれていません。').waitFor();
  await lookAt(facilitator, 'desk-judge');
  expect(await facilitator.content()).not.toContain(family);
  await press(facilitator, '承認する');
  await facilitator.getByText('● 承認済み').waitFor();
});

it('is looked at before the projection, on the wall itself and without signing in', async () => {
  const wall = await stage.page(undefined, sizes[0]);
  await wall.goto(`${stage.town.origin}/display/check`);
  await wall.getByText('この端末の時計は、ハブと合っています。').waitFor();
  await wall.getByText(/𠮷.*どれも正しく出せます/u).waitFor();
  await wall.getByText(/ハブの返事/).waitFor();
  await wall.getByText('文字の段階「標準」で、後ろの席まで読めます。').waitFor();
  await write(wall, '一番後ろの席まで（メートル）', '10');
  await wall.getByText('文字の段階「特大（1.5倍）」なら、後ろの席まで読めます。').waitFor();
  await lookAt(wall, 'check');

  const desk = await stage.page('facilitator', sizes[0]);
  const [today] = await stage.town.rows<{ id: string }>(`select id from core.session where kind = 'MARUGOTO' and status = 'PREPARING'`);
  await desk.goto(`${stage.town.origin}/sessions/${today?.id}`);
  expect(await desk.getByRole('link', { name: '投影前の点検' }).getAttribute('href')).toBe('/display/check');
});

it('goes on with the next session of a series, and hands out its invitation as a file', async () => {
  const desk = await stage.page('facilitator', sizes[0]);
  const [last] = await stage.town.rows<{ id: string; number: number }>(
    `select id, number from core.session where kind = 'MARUGOTO' and status = 'CLOSED' order by held_on desc limit 1`,
  );
  await desk.goto(`${stage.town.origin}/sessions/${last?.id}`);
  await press(desk, '＋ 次回を作る');
  await desk.getByRole('dialog').waitFor();
  await lookAt(desk, 'next-session');
  expect(await desk.getByLabel('会議の題').inputValue()).toContain(`第${(last?.number ?? 0) + 1}回`);
  await press(desk, '保存する');
  await desk.getByRole('button', { name: '会議を始める' }).waitFor();
  const [file] = await Promise.all([desk.waitForEvent('download'), press(desk, '予定表に入れるファイル（.ics）')]);
  expect(file.suggestedFilename()).toBe('kaigi.ics');
  await lookAt(desk, 'prepared-session');
});
