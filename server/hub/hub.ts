import type { Server } from 'node:http';
import type { Executor } from '@graphql-tools/utils';
import type { Viewer } from '#server/access/viewer';
import { ReadAudit } from '#server/database/read-audit';
import type { Database } from '#server/database/source';
import { tendTables } from '#server/database/upkeep';
import type { Department } from '#server/departments/department';
import { Relay } from '#server/events/relay';
import { log } from '#server/kernel/log';
import { prunePresence } from '#server/meetings/presence';
import { answer, JsonText } from './answer';
import { ApolloServers } from './apollo';
import { Sealer, type SealerOptions } from './audit/sealer';
import { CompositionRefused } from './compose';
import { newContext } from './context';
import { coreParts } from './core';
import { departmentRecords } from './department-records';
import { Displays } from './displays';
import { embeddedExecutor } from './executors';
import { leaving } from './faults';
import { FieldClasses } from './field-classes';
import { Graph, type Source } from './graph';
import { guard } from './guard';
import { keepHouse } from './housekeeping';
import { createHttpServer, type HttpHouse } from './http';
import { HttpDrain } from './http-drain';
import type { Demo } from './identity/demo-routes';
import { Door } from './identity/door';
import { type IdentityOptions, type IdentityParts, identityParts } from './identity/parts';
import type { OwnerOf } from './identity/service-question';
import { LiveBoards } from './live';
import { isOwnHost, isSameOrigin } from './origin';
import { Pace } from './pace';
import { availablePlanner, type PlannerKind } from './planner';
import { PolicyFollower } from './policy-follower';
import { Sockets } from './sockets';
import { buildSubgraph, type Subgraph } from './subgraph';
import type { Rate } from './token-bucket';

export interface HubOptions {
  readonly database: Database;
  readonly departments: readonly Department[];
  /** The graph, where it has been composed already. */
  readonly composed?: ComposedHub;
  /** Address for LISTEN, where the database is shared with other nodes. */
  readonly databaseUrl?: string;
  readonly demo?: Demo;
  readonly identity?: IdentityOptions;
  /** Seals what is written down; without it nothing is sealed: for tests of something else. */
  readonly sealing?: SealerOptions;
  readonly pages: HttpHouse['pages'];
  readonly hosts?: ReadonlySet<string>;
  readonly planner?: PlannerKind;
  /** How fast one person may ask; `PACE` unless told otherwise. */
  readonly pace?: Rate;
  /** Drops every wake-up, so that only the poll is left: for tests. */
  readonly deaf?: boolean;
}

/** The hub, put together and not yet listening. */
export interface Hub {
  readonly graph: Graph;
  readonly live: LiveBoards;
  readonly sockets: Sockets;
  readonly server: Server;
  readonly identity: IdentityParts;
  readonly displays: Displays;
  readonly subgraphs: readonly Subgraph[];
  /** Uses these roads to departments instead of the embedded ones; on a composition fault the graph that stands goes on standing. */
  useRemote(remotes: ReadonlyMap<string, Omit<Source, 'name'>>): Promise<void>;
  close(): Promise<void>;
}

/** Builds the subgraphs of core and departments; needs no database. */
export function buildSubgraphs(departments: readonly Department[]): { core: Subgraph; departments: ReadonlyMap<string, Subgraph> } {
  const core = buildSubgraph('core', coreParts);
  const parts = departments.map((each) => [each, buildSubgraph(each.key, { resolvers: each.resolvers, types: each.types })] as const);
  const records = parts.flatMap(([each, part]) => departmentRecords(each, part));
  core.schema.extensions = { ...core.schema.extensions, departmentRecords: records };
  return { core, departments: new Map(parts.map(([{ key }, part]) => [key, part])) };
}

/** What of a hub needs no database: its subgraphs, the classes of their fields, and the graph composed of them. */
export interface ComposedHub {
  readonly departments: ReadonlyMap<string, Subgraph>;
  readonly subgraphs: readonly Subgraph[];
  readonly classes: FieldClasses;
  readonly graph: Graph;
  readonly embedded: ReadonlyMap<string, Source>;
}

/** Composes the embedded departments. Throws when a field has no class or the departments do not compose. */
export async function composeHub(all: readonly Department[], planner?: PlannerKind): Promise<ComposedHub> {
  const { core, departments } = buildSubgraphs(all);
  const subgraphs = [core, ...departments.values()];
  const classes = new FieldClasses(subgraphs.map((each) => each.schema));
  const embedded = new Map(all.map((each) => [each.key, embeddedSource(each, departments.get(each.key) as Subgraph)]));
  const graph = new Graph(core, embeddedExecutor(core.schema), planner ?? (await availablePlanner()));
  await graph.compose([...embedded.values()]);
  return { departments, subgraphs, classes, graph, embedded };
}

