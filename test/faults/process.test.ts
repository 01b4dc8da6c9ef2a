import { once } from 'node:events';
import { existsSync, utimesSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { personas } from '#seeds/personas';
import { lockDirectory } from '#server/database/directory-lock';
import { type EmptyDatabase, emptyDatabase } from '#test/kit/empty-database';
import { freshCheckout, type Running } from '#test/kit/fresh-checkout';
import { rawSocket } from '#test/kit/raw-socket';
import { ANCHOR } from '#test/kit/template';

const house = freshCheckout();
const databaseUrl = inject('databaseUrl');
let database: EmptyDatabase | undefined;

beforeAll(async () => {
  if (databaseUrl) database = await emptyDatabase(databaseUrl);
});
afterAll(async () => {
  await house.remove();
  await database?.drop();
});

/** `npm start` on the database that the run is for; NODE_ENV is not set, as in anybody's shell. */
function start(env: Record<string, string> = {}): Running {
  return house.run('start', { PORT: '0', HUB_AS_OF: ANCHOR, ...(database ? { DATABASE_URL: database.url } : {}), ...env });
}

/** A hub that has said all it says. */
interface Hub extends Running {
  readonly origin: string;
  /** The printed sign-in link of a persona. */
  link(persona: string): string;
}

async function open(env?: Record<string, string>): Promise<Hub> {
  const hub = start(env);
  const [, origin = ''] = await hub.says(/(http:\S+)\/playground\n/);
  await hub.says(new RegExp(`as=${personas.at(-1)?.key}&key=\\S+\n`));
  const link = (persona: string) => new RegExp(`${origin}/sign-in\\?as=${persona}&key=\\S+`).exec(hub.output())?.[0] ?? '';
  return { ...hub, origin, link };
}

/** Follows a sign-in link, as a browser would: the cookie, and how to ask with it. */
async function signIn(link: string) {
  const answer = await fetch(link, { redirect: 'manual' });
  expect(answer.headers.get('location'), await answer.text()).toBe('/');
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(new URL('/graphql', link), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
    });
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
    return (await answer.json()) as { data: any; errors?: unknown };
  };
  return { headers: { cookie }, ask };
}

const ofTheDay = '{ me { name } sessions(kind: MARUGOTO, limit: 5) { id status agenda { id } } }';
const stop = async (hub: Running) => {
  hub.child.kill('SIGTERM');
  return hub.ended;
};
let hub: Hub;
let day: unknown;

