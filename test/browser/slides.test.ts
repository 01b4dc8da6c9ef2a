import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, pairWall, type Stage, sizes } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { aBoard, steered } from '#test/kit/steer';
import { readWall } from '#test/kit/wall-reading';
import { nameBreaks } from '../../client/display/name-breaks';

let stage: Stage;
let session: string;
let item: string;
let desk: Page;
let wall: Page;
/** Where a person who looks at the pictures finds them. */
const pictures = process.env.HUB_TEST_PICTURES;
const factors = { STANDARD: 1, LARGE: 1.25, LARGEST: 1.5 } as const;
type TextStep = keyof typeof factors;
const steps = Object.keys(factors) as TextStep[];

/** As long as each may be, so that what falls out falls out. */
beforeAll(async () => {
  stage = await aStage();
  const board = await aBoard(stage.facilitator, '髙﨑𠮷①㈱とともに考える支え合いの会');
  session = board.session;
  item = await cardAtFront(stage, board);
  const lines = ['困ったときに声を上げられる人なのです', '近所の人とのつきあいがとても長いです', '朝の散歩と畑しごとを欠かさないのです'];
  await stage.town.rows(
    `update core.case_card set title = $1, strengths = $2, wishes = $2, worries = $2
     where id = (select card_id from core.agenda_item where id = $3) returning id`,
    ['髙﨑𠮷①㈱の近くに住む家族の食卓の話', lines.map((line) => line.slice(0, 17)), item],
  );
  const organizations = await stage.town.rows<{ id: string }>(
    'select id from core.organization where is_public order by length(name) desc limit 6',
  );
  for (let n = 0; n < 8; n += 1) {
    const organization = organizations[n % 6]?.id;
    await steered(stage.facilitator, 'addRole', { item, title: '毎週の見守りと声かけを続けること', ...(n % 3 ? { organization } : {}) });
    await steered(stage.facilitator, 'addNote', {
      item,
      kind: 'IDEA',
      title: `${n}車がなくても買い物と通院に行けるように近所で車を出し合う`,
    });
    const kind = ['STRONG', 'WEAK', 'STRAINED', 'PLANNED'][n % 4];
    await steered(stage.facilitator, 'addLink', { item, kind, ...(n < 4 ? { organization } : { title: `畑の仲間と散歩の会 ${n}` }) });
    if (n < 4)
      await steered(stage.facilitator, 'addActionItem', {
        ...{
          item,
          title: `${n}毎週の見守りと声かけを続けて次の会議で様子を知らせ合うことにします`,
          organization,
          dueOn: n === 3 ? '2026-01-28' : '2026-12-28',
        },
      });
  }
  [desk, wall] = [await stage.page('facilitator'), await stage.page()];
  await pairWall(stage, wall, session);
  await desk.goto(`${stage.town.origin}/sessions/${session}`);
  await desk.locator('.lettering-panel').waitFor();
});
afterAll(() => stage?.close());

const set = (lettering: object) => steered(stage.facilitator, 'setLettering', { session, ...lettering });
const turn = async (focus: string, number = 1) => {
  const [row] = await stage.town.rows<{ id: string }>('select id from core.indicator where number = $1', [number]);
  await steered(stage.facilitator, 'setFocus', { session, focus, ...(focus === 'INDICATOR' ? { indicator: row?.id } : {}) });
};
const zone: Readonly<Record<string, string>> = {
  MATTER: '.board-rows',
  NOTES: '.board-notes',
  AGREED: '.board-agreed',
  ECOMAP: '.board-map-plane',
  INDICATOR: '.board-chart',
};

/** Everything that must hold of a wall at a step: whole, nothing cut, nothing smaller than the step allows, nothing faint. */
async function isWhole(what: string, step: TextStep): Promise<void> {
  for (const size of sizes) {
    await wall.setViewportSize(size);
    await wall.evaluate(() =>
      document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))),
    );
    const { texts, furigana, overflow, outside, clipped, overlapping } = await wall.evaluate(readWall);
    if (pictures) await wall.screenshot({ path: `${pictures}/slides-${what}-${step}-${size.height}.png` });
    const where = `${what} ${step} ${size.height}`;
    expect(texts.length, where).toBeGreaterThan(8);
    expect({ overflow, outside, clipped, overlapping }, where).toEqual({ overflow: [0, 0], outside: [], clipped: [], overlapping: [] });
    expect(
      texts.filter(({ size: font }) => font < 32 * factors[step] - 0.1),
      where,
    ).toEqual([]);
    expect(
      texts.filter(({ contrast }) => contrast < 7),
      where,
    ).toEqual([]);
    expect(
      furigana.filter((share) => share < 0.499),
      where,
    ).toEqual([]);
  }
}

