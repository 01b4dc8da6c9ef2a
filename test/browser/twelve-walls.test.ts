import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dice, diceFor } from '#seeds/town/dice';
import { aStage, cardAtFront, pairWall, type Stage } from '#test/kit/a-stage';
import { aBoard, boardLog, steered } from '#test/kit/steer';
import { recordWall, type WallRecord } from '#test/kit/wall-record';

const WALLS = 12;
const CHANGES = 20;

interface Wall {
  readonly page: Page;
  readonly record: WallRecord;
  readonly network: CDPSession;
}

let stage: Stage;
let session: string;
let item: string;
const walls: Wall[] = [];

beforeAll(async () => {
  stage = await aStage();
  const board = await aBoard(stage.facilitator);
  session = board.session;
  item = await cardAtFront(stage, board);
  const context = await stage.context(undefined, { width: 1280, height: 720 });
  const aWall = async (): Promise<Wall> => {
    const page = await context.newPage();
    const record = await recordWall(page);
    await pairWall(stage, page, session);
    return { page, record, network: await context.newCDPSession(page) };
  };
  walls.push(...(await Promise.all(Array.from({ length: WALLS }, aWall))));
});
afterAll(() => stage?.close());

/** The log's own numbers: what a display must have been told. */
const truth = async () => (await boardLog(stage.town, session)).filter(({ audience }) => audience === 'display').map(({ seq }) => seq);
const change = (title: string) => steered(stage.facilitator, 'addActionItem', { item, title });

async function everyoneAt(seq: number, title: string): Promise<void> {
  for (const { page } of walls) {
    await page.locator(`[data-seq="${seq}"]`).waitFor({ timeout: 60_000 });
    await page.getByText(title, { exact: true }).first().waitFor();
  }
}

/** Network of one display: none, or as it is. */
const cutOff = ({ network }: Wall, offline: boolean) =>
  network.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });

/** Cuts and restores displays in turn until told to stop; then everybody has a network again. */
async function badNetwork(dice: Dice, over: () => boolean): Promise<number> {
  const off = new Set<Wall>();
  let cuts = 0;
  while (!over()) {
    const wall = walls[dice.below(WALLS)] as Wall;
    if (off.delete(wall)) await cutOff(wall, false);
    else {
      off.add(wall);
      cuts += 1;
      await cutOff(wall, true);
    }
    // Now and then a line breaks at the hub's end too.
    if (dice.below(4) === 0) [...stage.town.hub.sockets.clients][dice.below(WALLS)]?.terminate();
    await sleep(dice.between(20, 150));
  }
  for (const wall of off) await cutOff(wall, false);
  return cuts;
}

describe('twelve displays', () => {
  it(`each show every one of ${CHANGES} changes`, async () => {
    const [first = 0] = (await truth()).slice(-1);
    for (let n = 1; n <= CHANGES; n += 1) {
      await change(`行動${n}`);
      await everyoneAt(first + n, `行動${n}`);
    }
    for (const [index, { record }] of walls.entries()) {
      const since = (await record.shown()).filter((seq) => seq > first);
      expect(since, `display ${index}`).toEqual(Array.from({ length: CHANGES }, (_, n) => first + 1 + n));
    }
  });

  it('each end at the last change, with none left out, while they are cut and restored at random', async () => {
    const [first = 0] = (await truth()).slice(-1);
    let over = false;
    const network = badNetwork(diceFor(20261123, 'cuts'), () => over);
    try {
      for (let n = 1; n <= CHANGES; n += 1) {
        await change(`途切れ${n}`);
        await sleep(100);
      }
    } finally {
      over = true;
    }
    expect(await network).toBeGreaterThan(5);
    const missed = (await truth()).filter((seq) => seq > first);
    expect(missed).toHaveLength(CHANGES);
    await everyoneAt(first + CHANGES, `途切れ${CHANGES}`);
    const drops = (await Promise.all(walls.map(({ record }) => record.contacts()))).flat().filter((contact) => contact === 'recovering');
    expect(drops.length).toBeGreaterThan(5);
    for (const [index, { record }] of walls.entries()) {
      expect([...new Set(record.frames.filter((seq) => seq > first))], `display ${index} was told`).toEqual(missed);
      const shown = await record.shown();
      expect(shown, `display ${index} never went back`).toEqual([...shown].sort((a, b) => a - b));
    }
  });

  it('say that the line is down, keep what they showed, and forget it when the line is back', async () => {
    const wall = walls[0] as Wall;
    const before = await wall.page.locator('.board-stage').innerText();
    await cutOff(wall, true);
    // Promised within 4 s; machines that do much else get twice that.
    const told = wall.page.getByText(/回復しています.*直前の内容です/);
    await told.waitFor({ timeout: 8_000 });
    expect(await wall.page.locator('.board-stage').innerText()).toBe(before);
    await change('線が戻ったら');
    await cutOff(wall, false);
    await wall.page.getByText('線が戻ったら').first().waitFor();
    await wall.page.getByText('● つながっています').waitFor();
    expect(await told.count()).toBe(0);
  });

  it('notice a line that is dead without being closed', async () => {
    const wall = walls[1] as Wall;
    const from = (await wall.record.contacts()).length;
    const silenced = [...stage.town.hub.sockets.clients];
    for (const client of silenced) client.pause();
    await expect.poll(async () => (await wall.record.contacts()).slice(from), { timeout: 12_000 }).toEqual(['recovering', 'live']);
    for (const client of silenced) client.terminate();
  });
});
