import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, pairWall, type Stage } from '#test/kit/a-stage';
import { aBoard } from '#test/kit/steer';
import { watchPage } from '#test/kit/watch-page';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

/** What a library, or somebody's text that found a way into one, would do to run something. Each gives what stopped it. */
async function attempts(): Promise<Record<string, string>> {
  // On the page's own time: what a test runs in it directly is let off the policy against eval.
  await new Promise((done) => setTimeout(done));
  const stopped = (attempt: () => unknown) => {
    try {
      attempt();
      return 'nothing';
    } catch (fault) {
      return (fault as Error).name;
    }
  };
  return {
    innerHTML: stopped(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
    'script address': stopped(() => (document.createElement('script').src = '/assets/x.js')),
    'a frame with a document': stopped(() => (document.createElement('iframe').srcdoc = '<script>alert(1)</script>')),
    // biome-ignore lint/security/noGlobalEval: it is refused
    eval: stopped(() => globalThis.eval('1')),
    'a policy of its own': stopped(() =>
      (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy(
        'x',
        {},
      ),
    ),
  };
}
const refused = {
  innerHTML: 'TypeError',
  'script address': 'TypeError',
  'a frame with a document': 'TypeError',
  eval: 'EvalError',
  'a policy of its own': 'TypeError',
};

describe('text can never become script', () => {
  it('in the console, whichever page is open', async () => {
    const page = await stage.page('facilitator');
    const watch = watchPage(page, stage.town.origin);
    const { session } = await aBoard(stage.facilitator);
    for (const place of ['/', '/cases', '/resources', '/indicators', `/sessions/${session}`]) {
      await page.goto(`${stage.town.origin}${place}`);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect(watch.complaints).toEqual([]);
    expect(await page.evaluate(attempts)).toEqual(refused);
    await page.context().close();
  });

  it('on the display, with its code or with the board', async () => {
    const { session } = await aBoard(stage.facilitator);
    const wall = await stage.page();
    const watch = watchPage(wall, stage.town.origin);
    await pairWall(stage, wall, session);
    expect(watch.complaints).toEqual([]);
    expect(await wall.evaluate(attempts)).toEqual(refused);
    await wall.context().close();
  });
});
