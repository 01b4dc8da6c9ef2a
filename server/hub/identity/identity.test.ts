import { afterAll, beforeAll, expect, it } from 'vitest';
import { personas } from '#seeds/personas';
import type { Database } from '#server/database/source';
import { aTown, type Town } from '#test/kit/a-town';
import { Identity } from './identity';
import { SignIns } from './sign-ins';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town?.close());

/** The city's database, on which the next connection comes as late as `until`, as from a busy pool. */
function late(database: Database, until: Promise<void>): Database {
  let waits = true;
  const source = Object.create(database.source, {
    createQueryRunner: {
      value: () => {
        const runner = database.source.createQueryRunner();
        const connect = runner.connect.bind(runner);
        if (waits) runner.connect = () => until.then(connect);
        waits = false;
        return runner;
      },
    },
  });
  return Object.create(database, { source: { value: source } });
}

it('does not know whoever has signed out, even if they were seen while the sign-out was being written', async () => {
  const staffId = personas.find(({ key }) => key === 'recorder')?.staffId ?? '';
  const secret = (await new SignIns(town.database, new Identity(town.database)).open({ staffId, way: 'DEMO', strong: true }))?.secret ?? '';
  let write: () => void = () => undefined;
  const identity = new Identity(town.database);
  const leaving = new SignIns(late(town.database, new Promise((done) => (write = done))), identity).end(secret);
  expect(await identity.viewer(secret), 'seen in between').toMatchObject({ actor: `staff:${staffId}` });
  write();
  await leaving;
  expect(await identity.viewer(secret)).toBeUndefined();
});
