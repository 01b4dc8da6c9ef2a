import type { Page } from 'playwright-core';
import { personas } from '#seeds/personas';
import type { Conference } from '#server/meetings/kinds/conference';
import type { Stage } from './a-stage';
import { codeOn } from './a-stage';
import { handsOn, type Keyboard, keyboardOf, watchHands } from './keyboard';
import type { Matters } from './matters';

/** Who comes to the table and has to leave it for a case. */
const GUEST = personas.find(({ key }) => key === 'disability')?.name ?? '';
const PLACE = '会議室B';

/** What a desk shows of a conference, to be held beside what its kind says. */
export interface Look {
  readonly kindName: string;
  readonly opening: string;
  readonly steps: readonly string[];
  readonly notes: readonly string[];
  readonly wall: boolean;
  readonly attendance: boolean;
  readonly paper: boolean;
  readonly minutes: boolean;
  readonly proposals: boolean;
}

/** A facilitator at a desk who has a keyboard and nothing else, and goes through one conference with it. */
interface Desk {
  readonly page: Page;
  readonly keys: Keyboard;
  /** Calls a session of the kind and goes to its page, past the oath where there is one. */
  convene(kind: Conference, title: string): Promise<void>;
  /** Asks somebody to the table. */
  invite(): Promise<void>;
  open(): Promise<void>;
  /** Pairs the screen of the room with the code that it shows. */
  pair(wall: Page): Promise<void>;
  /** Puts the matter on the agenda and brings it to the front, whoever may not hear of it having left the table. */
  bring(slot: keyof Matters | 'fiction', code: string): Promise<void>;
  /** Writes down what is said, a line for each of the kind's words, then a role and an action item without organisation or day. */
  writeDown(kind: Conference): Promise<void>;
  /** What was decided. */
  decide(title: string): Promise<void>;
  /** Goes through the steps that are left. */
  stepOn(kind: Conference): Promise<void>;
  look(): Promise<Look>;
  /** Which points the end waits for, by name. */
  askToEnd(): Promise<string[]>;
  /** Settles them one by one, and puts the role off. */
  settle(): Promise<void>;
  end(): Promise<void>;
  hands(): ReturnType<typeof handsOn>;
  close(): Promise<void>;
}

