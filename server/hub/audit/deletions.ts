import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import type { Department } from '#server/departments/department';
import { GONE } from '#server/departments/forget-rows';
import { departments as allDepartments } from '#server/departments/registry';
import { type AuditTable, auditTables } from './audit-tables';
import { Chain } from './chain';
import { LineFile } from './line-file';

/** What a class of records is called in `hub.retention_rule`. */
export type RetentionClass = 'AUDIT' | 'CASE' | 'SHIEN_KAIGI' | 'BACKUP';

/** What its time has come for. `table`: an audit, `core.person` for a case's person, `core.session` and `core.agenda_request` for a 支援会議, `<department>.case` in its own database, `backup` for copies, whose keys are destroyed. */
export interface Deletion {
  readonly class: RetentionClass;
  readonly table: AuditTable | 'core.person' | 'core.session' | 'core.agenda_request' | 'backup' | `${string}.case`;
  readonly rows: readonly string[];
}

interface Written extends Deletion {
  readonly key: string;
  readonly at: string;
  readonly mac: string;
}

export interface DeletionsOptions {
  readonly key: string;
  readonly dataDir: string;
  /** Those whose records lie in this database; a hub's hold all of them. */
  readonly departments?: readonly Department[];
  /** Tells those whose records lie in databases of their own which cases are to be forgotten. */
  readonly tell?: (key: string, cases: readonly string[]) => Promise<void>;
}

/**
 * Deletions, kept beside the head file in `<dataDir>/audit.deletions`, keys only: a backup that is restored brings back what was deleted since, and
 * at the next start it is deleted again.
 */
export class Deletions {
  readonly #file: LineFile;
  readonly #chain: Chain;
  readonly #forget: readonly string[];
  readonly #tell: DeletionsOptions['tell'];

  constructor(
    private readonly database: Database,
    { key, dataDir, departments = allDepartments, tell }: DeletionsOptions,
  ) {
    this.#file = new LineFile(path.join(dataDir, 'audit.deletions'));
    this.#chain = new Chain(key);
    this.#forget = departments.flatMap((each) => each.forget);
    this.#tell = tell;
  }

  /** Written down first, outside; then one commit with its tombstone. Whoever dies in between has it done at the next start. `key`: of the tombstone. */
  async carryOut(deletion: Deletion, key: string = randomUUID()): Promise<void> {
    const mac = this.#chain.tombstone(key, deletion.class, deletion.table, deletion.rows);
    const written: Written = { ...deletion, key, at: new Date().toISOString(), mac };
    await this.#file.append(JSON.stringify(written));
    await this.#bury([written]);
  }

  /**
   * Does again what this database does not know of; answers how many deletions that were. The file is there from now on: where a copy is put back, one
   * that is missing was lost.
   */
  async replay(): Promise<number> {
    await this.#file.begin();
    const lines = this.#file.lines().flatMap((line) => parsed(line));
    const known = await asSystem(this.database, 'hub_keeper', (query) =>
      query<{ key: string }>('select key from hub.audit_tombstone where key = any ($1::uuid[])', [lines.map(({ key }) => key)]),
    );
    const done = new Set(known.map(({ key }) => key));
    const due = lines.filter(
      (each) => !done.has(each.key) && this.#chain.tombstone(each.key, each.class, each.table, each.rows) === each.mac,
    );
    await this.#bury(due);
    return due.length;
  }

  /** How many deletions this database knows of and the file does not: then it is an older file, or another hub's. */
  async untold(): Promise<number> {
    const told = this.#file.lines().flatMap((line) => parsed(line).map(({ key }) => key));
    const [row] = await asSystem(this.database, 'hub_keeper', (query) =>
      query<{ count: number }>('select count(*)::int as count from hub.audit_tombstone where key <> all ($1::uuid[])', [told]),
    );
    return row?.count ?? 0;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #bury(all: readonly Written[]): Promise<void> {
    for (const one of all) {
      const cases = await this.#casesOf(one);
      if (one.table === 'core.person' && cases.length > 0) await this.#tell?.(one.key, cases);
      await asSystem(this.database, 'hub_keeper', (query) => this.#delete(query, one, cases));
    }
  }

  async #delete(query: Query, { key, class: ofClass, table, rows, mac }: Written, cases: readonly string[]): Promise<void> {
    await query(`set local statement_timeout = '10min'`);
    await query('insert into hub.audit_tombstone (key, class, table_name, row_ids, mac) values ($1, $2, $3, $4, $5)', [
      ...[key, ofClass, table, rows, mac],
    ]);
    for (const sql of deleting(table)) await query(sql, [rows]);
    if (cases.length > 0) for (const sql of this.#forget) await query(sql, [cases]);
  }

  /** The cases that are forgotten with a deletion: a person's, or those that a department was told. */
  async #casesOf({ table, rows }: Written): Promise<readonly string[]> {
    if (table.endsWith('.case')) return rows;
    if (table !== 'core.person') return [];
    const found = await asSystem(this.database, 'hub_keeper', (query) =>
      query<{ id: string }>('select id from core.support_case where person_id = any ($1::uuid[])', [rows]),
    );
    return found.map(({ id }) => id);
  }
}

