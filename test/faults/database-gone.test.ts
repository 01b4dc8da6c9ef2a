import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '#server/database/source';
import { aLine } from '#test/kit/a-line';
import { aScreen, type Screen } from '#test/kit/a-screen';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { anotherNode } from '#test/kit/another-node';
import { aBoard, steered } from '#test/kit/steer';

/** Machines that do much else take their time. */
vi.setConfig({ testTimeout: 120_000 });

let town: Town;
let facilitator: Guest;
let display: Guest;
let session: string;
let version: number;
const screens: Screen[] = [];

beforeAll(async () => {
  town = await aTown({ ownGraph: true });
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
  display = await town.display(session);
});
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close();
});

const told = (check: () => void) => vi.waitFor(check, { timeout: 40_000, interval: 20 });
const open = async (place: { readonly origin: string }) => {
  screens.push(aScreen(place, display, session), aScreen(place, facilitator, session));
  await told(() => expect(screens.map(({ frames }) => frames.length)).toEqual([1, 1]));
};
const everyContact = (contact: string) => told(() => expect(screens.map(({ contacts }) => contacts.at(-1))).toEqual([contact, contact]));
/** Nobody went dark, and everybody saw what stands here. */
const everyoneSees = async (step: number) => {
  await told(() => expect(screens.map(({ frames }) => frames.at(-1)?.session?.step)).toEqual([step, step]));
  expect(screens.flatMap(({ frames }) => frames).filter(({ session: shown }) => shown === null)).toEqual([]);
};

/** The hub's database refuses every connection at once, or says nothing until it is back, or never any more to who asked. Returns how it is there again. */
function away({ pool }: Database, how: 'refuses' | 'says nothing' | 'loses the question'): () => void {
  const waiting: (() => void)[] = [];
  const connect = vi.spyOn(pool, 'connect').mockImplementation(((callback?: (fault: Error) => void) => {
    const refused = new Promise<never>((_, refuse) => {
      const fault = () => refuse(new Error('the database is away'));
      if (how === 'refuses') fault();
      else if (how === 'says nothing') waiting.push(fault);
    });
    return callback ? void refused.catch(callback) : refused;
  }) as never);
  return () => {
    connect.mockRestore();
    for (const end of waiting) end();
  };
}

/** A hub whose database can be taken away: on PostgreSQL by its own line, beside a hub that keeps its own; the embedded one by its pool. */
interface Fragile {
  readonly origin: string;
  take(how: 'refuses' | 'says nothing'): void;
  /** Lets others make a change, which they can meanwhile on PostgreSQL alone, and gives the database back. */
  giveBack(change: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

async function aFragileHub(): Promise<Fragile> {
  const { url } = town.database as Database & { readonly url?: string };
  if (!url) {
    let back: () => void = () => undefined;
    return {
      origin: town.origin,
      take: (how) => {
        back = away(town.database, how);
      },
      giveBack: async (change) => {
        back();
        await change();
      },
      close: async () => back(),
    };
  }
  const line = await aLine(url);
  const node = await anotherNode({ ...town, database: Object.assign(Object.create(town.database), { url: line.url }) });
  return {
    origin: node.origin,
    take: (how) => (how === 'refuses' ? line.cut() : line.silence()),
    giveBack: async (change) => {
      await change();
      line.mend();
    },
    close: async () => {
      line.mend();
      await node.close();
      await line.close();
    },
  };
}

describe.each(['refuses', 'says nothing'] as const)('a database that %s', (how) => {
  it('is told on every screen, which keep their last content, and are current when it is back', async () => {
    const hub = await aFragileHub();
    try {
      await open(hub);
      hub.take(how);
      await everyContact('recovering');
      await everyoneSees(0);
      await hub.giveBack(() => steered(facilitator, 'moveOn', { session, step: 1, version }));
      await everyContact('live');
      await everyoneSees(1);
    } finally {
      for (const screen of screens) screen.close();
      await hub.close();
    }
  });
});

it('a line that falls silent hangs no question: each is answered with an error that says one may ask again, and is well when it is back', async () => {
  const { url } = town.database as Database & { readonly url?: string };
  if (!url) return expect(town.database.kind).toBe('embedded'); // in this very process: there is no line
  const hub = await aFragileHub();
  const ask = async (query: string) => {
    const answer = await fetch(`${hub.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...facilitator.headers },
      body: JSON.stringify({ query }),
    });
    return (await answer.json()) as { data?: unknown; errors?: { extensions: { code: string; retriable?: boolean } }[] };
  };
  const compiled = '{ cases(limit: 3) { code } }';
  const planned = '{ cases(limit: 3) { code children { childrenCount } } }';
  try {
    for (const query of [compiled, planned]) expect((await ask(query)).errors).toBeUndefined();
    hub.take('says nothing');
    for (const { errors } of await Promise.all([compiled, planned, compiled, planned].map(ask)))
      expect(errors?.map(({ extensions }) => [extensions.code, extensions.retriable])).toEqual([['UNAVAILABLE', true]]);
    const back = performance.now();
    await hub.giveBack(async () => undefined);
    for (const query of [compiled, planned]) await vi.waitFor(async () => expect((await ask(query)).errors).toBeUndefined(), 20_000);
    console.log(`well again ${Math.round(performance.now() - back)} ms after the line was mended`);
  } finally {
    await hub.close();
  }
});

it('a hub that lives by polling goes on polling after a poll that nobody ever answers', async () => {
  const deaf = await aTown({ ownGraph: true, deaf: true });
  try {
    const chair = await deaf.as('facilitator');
    const board = await aBoard(chair);
    const screen = aScreen(deaf, chair, board.session);
    screens.push(screen);
    await told(() => expect(screen.frames).toHaveLength(1));
    const back = away(deaf.database, 'loses the question');
    await sleep(2_500);
    back();
    await told(() => expect(screen.contacts).toEqual(['live', 'recovering', 'live']));
    await steered(chair, 'moveOn', { session: board.session, step: 1, version: board.version });
    await told(() => expect(screen.frames.at(-1)).toMatchObject({ kind: 'STEP_CHANGED', session: { step: 1 } }));
    screen.close();
  } finally {
    await deaf.close();
  }
});

it('a question meanwhile is answered with an error that says that one may ask again', async () => {
  const back = away(town.database, 'refuses');
  try {
    await vi.waitFor(async () => {
      const { errors } = await facilitator.ask('{ me { name } }');
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', retriable: true });
    }, 10_000);
  } finally {
    back();
  }
});