export async function aDesk(stage: Stage): Promise<Desk> {
  const context = await stage.context('facilitator');
  await watchHands(context);
  const page = await context.newPage();
  const keys = keyboardOf(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const top = () => page.getByRole('dialog').last();
  const inTop = (name: string | RegExp) => top().getByRole('button', { name }).first();
  const gone = (title: string) => page.getByRole('dialog', { name: title }).waitFor({ state: 'detached' });

  /** A 支援会議 has a form of its own, for who may know of it. */
  const call = async (kind: Conference, title: string): Promise<void> => {
    await page.goto(`${stage.town.origin}/`);
    await keys.press(button(kind.profile.restricted ? '支援会議を招集する' : '会議を作る'));
    if (!kind.profile.restricted) await keys.select(top().getByLabel('会議の種類'), kind.name);
    await keys.write(top().getByLabel('会議の題'), title);
    await keys.write(top().getByRole('textbox', { name: '場所' }), PLACE);
    if (kind.profile.restricted) {
      await keys.choose(top().getByRole('combobox', { name: '出席者を加える' }), GUEST);
      await inTop(GUEST).waitFor();
    }
    await keys.press(inTop(kind.profile.restricted ? /^招集する$/ : '保存する'));
    await page.waitForURL(/\/sessions\//u);
  };
  const convene: Desk['convene'] = async (kind, title) => {
    await call(kind, title);
    if (kind.secrecy) {
      await page.getByText(kind.secrecy).waitFor();
      await keys.press(button('守秘義務を確認しました'));
    }
    await page.getByRole('heading', { name: title }).waitFor();
  };
  const invite = async (): Promise<void> => {
    if ((await page.locator('.member-row', { hasText: GUEST }).count()) === 0)
      await keys.choose(page.locator('.table-panel').getByRole('combobox', { name: '出席者を加える' }), GUEST);
    await page.locator('.member-row', { hasText: GUEST }).waitFor();
    await keys.free();
  };
  const pair = async (wall: Page): Promise<void> => {
    await wall.goto(`${stage.town.origin}/display`);
    await keys.write(page.getByLabel('会場の画面のコード'), await codeOn(wall));
    await keys.key('Enter');
    await wall.locator('[data-seq]').waitFor();
    await keys.free();
  };
  const bring: Desk['bring'] = async (slot, code) => {
    await keys.press(button('議題を加える'));
    if (slot === 'case') {
      await keys.choose(top().getByRole('combobox', { name: '事例' }), code);
      if ((await top().getByRole('radio').count()) > 0) {
        await keys.to(top().getByRole('radio', { name: '緊急性' }));
        await keys.key('Space');
        await keys.write(top().getByRole('textbox', { name: '理由の説明' }), '食事がとれていないため');
      }
      await keys.press(inTop(/^加える$/));
    } else if (slot === 'fiction') {
      await keys.write(top().getByRole('textbox', { name: '題', exact: true }), '坂の上の暮らし');
      await keys.write(top().getByRole('textbox', { name: '内容', exact: true }), 'Ａさん、80代。買い物の足がない。');
      await keys.press(inTop(/^議題に加える$/));
    } else {
      await keys.press(
        top()
          .locator('section', { hasText: slot === 'card' ? '事例カード' : '地域課題' })
          .getByRole('button', { name: /^加える：/ })
          .first(),
      );
      await inTop(/^議題にあります：/).waitFor();
      await keys.key('Escape');
    }
    await gone('議題を加える');
    await page.locator('.agenda li').first().waitFor();
    await keys.free();
    await keys.key('j');
    await page.locator('.agenda li[data-picked]').waitFor();
    const leave = page.getByRole('button', { name: `席を外した：${GUEST}` });
    if (slot === 'case') {
      await keys.press(leave);
      await page.getByRole('button', { name: `戻った：${GUEST}` }).waitFor();
    }
    await keys.to(page.locator('.agenda-pick').first());
    await keys.key('Enter');
    await page.locator('.agenda li[data-state="FRONT"]').waitFor();
    await page.getByRole('heading', { name: 'みなさんの声' }).waitFor();
  };
  const writeDown = async (kind: Conference): Promise<void> => {
    await keys.key('i');
    for (const [at, [, word]] of kind.notes.entries()) {
      await page.keyboard.insertText(`声${at}`);
      await page.locator('.quick-read', { hasText: word }).waitFor();
      await keys.key('Enter');
      await page.locator('.notes-kind', { hasText: word }).getByText(`声${at}`).waitFor();
      await keys.key('ArrowDown');
    }
    await keys.key('Escape');
    for (const [key, title, row] of [
      ['r', '送り迎え', '.role-row'],
      ['n', '当番表を作る', '.action-row'],
    ] as const) {
      await keys.key(key);
      await top().getByLabel('何をするか').waitFor();
      await page.keyboard.insertText(title);
      await keys.key('Enter');
      await page.locator(`.agreed ${row}`, { hasText: title }).waitFor();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  };
  const decide = async (title: string): Promise<void> => {
    await keys.key('d');
    await top().getByLabel('何が決まったか').waitFor();
    await page.keyboard.insertText(title);
    await keys.key('Enter');
    await page.locator('[data-decision]', { hasText: title }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const look = async (): Promise<Look> => {
    const has = async (selector: string) => (await page.locator(selector).count()) > 0;
    const named = async (name: string) => (await page.getByRole('button', { name, exact: true }).count()) > 0;
    const options = page.locator('.quick-kind option');
    return {
      kindName: (await page.locator('.session-name .line span').first().innerText()).replace(/ 第\d+回$/u, ''),
      opening: await page.locator('.opening-text p').innerText(),
      steps: (await page.locator('.steps li').allInnerTexts()).map((step) => step.replace('▶ ', '').trim()),
      notes: (await options.allTextContents()).slice(2),
      wall: (await has('.wall-state')) && (await has('.wall-buttons')),
      attendance: await has('.table-panel'),
      paper: await named('印刷（P）'),
      minutes: await named('会議録'),
      proposals: await has('#proposals-title'),
    };
  };
  const stepOn = async ({ steps }: Conference): Promise<void> => {
    await keys.free();
    for (let step = 2; step <= steps.length; step += 1) {
      await keys.key('ArrowRight');
      await page.locator(`.steps li:nth-child(${step})[aria-current]`).waitFor();
    }
  };
  const points = () =>
    top()
      .locator('[data-point]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-point')?.split('/')[0] ?? ''));
  const askToEnd = async (): Promise<string[]> => {
    await keys.press(button('会議を終える'));
    await top().getByRole('heading', { name: '会議を終えますか' }).waitFor();
    return points();
  };
  /** Settles the first of what is open. */
  const settleOne = async (point: string): Promise<void> => {
    const row = top().locator(`[data-point^="${point}/"]`).first();
    const within = (name: RegExp) => row.getByRole('button', { name }).first();
    const id = await row.getAttribute('data-point');
    if (point === 'ATTENDANCE') await keys.press(within(/^出席：/));
    else if (point === 'DECISION') await keys.press(within(/^読み上げた：/));
    else if (point === 'ROLE') {
      await keys.press(within(/^保留にする：/));
      await keys.write(top().getByLabel('保留にする理由'), '車の持ち主に聞いてから決める');
      await keys.choose(top().getByRole('combobox', { name: '次の回まで見届ける人' }), GUEST);
      await keys.press(inTop(/^保留にする$/));
    } else {
      await keys.press(within(/^決める：/));
      if (point === 'OUTCOME') {
        await keys.write(top().getByLabel('何が決まったか'), '月に一度、集まる');
      } else {
        await keys.choose(top().getByRole('combobox', { name: '担う機関' }), '地域包括支援センター');
        await keys.writeDay(top().getByLabel('期限'), '2027-01-15');
      }
      await keys.press(inTop(/^保存する$/));
    }
    await page.locator(`[data-point="${id}"]`).waitFor({ state: 'detached' });
  };
  const settle = async (): Promise<void> => {
    for (let [point] = await points(); point; [point] = await points()) await settleOne(point);
    await top().getByText('● 決めておくことは、すべて決まっています。').waitFor();
  };
  return {
    page,
    keys,
    convene,
    invite,
    open: async () => {
      await keys.press(button('会議を始める'));
      await page.getByText('▶ 開会中').waitFor();
    },
    pair,
    bring,
    writeDown,
    decide,
    stepOn,
    look,
    askToEnd,
    settle,
    end: async () => {
      await keys.press(inTop(/^会議を終える$/));
      await page.getByText('会議は閉会しました').first().waitFor();
    },
    hands: () => handsOn(page),
    close: () => context.close(),
  };
}
