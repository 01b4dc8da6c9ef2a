import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, codeOn, type Stage } from '#test/kit/a-stage';
import { DEMO_KEY } from '#test/kit/a-town';
import { aBoard, steered, todaysSession } from '#test/kit/steer';
import { watchPage } from '#test/kit/watch-page';
import { dayAndWeekday } from '../../client/words/era-date';

let stage: Stage;
let council: { id: string; name: string };
beforeAll(async () => {
  stage = await aStage();
  const organizations = await stage.facilitator.ask('{ organizations { id name } }');
  council = organizations.data.organizations.find(({ name }: { name: string }) => name.includes('社会福祉協議会'));
});
afterAll(() => stage?.close());

/** Chooses an organisation the way a person does: a part of its name, then the one that is meant. */
async function choose(field: Locator, name: string): Promise<void> {
  // A list closes while the page scrolls: first it stands still under the eye, then one types.
  await field.scrollIntoViewIfNeeded();
  await field.page().evaluate(() => new Promise((still) => requestAnimationFrame(() => requestAnimationFrame(still))));
  await field.fill(name);
  await field.page().getByRole('option', { name, exact: true }).click();
}

/** Lets go of whatever field has the focus, so that single keys belong to the page. */
const letGo = (desk: Page) => desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

/** Enter while an input method is still converting: the key that takes a candidate, not the form's. */
async function enterWhileConverting(input: CDPSession, text: string): Promise<void> {
  await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

describe('a conference', () => {
  it('is held from the desk, by hand and by key, and the wall shows each act', async () => {
    const { town } = stage;
    const session = await todaysSession(town);
    const desk = await stage.page();
    const wall = await stage.page();
    const watches = [watchPage(desk, town.origin), watchPage(wall, town.origin)];

    await desk.goto(`${town.origin}/sign-in?as=facilitator&key=${DEMO_KEY}`);
    await desk.locator(`a[href="/sessions/${session}"]`).click();
    await desk.getByRole('button', { name: '会議を始める' }).click();
    await desk.getByText('▶ 開会中').waitFor();

    await wall.goto(`${town.origin}/display`);
    await desk.getByLabel('会場の画面のコード').fill(await codeOn(wall));
    await desk.getByRole('button', { name: 'つなぐ', exact: true }).click();
    await wall.locator('[data-seq]').waitFor();

    await desk.getByRole('button', { name: '議題を加える' }).click();
    const offered = desk.getByRole('dialog').getByRole('button', { name: /^加える：/ });
    const card = ((await offered.first().getAttribute('aria-label')) ?? '').replace('加える：', '');
    await offered.first().click();
    await desk.getByRole('button', { name: `議題にあります：${card}` }).waitFor();
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.locator('.agenda li', { hasText: card }).getByRole('button', { name: '会場に出す' }).click();
    await wall.locator('.board-subject', { hasText: card }).waitFor();

    // The wall may be a frame ahead of the desk.
    await desk.getByRole('button', { name: '役割を加える' }).waitFor();
    await letGo(desk);
    await desk.keyboard.press('r');
    await desk.getByLabel('何をするか').fill('声をかける');
    await desk.keyboard.press('Enter');
    await wall.locator('.board-role', { hasText: '声をかける' }).getByText('だれか募集中').waitFor();
    await choose(desk.locator('.role-row', { hasText: '声をかける' }).locator('input'), council.name);
    await wall.locator('.board-role', { hasText: '声をかける' }).getByText(council.name).waitFor();

    await letGo(desk);
    await desk.keyboard.press('n');
    const dialog = desk.getByRole('dialog', { name: '次にやることを加える' });
    await dialog.getByLabel('何をするか').fill('配食の見学に行く');
    await choose(dialog.getByLabel('担う機関').first(), council.name);
    await dialog.getByLabel('期限').fill('2027-01-15');
    await dialog.getByRole('button', { name: '保存する' }).click();
    const onWall = wall.locator('.board-action', { hasText: '配食の見学に行く' });
    await onWall.getByText(council.name).waitFor();
    await onWall.getByText(dayAndWeekday('2027-01-15')).waitFor();
    await desk.getByRole('button', { name: '済みにする：配食の見学に行く' }).click();
    await wall.locator('.board-action[data-status="DONE"]', { hasText: '● 済み' }).waitFor();

    await letGo(desk);
    const next = (await wall.locator('.board-steps li').last().innerText()).trim();
    await desk.keyboard.press('ArrowRight');
    await wall.locator('.board-steps [aria-current="step"]', { hasText: next }).waitFor();
    await desk.keyboard.press('?');
    await desk.getByRole('dialog', { name: 'キーボードの操作' }).waitFor();
    await desk.keyboard.press('Escape');

    // What the city's own agenda leaves open is put off; how that is done by hand is another test's (closing).
    const left = await stage.facilitator.ask('query ($id: ID!) { session(id: $id) { openPoints { id } } }', { id: session });
    const owner = town.viewer('facilitator').actor.slice('staff:'.length);
    for (const { id } of left.data.session.openPoints)
      await steered(stage.facilitator, 'deferPoint', { session, point: id, reason: '次に決める', owner });
    await desk.getByRole('button', { name: '会議を終える' }).click();
    await desk.getByText('● 決めておくことは、すべて決まっています。').waitFor();
    await desk.getByRole('dialog').getByRole('button', { name: '会議を終える' }).click();
    await wall.getByText('会議は終わりました').first().waitFor();
    await desk.getByText('会議は閉会しました').waitFor();
    expect(watches).toEqual([
      { foreign: [], complaints: [] },
      { foreign: [], complaints: [] },
    ]);
  });

  it('submits nothing while an input method is converting, and once when Enter is meant', async () => {
    const board = await aBoard(stage.facilitator);
    const item = await cardAtFront(stage, board);
    const desk = await stage.page('facilitator');
    await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
    const input = await desk.context().newCDPSession(desk);
    const titles = async (table: 'role' | 'action_item') =>
      (await stage.town.rows<{ title: string }>(`select title from core.${table} where agenda_item_id = $1`, [item])).map(
        ({ title }) => title,
      );
    for (const [key, table] of [
      ['r', 'role'],
      ['n', 'action_item'],
    ] as const) {
      await desk.getByRole('button', { name: '役割を加える' }).waitFor();
      await letGo(desk);
      await desk.keyboard.press(key);
      const field = desk.getByRole('dialog').getByLabel('何をするか');
      await field.focus();
      await enterWhileConverting(input, 'みまもり');
      await enterWhileConverting(input, '見守り');
      await input.send('Input.insertText', { text: '見守り' });
      expect(await field.inputValue()).toBe('見守り');
      expect(await titles(table)).toEqual([]);
      await desk.keyboard.press('Enter');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await titles(table)).toEqual(['見守り']);
    }
    await desk.context().close();
  });
});

