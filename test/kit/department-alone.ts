import { type ExecutionResult, graphql } from 'graphql';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import { groundMigrations } from '#server/database/migrations/migrations';
import { type Database, openDatabase } from '#server/database/source';
import { Subjects } from '#server/database/subjects';
import { Unit } from '#server/database/unit';
import type { Department } from '#server/departments/department';
import { buildSubgraph } from '#server/hub/subgraph';
import { emptyDatabase } from './empty-database';

/** Answer of a department; `any`, since each test knows what it asked for. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Answer = ExecutionResult<any>;

/** A department on a new database of its own, with the ground and its own tables and nothing else, as in a process of its own. */
export interface DepartmentAlone {
  readonly database: Database;
  /** Inserts rows; every row of a table names the same columns. */
  sow(table: string, ...rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** Asks as somebody, one unit of reading for each question. */
  ask(viewer: Viewer, source: string, variableValues?: Record<string, unknown>, idempotencyKey?: string): Promise<Answer>;
  /** What a router asks: the fields of an entity's `selection`, for one case of which `consentedClasses` are open to the viewer. */
  caseOf(viewer: Viewer, id: string, consentedClasses: readonly string[], selection: string): Promise<Record<string, unknown> | null>;
  close(): Promise<void>;
}

/** A case worker of one 担当. */
export function caseworker(team: string): Viewer {
  return { audience: 'staff', actor: `staff:${team}`, roles: ['caseworker'], teams: [team], sessions: [] };
}

export async function departmentAlone(department: Department): Promise<DepartmentAlone> {
  const place = await newPlace(process.env.DATABASE_URL);
  const database = await openDatabase({
    ...place.where,
    entities: department.entities,
    migrations: [...groundMigrations, ...department.migrations],
  });
  const { schema } = buildSubgraph(department.key, department);
  const ask: DepartmentAlone['ask'] = async (viewer, source, variableValues, idempotencyKey) => {
    const unit = new Unit(database, viewer);
    const contextValue = { viewer, database, unit, touched: new Set<string>(), subjects: new Subjects(), idempotencyKey };
    return graphql({ schema, source, variableValues, contextValue }).finally(() => unit.close());
  };
  return {
    database,
    ask,
    sow: (table, ...rows) => asSystem(database, 'hub_sower', (query) => insert(query, `${department.schema}.${table}`, rows)),
    async caseOf(viewer, id, consentedClasses, selection) {
      const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Case { ${selection} } } }`;
      const { data, errors } = await ask(viewer, entities, { of: [{ __typename: 'Case', id, consentedClasses }] });
      if (errors) throw errors[0];
      return data._entities[0];
    },
    close: () => database.close().finally(place.remove),
  };
}

async function insert(
  query: (sql: string, values: unknown[]) => Promise<unknown>,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (const row of rows) {
    const places = columns.map((_, index) => `$${index + 1}`);
    await query(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      columns.map((column) => row[column]),
    );
  }
}

/** A new database: in memory, or beside the one that the tests were given. */
async function newPlace(url: string | undefined): Promise<{ where: { url: string } | { directory: string }; remove: () => Promise<void> }> {
  if (!url) return { where: { directory: 'memory://' }, remove: async () => undefined };
  const { url: own, drop } = await emptyDatabase(url);
  return { where: { url: own }, remove: drop };
}
