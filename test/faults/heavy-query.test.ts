import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Unit } from '#server/database/unit';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
const place = mkdtempSync(path.join(os.tmpdir(), 'hub-heavy-'));

beforeAll(async () => {
  town = await aTown({ ownGraph: true, directory: path.join(place, 'postgres') });
});
afterAll(async () => {
  await town?.close();
  rmSync(place, { recursive: true, force: true });
});

it('a query that never ends is stopped, and neither the process nor a board waits for it', async () => {
  const facilitator = await town.as('facilitator');
  const [session] = (await facilitator.ask('{ sessions(kind: MARUGOTO) { id status agenda { id } } }')).data.sessions.filter(
    (each: { status: string }) => each.status !== 'CLOSED',
  );
  const client = facilitator.connect();
  const frames = client.iterate<{ board: { kind: string } }>({
    query: 'subscription ($session: ID!) { board(session: $session) { seq kind session { id } } }',
    variables: { session: session.id },
  });
  await frames.next();

  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  const heavy = new Unit(town.database, town.viewer('elderly-care'));
  // As every operation does, the unit ends with its work, however that ends.
  const stopped = heavy
    .json({ text: `select count(*)::text as json from generate_series(1, 1000000) a, generate_series(1, 1000000) b`, values: [] })
    .then(
      () => 'finished',
      (fault: { code?: string }) => fault.code,
    )
    .finally(() => heavy.close());
  await new Promise((done) => setTimeout(done, 100));
  const role = await facilitator.ask('mutation ($item: ID!) { addRole(input: { item: $item, title: "見守り" }) { id } }', {
    item: session.agenda[0].id,
  });
  expect(role.errors).toBeUndefined();
  expect((await frames.next()).value.data.board.kind).toBe('ROLE_ADDED');
  expect(await stopped).toBe('57014');
  clearInterval(ticking);
  await client.dispose();
  // Not a promise of speed: while the statement ran on the main thread, nothing at all would have ticked.
  expect(longest).toBeLessThan(1_000);
});
