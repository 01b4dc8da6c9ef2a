import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { aStage, cardAtFront, codeOn, pairWall, type Stage } from '#test/kit/a-stage';
import { aBoard, steered } from '#test/kit/steer';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

/** A board of one's own with a card at the front, one waiting, and the desk in front of it. */
async function aDesk() {
  const board = await aBoard(stage.facilitator);
  const front = await cardAtFront(stage, board);
  const cards = await stage.town.rows<{ id: string }>(
    `select id from core.case_card where state = 'APPROVED' order by id offset 1 limit 1`,
  );
  const waiting = (await steered(stage.facilitator, 'putOnAgenda', { session: board.session, card: cards[0]?.id })).id as string;
  const desk = await sitDown(board.session, 'facilitator');
  return { session: board.session, front, waiting, desk };
}

async function sitDown(session: string, persona: PersonaKey): Promise<Page> {
  const desk = await stage.page(persona);
  await desk.goto(`${stage.town.origin}/sessions/${session}`);
  await desk.getByText('● つながっています').first().waitFor();
  return desk;
}

const row = (desk: Page, item: string) => desk.locator(`.agenda li[data-item="${item}"]`);
const letGo = (desk: Page) => desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
const said = (desk: Page, sentence: RegExp) => desk.locator('.toast', { hasText: sentence });
const standsIn = (item: string) =>
  stage.town.rows<{ state: string }>('select state from core.agenda_item where id = $1', [item]).then(([found]) => found?.state);

describe('taking back', () => {
  it('what was brought by a slip of the hand goes back to waiting, even after the next step, and nobody is asked about a conflict', async () => {
    const { desk, front, waiting } = await aDesk();
    await row(desk, waiting)
      .getByRole('button', { name: /^会場に出す/ })
      .click();
    await row(desk, waiting).getByText('▶ 会場に出ています').waitFor();
    await desk.getByRole('button', { name: '次へ' }).click();
    await desk.locator('.steps [aria-current]', { hasText: '前回の確認' }).waitFor();
    await letGo(desk);
    await desk.keyboard.press('Control+z');
    await row(desk, front).getByText('▶ 会場に出ています').waitFor();
    await row(desk, waiting).getByText('■ 待ち').waitFor();
    await said(desk, /^元に戻しました/).waitFor();
    expect(await desk.getByRole('dialog').count()).toBe(0);
    expect([await standsIn(front), await standsIn(waiting)]).toEqual(['FRONT', 'WAITING']);
    await desk.context().close();
  });

  it('goes back act by act, each by its own inverse', async () => {
    const { desk, front } = await aDesk();
    const { id } = await steered(stage.facilitator, 'addActionItem', { item: front, title: 'はじめの内容' });
    const action = desk.locator(`[data-action="${id}"]`);
    await action.getByRole('button', { name: /^直す/ }).click();
    await desk.getByRole('dialog').getByLabel('何をするか').fill('直した内容');
    await desk.getByRole('button', { name: '保存する' }).click();
    await action.getByText('直した内容').waitFor();
    await action.getByRole('button', { name: /^済みにする/ }).click();
    await action.getByText('● 済み').waitFor();
    await desk.getByRole('button', { name: '元に戻す：「直した内容」を済みにしました' }).click();
    await action.getByText('期限なし').waitFor();
    await desk.getByRole('button', { name: '元に戻す：「直した内容」を直しました' }).click();
    await action.getByText('はじめの内容').waitFor();
    await desk.getByRole('button', { name: '元に戻せる変更はありません' }).waitFor();
    await desk.context().close();
  });

  it('is not offered any more once somebody else has changed it', async () => {
    const { desk, front } = await aDesk();
    const { id } = await steered(stage.facilitator, 'addActionItem', { item: front, title: '配食の見学' });
    await desk
      .locator(`[data-action="${id}"]`)
      .getByRole('button', { name: /^済みにする/ })
      .click();
    await said(desk, /済みにしました/)
      .getByRole('button', { name: '元に戻す' })
      .waitFor();
    await steered(await stage.town.as('recorder'), 'finishActionItem', { action: id, done: false, version: 2 });
    await desk.locator(`[data-action="${id}"][data-status="OPEN"]`).waitFor();
    await desk.getByRole('button', { name: '元に戻せる変更はありません' }).waitFor();
    expect(await desk.locator('.toast').getByRole('button').count()).toBe(0);
    await desk.context().close();
  });
});

