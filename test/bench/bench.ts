import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildServers } from './build-servers';
import { bundleSizes } from './bundles';
import { LiveBench } from './fan-out';
import { type Ground, makeGround } from './ground';
import { signIn } from './hub-client';
import type { HubOrder } from './hub-server';
import { assertVersion, installPeers, PEER_NODE } from './peer-versions';
import { questions } from './questions';
import { Report } from './report';
import { type Contestant, compare, median, type Pace, ratioOf } from './rounds';
import { ScreensBench } from './screens';
import { freeLoad, pinLoad, type ServerProcess, startServer } from './server-process';
import { measureStarts } from './starts';
import * as targets from './targets';
import type { Volume } from './volume';
import { measureWalls } from './walls';

/** How much is measured, and on how much data. */
interface Extent extends Pace {
  readonly scale: number;
  readonly volume: Volume;
  readonly events: number;
  readonly starts: boolean;
}

const FULL: Extent = {
  scale: 20,
  volume: { boards: 500, cases: 3000 },
  rounds: 5,
  milliseconds: 3_000,
  warm: 5_000,
  events: 50,
  starts: true,
};
const QUICK: Extent = {
  scale: 1,
  volume: { boards: 50, cases: 300 },
  rounds: 3,
  milliseconds: 800,
  warm: 1_000,
  events: 30,
  starts: false,
};
const EMBEDDED: Volume = { boards: 50, cases: 300 };
const SEATS = [50, 1000];
const STORMS = 3;
const CUTS = 6;
const STARTS = 3;
const PAGES = 'dist/client';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values: options } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } } });
const servers: ServerProcess[] = [];
/** The parts of the bench; `--only` asks for one of them. */
const parts = ['questions', 'walls', 'live', 'bundles', 'starts'] as const;
const does = (part: (typeof parts)[number]): boolean => options.only === undefined || options.only === part;

/** Starts a server that is stopped with the bench, whatever happens. */
async function open(...order: Parameters<typeof startServer>): Promise<ServerProcess> {
  const server = await startServer(...order);
  servers.push(server);
  return server;
}

async function main(): Promise<void> {
  if (options.only !== undefined && !parts.some((part) => part === options.only)) throw new Error(`--only ${parts.join(' | ')}`);
  const extent = options.quick ? QUICK : FULL;
  const ground = await makeGround(process.env.DATABASE_URL);
  const report = new Report({
    database: ground.says,
    extent: options.quick ? 'quick' : 'full',
    processors: pinLoad() ? 'servers on 0, load on 1' : 'shared',
  });
  try {
    await measure(ground, extent, report);
  } finally {
    for (const server of servers) await server.stop();
    await ground.clear();
  }
  say('');
  report.print(say);
  if (options.json) report.write(options.json);
  if (report.failed) process.exitCode = 1;
}

async function measure({ databaseUrl, says }: Ground, extent: Extent, report: Report): Promise<void> {
  const key = randomBytes(16).toString('hex');
  const file = await buildServers(['hub-server', 'limit-server', 'raw-server', 'department-server', 'listeners']);
  const volume = databaseUrl ? extent.volume : EMBEDDED;
  say(`${says}: sowing ${databaseUrl ? extent.scale : 1} cities, ${volume.boards} boards and ${volume.cases} cases`);
  const sow = { scale: databaseUrl ? extent.scale : 1, volume };
  const hub = await open('hub', [process.execPath, file('hub-server')], {
    ...(databaseUrl ? { databaseUrl } : {}),
    key,
    sow,
    ...(existsSync(PAGES) ? { pages: PAGES } : {}),
  } satisfies HubOrder);
  if (does('questions')) {
    const contestants = databaseUrl ? await withPeers(hub, key, databaseUrl, file, report) : await alone(hub, key);
    await askEverything(contestants, volume, extent, report);
  }
  if (databaseUrl && does('walls')) {
    say('the hub beside itself without row policies and without audit');
    await measureWalls(hub, {
      ...{ databaseUrl, key, volume, report, pace: extent },
      openHub: (name, order) => open(name, [process.execPath, file('hub-server')], order),
      openLimit: (name, order) => open(name, [process.execPath, file('limit-server')], order),
    });
  }
  if (does('live')) {
    const raw = await open('raw', [process.execPath, file('raw-server')], { databaseUrl });
    const listeners = await open('listeners', [process.execPath, file('listeners')], {}, 1);
    await fanOut(await LiveBench.open(hub, raw, listeners, key), key, extent, report);
    await listeners.stop();
    await onScreens(hub, key, extent, report);
  }
  for (const { page, atOnce, inAll } of does('bundles') ? bundleSizes() : []) {
    report.add(`${page}: all that it may load`, inAll, 'kB gzip', targets.bundles[page]);
    report.add(`${page}: at once`, atOnce, 'kB gzip');
  }
  if (extent.starts && does('starts')) await starts(databaseUrl, report);
}

const inHubWords: Contestant['document'] = ({ document }) => document;

/** The embedded database belongs to the hub's process: the limit answers from within it, and the peers have nothing to read. */
async function alone(hub: ServerProcess, key: string): Promise<Contestant[]> {
  const limit = { ...hub, name: 'limit', address: String(hub.said.limit) };
  const cookie = await signIn(hub, key, 'facilitator');
  return [
    { server: limit, document: inHubWords },
    { server: hub, document: inHubWords, headers: { cookie } },
  ];
}

