import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#server/database/source';
import { type BoardEvent, countersOf, eventsAfter } from '#server/events/board-log';
import { changesTable, type EventKind } from '#server/events/event-kind';
import type { Relay } from '#server/events/relay';
import { log } from '#server/kernel/log';
import { sendFrame } from './board-frames';
import type { BoardQuestion } from './board-question';
import type { BoardReader, BoardSnapshot } from './board-reader';
import type { Seat } from './seat';

/** Replaying more than this is slower than showing the board as it is. */
const MOST_REPLAYED = 200;
const RETRY_MS = 500;
/** Longer timers do not exist: then the board is read once more in between. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Somebody on the way to a seat. */
interface Arrival {
  readonly seat: Seat;
  /** The last number that they say they have. */
  readonly after: number | undefined;
  left: boolean;
}

/** All seats of one class on one board. Its steps run one after another, so replay and live never overlap. */
export class BoardClass {
  readonly #seats = new Set<Seat>();
  #arriving: Arrival[] = [];
  /** Seats and those on their way to one. */
  #members = 0;
  #steps = Promise.resolve();
  #position = 0;
  #woken = false;
  #visible = false;
  /** What stands on the screens of all seats alike; undefined where some were shown something else than others. */
  #shown: BoardSnapshot | undefined;
  /** How often everybody was sent something. */
  #sent = 0;
  /** When something that was sent may have to be taken back, and what waits for it. */
  #until = Number.POSITIVE_INFINITY;
  #ending: NodeJS.Timeout | undefined;
  readonly #unwatch: () => void;

  constructor(
    private readonly database: Database,
    relay: Relay,
    private readonly question: BoardQuestion,
    private readonly reader: BoardReader,
    private readonly house: { readonly emptied: () => void; readonly insistOnRights: () => Promise<void> },
  ) {
    this.#unwatch = relay.watch(question.session, () => this.#wake());
    this.#step(() => this.#begin());
  }

