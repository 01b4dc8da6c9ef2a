import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '#seeds/personas';
import { aStage, type Stage, sizes } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { watchPage } from '#test/kit/watch-page';

let stage: Stage;
let theCase: { code: string; name: string };
const TITLE = '今週の見守り';
const REASON = '食事がとれていないため';

beforeAll(async () => {
  stage = await aStage();
  const [found] = await stage.town.rows<typeof theCase>(
    `select c.code, i.name from core.support_case c join core.person_identity i on i.person_id = c.person_id
     join core.person_guard g on g.person_id = c.person_id and not g.protected and not 'disability' = any (g.teams)
     where c.teams @> '{connection}' and not 'disability' = any (c.teams) and not exists (
       select 1 from core.consent k where k.case_id = c.id and 'disability' = any (k.receivers)) order by c.opened_on desc, c.id limit 1`,
  );
  if (!found) throw new Error('no case to speak of');
  theCase = found;
});
afterAll(() => stage?.close());

const nameOf = (key: string) => personas.find((each) => each.key === key)?.name ?? '';

/** Reaches a control by Tab alone, as somebody does who has no pointer. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  // The element itself: while a list hangs open over the page, the rest of it has no roles.
  const element = await target.elementHandle();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await element?.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${target}`);
}

/** Chooses by keyboard: a part of the name, an arrow, Enter. */
async function choose(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

async function noFaults(page: Page, where: string): Promise<void> {
  // What a button announced while its work ran stays in the page for a few seconds.
  await expect.poll(async () => ({ where, faults: await axeFaults(page) }), { timeout: 20_000 }).toEqual({ where, faults: [] });
  if (process.env.HUB_TEST_SHOTS) await page.screenshot({ path: `${process.env.HUB_TEST_SHOTS}/${where}.png` });
}

describe('a 支援会議', () => {
  it('is called by keyboard, opens to a member after the oath, and is nowhere for anybody else', async () => {
    const { town } = stage;
    const desk = await stage.page('facilitator');
    const watch = watchPage(desk, town.origin);
    await desk.goto(`${town.origin}/`);
    await tabTo(desk, desk.getByRole('button', { name: '支援会議を招集する' }));
    await desk.keyboard.press('Enter');
    const dialog = desk.getByRole('dialog', { name: '支援会議を招集する' });
    await dialog.getByLabel('会議の題').waitFor();
    await desk.keyboard.insertText(TITLE);
    await tabTo(desk, dialog.getByRole('textbox', { name: '場所' }));
    await desk.keyboard.insertText('会議室C');
    await choose(desk, dialog.getByRole('combobox', { name: '出席者を加える' }), nameOf('disability'));
    await dialog.getByRole('button', { name: `${nameOf('disability')}` }).waitFor();
    await noFaults(desk, 'convene');
    await tabTo(desk, dialog.getByRole('button', { name: '招集する', exact: true }));
    await desk.keyboard.press('Enter');

    const oath = desk.getByRole('button', { name: '守秘義務を確認しました' });
    await oath.waitFor();
    expect(await desk.getByText(TITLE).count()).toBe(0);
    await noFaults(desk, 'gate');
    await tabTo(desk, oath);
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { name: TITLE }).waitFor();
    const address = desk.url();

    await tabTo(desk, desk.getByRole('button', { name: '議題を加える' }));
    await desk.keyboard.press('Enter');
    const adding = desk.getByRole('dialog', { name: '議題を加える' });
    await choose(desk, adding.getByRole('combobox', { name: '事例' }), theCase.code);
    await tabTo(desk, adding.getByRole('radio', { name: '緊急性' }));
    await desk.keyboard.press('Space');
    await tabTo(desk, adding.getByRole('textbox', { name: '理由の説明' }));
    await desk.keyboard.insertText(REASON);
    await noFaults(desk, 'put-case');
    await desk.keyboard.press('Enter');
    await adding.waitFor({ state: 'detached' });
    await desk.locator('.agenda li', { hasText: theCase.code }).waitFor();

    const member = await stage.page('disability', sizes[1]);
    await member.goto(address);
    await tabTo(member, member.getByRole('button', { name: '守秘義務を確認しました' }));
    await member.keyboard.press('Enter');
    await member.getByRole('heading', { name: TITLE }).waitFor();
    // What the room has gone into stands on every desk; what was only picked would be forgotten when rights change.
    await desk.getByRole('button', { name: '会議を始める' }).click();
    await desk.getByText('▶ 開会中').waitFor();
    await desk.locator('.agenda li').getByRole('button', { name: 'この議題に入る' }).click();
    await desk.getByText('▶ いま話しています').waitFor();
    await member.getByText('この議題の間は席を外してください').first().waitFor();
    await noFaults(member, 'outside');

    await desk.getByLabel(`${nameOf('disability')} の出席`).selectOption('PRESENT');
    await member.getByText(REASON).waitFor();
    await member.getByText(theCase.name).waitFor();
    await noFaults(member, 'member-1280');

    await noFaults(desk, 'desk-1920');
    await desk.setViewportSize(sizes[1] as { width: number; height: number });
    await noFaults(desk, 'desk-1280');
    await desk.getByRole('button', { name: `席を外した：${nameOf('disability')}` }).click();
    await member.getByText('この議題の間は席を外してください').first().waitFor();
    expect(await member.getByText(theCase.name).count()).toBe(0);
    expect(await member.getByText(REASON).count()).toBe(0);

    const outsider = await stage.page('livelihood');
    await outsider.goto(address);
    await outsider.getByText('この会議は見つかりません').waitFor();
    await outsider.goto(`${town.origin}/`);
    await outsider.getByRole('heading', { name: '今日の会議' }).waitFor();
    expect(await outsider.getByText(TITLE).count()).toBe(0);
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.getByText(theCase.code).locator('visible=true').count()).toBe(0);
    await desk.getByText('この種類の会議は印刷しません。').waitFor();
    expect(watch).toEqual({ foreign: [], complaints: [] });
    for (const page of [desk, member, outsider]) await page.context().close();
  });
});
