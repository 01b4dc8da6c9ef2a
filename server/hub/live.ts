import { setTimeout as sleep } from 'node:timers/promises';
import { viewerClass } from '#server/access/claims';
import type { ReadAudit } from '#server/database/read-audit';
import type { Database } from '#server/database/source';
import { readTogether } from '#server/database/unit';
import { type BoardEvent, countersOf, eventsAfter } from '#server/events/board-log';
import type { Relay } from '#server/events/relay';
import { log } from '#server/kernel/log';
import { documentHash } from './answer';
import { type BoardQuestion, boardQuestion, type Watching } from './board-question';
import type { FieldClasses } from './field-classes';
import type { Generation } from './graph';

/** Where frames go: one operation on one socket. `send` must not wait. */
export interface Seat {
  /** The operation's id on its socket; equal ids share one buffer. */
  readonly id: string;
  send(frame: Buffer): void;
}

/** Replaying more than this is slower than showing the board as it is. */
const MOST_REPLAYED = 200;
const RETRY_MS = 500;

/**
 * Live boards. Everyone with the same rights and the same document is one class: an event is read and serialised once for the class and the
 * same bytes go to every seat. The log is the truth: a wake-up only says «look», and what is sent is what the log holds after the class's
 * own position, in order. A class's steps run one after another, so replay and live never overlap.
 */
export class LiveBoards {
  readonly #classes = new Map<string, BoardClass>();
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
      board = new BoardClass(
        this.database,
        this.relay,
        this.audit,
        this.fieldClasses,
        question,
        () => (this.reads += 1),
        () => this.#classes.delete(key),
      );
      this.#classes.set(key, board);
    }
    return board.seat(seat, question.after);
  }

  get classes(): number {
    return this.#classes.size;
  }
}

/** All seats of one class on one board. */
class BoardClass {
  readonly #seats = new Set<Seat>();
  /** Seats and those on their way to one. */
  #members = 0;
  #steps = Promise.resolve();
  #position = 0;
  #woken = false;
  #visible = false;
  #last: Snapshot | undefined;
  readonly #unwatch: () => void;

  constructor(
    private readonly database: Database,
    relay: Relay,
    private readonly audit: ReadAudit,
    private readonly fieldClasses: FieldClasses,
    private readonly question: BoardQuestion,
    private readonly counted: () => void,
    private readonly emptied: () => void,
  ) {
    this.#unwatch = relay.watch(question.session, () => this.#wake());
    this.#step(() => this.#begin());
  }

