import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { aStage, cardAtFront, type Stage } from '#test/kit/a-stage';
import { aTable } from '#test/kit/a-table';
import { ImeWalk, type Typed } from '#test/kit/ime-walk';
import { aBoard, steered } from '#test/kit/steer';

let stage: Stage;
/** Every window is opened and every line typed into: on two busy cores that takes its time. */
const LONG_MS = 600_000;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

type Way = readonly [path: string, ready: (page: Page) => Promise<unknown>];
const headed = (page: Page) => page.locator('main h1, main h2').first().waitFor();
const live = (page: Page) => page.getByText('● つながっています').first().waitFor();

/** Types into everything that a person finds on these pages. */
async function walk(persona: PersonaKey, ways: readonly Way[]): Promise<readonly Typed[]> {
  const page = await stage.page(persona);
  const way = new ImeWalk(page);
  await way.begin();
  for (const [path, ready] of ways) await way.walk(`${stage.town.origin}${path}`, ready);
  await page.context().close();
  return way.typed;
}

const first = async (sql: string): Promise<string> => (await stage.town.rows<{ id: string }>(sql))[0]?.id ?? '';
const faults = (of: readonly Typed[]) => of.filter(({ early, sent }) => early.length > 0 || sent > 1);

it(
  'the Enter that ends a conversion does nothing, and the one that is meant sends once: in the console, on every line',
  async () => {
    const board = await aBoard(stage.facilitator);
    const item = await cardAtFront(stage, board);
    await steered(stage.facilitator, 'addRole', { item, title: '見守り' });
    await steered(stage.facilitator, 'addActionItem', { item, title: '訪ねる' });
    await steered(stage.facilitator, 'recordDecision', { item, title: '決めた' });
    await steered(stage.facilitator, 'addNote', { item, kind: 'GAP', title: '足りない' });
    const { session: table } = await aTable(stage.town, stage.facilitator);
    const result = await walk('facilitator', [
      ['/', headed],
      [`/sessions/${board.session}`, live],
      [`/sessions/${table}`, live],
    ]);
    expect(faults(result)).toEqual([]);
    expect(result.length).toBeGreaterThan(15);
  },
  LONG_MS,
);

it(
  'in cards and cases, in consents and the windows above them',
  async () => {
    const card = await first(`select id from core.case_card where state = 'DRAFT' order by id limit 1`);
    const open = await first(`select id from core.support_case where teams = '{elderly-care}' order by id limit 1`);
    const result = [
      ...(await walk('facilitator', [
        ['/cards', headed],
        [`/cards/${card}`, headed],
        ['/cases', headed],
        ['/permissions', headed],
      ])),
      ...(await walk('elderly-care', [[`/cases/${open}`, headed]])),
    ];
    expect(faults(result)).toEqual([]);
    expect(result.length).toBeGreaterThan(10);
  },
  LONG_MS,
);
