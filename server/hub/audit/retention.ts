import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { type AuditTable, auditTables } from './audit-tables';
import type { Deletion, RetentionClass } from './deletions';

/** How long a class of records is kept, as the city has it. */
export interface RetentionRule {
  readonly class: RetentionClass;
  readonly name: string;
  readonly months: number;
  readonly countedFrom: string;
  readonly isConfirmed: boolean;
}

/** Rows in one deletion. */
const MOST = 1_000;
/** Deletions that are found in one go; the next run finds the rest. */
const AT_ONCE = 100_000;

/** The rules, and whatever is due by them on the city's day `today`. Nothing is changed. */
export async function dueDeletions(
  database: Database,
  today: string,
): Promise<{ rules: readonly RetentionRule[]; due: readonly Deletion[] }> {
  return asSystem(database, 'hub_keeper', async (query) => {
    await query(`set local statement_timeout = '10min'`);
    const rules = await query<RetentionRule>(
      'select class, name, months, counted_from as "countedFrom", is_confirmed as "isConfirmed" from hub.retention_rule order by position',
    );
    const due: Deletion[] = [];
    for (const rule of rules) {
      for (const [table, sql] of DUE[rule.class]) {
        const rows = await query<{ id: string }>(`${sql} limit ${AT_ONCE}`, [today, rule.months, rule.class]);
        due.push(...inParts(rule.class, table, rows));
      }
    }
    return { rules, due };
  });
}

/** What a department's own audit holds from before a day in the city, which the hub has reckoned by its rule. */
export async function auditBefore(database: Database, tables: readonly AuditTable[], day: string): Promise<readonly Deletion[]> {
  return asSystem(database, 'hub_keeper', async (query) => {
    const due: Deletion[] = [];
    for (const table of tables.filter(isDeleted)) {
      const sql = `select t.id from ${table} t where t.at < $1::date::timestamp at time zone 'Asia/Tokyo' order by t.id limit ${AT_ONCE}`;
      due.push(...inParts('AUDIT', table, await query<{ id: string }>(sql, [day])));
    }
    return due;
  });
}

/** The day before which a rule's records are due; undefined where there is no such rule. */
export async function dueBefore(database: Database, ofClass: RetentionClass, today: string): Promise<string | undefined> {
  const [row] = await asSystem(database, 'hub_keeper', (query) =>
    query<{ day: string }>(
      'select ($1::date - make_interval(months => months))::date::text as day from hub.retention_rule where class = $2',
      [today, ofClass],
    ),
  );
  return row?.day;
}

function inParts(ofClass: RetentionClass, table: Deletion['table'], rows: readonly { readonly id: string }[]): Deletion[] {
  const parts: Deletion[] = [];
  for (let from = 0; from < rows.length; from += MOST)
    parts.push({ class: ofClass, table, rows: rows.slice(from, from + MOST).map(({ id }) => id) });
  return parts;
}

/** That something was deleted is told for ever. */
const isDeleted = (table: AuditTable) => table !== 'hub.audit_tombstone';

const limit = `($1::date - make_interval(months => $2))`;
/** Not deleted, or not since the moment `changed`, where there is one. */
const notYet = (table: string, id: string, changed = 'null::timestamptz') =>
  `not exists (select 1 from hub.audit_tombstone b where b.class = $3 and b.table_name = '${table}' and b.row_ids @> array[${id}::text]
     and b.at > coalesce(${changed}, '-infinity'))`;

/** What is due: `$1` today, `$2` months, `$3` the class. A person whose records somebody has just asked to see is left alone until they are answered. */
const DUE: Readonly<Record<RetentionClass, readonly (readonly [Deletion['table'], string])[]>> = {
  AUDIT: auditTables
    .filter(isDeleted)
    .map(
      (table) =>
        [
          table,
          `select t.id from ${table} t where t.at < ${limit}::timestamp at time zone 'Asia/Tokyo' and $3 = 'AUDIT' order by t.id`,
        ] as const,
    ),
  CASE: [
    [
      'core.person',
      `select c.person_id as id from core.support_case c
       where ${notYet('core.person', 'c.person_id')}
         and not exists (select 1 from hub.disclosure_request d where d.person_id = c.person_id and d.state <> 'DONE')
         and not exists (select 1 from core.consultation k where k.person_id = c.person_id and k.received_on > ${limit})
       group by c.person_id having bool_and(c.closed_on is not null) and max(c.closed_on) <= ${limit} order by c.person_id`,
    ],
  ],
  SHIEN_KAIGI: [
    [
      'core.session',
      // Whatever has been changed since a deletion may hold words again: one that is moved to another day, or that is still being written in.
      `with changed as (select session_id, max(at) as last from hub.change_audit group by session_id)
       select s.id from core.session s left join changed on changed.session_id = s.id
       where s.restricted and s.held_on <= ${limit} and ${notYet('core.session', 's.id', 'changed.last')} order by s.id`,
    ],
    [
      'core.agenda_request',
      `select r.id from core.agenda_request r where r.restricted and (r.requested_at at time zone 'Asia/Tokyo')::date <= ${limit} and ${notYet('core.agenda_request', 'r.id')} order by r.id`,
    ],
  ],
  // Copies are no rows: `hub/backup/end-backups.ts`.
  BACKUP: [],
};
