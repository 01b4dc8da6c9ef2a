import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { ANCHOR, openFreshUrl } from '#test/kit/template';

/** A hub as a process of its own, from the sources, as `npm start` runs it from the built ones. */
interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until the address is printed, or the process has ended. */
  readonly address: Promise<string | undefined>;
  readonly ended: Promise<number | null>;
}

const places: string[] = [];
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true });
});

function aPlace(): string {
  const place = mkdtempSync(path.join(os.tmpdir(), 'hub-process-'));
  places.push(place);
  return place;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'server/main.ts'], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'development', PORT: '0', HUB_AS_OF: ANCHOR, ...env },
  });
  running.add(child);
  let text = '';
  let tell: (address: string | undefined) => void = () => undefined;
  const address = new Promise<string | undefined>((done) => {
    tell = done;
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/localhost:\d+/.exec(text)?.[0];
      if (found && text.includes('/playground')) tell(found);
    });
  }
  const ended = new Promise<number | null>((done) =>
    child.once('exit', (code) => {
      running.delete(child);
      tell(undefined);
      done(code);
    }),
  );
  return { child, output: () => text, address, ended };
}

async function open(env: Record<string, string>): Promise<Running & { readonly origin: string }> {
  const hub = start(env);
  const origin = await hub.address;
  if (!origin) throw new Error(`the hub did not open:\n${hub.output()}`);
  return { ...hub, origin };
}

async function facilitator(origin: string, place: string) {
  const key = readFileSync(path.join(place, 'demo-key'), 'utf8').trim();
  const answer = await fetch(`${origin}/sign-in?as=facilitator&key=${key}`, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (query: string, variables: Record<string, unknown> = {}) =>
    (await (
      await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query, variables }),
      })
    ).json()) as {
      // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
      data: any;
      errors?: unknown;
    };
}

const boardOfTheDay = `{ sessions(kind: MARUGOTO, limit: 5) { id status agenda { id } } }`;

describe('settings', () => {
  it('are all told at once when wrong, in words, and nothing opens', async () => {
    const place = aPlace();
    const hub = start({
      HUB_DATA_DIR: path.join(place, 'data'),
      PORT: 'abc',
      DATABASE_URL: 'mysql://x',
      HUB_SEED: 'x',
      HUB_SPELT_WRONG: '1',
    });
    expect(await hub.ended).toBe(2);
    for (const name of ['PORT', 'DATABASE_URL', 'HUB_SEED', 'HUB_SPELT_WRONG']) expect(hub.output()).toContain(`${name}:`);
    expect(existsSync(path.join(place, 'data'))).toBe(false);
  });

  it.each<Record<string, string>>([
    { NODE_ENV: 'production', HUB_DEMO: 'on' },
    { NODE_ENV: 'production' },
    { HOST: '0.0.0.0' },
    { HOST: '0.0.0.0', HUB_DEMO: 'on' },
  ])('refuse demo sign-in outside a developer’s own machine: %o', async (env) => {
    const hub = start({ HUB_DATA_DIR: aPlace(), ...env });
    expect(await hub.ended).toBe(2);
    expect(hub.output()).toContain('HUB_DEMO:');
  });
});

describe('a hub process', () => {
  it('keeps what it acknowledged through kill -9, opens again, and leaves cleanly on SIGTERM', async () => {
    const place = aPlace();
    const fresh = await openFreshUrl(inject('template'), inject('databaseUrl') ?? undefined, path.join(place, 'postgres'));
    const env = { HUB_DATA_DIR: place, ...(fresh.url ? { DATABASE_URL: fresh.url } : {}) };
    try {
      const first = await open(env);
      const ask = await facilitator(first.origin, place);
      const session = (await ask(boardOfTheDay)).data.sessions.find((each: { status: string }) => each.status !== 'CLOSED');
      const acknowledged: string[] = [];
      const writing = (async () => {
        for (let n = 0; ; n++) {
          const answer = await ask(
            'mutation ($item: ID!, $title: String!) { addActionItem(input: { item: $item, title: $title }) { id } }',
            { item: session.agenda[0].id, title: `行動${n}` },
          ).catch(() => undefined);
          if (!answer) return;
          if (answer.data?.addActionItem) acknowledged.push(answer.data.addActionItem.id);
        }
      })();
      while (acknowledged.length < 30) await new Promise((done) => setTimeout(done, 20));
      first.child.kill('SIGKILL');
      await Promise.all([first.ended, writing]);

      const second = await open(env);
      const again = await facilitator(second.origin, place);
      const kept = (
        await again('query ($id: ID!) { session(id: $id) { agenda { actionItems { id } } } }', { id: session.id })
      ).data.session.agenda.flatMap((item: { actionItems: { id: string }[] }) => item.actionItems.map((action) => action.id));
      expect(acknowledged.filter((id) => !kept.includes(id))).toEqual([]);

      second.child.kill('SIGTERM');
      expect(await second.ended).toBe(0);
      expect(existsSync(path.join(place, 'postgres.lock'))).toBe(false);
    } finally {
      await fresh.drop();
    }
  });

  it('is refused a second time on the same data, and the first is named and goes on', async () => {
    const place = aPlace();
    const fresh = await openFreshUrl(inject('template'), undefined, path.join(place, 'postgres'));
    const first = await open({ HUB_DATA_DIR: place });
    const second = start({ HUB_DATA_DIR: place });
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`プロセス番号 ${first.child.pid}`);
    expect((await fetch(`${first.origin}/health`)).status).toBe(200);
    await fresh.drop();
  });

  it('says which port is taken', async () => {
    const place = aPlace();
    const other = aPlace();
    await openFreshUrl(inject('template'), undefined, path.join(place, 'postgres'));
    await openFreshUrl(inject('template'), undefined, path.join(other, 'postgres'));
    const first = await open({ HUB_DATA_DIR: place });
    const port = new URL(first.origin).port;
    const second = start({ HUB_DATA_DIR: other, PORT: port });
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`ポート ${port}`);
  });
});
