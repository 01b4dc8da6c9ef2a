import http from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asSystem } from '#server/database/as-viewer';
import { secretHash } from '#server/kernel/ids';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let session: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session } = await aBoard(facilitator));
});

describe('the code of a display', () => {
  /** Asks for a code from an address of this machine. */
  const ask = (localAddress: string) =>
    new Promise<{ status: number; body: { code?: string; token?: string; error?: string } }>((done, failed) => {
      const request = http.request(`${town.origin}/display/pairing`, { method: 'POST', localAddress, headers: { origin: town.origin } });
      request.on('error', failed).on('response', async (response) => {
        done({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(await response.toArray()).toString()) });
      });
      request.end();
    });

  it('is not given without end to one who asks, in words, and the others go on getting theirs', async () => {
    const greedy = [];
    for (let count = 0; count < 40; count += 1) greedy.push(await ask('127.0.0.9'));
    expect(greedy.map(({ status }) => status)).toEqual([...Array(30).fill(201), ...Array(10).fill(429)]);
    expect(greedy.at(-1)?.body).toEqual({ error: expect.stringMatching(/[ぁ-ん]/) });
    expect((await ask('127.0.0.10')).status).toBe(201);
  });

  it('is not given either when too many wait already', async () => {
    const change = (sql: string) => asSystem(town.database, 'hub_system', (query) => query(sql));
    await change(
      `insert into hub.display_device (token_hash, code, valid_until) select 'crowd ' || n, 'CROWD' || n, now() + interval '10 minutes' from generate_series(1, 500) n`,
    );
    expect(await ask('127.0.0.11')).toEqual({ status: 429, body: { error: expect.stringMatching(/[ぁ-ん]/) } });
    await change(`update hub.display_device set valid_until = now() where token_hash like 'crowd %'`);
    expect((await ask('127.0.0.11')).status).toBe(201);
  });

  it('is forgotten an hour after it was asked for, unless somebody paired it', async () => {
    const paired = await town.display(session);
    const [old, young] = [await ask('127.0.0.12'), await ask('127.0.0.12')];
    const hashes = [old, young].map(({ body }) => secretHash(body.token ?? ''));
    const rows = (sql: string, values: unknown[]) => asSystem(town.database, 'hub_system', (query) => query<{ id: string }>(sql, values));
    await rows(`update hub.display_device set created_at = now() - interval '61 minutes' where token_hash = $1 or id = $2`, [
      hashes[0],
      paired.id,
    ]);
    await town.hub.displays.prune();
    const kept = await rows(
      'select token_hash as id from hub.display_device where token_hash = any ($1) union all select id::text from hub.display_device where id = $2',
      [hashes, paired.id],
    );
    expect(kept.map(({ id }) => id)).toEqual([hashes[1], paired.id]);
    expect((await paired.ask('query ($id: ID!) { session(id: $id) { id } }', { id: session })).status).toBe(200);
  });
});