describe('npm start', () => {
  it('builds the house, sows the city and says how to sign in, where there is nothing yet', async () => {
    hub = await open();
    const steps = ['画面をつくっています…', 'サーバーをつくっています…', '架空の町をつくっています（基準日 2026-11-23）…', '100%'];
    expect(
      hub
        .output()
        .split('\n')
        .flatMap((line) => (steps.includes(line.trim()) ? line.trim() : [])),
    ).toEqual(steps);
    const facilitator = await signIn(hub.link('facilitator'));
    day = (await facilitator.ask(ofTheDay)).data;
    expect(day).toMatchObject({ me: { name: personas.find(({ key }) => key === 'facilitator')?.name }, sessions: expect.any(Array) });
    for (const { key } of personas) expect(hub.link(key), key).not.toBe('');
  }, 300_000);

  it('serves the three pages, with everything that they name', async () => {
    const titles = [];
    for (const page of ['/', '/display', '/playground']) {
      const html = await (await fetch(hub.origin + page)).text();
      titles.push(/<title>(.*)<\/title>/.exec(html)?.[1]);
      const named = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => file as string);
      const missing = [];
      for (const file of named) if (!(await fetch(hub.origin + file)).ok) missing.push(file);
      expect([named.length > 1, missing], page).toEqual([true, []]);
    }
    expect(new Set(titles).size).toBe(3);
  });

  it('refuses a second process on the same data, and names the first', async () => {
    // On PostgreSQL the directory is free, so it is held by these tests.
    const [held, holder] = database ? [lockDirectory(path.join(house.root, '.data/postgres')), process.pid] : [undefined, hub.child.pid];
    const second = start({ DATABASE_URL: '' });
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`プロセス番号 ${holder}`);
    held?.release();
    expect((await fetch(`${hub.origin}/health`)).status).toBe(200);
  });

  it('asks sockets to come again and ends in order on SIGTERM, whatever hangs on its connections', async () => {
    const { headers } = await signIn(hub.link('recorder'));
    const [awake, frozen] = [await rawSocket(hub, { headers }), await rawSocket(hub, { headers })];
    frozen.socket.pause(); // reads nothing any more, so it never says goodbye either
    const words = [
      '',
      'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n',
    ];
    for (const said of [...words, `${words[2]}Cookie: ${headers.cookie}\r\n\r\n{`]) {
      const idle = net
        .connect({ port: Number(new URL(hub.origin).port), host: '127.0.0.1', allowHalfOpen: true })
        .on('error', () => undefined);
      await once(idle, 'connect');
      if (said) idle.write(said);
    }
    expect(await stop(hub), hub.output()).toBe(0);
    expect(await awake.closed).toEqual({ code: 1012, reason: 'restarting' });
    expect(existsSync(path.join(house.root, '.data/postgres.lock'))).toBe(false);
    frozen.socket.terminate();
  }, 120_000);

  it('builds only what is older than its sources, and opens the city that is there, with the same links', async () => {
    const links = hub.link('facilitator').replace(hub.origin, '');
    const soon = new Date(Date.now() + 1_000);
    utimesSync(path.join(house.root, 'server/main.ts'), soon, soon);
    hub = await open();
    expect(hub.output()).toContain('サーバーをつくっています…');
    expect(hub.output()).not.toMatch(/画面をつくっています|架空の町をつくっています/);
    expect((await (await signIn(hub.origin + links)).ask(ofTheDay)).data).toEqual(day);
  }, 120_000);

  it('keeps what it acknowledged through kill -9, and whoever watched goes on watching', async () => {
    const { ask } = await signIn(hub.link('facilitator'));
    const session = (await ask(ofTheDay)).data.sessions.find(({ status }: { status: string }) => status !== 'CLOSED');
    const add = async (title: string, by = ask) =>
      (
        await by('mutation ($item: ID!, $title: String!) { addActionItem(input: { item: $item, title: $title }) { id } }', {
          item: session.agenda[0].id,
          title,
        })
      ).data.addActionItem.id as string;
    const subscription = `subscription { board(session: "${session.id}") { session { agenda { actionItems { title } } } } }`;
    const watching = house.run('query', {}, '--watch', '--url', hub.origin, subscription);
    await watching.says(/"board":/);

    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let n = 0; ; n++) acknowledged.push(await add(`行動${n}`));
    })();
    const cut = expect(writing).rejects.toThrow();
    while (acknowledged.length < 30) await new Promise((done) => setTimeout(done, 20));
    hub.child.kill('SIGKILL');
    await Promise.all([hub.ended, cut]);
    await watching.says(/切れました/);

    hub = await open({ PORT: new URL(hub.origin).port });
    const again = (await signIn(hub.link('facilitator'))).ask;
    const found = await again('query ($id: ID!) { session(id: $id) { agenda { actionItems { id } } } }', { id: session.id });
    const kept = found.data.session.agenda.flatMap((item: { actionItems: { id: string }[] }) => item.actionItems.map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);
    await watching.says(/つながりました/);
    await add('開き直したあと', again);
    await watching.says(/開き直したあと/);
    watching.child.kill('SIGINT');
    expect(await watching.ended).toBe(0);
    expect(await stop(hub)).toBe(0);
  }, 120_000);

  it('says which port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const late = start({ PORT: String(port) });
    expect(await late.ended).toBe(2);
    expect(late.output()).toContain(`ポート ${port} `);
    other.close();
  });

  it('tells every wrong setting at once, in words, and opens nothing', async () => {
    const wrong = {
      PORT: 'abc',
      DATABASE_URL: 'mysql://x',
      HUB_SEED: 'x',
      HUB_SPELT_WRONG: '1',
      HUB_DATA_DIR: path.join(house.root, 'none'),
    };
    const refused = start(wrong);
    expect(await refused.ended).toBe(2);
    for (const name of ['PORT', 'DATABASE_URL', 'HUB_SEED', 'HUB_SPELT_WRONG']) expect(refused.output()).toContain(`${name}:`);
    expect(existsSync(wrong.HUB_DATA_DIR)).toBe(false);
  });

  it.each<Record<string, string>>([{ NODE_ENV: 'production' }, { HOST: '0.0.0.0' }])('refuses demo sign-in with %o', async (env) => {
    const refused = start({ ...env, HUB_DEMO: 'on' });
    expect([await refused.ended, refused.output()]).toEqual([2, expect.stringContaining('HUB_DEMO:')]);
  });
});

describe('npm run query', () => {
  it('says that there is no hub, or no such person, and what to do', async () => {
    const nobody = [
      house.run('query', {}, '--url', 'http://127.0.0.1:9', '{ me { id } }'),
      house.run('query', {}, '--data-dir', 'none', '{ me { id } }'),
    ];
    expect(await Promise.all(nobody.map(({ ended }) => ended))).toEqual([1, 1]);
    expect(nobody.map((each) => each.output())).toEqual([
      expect.stringContaining('http://127.0.0.1:9 でハブが応答しません'),
      expect.stringContaining('none/demo-key'),
    ]);
  });
});