describe('the wall, larger', () => {
  const rows = new Map<TextStep, number>();

  it.each(steps)('shows whole lines at %s, and never smaller ones', async (step) => {
    await set({ textStep: step });
    for (const focus of ['NOTES', 'AGREED', 'ECOMAP', 'MATTER']) {
      await turn(focus);
      await wall.locator(`[data-step="${step}"] ${zone[focus]}`).waitFor();
      await isWhole(focus, step);
    }
    rows.set(step, await wall.locator('.board-row dd span, .board-role, .board-action').count());
  });

  it('shows less with every step, and says how much is left out', async () => {
    const counts = steps.map((step) => rows.get(step) ?? 0);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[2]).toBeLessThan(counts[0] ?? 0);
    await wall
      .locator('.board-row small', { hasText: /ほか\d件/ })
      .first()
      .waitFor();
  });

  it('ends no line of the map within a word, at the largest step either', async () => {
    await set({ textStep: 'LARGEST' });
    await turn('ECOMAP');
    await wall.locator('[data-step="LARGEST"] .board-map-plane').waitFor();
    for (const size of sizes) {
      await wall.setViewportSize(size);
      const names = await wall.locator('.board-map-node strong').evaluateAll((all) =>
        all.map((one) => {
          const starts: number[] = [];
          const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
          let [at, top] = [0, Number.NaN];
          while (texts.nextNode())
            for (let place = 0; place < (texts.currentNode.textContent ?? '').length; place += 1, at += 1) {
              const range = document.createRange();
              range.setStart(texts.currentNode, place);
              range.setEnd(texts.currentNode, place + 1);
              const box = range.getBoundingClientRect();
              if (box.height > 0 && box.top > top + box.height / 2) starts.push(at);
              if (box.height > 0) top = box.top;
            }
          return { name: one.textContent ?? '', starts };
        }),
      );
      const lines = names.flatMap(({ name, starts }) => starts.map((start) => `${name.slice(0, start)}｜${name.slice(start)}`));
      expect(lines.length).toBeGreaterThan(0);
      for (const { name, starts } of names)
        for (const start of starts) expect(nameBreaks(name).has(start) || /\s/u.test(name[start - 1] ?? ''), lines.join(' ')).toBe(true);
    }
  });
});

describe('furigana and やさしい日本語', () => {
  it.each(steps)('stand over every word at %s and leave no line cut', async (step) => {
    await set({ textStep: step, furigana: 'ALL', easy: step === 'LARGE' });
    await turn('MATTER');
    await wall.locator(`[data-step="${step}"] .board-row ruby`).first().waitFor();
    await isWhole('furigana', step);
    await turn('INDICATOR', 16);
    await wall.locator('.board-chart').waitFor();
    await isWhole('furigana-indicator', step);
  });

  it('change the words of the product and none that people wrote', async () => {
    await set({ textStep: 'STANDARD', furigana: 'OFF', easy: false });
    await turn('MATTER');
    const written = wall.locator('.board-row dd span, .board-role strong, .board-title');
    await wall.locator('.board-row', { hasText: 'つよみ' }).waitFor();
    const before = await written.allInnerTexts();
    await set({ easy: true });
    await wall.locator('.board-row', { hasText: 'よいところ' }).waitFor();
    expect(await written.allInnerTexts()).toEqual(before);
    await wall.locator('.board-badge', { hasText: '匿名表示' }).waitFor();
    await set({ easy: false });
  });
});

