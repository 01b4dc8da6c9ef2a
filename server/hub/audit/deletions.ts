import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import { type AuditTable, auditTables } from './audit-tables';
import { Chain } from './chain';
import { LineFile } from './line-file';

/** What a class of records is called in `hub.retention_rule`. */
export type RetentionClass = 'AUDIT' | 'CASE' | 'SHIEN_KAIGI';

/** Rows whose time has come. `table`: an audit, `core.person` for a case's person, `core.session` for a 支援会議. */
export interface Deletion {
  readonly class: RetentionClass;
  readonly table: AuditTable | 'core.person' | 'core.session';
  readonly rows: readonly string[];
}

interface Written extends Deletion {
  readonly key: string;
  readonly at: string;
  readonly mac: string;
}

/**
 * Deletions, kept beside the head file in `<dataDir>/audit.deletions`, keys only: a backup that is restored brings back what was deleted since, and
 * at the next start it is deleted again.
 */
export class Deletions {
  readonly #file: LineFile;
  readonly #chain: Chain;

  constructor(
    private readonly database: Database,
    { key, dataDir }: { readonly key: string; readonly dataDir: string },
  ) {
    this.#file = new LineFile(path.join(dataDir, 'audit.deletions'));
    this.#chain = new Chain(key);
  }

  /** Written down first, outside; then one commit with its tombstone. Whoever dies in between has it done at the next start. */
  async carryOut(deletion: Deletion): Promise<void> {
    const key = randomUUID();
    const mac = this.#chain.tombstone(key, deletion.class, deletion.table, deletion.rows);
    const written: Written = { ...deletion, key, at: new Date().toISOString(), mac };
    await this.#file.append(JSON.stringify(written));
    await this.#bury([written]);
  }

  /** Does again what this database does not know of; answers how many deletions that were. */
  async replay(): Promise<number> {
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

  close(): Promise<void> {
    return this.#file.close();
  }

  async #bury(all: readonly Written[]): Promise<void> {
    for (const { key, class: ofClass, table, rows, mac } of all)
      await asSystem(this.database, 'hub_keeper', async (query) => {
        await query(`set local statement_timeout = '10min'`);
        await query('insert into hub.audit_tombstone (key, class, table_name, row_ids, mac) values ($1, $2, $3, $4, $5)', [
          key,
          ofClass,
          table,
          rows,
          mac,
        ]);
        for (const sql of deleting(table)) await query(sql, [rows]);
      });
  }
}

function parsed(line: string): Written[] {
  try {
    return [JSON.parse(line) as Written];
  } catch {
    return []; // a line that was cut short was never carried out
  }
}

const GONE = '（保存期間の満了により削除）';

/** What deleting means. What hangs on keys and names nobody (which case, which 担当, which day) stays: statistics stand on it. */
function deleting(table: Deletion['table']): readonly string[] {
  if (auditTables.some((each) => each === table)) return [`delete from ${table} where id = any ($1::bigint[])`];
  if (table === 'core.session')
    return [
      `update core.agenda_item set note = null where session_id = any ($1::uuid[])`,
      `update core.role set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.action_item set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.board_note set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.eco_link set title = '${GONE}' where organization_id is null and session_id = any ($1::uuid[])`,
      `update core.decision set title = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.proposal set addressee = '${GONE}', title = '${GONE}', answer = case when answer is not null then '${GONE}' end where session_id = any ($1::uuid[])`,
      `update core.deferral set reason = '${GONE}' where session_id = any ($1::uuid[])`,
      `update core.session set title = '${GONE}', place = '${GONE}' where id = any ($1::uuid[])`,
    ];
  return [
    `delete from core.person_identity where person_id = any ($1::uuid[])`,
    `delete from core.person_contact where person_id = any ($1::uuid[])`,
    `update core.consultation set note = null, outcome = null where person_id = any ($1::uuid[])`,
    `update core.support_plan set long_goal = '${GONE}', short_goal = '${GONE}' where case_id in (select id from core.support_case where person_id = any ($1::uuid[]))`,
    `update core.consent set condition = null, withdrawal_reason = null where person_id = any ($1::uuid[])`,
    `update core.disclosure set note = null where person_id = any ($1::uuid[])`,
    `update core.case_card set note = null, risks = '{}', sent_back_words = case when sent_back_words is not null then '${GONE}' end
       where case_id in (select id from core.support_case where person_id = any ($1::uuid[]))`,
    `update core.support_case set summary = null where person_id = any ($1::uuid[])`,
  ];
}