describe('two people at one row', () => {
  /** Both desks in front of the same board, with one action item and one role. */
  async function twoDesks() {
    const board = await aBoard(stage.facilitator);
    const item = await cardAtFront(stage, board);
    const action = await steered(stage.facilitator, 'addActionItem', { item, title: 'はじめの内容' });
    const role = await steered(stage.facilitator, 'addRole', { item, title: '見守り' });
    const desks: Page[] = [];
    for (const persona of ['facilitator', 'recorder'] as const) {
      const desk = await stage.page(persona);
      await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
      await desk.getByText('● つながっています').first().waitFor();
      desks.push(desk);
    }
    const stands = async (sql: string, id: string) => (await stage.town.rows<{ stands: string | null }>(sql, [id]))[0]?.stands;
    return {
      facilitator: desks[0] as Page,
      recorder: desks[1] as Page,
      action: { id: action.id as string, title: () => stands('select title as stands from core.action_item where id = $1', action.id) },
      role: { id: role.id as string, holder: () => stands('select organization_id::text as stands from core.role where id = $1', role.id) },
    };
  }

  it('who saves second sees both versions, chooses, and nothing is overwritten unseen', async () => {
    const { facilitator, recorder, action } = await twoDesks();
    const dialogs = [facilitator, recorder].map((desk) => desk.getByRole('dialog', { name: '直す' }));
    for (const [index, desk] of [facilitator, recorder].entries()) {
      await desk.locator(`[data-action="${action.id}"]`).getByRole('button', { name: '直す：' }).click();
      await dialogs[index]?.getByLabel('何をするか').fill(index === 0 ? '司会の内容' : '書記の内容');
    }
    await dialogs[0]?.getByRole('button', { name: '保存する' }).click();
    await dialogs[0]?.waitFor({ state: 'detached' });
    await dialogs[1]?.getByRole('button', { name: '保存する' }).click();
    const both = recorder.getByRole('dialog', { name: 'ほかの人が先に変えました' });
    await both.getByRole('cell', { name: '司会の内容' }).waitFor();
    await both.getByRole('cell', { name: '書記の内容' }).waitFor();
    expect(await action.title()).toBe('司会の内容');

    await both.getByRole('button', { name: '自分の内容で書き直す' }).click();
    await facilitator.locator(`[data-action="${action.id}"]`).getByText('書記の内容').waitFor();
    expect(await action.title()).toBe('書記の内容');
  });

  it('who chooses an organisation a moment too late may keep the other choice', async () => {
    const { recorder, role } = await twoDesks();
    const all = (await stage.facilitator.ask('{ organizations { id name } }')).data.organizations as { id: string; name: string }[];
    const other = all.find(({ id }) => id !== council.id);
    // On its way to the hub, the recorder's choice is overtaken by the facilitator's.
    await recorder.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('AssignRole'))
        await steered(stage.facilitator, 'assignRole', { role: role.id, organization: other?.id, version: 1 });
      await route.continue();
    });
    await choose(recorder.locator(`[data-role="${role.id}"] input`), council.name);
    const both = recorder.getByRole('dialog', { name: 'ほかの人が先に変えました' });
    await both.getByRole('cell', { name: other?.name ?? '', exact: true }).waitFor();
    await both.getByRole('cell', { name: council.name, exact: true }).waitFor();
    await both.getByRole('button', { name: 'いまの内容を残す' }).click();
    await recorder.getByText('いまの内容を残しました').first().waitFor();
    await expect.poll(() => recorder.locator(`[data-role="${role.id}"] input`).inputValue(), { timeout: 20_000 }).toBe(other?.name);
    expect(await role.holder()).toBe(other?.id);
  });
});