/** Puts the hub together. Throws when a field has no class or the departments do not compose: it does not start half. */
export async function openHub(options: HubOptions): Promise<Hub> {
  const { database } = options;
  const { departments, subgraphs, classes, graph, embedded } = options.composed ?? (await composeHub(options.departments, options.planner));
  const audit = new ReadAudit(database);
  const relay = new Relay(database, {
    ...(options.databaseUrl ? { url: options.databaseUrl } : {}),
    ...(options.deaf ? { deaf: true } : {}),
  });
  const live = new LiveBoards(database, relay, audit, classes);
  const identity = identityParts(database, options.identity);
  const displays = new Displays(database);
  const apollo = new ApolloServers(graph, audit, classes);
  await apollo.start();
  relay.start();
  const follower = new PolicyFollower(database, live);
  await follower.start(relay);
  const sealer = options.sealing && new Sealer(database, options.sealing);
  sealer?.start();
  const stopHousekeeping = keepHouse([() => displays.prune(), () => prunePresence(database), () => tendTables(database)]);

  const pace = new Pace(options.pace);
  const sockets = new Sockets({
    database,
    pace,
    graph,
    live,
    displays,
    signedIn: (request) => identity.callers.signedIn(request),
    standings: (passes) => identity.identity.standings(passes),
    sameOrigin: (request) => isSameOrigin(request) && isOwnHost(options.hosts, request),
    answer: async (document, operationName, variables, viewer: Viewer) => {
      const answered = await answer(
        graph.current,
        audit,
        classes,
        { document, variables, ...(operationName ? { operationName } : {}) },
        newContext(database, viewer),
      );
      const data = answered.data instanceof JsonText ? (JSON.parse(answered.data.text) as unknown) : answered.data;
      return {
        ...(data === undefined ? {} : { data }),
        ...(answered.errors ? { errors: answered.errors.map((fault) => leaving(fault)) } : {}),
      };
    },
  });
  const server = createHttpServer({
    database,
    pace,
    encrypted: options.identity?.publicUrl?.startsWith('https:') ?? false,
    apollo,
    callers: identity.callers,
    ownerOf: ownerIn(departments),
    door: new Door(identity, isSameOrigin, options.demo),
    displays,
    pages: options.pages,
    ...(options.hosts ? { hosts: options.hosts } : {}),
  });
  const drain = new HttpDrain(server);
  sockets.listen(server);

  return {
    graph,
    live,
    sockets,
    server,
    identity,
    displays,
    subgraphs,
    useRemote: async (remotes) => {
      const sources = [...embedded].map(([key, source]) => ({ ...source, ...remotes.get(key) }));
      try {
        await graph.compose(sources);
      } catch (fault) {
        if (!(fault instanceof CompositionRefused)) throw fault;
        log.error('the departments do not compose; the graph stays as it was', { faults: fault.faults.join(' | ') });
        throw fault;
      }
    },
    close: async () => {
      stopHousekeeping();
      await Promise.all([drain.close(), sockets.close()]);
      await apollo.stop();
      await relay.close();
      await follower.close();
      await audit.settle();
      await sealer?.close();
    },
  };
}

/**
 * What an embedded department may take, in ms. It reads the hub's own database, where statements have their limit and a queue is nobody's
 * failure: a question waits there as long as the core's own does, and only what would hang for ever ends here.
 */
const EMBEDDED_LIMIT_MS = 10_000;

function embeddedSource(department: Department, subgraph: Subgraph): Source {
  const executor: Executor = guard({ key: department.key, label: department.name }, embeddedExecutor(subgraph.schema), EMBEDDED_LIMIT_MS);
  return { name: department.key, sdl: subgraph.sdl, url: `embedded:${department.key}`, executor };
}

/** Which department owns a root field, by its own schema: a remote one serves the same. */
function ownerIn(departments: ReadonlyMap<string, Subgraph>): OwnerOf {
  const rootOf = { query: 'getQueryType', mutation: 'getMutationType', subscription: 'getSubscriptionType' } as const;
  return (kind, name) => [...departments].find(([, { schema }]) => schema[rootOf[kind]]()?.getFields()[name])?.[0];
}