describe('by keyboard, the facilitator', () => {
  it('makes the text larger, puts furigana over it and says it in plain words', async () => {
    await desk.bringToFront();
    for (const [key, state] of [
      ['z', '[data-step="LARGE"]'],
      ['z', '[data-step="LARGEST"]'],
      ['z', '[data-step="STANDARD"]'],
      ['y', 'ruby'],
      ['h', ':text("だれがするか")'],
    ] as const) {
      await desk.keyboard.press(key);
      // On the desk's own picture of the wall too: the next key goes on from what stands there.
      for (const page of [wall, desk]) await page.locator(state).first().waitFor();
    }
    await set({ textStep: 'STANDARD', furigana: 'OFF', easy: false });
  });

  it('brings an indicator to the wall out of a list, and goes back by taking it back', async () => {
    await desk.keyboard.press('g');
    const dialog = desk.getByRole('dialog', { name: '会場に出すもの' });
    await dialog.getByLabel('出す指標').selectOption({ index: 13 });
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/slides-dialog.png` });
    await dialog.getByRole('button', { name: '指標を出す' }).focus();
    await desk.keyboard.press('Enter');
    await wall.locator('.board-chart').waitFor();
    expect(await wall.locator('.board-chart li').first().innerText()).toContain('値なし');
    expect(await wall.locator('.board-chart li').count()).toBe(7);
    expect(await wall.locator('.board-chart svg').count()).toBe(6);
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.keyboard.press('Control+z');
    await wall.locator('.board-rows').waitFor();
  });

  it('draws the map line by line; whatever may name somebody waits', async () => {
    const panel = desk.locator('.links-panel');
    await panel.getByRole('button', { name: /^取り消す：畑の仲間と散歩の会 7/ }).focus();
    await desk.keyboard.press('Enter');
    await panel.locator('.link-row', { hasText: '散歩の会 7' }).waitFor({ state: 'detached' });
    await panel.getByLabel('つながる人・集まり').fill('結城野さんの家');
    await desk.keyboard.press('Enter');
    await panel.getByText('個人が分かる言葉らしいものがあります').waitFor();
    await turn('ECOMAP');
    await wall.locator('.board-map-plane').waitFor();
    expect(await wall.locator('.board').innerText()).not.toContain('結城野');
    // What the picture says, the list says: each node with its tie in words.
    const nodes = await wall.getByRole('list', { name: 'エコマップ' }).locator('.board-map-node').allInnerTexts();
    expect(nodes.length).toBeGreaterThan(4);
    for (const node of nodes) expect(node).toMatch(/つながり|気がかり|これからつなぐ|役割/);
    if (pictures) await desk.screenshot({ path: `${pictures}/slides-desk.png`, fullPage: true });
    expect(await axeFaults(desk)).toEqual([]);
  });
});

describe('for every eye', () => {
  it.each(['INDICATOR', 'ECOMAP'])(
    '%s keeps its contrast light, dark and high, and its lines where the system chooses the colours',
    async (focus) => {
      await wall.bringToFront();
      await turn(focus, 1);
      await wall.locator(zone[focus] ?? '').waitFor();
      for (const look of ['dark', 'high', 'light']) {
        await wall.keyboard.press('t');
        await wall.locator(`html[data-look="${look}"]`).waitFor();
        await isWhole(`${focus}-${look}`, 'STANDARD');
        expect(await axeFaults(wall), look).toEqual([]);
      }
      await wall.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      const strokes = wall.locator(focus === 'ECOMAP' ? '.board-map-plane svg' : '.board-chart line');
      const [stroke, ground] = await Promise.all([
        strokes.first().evaluate((line) => getComputedStyle(line).stroke),
        wall.evaluate(() => getComputedStyle(document.body).backgroundColor),
      ]);
      expect(stroke).not.toBe(ground);
      if (pictures) await wall.screenshot({ path: `${pictures}/slides-${focus}-forced.png` });
      await wall.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    },
  );
});

describe('at the display itself', () => {
  it('the check sets the step that it advises in one press, and Z changes it for this screen alone', async () => {
    const other = await stage.page();
    await pairWall(stage, other, session);
    const check = await wall.context().newPage();
    await check.goto(`${stage.town.origin}/display/check`);
    await check.getByLabel('一番後ろの席まで').fill('10');
    await check.getByRole('button', { name: 'この画面の文字を「特大（1.5倍）」にする' }).click();
    await check.getByText('この画面の文字は「特大（1.5倍）」です').waitFor();
    if (pictures) await check.screenshot({ path: `${pictures}/slides-check.png` });
    expect(await axeFaults(check)).toEqual([]);
    await wall.bringToFront();
    await wall.locator('[data-step="LARGEST"]').waitFor();
    expect(await other.locator('.board').getAttribute('data-step')).toBe('STANDARD');
    await wall.keyboard.press('z');
    await wall.getByText('文字の段階：会議に合わせる').waitFor();
    await wall.locator('[data-step="STANDARD"]').waitFor();
    await other.context().close();
  });
});

describe('a member who does not steer', () => {
  it('has furigana on an own device, whatever the wall has', async () => {
    await turn('MATTER');
    const own = await stage.page('livelihood');
    await own.goto(`${stage.town.origin}/sessions/${session}`);
    await own.getByLabel('この画面のふりがな').selectOption('ALL');
    await own.locator('.case-card ruby').first().waitFor();
    await own.getByLabel('この画面の言葉').selectOption('on');
    await own.locator('.case-card', { hasText: 'よいところ' }).waitFor();
    expect(await wall.locator('ruby').count()).toBe(0);
    if (pictures) await own.screenshot({ path: `${pictures}/slides-own.png` });
    expect(await axeFaults(own)).toEqual([]);
  });
});