async function withPeers(
  hub: ServerProcess,
  key: string,
  databaseUrl: string,
  file: (name: string) => string,
  report: Report,
): Promise<Contestant[]> {
  installPeers(say);
  const limit = await open('limit', [process.execPath, file('limit-server')], { databaseUrl });
  const postgraphile = await open('postgraphile', [PEER_NODE, 'test/bench/peers/postgraphile.mjs'], { databaseUrl });
  const mercurius = await open('mercurius', [process.execPath, 'test/bench/peers/mercurius.mjs'], { databaseUrl });
  assertVersion('postgraphile', postgraphile.version, 'v22');
  assertVersion('mercurius', mercurius.version, process.version.split('.')[0] ?? '');
  report.fact('peers', `PostGraphile ${postgraphile.version}; Mercurius ${mercurius.version}`);
  // Where the hub puts the key to the department's door.
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-keys-'));
  const children = await open('children', [process.execPath, file('department-server')], { databaseUrl, dataDir });
  const order: HubOrder = { databaseUrl, key, remotes: { children: children.address }, dataDir };
  const remote = await open('one remote', [process.execPath, file('hub-server')], order);
  const cookie = await signIn(hub, key, 'facilitator');
  return [
    { server: limit, document: inHubWords },
    { server: hub, document: inHubWords, headers: { cookie } },
    { server: postgraphile, document: (question) => question.postgraphile },
    { server: mercurius, document: inHubWords },
    { server: remote, document: inHubWords, headers: { cookie }, only: 'Departments' },
  ];
}

async function askEverything(contestants: readonly Contestant[], volume: Volume, pace: Pace, report: Report): Promise<void> {
  for (const question of questions) {
    say(`${question.says}: asking ${contestants.length} servers`);
    const asked = contestants.filter(({ only }) => only === undefined || only === question.name);
    const results = await compare(question, asked, volume, pace);
    const hub = results.get('hub');
    if (!hub) throw new Error('the hub was not asked');
    for (const [name, { perSecond }] of results) {
      if (name !== 'hub')
        report.add(`${question.says}: / ${name}`, ratioOf(hub.perSecond, perSecond), '', targets.throughput[question.name][name]);
    }
    for (const [name, { perSecond, cpu }] of results) {
      report.add(`${question.says}: ${name}`, median(perSecond), 'answers/s');
      report.add(`${question.says}: ${name}, own processor time`, median(cpu), 'ms');
    }
  }
}

async function fanOut(live: LiveBench, key: string, { events }: Extent, report: Report): Promise<void> {
  for (const seats of SEATS) {
    say(`one commit to ${seats} seats`);
    const { hub, raw, bytes, readsPerEvent, seated } = await live.measure(seats, events);
    report.add(`one commit to ${seats} seats: / raw ws, ${bytes} bytes`, ratioOf(hub, raw), '', targets.fanOut[seats]);
    report.add(`one commit to the last of ${seats} seats, p99 of ${events}`, at(hub, 0.99), 'ms', targets.receipt[seats]);
    report.add(`one commit to ${seats} seats: hub`, { median: median(hub), least: Math.min(...hub), greatest: Math.max(...hub) }, 'ms');
    report.add(`one commit to ${seats} seats: raw`, { median: median(raw), least: Math.min(...raw), greatest: Math.max(...raw) }, 'ms');
    report.add(`one commit to ${seats} seats: reads of the board`, readsPerEvent, '', { least: 1, most: 1 });
    report.add(`until ${seats} seats have their board`, seated / 1000, 's', seats === 1000 ? { most: 5 } : {});
  }
  say('a storm of reconnects');
  report.add(
    `${SEATS.at(-1)} seats cut off, until all are current again`,
    spread((await live.reconnect(STORMS)).map((ms) => ms / 1000)),
    's',
    targets.screens.storm,
  );
  const [reads, classes] = await live.readsByClass(key);
  report.add(`reads of the board for one event, ${classes} classes of viewers`, reads, '', { least: classes, most: classes });
}

/** Real pages in a real browser, on the processors that the server uses too. */
async function onScreens(hub: ServerProcess, key: string, { events }: Extent, report: Report): Promise<void> {
  if (!existsSync(PAGES)) return report.fact('screens', `not measured: ${PAGES} is not built`);
  say('twelve displays in a browser');
  freeLoad();
  const bench = await ScreensBench.open(hub, await signIn(hub, key, 'facilitator'));
  try {
    const { paints, missed, noticed, caughtUp, dark } = await bench.measure(events, CUTS);
    const { paint95, paintMost, missed: none, noticed: seen, caughtUp: caught, dark: gone, lcp, cls } = targets.screens;
    report.add('change to paint on 12 displays, p95', at(paints, 0.95), 'ms', paint95);
    report.add('change to paint on 12 displays, most', Math.max(...paints), 'ms', paintMost);
    report.add(`change to paint on 12 displays, missed of ${paints.length + missed}`, missed, '', none);
    report.add('cut line noticed', spread(noticed), 'ms', seen);
    report.add('line back, until what was missed is painted', spread(caughtUp), 'ms', caught);
    report.add(`display taken off until dark, p99 of ${dark.length}`, at(dark, 0.99), 'ms', gone);
    const first = [];
    for (let start = 0; start < STARTS; start += 1) first.push(await bench.firstPaint());
    report.add('display at 4x slower processor: LCP', spread(first.map((paint) => paint.lcp)), 'ms', lcp);
    report.add('display at 4x slower processor: CLS', spread(first.map((paint) => paint.cls)), '', cls);
  } finally {
    await bench.close();
  }
}

const spread = (values: readonly number[]) => ({ median: median(values), least: Math.min(...values), greatest: Math.max(...values) });
const at = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

async function starts(databaseUrl: string | undefined, report: Report): Promise<void> {
  say('starting the product');
  const { bare, warm, postgres } = await measureStarts(databaseUrl);
  report.add('start on an empty directory', bare, 's', targets.start.bare);
  report.add('start again', warm, 's', targets.start.warm);
  if (postgres) report.add('start on PostgreSQL', postgres, 's', targets.start.postgres);
}

await main();
