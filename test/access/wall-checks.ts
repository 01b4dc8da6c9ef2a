import { type GraphQLObjectType, isObjectType } from 'graphql';
import { exposure, type FieldClass } from '#server/access/field-class';
import { databaseRole } from '#server/access/viewer';
import { type FieldShape, snake } from '#server/database/shape';
import { departments } from '#server/departments/registry';
import { buildSubgraphs } from '#server/hub/hub';

/** Asks the catalogue. */
export type Ask = <R = Record<string, string>>(sql: string, values?: readonly unknown[]) => Promise<R[]>;

/** What a check of the walls found; one that saw nothing proves nothing. */
export interface Found {
  readonly saw: number;
  readonly faults: readonly string[];
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'`;
const outsiders = [
  ['display', databaseRole.display],
  ['analyst', databaseRole.analyst],
] as const;

/** Row level security is on and forced on every table, and says something there. */
export async function tablesAreWalled(ask: Ask): Promise<Found> {
  const tables = await ask<{ name: string; on: boolean; forced: boolean; policies: number; open: number }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polroles = '{0}') as open
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'f') and ${ours} order by 1`,
  );
  const faults = tables.flatMap(({ name, on, forced, policies, open }) => [
    ...(on ? [] : [`${name}: row level security is off`]),
    ...(forced ? [] : [`${name}: its owner passes by`]),
    ...(policies > 0 ? [] : [`${name}: no policy`]),
    ...(open > 0 ? [`${name}: a policy for every role there is`] : []),
  ]);
  return { saw: tables.length, faults };
}

/** Nothing reads with the rights of whoever made it. */
export async function nothingBorrowsRights(ask: Ask): Promise<Found> {
  const views = await ask<{ name: string; kind: string; invoker: boolean }>(
    `select n.nspname || '.' || c.relname as name, c.relkind as kind, coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false) as invoker
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${ours}`,
  );
  const functions = await ask<{ name: string; definer: boolean }>(
    `select n.nspname || '.' || p.proname as name, p.prosecdef as definer from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`,
  );
  return {
    saw: views.length + functions.length,
    faults: [
      ...views.filter(({ kind, invoker }) => kind === 'm' || !invoker).map(({ name }) => `${name}: a view that reads as its owner`),
      ...functions.filter(({ definer }) => definer).map(({ name }) => `${name}: a function that runs as its owner`),
    ],
  };
}

/** Our roles are nobody's masters: they pass no wall, own nothing and inherit nothing. */
export async function rolesAreSmall(ask: Ask): Promise<Found> {
  const roles = await ask<Record<string, string | boolean>>(
    `select r.rolname as name, r.rolsuper as "a superuser", r.rolbypassrls as "past every wall", r.rolcanlogin as "able to log in",
       r.rolcreaterole as "a maker of roles", r.rolcreatedb as "a maker of databases", r.rolreplication as "a reader of the log",
       exists (select 1 from pg_auth_members m where m.member = r.oid) as "a member of another role",
       exists (select 1 from pg_class c where c.relowner = r.oid) or exists (select 1 from pg_namespace n where n.nspowner = r.oid)
         or exists (select 1 from pg_proc p where p.proowner = r.oid) as "an owner",
       exists (select 1 from pg_namespace n where ${ours} and has_schema_privilege(r.oid, n.oid, 'create')) as "a maker of tables"
     from pg_roles r where r.rolname like 'hub\\_%'`,
  );
  const faults = roles.flatMap(({ name, ...traits }) =>
    Object.keys(traits)
      .filter((trait) => traits[trait])
      .map((trait) => `${name} is ${trait}`),
  );
  const known = new Set(roles.map(({ name }) => name));
  return {
    saw: roles.length,
    faults: [
      ...faults,
      ...Object.values(databaseRole)
        .filter((role) => !known.has(role))
        .map((role) => `${role} does not exist`),
    ],
  };
}

/** Display and analyst change nothing, by no grant and by no policy. */
export async function outsidersOnlyRead(ask: Ask): Promise<Found> {
  const faults: string[] = [];
  let saw = 0;
  for (const [, role] of outsiders) {
    const tables = await ask<{ name: string; held: string[] }>(
      `select n.nspname || '.' || c.relname as name, array(select p from unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
         where case when c.relkind = 'S' then has_sequence_privilege($1, c.oid, 'usage, update') when p in ('insert', 'update', 'references') then has_any_column_privilege($1, c.oid, p) else has_table_privilege($1, c.oid, p) end) as held
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${ours}`,
      [role],
    );
    const policies = await ask<{ name: string }>(
      `select c.relname || '.' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid where p.polcmd <> 'r' and (select oid from pg_roles where rolname = $1) = any (p.polroles)`,
      [role],
    );
    saw += tables.length;
    faults.push(...tables.filter(({ held }) => held.length > 0).map(({ name, held }) => `${role} may ${held.join(', ')} ${name}`));
    faults.push(...policies.map(({ name }) => `${role} has a policy for writing: ${name}`));
  }
  return { saw, faults };
}

/** Secrets of sign-ins and displays are for the house alone. */
export async function secretsStayInside(ask: Ask): Promise<Found> {
  const columns = await ask<{ name: string; readers: string[] }>(
    `select n.nspname || '.' || c.relname || '.' || a.attname as name,
       array(select r.rolname::text from pg_roles r where r.rolname like 'hub\\_%' and r.rolname <> 'hub_system' and has_column_privilege(r.oid, c.oid, a.attnum, 'select')) as readers
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attname ~ '(token|secret|password)' and ${ours}`,
  );
  return {
    saw: columns.length,
    faults: columns.filter(({ readers }) => readers.length > 0).map(({ name, readers }) => `${name} is open to ${readers.join(', ')}`),
  };
}

/** No column behind a field that an audience may never see is granted to that audience. The classes are those of the GraphQL fields. */
export async function closedColumnsAreNotGranted(ask: Ask): Promise<Found> {
  const classes = columnClasses();
  const faults: string[] = [];
  for (const [audience, role] of outsiders) {
    for (const [column, found] of classes) {
      const [schema, table, name] = column.split('.');
      const [held] = await ask<{ held: boolean }>('select has_column_privilege($1, $2, $3, $4) as held', [
        role,
        `${schema}.${table}`,
        name,
        'select',
      ]);
      if (held?.held && isClosed(audience, found)) faults.push(`${role} may read ${column} (${[...found].join(', ')})`);
    }
  }
  return { saw: classes.size, faults };
}

const secret: readonly FieldClass[] = ['identity', 'address', 'sensitive', 'note', 'protected'];

/** A column may stand behind fields of several types: one secret closes it, and otherwise one field that is shown opens it. */
function isClosed(audience: 'display' | 'analyst', found: ReadonlySet<FieldClass>): boolean {
  return [...found].some((each) => secret.includes(each)) || [...found].every((each) => exposure[audience][each] === 'never');
}

/** `schema.table.column` of every column behind a field, with the classes of these fields. */
export function columnClasses(): ReadonlyMap<string, ReadonlySet<FieldClass>> {
  const { core, departments: own } = buildSubgraphs(departments);
  const found = new Map<string, Set<FieldClass>>();
  const types = [core, ...own.values()].flatMap(({ schema }) => Object.values(schema.getTypeMap())).filter(isObjectType);
  for (const type of types) {
    for (const field of Object.values(type.getFields())) {
      const { shape } = field.extensions;
      for (const column of shape && type.extensions.row?.table ? columnsBehind(type, field.name, shape) : []) {
        const place = `${type.extensions.row?.table}.${column}`;
        found.set(place, (found.get(place) ?? new Set()).add((shape as FieldShape).class));
      }
    }
  }
  return found;
}

function columnsBehind(type: GraphQLObjectType, name: string, shape: FieldShape): string[] {
  if (shape.sql) return [...shape.sql('t').matchAll(/\bt\.(\w+)/g)].map(([, column]) => column as string);
  if (shape.one) return [shape.one];
  const isElsewhere = shape.many || shape.on || isWithheld(type, name);
  return isElsewhere ? [] : [snake(name)];
}

const isWithheld = (type: GraphQLObjectType, name: string) => String(type.getFields()[name]?.type).includes('Withheld');

/** Moments that people choose, or that tell of other rows: periods, ends that are set beforehand, first and last of what was counted. */
const chosen = new Set([
  ...['core.consent.valid_from', 'core.consent.valid_until', 'core.contract.secrecy_acknowledged_at', 'core.session.timer_ends_at'],
  ...['hub.display_device.valid_until', 'hub.exposure_report.since', 'hub.exposure_report.until'],
  ...['hub.exposure_subject.first_at', 'hub.exposure_subject.last_at', 'hub.disclosure_row.first_at', 'hub.disclosure_row.last_at'],
]);

/** When something was done is said by the database's clock, by a trigger or by the policy that lets the row in, whatever the program writes. */
export async function momentsAreTheClocks(ask: Ask): Promise<Found> {
  const written = await ask<{ name: string; said: boolean }>(
    `select distinct n.nspname || '.' || c.relname || '.' || a.attname as name,
       exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid where t.tgrelid = c.oid and not t.tgisinternal
         and (pg_get_triggerdef(t.oid) ~ quote_literal(a.attname) or f.prosrc ~ ('new\\.' || a.attname || ' :=')))
       or exists (select from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname and p.cmd = g.privilege_type
         and p.with_check ~ ('\\m' || a.attname || ' (= now\\(\\)|IS NULL)')) as said
     from information_schema.column_privileges g join pg_namespace n on n.nspname = g.table_schema
       join pg_class c on c.relnamespace = n.oid and c.relname = g.table_name join pg_attribute a on a.attrelid = c.oid and a.attname = g.column_name
     where g.grantee = 'hub_staff' and g.privilege_type in ('INSERT', 'UPDATE') and a.atttypid = 'timestamptz'::regtype and ${ours} order by 1`,
  );
  return {
    saw: written.length,
    faults: written.filter(({ name, said }) => !said && !chosen.has(name)).map(({ name }) => `${name}: staff say when it was`),
  };
}
