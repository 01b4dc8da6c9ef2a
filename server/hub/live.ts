import { viewerClass } from '#server/access/claims';
import type { ReadAudit } from '#server/database/read-audit';
import type { Database } from '#server/database/source';
import type { Relay } from '#server/events/relay';
import { documentHash } from './answer';
import { BoardClass } from './board-class';
import { boardQuestion, type Watching } from './board-question';
import { BoardReader } from './board-reader';
import type { FieldClasses } from './field-classes';
import type { Generation } from './graph';
import type { Seat } from './seat';

/**
 * Live boards. Everyone with the same rights and the same document is one class: an event is read and serialised once for the class and the
 * same bytes go to every seat. The log is the truth: a wake-up only says «look», and what is sent is what the log holds after the class's
 * own position, in order.
 */
export class LiveBoards {
  readonly #classes = new Map<string, BoardClass>();
  #insistOnRights: () => Promise<void> = async () => undefined;
  /** Reads of a board for an event so far: equal to the number of classes, whatever the number of seats. */
  reads = 0;

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    private readonly audit: ReadAudit,
    private readonly fieldClasses: FieldClasses,
  ) {}

  /** Seats somebody; returns how to leave. Throws `GraphQLError` for a question that cannot be followed live. */
  watch(generation: Generation, watching: Watching, seat: Seat): () => void {
    const question = boardQuestion(generation, watching);
    const key = [
      viewerClass(watching.viewer),
      generation.id,
      documentHash(watching.document),
      watching.operation.name?.value ?? '',
      JSON.stringify({ ...watching.variables, after: null }),
      question.session,
    ].join('\n');
    let board = this.#classes.get(key);
    if (!board) {
      const reader = new BoardReader(this.database, this.audit, this.fieldClasses, question, () => (this.reads += 1));
      board = new BoardClass(this.database, this.relay, question, reader, {
        emptied: () => this.#classes.delete(key),
        insistOnRights: () => this.#insistOnRights(),
      });
      this.#classes.set(key, board);
    }
    return board.seat(seat, question.after);
  }

  /** `look` is asked, and waited for, before anybody is sent what may have changed their own rights; by then it has dismissed whose rights did. */
  insistOnRights(look: () => Promise<void>): void {
    this.#insistOnRights = look;
  }

  /** Reads every open board anew. Resolves when all have been sent what they may see since: how many classes there are, and to how many that was news. */
  async renew(): Promise<{ readonly classes: number; readonly changed: number }> {
    const classes = [...this.#classes.values()];
    const told = await Promise.all(classes.map((each) => each.renew()));
    return { classes: classes.length, changed: told.filter(Boolean).length };
  }

  get classes(): number {
    return this.#classes.size;
  }
}
