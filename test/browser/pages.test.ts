import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, cardAtFront, pairWall, type Stage } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { modulesOf, squeezedKilobytes, weightOf } from '#test/kit/page-modules';
import { openPlayground } from '#test/kit/playground-page';
import { aBoard, steered } from '#test/kit/steer';
import { watchPage } from '#test/kit/watch-page';
import { examples } from '../../client/playground/examples';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

describe('the playground', () => {
  it.each(['facilitator', 'analyst'] as const)('runs every example that it offers to the %s, and asks no other host', async (persona) => {
    const page = await stage.page(persona);
    const watch = watchPage(page, stage.town.origin);
    const playground = await openPlayground(page, stage.town.origin);
    const offered = examples.filter((each) => persona !== 'analyst' || each.audience === 'analyst').map((each) => each.title);
    expect(offered.length).toBeGreaterThan(3);
    expect(await playground.titles()).toEqual(offered);
    for (const title of offered) {
      const answer = await playground.run(title);
      expect({ title, errors: answer.errors }).toEqual({ title, errors: undefined });
      expect(answer.data).toBeTruthy();
    }
    expect(watch).toEqual({ foreign: [], complaints: [] });
    await page.context().close();
  });

  it('shows the analyst a schema without cases, people and boards', async () => {
    const analyst = await stage.town.as('analyst');
    const schema = await analyst.ask('{ __schema { types { name fields { name } } } }');
    const types = schema.data.__schema.types as { name: string; fields: { name: string }[] | null }[];
    const fields = types.flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`));
    expect(fields).toContain('Query.indicators');
    expect(
      fields.filter((field) => /^(Case|Person|Household|Session|Consultation)\.|\.(cases?|person|household|board)$/.test(field)),
    ).toEqual([]);
  });
});

describe('every screen', () => {
  it('has no accessibility fault that axe can find, asks no other host, and the browser has nothing to complain about', async () => {
    const page = await stage.page('elderly-care');
    const watch = watchPage(page, stage.town.origin);
    const caseworker = await stage.town.as('elderly-care');
    const { cases, sessions } = (await caseworker.ask('{ cases(limit: 1) { id } sessions(kind: MARUGOTO, limit: 1) { id } }')).data;
    const screens = ['/', '/cases', `/cases/${cases[0].id}`, '/resources', '/indicators', `/sessions/${sessions[0].id}`, '/display'];
    const faults: string[] = [];
    for (const screen of screens) {
      await page.goto(`${stage.town.origin}${screen}`);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const fault of await axeFaults(page)) faults.push(`${screen}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(watch).toEqual({ foreign: [], complaints: [] });
    await page.context().close();
  });

  it('has none either while a conference is being held: desk, its windows, wall', async () => {
    const board = await aBoard(stage.facilitator);
    const item = await cardAtFront(stage, board);
    await steered(stage.facilitator, 'addRole', { item, title: '声をかける' });
    await steered(stage.facilitator, 'addActionItem', { item, title: '訪ねる' });
    const desk = await stage.page('facilitator');
    await desk.goto(`${stage.town.origin}/sessions/${board.session}`);
    await desk.getByText('● つながっています').first().waitFor();
    const faults: Record<string, string[]> = { desk: await axeFaults(desk) };
    for (const [key, title] of [
      ['r', '役割を加える'],
      ['n', '次にやることを加える'],
      ['?', 'キーボードの操作'],
    ] as const) {
      await desk.keyboard.press(key);
      await desk.getByRole('dialog', { name: title }).waitFor();
      faults[title] = await axeFaults(desk);
      await desk.keyboard.press('Escape');
      // A choice inside takes the first Esc for its list.
      if (await desk.getByRole('dialog').count()) await desk.keyboard.press('Escape');
      await desk.getByRole('dialog').waitFor({ state: 'detached' });
    }
    const wall = await stage.page();
    await pairWall(stage, wall, board.session);
    faults.wall = await axeFaults(wall);
    expect(faults).toEqual({ desk: [], 役割を加える: [], 次にやることを加える: [], キーボードの操作: [], wall: [] });
  });
});

describe('what a page weighs, compressed', () => {
  it('is at most 150 kB for the display and 350 kB for the console with all of its pages, styles and all', () => {
    expect(weightOf(stage.directory, 'display.html').inAll).toBeLessThanOrEqual(150);
    expect(weightOf(stage.directory, 'index.html').inAll).toBeLessThanOrEqual(350);
  });

  it('is at most 1,800 kB for a visit to the playground', async () => {
    const from = stage.asked.length;
    const page = await stage.page('facilitator');
    const playground = await openPlayground(page, stage.town.origin);
    await playground.run(examples[0]?.title ?? '');
    const scripts = new Set(stage.asked.slice(from).filter((name) => name.endsWith('.js')));
    expect(scripts.size).toBeGreaterThan(3);
    const texts = [...scripts].map((name) => readFileSync(path.join(stage.directory, name), 'utf8'));
    expect(squeezedKilobytes(texts)).toBeLessThanOrEqual(1_800);
    await page.context().close();
  });
});

describe("the display's scripts", () => {
  it('hold no document that could change anything and no parser for one; the console has both', () => {
    const change = /\bmutation\b/;
    const all = (page: 'index.html' | 'display.html') => [...modulesOf(stage.directory, page).values()].join('\n');
    expect(all('display.html')).toContain('subscription BoardDisplay');
    expect(change.exec(all('display.html'))?.[0]).toBeUndefined();
    expect(change.test(all('index.html'))).toBe(true);
  });
});
