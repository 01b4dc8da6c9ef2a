import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type House, openHouse } from '#server/house';
import { readSettings } from '#server/settings';
import { openFreshUrl } from '#test/kit/template';
import { visitor } from '#test/kit/visitor';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'hub-first-start-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Three embedded databases are made and opened one after another. */
const PATIENCE_MS = 240_000;

const settings = (over: Record<string, string>) => readSettings({ PORT: '0', HUB_DATA_DIR: dataDir, ...over });
const opened = async (over: Record<string, string>, work: (house: House, said: string) => Promise<void>) => {
  const lines: string[] = [];
  const house = await openHouse(settings(over), (line) => lines.push(line), { pages: async () => false });
  try {
    await work(house, lines.join('\n'));
  } finally {
    await house.close();
  }
};

it(
  'a hub for real people begins with the plan, nobody invented, and a link for each of two administrators; it never becomes a demo',
  async () => {
    await opened({ HUB_DEMO: 'off' }, async (house, said) => {
      const links = [...said.matchAll(/\/sign-in#setup=([\w-]{43})/g)].map(([, secret]) => secret ?? '');
      expect(links).toHaveLength(2);
      expect(said).not.toContain('架空');
      const person = visitor({ origin: house.address });
      expect((await person.get('/sign-in?as=facilitator&key=x')).headers.get('location'), 'no demo sign-in').toBe('/sign-in#refused');
      const order = { name: '桐原 はじめ', login: 'kanri-1', password: 'ぶどうと桃と西の風 2と7' };
      expect((await person.post('/sign-in/setup', { ...order, token: links[0] })).status).toBe(200);
      expect((await person.get('/session')).body).toMatchObject({ name: '桐原 はじめ', needsSecondFactor: true, strong: false });
      const asked = await fetch(`${house.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: person.cookie },
        body: JSON.stringify({ query: '{ teams { id } cases { id } indicators { id } }' }),
      });
      const { data } = (await asked.json()) as { data: Record<string, unknown[]> };
      expect(Object.fromEntries(Object.entries(data).map(([name, rows]) => [name, rows.length]))).toEqual({
        teams: 6,
        cases: 0,
        indicators: 18,
      });
    });
    await opened({ HUB_DEMO: 'off' }, async (_house, said) => {
      expect([...said.matchAll(/#setup=/g)], 'one of two is there').toHaveLength(1);
    });
    await expect(openHouse(settings({}), () => undefined)).rejects.toThrow('本物の記録');
  },
  PATIENCE_MS,
);

it(
  'a database with an invented city is not opened for real people',
  async () => {
    const directory = path.join(dataDir, 'town', 'postgres');
    const fresh = await openFreshUrl(inject('template'), inject('databaseUrl') ?? undefined, directory);
    const over = { HUB_DEMO: 'off', HUB_DATA_DIR: path.join(dataDir, 'town'), ...(fresh.url ? { DATABASE_URL: fresh.url } : {}) };
    await expect(openHouse(settings(over), () => undefined)).rejects.toThrow('架空の町');
    await fresh.drop();
  },
  PATIENCE_MS,
);

it('under an address with https the cookie is bound to this very host, and only encrypted', async () => {
  const { SessionCookie } = await import('#server/hub/identity/session-cookie');
  const cookie = new SessionCookie(true);
  expect(cookie.keep('s')).toBe('__Host-hub_session=s; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=36000');
  expect(cookie.of({ headers: { cookie: 'hub_session=planted; __Host-hub_session=mine' } } as never)).toBe('mine');
});
