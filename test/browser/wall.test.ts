import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary } from '#seeds/town/canaries';
import { aStage, cardAtFront, pairWall, type Stage, sizes } from '#test/kit/a-stage';
import { aBoard, steered } from '#test/kit/steer';
import { readWall, type WallReading } from '#test/kit/wall-reading';
import { recordWall } from '#test/kit/wall-record';
import { watchPage } from '#test/kit/watch-page';

let stage: Stage;
let session: string;
let item: string;

/** The longest that may stand on a wall, with signs that a common Japanese font file lacks. */
async function fullBoard(): Promise<void> {
  const board = await aBoard(stage.facilitator, '髙﨑①㈱とともに考える支え合いの題名はここまで四十文字あるので長い長い長い');
  session = board.session;
  item = await cardAtFront(stage, board);
  const lines = ['困ったときに声を上げられる人柄', '近所の人とのつきあいが長く続く', '朝の散歩と畑しごとを欠かさない'];
  await stage.town.rows(
    `update core.case_card set title = $1, strengths = $2, wishes = $2, worries = $2
     where id = (select card_id from core.agenda_item where id = $3) returning id`,
    ['髙﨑①㈱の近くで親子二人が静かに暮らしてきた家', lines, item],
  );
  const organizations = await stage.town.rows<{ id: string }>('select id from core.organization order by length(name) desc limit 6');
  const holder = (n: number) => organizations[n % organizations.length]?.id;
  for (let n = 0; n < 12; n += 1) {
    await steered(stage.facilitator, 'addRole', {
      item,
      title: '髙﨑①㈱とともに毎週の見守りと声かけを続ける'.slice(0, 20),
      ...(n % 3 ? { organization: holder(n) } : {}),
    });
  }
  for (let n = 0; n < 6; n += 1) {
    const title = `${n}${'毎週の見守りと声かけを続けて次の会議でみんなに様子を知らせ合うことにする'.padEnd(39, '、')}`.slice(0, 40);
    await steered(stage.facilitator, 'addActionItem', { item, title, organization: holder(n), dueOn: '2026-12-28' });
  }
}

beforeAll(async () => {
  stage = await aStage();
  await fullBoard();
});
afterAll(() => stage?.close());

async function aWall(size = sizes[0]): Promise<Page> {
  const wall = await stage.page(undefined, size);
  await pairWall(stage, wall, session);
  return wall;
}

describe('the wall, as full as it may be', () => {
  const readings: WallReading[] = [];

  it.each(sizes)('is whole and readable at $width×$height', async (size) => {
    const wall = await aWall(size);
    await wall.evaluate(() => document.fonts.ready.then(() => undefined));
    const reading = await wall.evaluate(readWall);
    readings.push(reading);
    expect(reading.texts.length).toBeGreaterThan(25);
    expect(reading.overflow).toEqual([0, 0]);
    expect(reading.outside).toEqual([]);
    expect(reading.overlapping).toEqual([]);
    expect(reading.clipped).toEqual([]);
    expect(reading.texts.filter(({ size: font }) => font < 31.9)).toEqual([]);
    expect(reading.texts.filter(({ body, size: font }) => body && font < 43.9)).toEqual([]);
    expect(reading.texts.filter(({ body }) => body).length).toBeGreaterThan(9);
    expect(reading.texts.filter(({ contrast }) => contrast < 7)).toEqual([]);
    await wall.context().close();
  });

  it('shows the same picture at both sizes', () => {
    const [large, small] = readings;
    const shape = (reading?: WallReading) => reading?.texts.map(({ text, size }) => [text, Math.round(size)]);
    expect(shape(small)).toEqual(shape(large));
    for (const [index, place] of (large?.places ?? []).entries()) {
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(Math.abs(place[side] - (small?.places[index]?.[side] ?? 0)), `${place.name} ${side}`).toBeLessThan(3);
      }
    }
  });

  it('draws 髙﨑①㈱ and 𠮷, and kanji that none of our words has, in faces that the hub serves', async () => {
    const wall = await aWall();
    await wall.evaluate((text) => {
      const line = document.createElement('p');
      line.id = 'rare';
      line.textContent = text;
      document.querySelector('.board')?.append(line);
    }, '会議髙﨑①㈱𠮷鵺彅');
    const page = await wall.context().newCDPSession(wall);
    await page.send('DOM.enable');
    await page.send('CSS.enable');
    const { root } = await page.send('DOM.getDocument');
    const { nodeId } = await page.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#rare' });
    const drawnBy = async () => (await page.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
    await expect.poll(async () => (await drawnBy()).filter((face) => !face.isCustomFont)).toEqual([]);
    expect((await drawnBy()).reduce((sum, face) => sum + face.glyphCount, 0)).toBe(9);
    await wall.context().close();
  });
});

describe('the wall keeps to itself', () => {
  it('has no cookie, uses none of the desk beside it, and nothing that identifies anyone reaches it', async () => {
    const { town } = stage;
    const wall = await stage.page();
    // A display opened by somebody in a browser in which they are signed in: theirs must not be lent to it.
    const beside = await stage.page('facilitator');
    const names = await town.rows<{ text: string }>(
      `select name as text from core.person_identity union select address from core.person_contact union select name from core.staff`,
    );
    const secrets = names.map(({ text }) => text.replace(canary, '').trim()).filter((text) => text.length > 2);
    expect(secrets.length).toBeGreaterThan(2_000);
    for (const page of [wall, beside]) {
      const watch = watchPage(page, town.origin);
      const record = await recordWall(page);
      const lent: string[] = [];
      page.on('request', (request) => {
        void request.allHeaders().then(
          ({ cookie }) => request.resourceType() === 'fetch' && cookie && lent.push(request.url()),
          () => undefined,
        );
      });
      await pairWall(stage, page, session);
      await steered(stage.facilitator, 'moveOn', { session, ...(await nextStep()) });
      await page.locator('.board-steps [aria-current]').waitFor();
      const seen = `${record.wire.join('\n')}\n${await page.content()}`;
      expect(record.wire.length).toBeGreaterThan(3);
      expect(seen.match(canary)).toBeNull();
      expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
      expect({ ...watch, lent }).toEqual({ foreign: [], complaints: [], lent: [] });
    }
    expect(await wall.context().cookies()).toEqual([]);
    await wall.context().close();
    await beside.context().close();
  });

  it('goes dark when it is taken off, and says so', async () => {
    const wall = await stage.page();
    const display = await pairWall(stage, wall, session);
    const title = await wall.locator('.board-subject').innerText();
    await steered(stage.facilitator, 'revokeDisplay', { display }, 'id');
    await wall.getByText('司会がこの画面の表示を終えました').waitFor();
    expect(await wall.locator('[data-item], [data-seq]').count()).toBe(0);
    expect(await wall.content()).not.toContain(title);
    await wall.context().close();
  });
});

/** One step on, from where the session stands. */
async function nextStep(): Promise<{ step: number; version: number }> {
  const [row] = await stage.town.rows<{ step: number; version: number }>('select step, version from core.session where id = $1', [session]);
  return { step: (row?.step ?? 0) + 1, version: row?.version ?? 0 };
}
