import type { Viewer } from '#server/access/viewer';
import { benchId } from './bench-id';
import { FreeRole } from './free-role';
import { ask, signIn } from './hub-client';
import type { HubOrder, Without } from './hub-server';
import type { LimitOrder } from './limit-server';
import { questions } from './questions';
import type { Report } from './report';
import { type Contestant, compare, median, type Pace, type Ratio, ratioOf } from './rounds';
import type { ServerProcess } from './server-process';
import { wallsCost } from './targets';
import type { Volume } from './volume';
import { databaseTime } from './walls-sql';

/** As much of the bench as this part stands on. */
export interface WallsGround {
  readonly databaseUrl: string;
  readonly key: string;
  readonly volume: Volume;
  readonly pace: Pace;
  readonly report: Report;
  openHub(name: string, order: HubOrder): Promise<ServerProcess>;
  openLimit(name: string, order: LimitOrder): Promise<ServerProcess>;
}

/** Hubs of which each is without one thing. */
const without = (free: string): Readonly<Record<string, Without>> => ({ 'row policies': { rowPolicies: free }, audit: { audit: true } });
const WALLED = 'limit behind walls';
const AUDITED = 'limit behind walls, with audit';

/**
 * What the walls inside the database cost, on the same rows and in the same rounds: the hub beside hubs that are the same but for one thing, and the
 * one hand-written statement behind the walls beside itself without them. A ratio of 1 costs nothing. Sign-in, contracts, `decide`, the role and the claims
 * are in all of the hubs, whose ratios are therefore those of row policies and audit alone.
 */
export async function measureWalls(hub: ServerProcess, ground: WallsGround): Promise<void> {
  const { databaseUrl, key, report } = ground;
  const free = await FreeRole.make(databaseUrl);
  const servers: ServerProcess[] = [];
  try {
    const cookie = await signIn(hub, key, 'facilitator');
    for (const [name, less] of Object.entries(without(free.name)))
      servers.push(await ground.openHub(`hub without ${name}`, { databaseUrl, key, without: less }));
    await insistItIsSo([hub, ...servers], cookie, free);
    const viewer = await viewerOf(free);
    const limits = [
      await ground.openLimit('limit', { databaseUrl }),
      await ground.openLimit(WALLED, { databaseUrl, viewer }),
      await ground.openLimit(AUDITED, { databaseUrl, viewer, audit: true }),
    ];
    const contestants = [hub, ...servers, ...limits].map(
      (server): Contestant => ({ server, document: ({ document }) => document, headers: { cookie } }),
    );
    servers.push(...limits);
    await compareAll(contestants, ground);
    await inTheDatabase(viewer, free, ground);
  } finally {
    for (const server of servers) await server.stop();
    await free.drop();
  }
  report.fact('walls', 'a hub without row policies is one whose staff have a role that they do not stop');
}

/** Only questions that have the same answer without row policies. */
async function compareAll(contestants: readonly Contestant[], { volume, pace, report }: WallsGround): Promise<void> {
  for (const question of questions.filter(({ name }) => name in wallsCost)) {
    const results = await compare(question, contestants, volume, pace);
    const ratio = (over: string, under: string): Ratio => ratioOf(results.get(over)?.perSecond ?? [], results.get(under)?.perSecond ?? []);
    const says = `walls, ${question.says}`;
    const promised = wallsCost[question.name];
    for (const name of Object.keys(without(''))) report.add(`${says}: hub / hub without ${name}`, ratio('hub', `hub without ${name}`), '');
    report.add(`${says}: ${WALLED} / limit`, ratio(WALLED, 'limit'), '', promised?.walls);
    report.add(`${says}: ${AUDITED} / limit`, ratio(AUDITED, 'limit'), '', promised?.audited);
    for (const [name, { perSecond }] of results) report.add(`${says}: ${name}`, median(perSecond), 'answers/s');
  }
}

/** The same by the database's own processor time: a busy machine blurs that least. */
async function inTheDatabase(viewer: Viewer, free: FreeRole, { databaseUrl, volume, report }: WallsGround): Promise<void> {
  for (const question of questions.filter(({ name }) => name in wallsCost)) {
    const spent = await databaseTime(databaseUrl, question, volume, viewer, free);
    if (!spent) return report.fact('database', 'its processor time cannot be read from here');
    const says = `walls, ${question.says}, database's own time`;
    report.add(`${says}: without row policies / behind walls`, ratioOf(spent.claims, spent.walls), '');
    report.add(`${says}: bare / behind walls`, ratioOf(spent.bare, spent.walls), '');
    for (const [way, milliseconds] of Object.entries(spent)) report.add(`${says}: ${way}`, median(milliseconds), 'ms');
  }
}

/** Throws where a hub has what it should be without, or is without what it should have: such a figure would tell nothing. */
async function insistItIsSo(hubs: readonly ServerProcess[], cookie: string, free: FreeRole): Promise<void> {
  for (const hub of hubs) {
    const rows = async () => Number((await free.run<{ n: string }>('select count(*) as n from hub.read_audit'))[0]?.n);
    const before = await rows();
    // A case that this 担当 must not see: its row policy stands between.
    const { case: closed } = await ask<{ case: unknown }>(hub, cookie, 'query($id: ID!) { case(id: $id) { id stage } }', {
      id: benchId('case', 1),
    });
    await ask(hub, cookie, 'query($id: ID!) { case(id: $id) { id stage } }', { id: benchId('case', 3) });
    const isFree = closed !== null;
    const isSilent = (await rows()) === before;
    if (isFree !== hub.name.includes('row policies')) throw new Error(`${hub.name}: row policies are not what its name says`);
    if (isSilent !== hub.name.includes('audit')) throw new Error(`${hub.name}: the audit is not what its name says`);
  }
}

/** Whoever asks the hubs, with the claims that the hub finds out for itself. */
async function viewerOf(free: FreeRole): Promise<Viewer> {
  const id = benchId('staff', 1);
  const sessions = (await free.run<{ id: string }>(`select session_id as id from core.session_member where staff_id = '${id}'`)).map(
    (each) => each.id,
  );
  return {
    audience: 'staff',
    actor: `staff:${id}`,
    roles: ['facilitator', 'coordinator'],
    teams: ['connection'],
    sessions,
    sworn: sessions,
  };
}
