import type { ReadAudit } from '#server/database/read-audit';
import type { Database } from '#server/database/source';
import { Subjects } from '#server/database/subjects';
import { readTogether } from '#server/database/unit';
import { isIn } from '#server/meetings/kinds/registry';
import { documentHash } from './answer';
import type { BoardQuestion } from './board-question';
import type { FieldClasses } from './field-classes';
import type { Seat } from './seat';

/** The board as a class of viewers saw it at one position of its log. */
export interface BoardSnapshot {
  readonly seq: number;
  /** Whether the session is there for this class at all: otherwise not even its counter is told. */
  readonly visible: boolean;
  readonly texts: ReadonlyMap<string, string>;
  /** Whose records were read, for the audit. */
  readonly subjects: Subjects;
  /** When a consent ends on which what was read may rest, as `performance.now()` counts: then it must be read again. */
  readonly until: number;
  /** The database's clock less `performance.now()`, in milliseconds since 1970: what screens set their timers by. */
  readonly clock: number;
}

/** Reads a board as one class of viewers, and names in the audit whoever is sent what was read. */
export class BoardReader {
  #last: { readonly at: number; readonly board: BoardSnapshot } | undefined;

  constructor(
    private readonly database: Database,
    private readonly audit: ReadAudit,
    private readonly fieldClasses: FieldClasses,
    private readonly question: BoardQuestion,
    /** Called for each reading. */
    private readonly counted: () => void,
  ) {}

  /** The board as this class may see it now. A burst of arrivals shares one reading. */
  async read(seq: number): Promise<BoardSnapshot> {
    if (this.#last?.board.seq === seq && performance.now() - this.#last.at < 250) return this.#last.board;
    const { plan, watching, session } = this.question;
    const roots = [...plan.sessions];
    this.counted();
    const subjects = new Subjects();
    const values = [session];
    const [standing, ...answers] = await readTogether(this.database, watching.viewer, [
      { text: watching.viewer.audience === 'staff' ? STANDING : SEEN, values },
      ...roots.map(([, { text }]) => ({ text, values, subjects })),
    ]);
    const { now, endsIn = null } = standing ? (JSON.parse(standing) as Standing) : { now: Date.now() };
    const visible = typeof standing === 'string';
    const board: BoardSnapshot = {
      seq,
      visible,
      clock: now - performance.now(),
      until: endsIn === null ? Number.POSITIVE_INFINITY : performance.now() + endsIn,
      texts: new Map(roots.map(([key], index) => [key, (visible && answers[index]) || 'null'])),
      subjects,
    };
    this.#last = { at: performance.now(), board };
    return board;
  }

  /** The next reading is a new one. */
  forget(): void {
    this.#last = undefined;
  }

  /**
   * Resolves when the audit names everybody on these seats: one row, however many they are. Nothing of the board may be sent before. Where
   * nothing was read but what is public or tells of nobody, or nothing at all, there is nothing to name.
   */
  async record({ visible, subjects }: BoardSnapshot, seats: Iterable<Seat>): Promise<void> {
    const receivers = [...seats].map(({ actor }) => actor);
    const { plan, watching, session } = this.question;
    const fields = new Set([...plan.sessions.values()].flatMap((root) => [...root.fields]));
    const classes = this.fieldClasses.written(fields);
    if (!visible || classes.length === 0 || receivers.length === 0) return;
    await this.audit.record(
      {
        receivers: [...new Set(receivers)],
        audience: watching.viewer.audience,
        operation: watching.operation.name?.value ?? '',
        document: documentHash(watching.document),
        classes,
        session,
        emergency: watching.viewer.brokenGlass,
        connections: receivers.length,
      },
      subjects,
    );
  }
}

/** What the database says of a session that is there: its clock, and when the next consent ends, both in milliseconds. */
interface Standing {
  readonly now: number;
  readonly endsIn?: number | null;
}

const NOW = 'extract(epoch from clock_timestamp()) * 1000';
/** Whether the session is there for the viewer. */
const SEEN = `select json_build_object('now', ${NOW})::text as json from core.session t where t.id = $1::uuid`;
/**
 * The same for staff, to whom a 支援会議 is not there before its duty of secrecy is acknowledged, whose reading may rest on a consent, and when the next consent ends that they know of, by the database's clock. It may
 * be one that has nothing to do with this board; reading once too often does no harm.
 */
const STANDING = `select json_build_object('now', ${NOW}, 'endsIn', (
  select ceil(extract(epoch from k.valid_until - now()) * 1000) from core.consent k
  where k.receivers && (select hub.teams()) and k.withdrawn_at is null and k.valid_until > now() order by k.valid_until limit 1))::text as json
  from core.session t where t.id = $1::uuid and ${isIn('t')}`;