describe('an item that is picked', () => {
  it('is prepared on the desk, and the room sees it when it is brought out', async () => {
    const { desk, session, waiting } = await aDesk();
    const wall = await stage.page();
    await pairWall(stage, wall, session);
    const before = await wall.locator('.board-stage').innerText();
    await row(desk, waiting).locator('.agenda-pick').click();
    await desk.getByText('まだ会場には出ていません').waitFor();
    await letGo(desk);
    await desk.keyboard.press('r');
    await desk.getByRole('dialog').getByLabel('何をするか').fill('手元で書いた役割');
    await desk.keyboard.press('Enter');
    await desk.locator('.role-row', { hasText: '手元で書いた役割' }).waitFor();
    expect(await wall.locator('.board-stage').innerText()).toBe(before);
    await desk.locator('.behind-bar').getByRole('button', { name: '会場に出す' }).click();
    await wall.locator('.board-role', { hasText: '手元で書いた役割' }).waitFor();
    await desk.locator('.behind-bar').waitFor({ state: 'detached' });
    await Promise.all([desk.context().close(), wall.context().close()]);
  });

  it('is chosen and brought out by keys alone, and only the one that is chosen', async () => {
    const { desk, front, waiting } = await aDesk();
    await letGo(desk);
    await desk.keyboard.press('j');
    await desk.locator(`.front[data-item="${waiting}"]`).waitFor();
    await desk.keyboard.press('k');
    await desk.locator(`.front[data-item="${front}"]`).waitFor();
    // A row that only has the focus is opened by Enter, not brought before the room.
    await row(desk, waiting).locator('.agenda-pick').focus();
    await desk.keyboard.press('Enter');
    await desk.locator(`.front[data-item="${waiting}"]`).waitFor();
    expect(await standsIn(waiting)).toBe('WAITING');
    await desk.keyboard.press('Enter');
    await row(desk, waiting).getByText('▶ 会場に出ています').waitFor();
    await desk.context().close();
  });
});

describe('what is typed', () => {
  it.each([
    ['r', 20, 'role'],
    ['n', 40, 'action_item'],
  ] as const)(
    'after %s may have %i characters, as the hub counts them, and the count says so while one types',
    async (key, most, table) => {
      const { desk, front } = await aDesk();
      await letGo(desk);
      await desk.keyboard.press(key);
      const dialog = desk.getByRole('dialog');
      const line = '𠮷'.repeat(most);
      await dialog.getByLabel('何をするか').fill(`${line}野`);
      await dialog.getByText(`${most + 1}／${most}文字`).waitFor();
      await dialog.getByText('1文字多すぎます。短くしてください。').waitFor();
      await desk.keyboard.press('Enter');
      expect(await dialog.getByRole('button', { name: '保存する' }).isDisabled()).toBe(true);
      await dialog.getByLabel('何をするか').fill(` ${line} `);
      await dialog.getByText(`${most}／${most}文字`).waitFor();
      await dialog.getByRole('button', { name: '保存する' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await stage.town.rows(`select title from core.${table} where agenda_item_id = $1`, [front])).toEqual([{ title: line }]);
      await desk.context().close();
    },
  );
});

describe('the screens in the room', () => {
  it('come and go on every desk, whoever pairs them, and only who may pair is offered it', async () => {
    const { desk, session } = await aDesk();
    const recorder = await sitDown(session, 'recorder');
    const wall = await stage.page();
    await wall.goto(`${stage.town.origin}/display`);
    const code = await codeOn(wall);
    await desk.getByLabel('会場の画面のコード').fill(code);
    await desk.getByRole('button', { name: 'つなぐ', exact: true }).click();
    await recorder.locator('.code', { hasText: code }).waitFor();
    // A screen that is taken off before it has shown anything only asks for a new code.
    await wall.locator('[data-seq]').waitFor();
    expect(await recorder.getByLabel('会場の画面のコード').count()).toBe(0);
    expect(await recorder.getByRole('button', { name: /^表示を終える/ }).count()).toBe(0);
    await desk.getByRole('button', { name: `表示を終える：${code}` }).click();
    await recorder.getByText('つないだ会場の画面はありません。').waitFor();
    await wall.getByText('司会がこの画面の表示を終えました').waitFor();
    await Promise.all([desk, recorder, wall].map((page) => page.context().close()));
  });

  it('are not spoken of where a conference is never shown', async () => {
    const { sessions } = (await stage.facilitator.ask('{ sessions(kind: JUSOTEKI_CASE, limit: 1) { id } }')).data;
    const desk = await sitDown(sessions[0].id, 'facilitator');
    await desk.getByText('この種類の会議は、会場の画面には映しません。').waitFor();
    expect(await desk.getByText('会場に見えているもの').count()).toBe(0);
    expect(await desk.getByText('会場の画面の出し方').count()).toBe(0);
    expect(await desk.getByLabel('会場の画面のコード').count()).toBe(0);
    await desk.context().close();
  });
});

describe('on paper', () => {
  it('stands what the wall may show of every item, and nothing that only the desk has', async () => {
    const { desk, front } = await aDesk();
    await steered(stage.facilitator, 'addRole', { item: front, title: '見守りの役割' });
    await steered(stage.facilitator, 'addActionItem', { item: front, title: '訪ねる日を決める', dueOn: '2026-12-10' });
    await stage.town.rows(
      `update core.case_card set note = '紙に出してはならない' where id = (select card_id from core.agenda_item where id = $1)`,
      [front],
    );
    const [secret] = await stage.town.rows<{ name: string; title: string }>(
      `select s.name, c.title from core.agenda_item a join core.case_card c on c.id = a.card_id join core.staff s on s.id = c.approved_by
       where a.id = $1`,
      [front],
    );
    await desk.reload();
    await desk.getByText('紙に出してはならない').waitFor();
    await desk.emulateMedia({ media: 'print' });
    const paper = await desk.evaluate(() => document.body.innerText);
    for (const shown of [secret?.title ?? '題', '見守りの役割', '訪ねる日を決める', '12月10日(木)', '名前や住所は載せていません'])
      expect(paper).toContain(shown);
    for (const hidden of ['紙に出してはならない', secret?.name ?? '誰も', '会議を終える', 'まるごとハブ'])
      expect(paper).not.toContain(hidden);
    await desk.context().close();
  });
});