  seat(seat: Seat, after: number | undefined): () => void {
    let left = false;
    this.#members += 1;
    this.#step(async () => {
      if (left) return;
      await this.#catchUp(seat, after);
      if (!left) this.#seats.add(seat);
    });
    return () => {
      if (left) return;
      left = true;
      this.#members -= 1;
      this.#seats.delete(seat);
      if (this.#members > 0) return;
      this.#unwatch();
      this.emptied();
    };
  }

  async #begin(): Promise<void> {
    const counters = await countersOf(this.database, [this.question.session]);
    this.#position = counters.get(`${this.question.session} ${this.question.audience}`) ?? 0;
  }

  /** Wake-ups that come while one is being followed are one wake-up. */
  #wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    this.#step(async () => {
      this.#woken = false;
      await this.#follow();
    });
  }

  #step(work: () => Promise<void>): void {
    this.#steps = this.#steps.then(() => this.#untilDone(work));
  }

  /** A step that fails is tried again for as long as anybody waits for it: the wake-up behind it will not come twice. */
  async #untilDone(work: () => Promise<void>): Promise<void> {
    for (let tries = 0; this.#members > 0; tries += 1) {
      try {
        return await work();
      } catch {
        if (tries === 0) log.warn('a live board could not be read; trying until it can');
        this.#last = undefined;
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  async #follow(): Promise<void> {
    const events = await this.#events(this.#position);
    if (events.length === 0) return;
    const board = await this.#read(events.at(-1)?.seq ?? 0, this.#seats.size);
    if (board.visible) for (const event of events) this.#send(this.#seats, event, board);
    this.#turn(board);
    this.#position = events.at(-1)?.seq ?? this.#position;
  }

  /** Dark at once, under the last number that was seen: what goes on behind leaves no tick, and what was never seen has no number. */
  #turn(board: Snapshot): void {
    if (this.#visible && !board.visible) this.#send(this.#seats, this.#asItIs('CLEARED', this.#position), board);
    this.#visible = board.visible;
  }

  /** Brings one seat from where it stopped to where the class stands: exactly the missed events, or the board as it is. */
  async #catchUp(seat: Seat, after: number | undefined): Promise<void> {
    const behind = after === undefined ? -1 : this.#position - after;
    const missed =
      behind > 0 && behind <= MOST_REPLAYED ? (await this.#events(after ?? 0)).filter((event) => event.seq <= this.#position) : [];
    const board = await this.#read(this.#position, 1);
    if (!board.visible) this.#send([seat], this.#asItIs('SNAPSHOT', 0), board);
    else if (missed.length === behind) for (const event of missed) this.#send([seat], event, board);
    else this.#send([seat], this.#asItIs('SNAPSHOT', this.#position), board);
    this.#turn(board);
  }

  #events(after: number): Promise<BoardEvent[]> {
    return eventsAfter(this.database, this.question.session, this.question.audience, after);
  }

  #asItIs(kind: string, seq: number): BoardEvent {
    return { seq, kind, at: new Date().toISOString(), subjectType: 'Session', subjectId: this.question.session };
  }

  /** The board as this class may see it now; its audit row is committed before anyone is sent a byte. A burst of arrivals shares one read. */
  async #read(seq: number, connections: number): Promise<Snapshot> {
    if (this.#last?.seq === seq && Date.now() - this.#last.at < 250) return this.#last;
    const { plan, watching, session } = this.question;
    const roots = [...plan.sessions];
    this.counted();
    const [seen, ...answers] = await readTogether(
      this.database,
      watching.viewer,
      [SEEN, ...roots.map(([, root]) => root.text)].map((text) => ({ text, values: [session] })),
    );
    const classes = this.fieldClasses.of(new Set(roots.flatMap(([, root]) => [...root.fields]))).filter((each) => each !== 'public');
    if (seen && classes.length > 0) {
      const { actor, audience } = watching.viewer;
      await this.audit.record({
        actor,
        audience,
        operation: watching.operation.name?.value ?? '',
        document: documentHash(watching.document),
        classes,
        connections,
      });
    }
    this.#last = {
      seq,
      at: Date.now(),
      visible: seen !== null,
      texts: new Map(roots.map(([key], index) => [key, answers[index] ?? 'null'])),
    };
    return this.#last;
  }

  #send(seats: Iterable<Seat>, event: BoardEvent, { texts }: Snapshot): void {
    const fields = this.question.keys.map(
      ([key, name]) =>
        `"${key}":${texts.get(key) ?? JSON.stringify(name === '__typename' ? 'BoardEvent' : (event[name as keyof BoardEvent] ?? null))}`,
    );
    const payload = `"type":"next","payload":{"data":{"${this.question.plan.root}":{${fields.join(',')}}}}}`;
    const frames = new Map<string, Buffer>();
    for (const seat of seats) {
      let frame = frames.get(seat.id);
      if (!frame) frames.set(seat.id, (frame = Buffer.from(`{"id":${JSON.stringify(seat.id)},${payload}`)));
      seat.send(frame);
    }
  }
}

/** The board as a class saw it at one position. */
interface Snapshot {
  readonly seq: number;
  readonly at: number;
  /** Whether the session is there for this class at all: otherwise not even its counter is told. */
  readonly visible: boolean;
  readonly texts: ReadonlyMap<string, string>;
}

const SEEN = `select 'true' as json from core.session t where t.id = $1::uuid`;
