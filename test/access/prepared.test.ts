import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asViewer } from '#server/database/as-viewer';
import { readTogether, type Statement, Unit } from '#server/database/unit';
import { aTown, type Town } from '#test/kit/a-town';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town?.close());

const question = (n: number): Statement => ({ text: `select ($1::int + ${n})::text as json`, values: [1], name: `question-${n}` });
/** How many questions the connection keeps, which is the one used last; and how many the client believes that it keeps. */
async function kept(): Promise<{ server: number; client: number }> {
  const client = await town.database.pool.connect();
  try {
    const { rows } = await client.query(`select count(*)::int as count from pg_prepared_statements where name like 'question-%'`);
    const { parsedStatements } = (client as unknown as { connection: { parsedStatements: object } }).connection;
    return { server: rows[0].count, client: Object.keys(parsedStatements).filter((name) => name.startsWith('question-')).length };
  } finally {
    client.release();
  }
}
const ways: [string, (statement: Statement) => Promise<string | null>, number][] = [
  ['read together', async (statement) => (await readTogether(town.database, town.viewer('children'), [statement]))[0] ?? null, 0],
  [
    'read in a unit',
    async (statement) => {
      const unit = new Unit(town.database, town.viewer('children'));
      return unit.json(statement).finally(() => unit.close());
    },
    10_000,
  ],
];

describe.each(ways)('a question %s', (_, ask, first) => {
  it('is kept by the connection from the second time on, and asked once leaves nothing behind', async () => {
    const before = await kept();
    expect(await ask(question(first))).toBe(`${first + 1}`);
    expect(await kept()).toEqual(before);
    expect(await ask(question(first))).toBe(`${first + 1}`);
    const after = await kept();
    expect(after.server).toBeGreaterThanOrEqual(Math.min(before.server + 1, 200));
    expect(after.client).toBe(after.server);
    expect(await ask(question(first))).toBe(`${first + 1}`);
    expect(await kept()).toEqual(after);
  });

  it('pushes out the one that was asked longest ago, once there are too many; that one is answered all the same', async () => {
    const many = Array.from({ length: 450 }, (_each, n) => first + n);
    for (const _turn of [1, 2, 3]) for (const n of many) expect(await ask(question(n))).toBe(`${n + 1}`);
    expect(await kept()).toEqual({ server: 200, client: 200 });
    expect(await ask(question(first))).toBe(`${first + 1}`);
    expect(await kept()).toEqual({ server: 200, client: 200 });
  });

  it('that is wrong is not kept, and keeps no other from being asked', async () => {
    const wrong: Statement = { text: 'select nothing::text as json', values: [], name: `question-wrong-${first}` };
    for (const _turn of [1, 2, 3]) await expect(ask(wrong)).rejects.toThrow('nothing');
    for (let n = first; n < first + 300; n += 1) expect(await ask(question(n))).toBe(`${n + 1}`);
    expect(await kept()).toEqual({ server: 200, client: 200 });
  });
});

describe('a statement of a change', () => {
  const say = (text: string, values?: readonly unknown[]) =>
    asViewer(town.database, town.viewer('children'), (tx) => tx.query<{ said: number; text: string }>(text, values));
  const prepared = async (text: string) =>
    (await say('select statement as text from pg_prepared_statements where statement = $1', [text])).length;

  it('is kept from the second time on, by its text, and answers for whoever asks', async () => {
    const text = 'select length(hub.actor()) + $1::int as said';
    const [first] = await say(text, [1]);
    expect(await prepared(text)).toBe(0);
    expect(await say(text, [2])).toEqual([{ said: (first?.said ?? 0) + 1 }]);
    expect(await prepared(text)).toBe(1);
    const other = await asViewer(town.database, { ...town.viewer('analyst'), actor: 'x' }, (tx) => tx.query(text, [0]));
    expect(other).toEqual([{ said: 1 }]);
    expect(await prepared(text)).toBe(1);
  });

  it('without values is never kept: it may be several', async () => {
    const text = 'select 1 as said; select 2 as said';
    for (const _turn of [1, 2, 3]) await say(text);
    expect(await prepared(text)).toBe(0);
  });
});