type Query = Parameters<Parameters<typeof asSystem>[2]>[0];

function parsed(line: string): Written[] {
  try {
    return [JSON.parse(line) as Written];
  } catch {
    return []; // a line that was cut short was never carried out
  }
}

/** What deleting means. What hangs on keys and names nobody (which case, which 担当, which day) stays: statistics stand on it. */
function deleting(table: Deletion['table']): readonly string[] {
  if (auditTables.some((each) => each === table)) return [`delete from ${table} where id = any ($1::bigint[])`];
  if (table.endsWith('.case') || table === 'backup') return [];
  if (table === 'core.session')
    return [
      `update core.agenda_item set note = null where session_id = any ($1::uuid[])`,
      `update core.case_item set reason = '${GONE}' where restricted and agenda_item_id in (select id from core.agenda_item where session_id = any ($1::uuid[]))`,
      `update core.role set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.action_item set title = '${GONE}', done_note = null, back_reason = null, back_asked_at = null, back_asked_by = null, back_left_at = null where session_id = any ($1::uuid[])`,
      `update core.board_note set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.eco_link set title = '${GONE}' where organization_id is null and session_id = any ($1::uuid[])`,
      `update core.decision set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.proposal set addressee = '${GONE}', title = '${GONE}', answer = case when answer is not null then '${GONE}' end where session_id = any ($1::uuid[])`,
      `update core.correction set was = case when was is not null then '${GONE}' end, title = '${GONE}', reason = '${GONE}', refusal = case when refusal is not null then '${GONE}' end where session_id = any ($1::uuid[])`,
      `update core.deferral set reason = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.session set title = '${GONE}', place = '${GONE}', cancelled_because = case when cancelled_because is not null then '${GONE}' end where id = any ($1::uuid[])`,
    ];
  if (table === 'core.agenda_request')
    return [
      `update core.requested_case set reason = '${GONE}' where request_id = any ($1::uuid[])`,
      `update core.agenda_request set ${['title', 'words', 'reason', 'declined_because'].map((words) => `${words} = case when ${words} is not null then '${GONE}' end`)} where id = any ($1::uuid[])`,
      // Asked for no more, whether a 支援会議 took it or not: its end says nothing of one. What that needs of it stands below its own item.
      `update core.agenda_request set withdrawn_at = now() where id = any ($1::uuid[]) and declined_at is null and withdrawn_at is null`,
    ];
  return [
    `delete from core.person_identity where person_id = any ($1::uuid[])`,
    `delete from core.person_contact where person_id = any ($1::uuid[])`,
    `update core.consultation set note = null, outcome = null where person_id = any ($1::uuid[])`,
    `update core.support_plan set long_goal = '${GONE}', short_goal = '${GONE}' where case_id in ${CASES}`,
    `update core.consent set purpose = '${GONE}', condition = null, withdrawal_reason = null where person_id = any ($1::uuid[])`,
    `update core.disclosure set note = null where person_id = any ($1::uuid[])`,
    `update core.protection set ending_reason = '${GONE}' where person_id = any ($1::uuid[]) and ending_asked_at is not null`,
    `update core.break_glass set reason = '${GONE}', review_note = case when reviewed_at is not null then '${GONE}' end where person_id = any ($1::uuid[])`,
    `update core.case_card set note = null, risks = '{}', sent_back_words = case when sent_back_words is not null then '${GONE}' end where case_id in ${CASES}`,
    // A card that two people have let through tells of nobody, and stays as the wall showed it.
    `update core.case_card set title = '${GONE}', strengths = '{}', wishes = '{}', worries = '{}' where case_id in ${CASES} and state <> 'APPROVED'`,
    `update core.agenda_item set note = null where id in (select agenda_item_id from core.case_item where case_id in ${CASES})`,
    `update core.case_item set reason = '${GONE}' where case_id in ${CASES} and restricted`,
    ...['role', 'board_note', 'decision'].map((table) => `update core.${table} set title = '${GONE}' where case_id in ${CASES}`),
    `update core.action_item set title = '${GONE}', done_note = null, back_reason = null, back_asked_at = null, back_asked_by = null, back_left_at = null where case_id in ${CASES}`,
    `update core.deferral set reason = '${GONE}' where case_id in ${CASES}`,
    `update core.correction set was = case when was is not null then '${GONE}' end, title = '${GONE}', reason = '${GONE}', refusal = case when refusal is not null then '${GONE}' end where case_id in ${CASES}`,
    `update core.requested_case set reason = '${GONE}' where person_id = any ($1::uuid[])`,
    `update hub.disclosure_row set reason = null where person_id = any ($1::uuid[])`,
    `update core.support_case set summary = null where person_id = any ($1::uuid[])`,
  ];
}

const CASES = '(select id from core.support_case where person_id = any ($1::uuid[]))';