  /** Seats somebody, who is sent what they missed after `after`, and at least the board as it is; returns how to leave. */
  seat(seat: Seat, after: number | undefined): () => void {
    const arrival = { seat, after, left: false };
    this.#members += 1;
    // Those who come while a step is under way are seated together: one reading and one row of the audit for all.
    if (this.#arriving.push(arrival) === 1) {
      let arrivals: readonly Arrival[] | undefined;
      this.#step(() => this.#seatAll((arrivals ??= this.#arriving.splice(0))));
    }
    return () => {
      if (arrival.left) return;
      arrival.left = true;
      this.#members -= 1;
      this.#seats.delete(seat);
      if (this.#members > 0) return;
      this.#unwatch();
      clearTimeout(this.#ending);
      this.house.emptied();
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
        this.reader.forget();
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  async #follow(): Promise<void> {
    const events = await this.#events(this.#position);
    if (events.length === 0) return;
    // Whoever has just left the table is out before this is read: a class reads with the rights that it began with.
    const isTold = this.question.audience === 'console' && events.some(({ kind }) => changesTable.has(kind as EventKind));
    if (isTold) await this.house.insistOnRights();
    const board = await this.#look(events.at(-1)?.seq ?? 0, this.#seats);
    if (board.visible) for (const event of events) this.#send(this.#seats, event, board);
    this.#turn(board);
    this.#shown = board;
    this.#position = events.at(-1)?.seq ?? this.#position;
  }

  /**
   * What people may see has changed: follows the log, then reads the board anew. Resolves when everybody has been sent what they may see since;
   * true where that was something else than before.
   */
  async renew(): Promise<boolean> {
    const before = this.#sent;
    this.#step(async () => {
      await this.#follow();
      await this.#renew();
    });
    await this.#steps;
    return this.#sent > before;
  }

  /**
   * Nothing happened on the board, but it may not be what it was: a consent has ended, or what people may see has changed. Sent only where it
   * shows something else: to everybody else not even a tick says that something has happened.
   */
  async #renew(): Promise<void> {
    this.#until = Number.POSITIVE_INFINITY;
    this.reader.forget();
    const board = await this.reader.read(this.#position);
    this.#renewBy(board.until);
    if (this.#shown && showsTheSame(this.#shown, board)) return;
    await this.reader.record(board, this.#seats);
    if (board.visible) this.#send(this.#seats, this.#asItIs('SNAPSHOT', this.#position), board);
    this.#turn(board);
    this.#shown = board;
  }

  /**
   * Brings everybody from where they stopped to where the class stands: exactly the missed events, or the board as it is. Who missed nothing
   * is shown the board all the same: their number does not tell with which rights they saw what still stands on their screen.
   */
  async #seatAll(all: readonly Arrival[]): Promise<void> {
    const arrivals = all.filter(({ left }) => !left);
    const from = Math.min(...arrivals.flatMap(({ after }) => (this.#isReplayable(after) ? [after] : [])));
    const events = Number.isFinite(from) ? await this.#events(from) : [];
    const board = await this.#look(
      this.#position,
      arrivals.map(({ seat }) => seat),
    );
    for (const [after, seats] of byPosition(arrivals)) {
      const missed = events.filter(({ seq }) => seq > (after ?? 0) && seq <= this.#position);
      if (!board.visible) this.#send(seats, this.#asItIs('SNAPSHOT', 0), board);
      else if (this.#isReplayable(after) && missed.length === this.#position - after)
        for (const event of missed) this.#send(seats, event, board);
      else this.#send(seats, this.#asItIs('SNAPSHOT', this.#position), board);
    }
    this.#turn(board);
    const isShownToAll = this.#seats.size === 0 || (this.#shown && showsTheSame(this.#shown, board));
    this.#shown = isShownToAll ? board : undefined;
    for (const { seat, left } of arrivals) if (!left) this.#seats.add(seat);
  }

  #isReplayable(after: number | undefined): after is number {
    return after !== undefined && after < this.#position && this.#position - after <= MOST_REPLAYED;
  }

  /** Reads the board for these seats, which the audit names by then. */
  async #look(seq: number, seats: Iterable<Seat>): Promise<BoardSnapshot> {
    const board = await this.reader.read(seq);
    await this.reader.record(board, seats);
    this.#renewBy(board.until);
    return board;
  }

  /** The earliest end counts, also of what was read for one arrival only. */
  #renewBy(until: number): void {
    if (until >= this.#until || this.#members === 0) return;
    this.#until = until;
    clearTimeout(this.#ending);
    this.#ending = setTimeout(() => this.#step(() => this.#renew()), Math.min(until - performance.now(), LONGEST_TIMER_MS)).unref();
  }

  /** Dark at once, under the last number that was seen: what goes on behind leaves no tick, and what was never seen has no number. */
  #turn(board: BoardSnapshot): void {
    if (this.#visible && !board.visible) this.#send(this.#seats, this.#asItIs('CLEARED', this.#position), board);
    this.#visible = board.visible;
  }

  #events(after: number): Promise<BoardEvent[]> {
    return eventsAfter(this.database, this.question.session, this.question.audience, after);
  }

  #asItIs(kind: string, seq: number): BoardEvent {
    return { seq, kind, at: new Date().toISOString(), subjectType: 'Session', subjectId: this.question.session };
  }

  #send(seats: Iterable<Seat>, event: BoardEvent, board: BoardSnapshot): void {
    if (seats === this.#seats) this.#sent += 1;
    sendFrame(this.question, seats, event, board);
  }
}

function showsTheSame(one: BoardSnapshot, other: BoardSnapshot): boolean {
  return one.visible === other.visible && [...one.texts].every(([key, text]) => other.texts.get(key) === text);
}

/** Those who are still there, by where they stopped. */
function byPosition(arrivals: readonly Arrival[]): Map<number | undefined, Seat[]> {
  const groups = new Map<number | undefined, Seat[]>();
  for (const { seat, after, left } of arrivals) {
    if (left) continue;
    const seats = groups.get(after);
    if (seats) seats.push(seat);
    else groups.set(after, [seat]);
  }
  return groups;
}
