import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '#test/kit/a-stage';
import { aTable } from '#test/kit/a-table';
import { axeFaults } from '#test/kit/axe-faults';
import { aDeskOf, addByKey, bar, cut, isLive, kept, letGo, mend, revise, titlesOf, waiting } from '#test/kit/offline-desk';
import { steered } from '#test/kit/steer';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());
const aDesk = () => aDeskOf(stage);
const titles = (item: string) => titlesOf(stage, item);

/** Where a person who looks at the pictures finds them. */
const pictures = process.env.HUB_TEST_PICTURES;

describe('what this browser keeps', () => {
  it('outlives a page that is loaded anew: edits are sent, half-written lines are there again', async () => {
    const { desk, session, item } = await aDesk();
    await cut(desk);
    await addByKey(desk, '先に書いた行');
    await letGo(desk);
    await desk.keyboard.press('l');
    await desk.keyboard.type('書きかけの行');
    await letGo(desk);
    await desk.keyboard.press('r');
    await desk.getByRole('dialog').getByLabel('何をするか').fill('書きかけの役割');
    await desk.keyboard.press('Escape');
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    // Without the network there is no page to load: the browser says so itself, and keeps what it has.
    await desk.reload().catch(() => undefined);
    await desk.context().setOffline(false);
    await desk.goto(`${stage.town.origin}/sessions/${session}`);
    await waiting(desk, '先に書いた行').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['はじめの内容', '先に書いた行'].sort());
    expect(await desk.locator('.quick-field input').inputValue()).toBe('書きかけの行');
    await letGo(desk);
    await desk.keyboard.press('r');
    const dialog = desk.getByRole('dialog');
    expect(await dialog.getByLabel('何をするか').inputValue()).toBe('書きかけの役割');
    await dialog.getByText('書きかけが残っています。').waitFor();
    await dialog.getByRole('button', { name: '書きかけを捨てる' }).click();
    expect(await dialog.getByLabel('何をするか').inputValue()).toBe('');
    await desk.context().close();
  });

  it('is thrown away by whoever signs out, who is told what has not been sent', async () => {
    const { desk, item } = await aDesk();
    const other = await desk.context().newPage();
    await other.goto(`${stage.town.origin}/cards`);
    await other.getByRole('button', { name: 'サインアウト' }).waitFor();
    await cut(desk);
    await addByKey(desk, '送らない行');
    await letGo(desk);
    await desk.keyboard.press('l');
    await desk.keyboard.type('書きかけ');
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toContain('書きかけ');
    const wayOut = desk.getByRole('button', { name: 'サインアウト' });
    await wayOut.click();
    await desk.getByRole('button', { name: 'まだ送っていない1件を捨ててサインアウト' }).waitFor();
    await desk.getByRole('button', { name: /サインアウト$/ }).click();
    // The hub has not ended the sign-in: nothing is lost yet, and the screen says so.
    await desk.locator('.toast', { hasText: 'そのままです' }).waitFor();
    expect(await kept(desk)).toContain('書きかけ');
    await waiting(desk, '送らない行').waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/cut-off-sign-out.png` });
    await desk.getByRole('button', { name: 'それでも消して終える' }).click();
    const left = (page: typeof desk) => page.getByRole('heading', { name: 'この機器に残したものを消しました' });
    await left(desk).waitFor();
    // On every page of this browser, and with nothing behind it that a key could reach.
    await left(other).waitFor();
    expect([await desk.locator('.masthead').count(), await other.locator('.masthead').count()]).toEqual([0, 0]);
    expect(await kept(desk)).toBe('');
    expect(await desk.locator('body').innerText()).not.toContain('はじめの内容');
    expect(await axeFaults(desk)).toEqual([]);
    if (pictures) await desk.screenshot({ path: `${pictures}/left-desk.png` });
    // A page that is loaded anew is nobody's either.
    await desk.context().route('**/sign-out', (way) => way.abort());
    await desk.context().setOffline(false);
    await desk.reload();
    await left(desk).waitFor();
    // As soon as the hub is back the sign-in ends, without anybody there.
    await desk.context().unroute('**/sign-out');
    await desk.getByText('サインインが必要です').waitFor();
    await other.getByText('サインインが必要です').waitFor();
    expect(await kept(desk)).toBe('');
    expect(await titles(item)).toEqual(['はじめの内容']);
    await desk.context().close();
  });

  it('stays where somebody could not sign out and waits for the hub after all', async () => {
    const { desk, item } = await aDesk();
    await cut(desk);
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.locator('.toast', { hasText: 'そのままです' }).waitFor();
    await addByKey(desk, '書き続けた行');
    // What is written meanwhile is counted before it is thrown away.
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.getByRole('button', { name: 'まだ送っていない1件を捨ててサインアウト' }).waitFor();
    await mend(desk);
    await waiting(desk, '書き続けた行').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['はじめの内容', '書き続けた行'].sort());
    await desk.context().close();
  });

  it('is nobody else’s: another account finds none of it, and nothing is sent in its name', async () => {
    const { desk, session, item } = await aDesk();
    await cut(desk);
    await addByKey(desk, '司会の行');
    const [name = '', value = ''] = (await stage.town.as('recorder')).headers.cookie?.split('=') ?? [];
    await desk.context().addCookies([{ name, value, url: stage.town.origin }]);
    await mend(desk);
    await desk.locator('.outbox', { hasText: 'サインインの期限が切れました' }).waitFor();
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.goto(`${stage.town.origin}/sessions/${session}`);
    await isLive(desk);
    expect(await desk.locator('.outbox').count()).toBe(0);
    expect(await titles(item)).toEqual(['はじめの内容']);
    await desk.context().close();
  });

  it('never holds a word of a conference that speaks of cases', async () => {
    const { session } = await aTable(stage.town, stage.facilitator);
    const desk = await stage.page('facilitator');
    await desk.goto(`${stage.town.origin}/`);
    await desk.locator(`a[href='/sessions/${session}']`).click();
    await isLive(desk);
    await desk.locator('.agenda-pick').first().click();
    await desk.locator('.quick-field input').fill('暮沢さんの通院');
    await cut(desk);
    await bar(desk).getByText('この機器に残しません').waitFor();
    await desk.locator('.quick-field input').press('Enter');
    await waiting(desk, '暮沢さんの通院').waitFor();
    await desk.locator('.quick-field input').fill('書きかけの続き');
    expect(await kept(desk)).toBe('');
    // Whoever looks something up in the same window finds it again, and is told of it before they leave.
    await desk.getByRole('link', { name: '会議', exact: true }).click();
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.getByRole('button', { name: 'まだ送っていない2件を捨ててサインアウト' }).waitFor();
    await desk.goBack();
    await waiting(desk, '暮沢さんの通院').waitFor();
    await desk.locator('.agenda-pick').first().click();
    expect(await desk.locator('.quick-field input').inputValue()).toBe('書きかけの続き');
    await desk.locator('.quick-field input').fill('');
    await desk.context().setOffline(false);
    await waiting(desk, '暮沢さんの通院').getByText('● 送信済み').waitFor();
    await desk.context().close();
  });

  it('never holds the words that a line is to have which is held back, nor what was half written of it: they wait in the window, and are sent', async () => {
    const { desk, session, item, action, role } = await aDesk();
    await desk.goto(`${stage.town.origin}/`);
    await desk.locator(`a[href='/sessions/${session}']`).click();
    await isLive(desk);
    await steered(stage.facilitator, 'holdActionItem', { action, held: true, version: 1 });
    await desk.locator(`[data-action="${action}"] .held`).waitFor();
    await cut(desk);
    await revise(desk, action, '暮沢さんを訪ねる');
    await waiting(desk, '暮沢さんを訪ねる').getByText('この機器に残しません').waitFor();
    if (pictures) await desk.screenshot({ path: `${pictures}/offline-held.png`, fullPage: true });
    await desk
      .locator(`[data-role="${role}"]`)
      .getByRole('button', { name: /書き直す/ })
      .click();
    await desk.getByRole('dialog').getByLabel('何をするか').fill('見守りに行く');
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toContain('見守りに行く');
    expect(await kept(desk)).not.toContain('暮沢さん');
    await desk.getByRole('button', { name: '保存する' }).click();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });
    // Whoever looks something up in the same window finds it again, and each of the two is counted once at the way out.
    await desk.getByRole('link', { name: '会議', exact: true }).click();
    await desk.getByRole('button', { name: 'サインアウト' }).click();
    await desk.getByRole('button', { name: 'まだ送っていない2件を捨ててサインアウト' }).waitFor();
    await desk.goBack();
    await waiting(desk, '暮沢さんを訪ねる').waitFor();
    expect(await kept(desk)).not.toContain('暮沢さん');
    await desk.context().setOffline(false);
    await waiting(desk, '暮沢さんを訪ねる').getByText('● 送信済み').waitFor();
    expect(await titles(item)).toEqual(['暮沢さんを訪ねる']);
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.context().close();
  });

  it('goes as soon as somebody else is known to be here, whatever page they look at', async () => {
    const { desk } = await aDesk();
    await cut(desk);
    await addByKey(desk, '前の人の行');
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toContain('前の人の行');
    const [name = '', value = ''] = (await stage.town.as('recorder')).headers.cookie?.split('=') ?? [];
    await desk.context().addCookies([{ name, value, url: stage.town.origin }]);
    await desk.context().setOffline(false);
    await desk.goto(`${stage.town.origin}/indicators`);
    await expect.poll(() => kept(desk), { timeout: 20_000 }).toBe('');
    await desk.context().close();
  });
});
