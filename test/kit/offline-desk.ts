import type { Page } from 'playwright-core';
import { cardAtFront, type Stage } from './a-stage';
import { aBoard, steered } from './steer';

/** A board with an item, a thing to do and a role, and the facilitator's desk in front of it. */
export async function aDeskOf(stage: Stage) {
  const board = await aBoard(stage.facilitator);
  const item = await cardAtFront(stage, board);
  const action = (await steered(stage.facilitator, 'addActionItem', { item, title: 'はじめの内容' })).id as string;
  const role = (await steered(stage.facilitator, 'addRole', { item, title: '見守り' })).id as string;
  const desk = await stage.page('facilitator');
  await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
  await isLive(desk);
  return { desk, session: board.session, item, action, role };
}

/** Until the desk says that it is connected. */
export const isLive = (desk: Page) => desk.getByText('● つながっています').first().waitFor();
/** What stands above everything while the hub is out of reach. */
export const bar = (desk: Page) => desk.locator('.offline-bar');
/** The lines that wait to be sent. */
export const waiting = (desk: Page, what: string | RegExp) => desk.locator('.outbox li', { hasText: what });
/** Takes the focus out of whatever has it. */
export const letGo = (desk: Page) => desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
/** The titles of what is to be done about an item, as they stand in the database. */
export const titlesOf = async ({ town }: Stage, item: string) =>
  (await town.rows<{ title: string }>('select title from core.action_item where agenda_item_id = $1', [item]))
    .map(({ title }) => title)
    .sort();

/** Takes the network away, until the desk says so. */
export async function cut(desk: Page): Promise<void> {
  await desk.context().setOffline(true);
  await bar(desk).waitFor();
}

/** Gives it back, until all is as it was. */
export async function mend(desk: Page): Promise<void> {
  await desk.context().setOffline(false);
  await isLive(desk);
  await bar(desk).waitFor({ state: 'detached' });
}

/** Adds something to do by the keyboard. */
export async function addByKey(desk: Page, title: string): Promise<void> {
  await letGo(desk);
  await desk.keyboard.press('n');
  await desk.getByRole('dialog').getByLabel('何をするか').fill(title);
  await desk.keyboard.press('Enter');
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Rewrites something to do. */
export async function revise(desk: Page, action: string, title: string): Promise<void> {
  await desk.locator(`[data-action="${action}"]`).getByRole('button', { name: /^直す/ }).click();
  await desk.getByRole('dialog').getByLabel('何をするか').fill(title);
  await desk.getByRole('button', { name: '保存する' }).click();
  await desk.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Everything that this browser has kept for the desk, as text. */
export const kept = (desk: Page): Promise<string> =>
  desk.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'marugoto-desk')) return '';
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('marugoto-desk');
      opening.onsuccess = () => resolve(opening.result);
    });
    const all = ['edits', 'drafts'].map(
      (store) =>
        new Promise<unknown[]>((resolve) => {
          const rows = database.transaction(store).objectStore(store).getAll();
          rows.onsuccess = () => resolve(rows.result);
        }),
    );
    // That one had the chair is no word of anybody's.
    const rows = (await Promise.all(all)).flat().filter((row) => (row as { value: unknown }).value !== true);
    database.close();
    return rows.length > 0 ? JSON.stringify(rows) : '';
  });
