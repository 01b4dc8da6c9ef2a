import { Unavailable } from '#server/kernel/problem';
import { systemPrelude } from './prelude';
import type { Database } from './source';
import type { Counted, Subjects } from './subjects';
import { together } from './together';

/** Who was sent what kind of thing, by which question. Ids and classes only, never content. */
export interface ReadRecord {
  /** Actors, at least one: whoever asked, or all who watch a live board with the same rights. */
  readonly receivers: readonly string[];
  readonly audience: string;
  readonly operation: string;
  /** Hash of the document, to find the exact question again. */
  readonly document: string;
  readonly classes: readonly string[];
  /** The conference at which everything was read; others come of what was read (`Subjects`). */
  readonly session?: string | undefined;
  /** What a program reads for, as it was agreed. */
  readonly purpose?: string | undefined;
  /** People whom the receivers have opened in an emergency: where one of them was read, the row names the emergency, whose own row holds the reason. */
  readonly emergency?: readonly string[] | undefined;
  /** How many connections the one read was sent to. */
  readonly connections?: number;
}

interface Waiting {
  /** The parts of one reading, a row each. */
  readonly rows: readonly (Omit<ReadRecord, 'session'> & Counted)[];
  readonly done: () => void;
  readonly failed: (fault: Error) => void;
}

/** 緊急閲覧 of a receiver that are open now and under which one of the subjects was read, as the person, by a case of theirs or by its household. */
const EMERGENCY = `case when cardinality(emergency) > 0 then (select string_agg('緊急閲覧 ' || b.id, ' ' order by b.id) from core.break_glass b
  where b.person_id = any (emergency) and 'staff:' || b.staff_id = any (receivers) and b.ended_at is null and now() < b.until
    and (b.person_id = any (subjects) or exists (select 1 from core.support_case c
      where c.person_id = b.person_id and (c.id = any (subjects) or c.household_id = any (subjects))))) end`;

const usual = { emergency: [], connections: 1 };

/**
 * The read audit: an answer leaves only after its row is committed. Rows that arrive while a commit is under way share the next one, so the
 * cost is one commit per batch and not per answer. When it cannot be written, nothing identified leaves. What was read of a 支援会議 has a row of
 * its own, for those alone who may know of it: the other row is what it would have been without.
 */
export class ReadAudit {
  #waiting: Waiting[] = [];
  #busy: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  /** Resolves when the rows are committed; throws `Unavailable` when they cannot be. */
  record({ session, ...record }: ReadRecord, subjects: Subjects): Promise<void> {
    const here = session ? [session] : [];
    const rows = subjects.parts().map((part) => ({ ...record, ...part, sessions: [...new Set([...here, ...part.sessions])] }));
    return new Promise((done, failed) => {
      this.#waiting.push({ rows, done, failed });
      this.#busy ??= this.#drain();
    });
  }

  /** Waits until everything asked for so far is written. */
  async settle(): Promise<void> {
    await this.#busy;
  }

  async #drain(): Promise<void> {
    // A breath, so that everything of this turn of the loop goes into the first commit.
    await new Promise((then) => setImmediate(then));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, 500);
      try {
        await this.#write(batch.flatMap((each) => each.rows));
        for (const each of batch) each.done();
      } catch {
        for (const each of batch)
          each.failed(new Unavailable('閲覧の記録が書けないため、いまは表示できません。管理者に知らせてください。'));
      }
    }
    this.#busy = undefined;
  }

  async #write(records: Waiting['rows']): Promise<void> {
    const client = await this.database.pool.connect();
    // A department in a process of its own knows no emergency, and no table of them.
    const isEmergency = records.some(({ emergency = [] }) => emergency.length > 0);
    const rows = JSON.stringify(records.map((each) => ({ ...usual, ...each })));
    const steps = await Promise.allSettled(
      together(client, () => [
        client.query(`begin; ${systemPrelude('hub_system')}`),
        client.query(
          `insert into hub.read_audit (receivers, audience, operation, document, classes, subjects, subject_classes, beyond, sessions, purpose, reason, connections)
          select receivers, audience, operation, document, classes, subjects, "subjectClasses", beyond, sessions, purpose, ${isEmergency ? EMERGENCY : 'null'}, connections
          from json_to_recordset($1::json) as r (receivers text[], audience text, operation text, document text, classes text[],
            subjects uuid[], "subjectClasses" smallint[], beyond int, sessions uuid[], purpose text, emergency uuid[], connections int)`,
          [rows],
        ),
        client.query('commit'),
      ]),
    );
    client.release(steps[2]?.status === 'rejected');
    for (const step of steps) if (step.status === 'rejected') throw step.reason;
  }
}
