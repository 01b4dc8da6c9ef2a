import type { Row } from '../graphql/problem';
import { requestKey } from '../graphql/request-key';
import { type Drawer, nothingKept } from './kept';

/** Two versions of one row: as it stands now, and as this person wrote it. */
export interface Conflicting {
  readonly current: Row;
  readonly yours: Row;
  /** What stood where the change was made, as far as that is known. */
  readonly seen?: Row;
}

/** Who wins is for the person to say. */
export type Settlement = 'keep' | 'rewrite';

/** Where an edit stands: it waits, is on its way, has arrived, has met another's, or was refused. */
export type EditState = 'waiting' | 'sending' | 'sent' | 'conflict' | 'refused';

/** A change that the person has made and the hub has not answered yet. */
export interface Edit {
  readonly id: string;
  /** The Idempotency-Key of its first try: sent again unchanged, it takes effect once. Another body gets another key. */
  readonly key: string;
  /** Which change, as the document calls it. */
  readonly change: string;
  readonly input: Row;
  /** What stood where it was made, as the API names it. */
  readonly seen?: Row | undefined;
  readonly at: number;
  /** Whether it may have arrived without our hearing of it. */
  readonly tried: boolean;
  readonly state: EditState;
  readonly conflict?: Conflicting;
  /** Why it was refused, as the hub says it. */
  readonly sentence?: string;
  /** Whether it stays in this window: the line that it changes was held back or has gone since, and somebody may be named in it. */
  readonly here?: boolean;
}

/** What became of a try. `lost`: nothing was heard. `ended`: nobody is signed in any more. */
export type Sent =
  | { readonly state: 'sent'; readonly answer: unknown; readonly row: { readonly id: string; readonly version: number } | undefined }
  | { readonly state: 'lost' }
  | { readonly state: 'ended' }
  | ({ readonly state: 'conflict' } & Conflicting)
  | { readonly state: 'refused'; readonly sentence: string };

interface Ways {
  readonly drawer: Drawer;
  readonly send: (edit: Edit) => Promise<Sent>;
  /** Whether the person who made them is still the one who is signed in: what one has written is never sent as another's. */
  readonly whose: () => Promise<'mine' | 'lost' | 'ended'>;
  /** The row an edit changes; none where it makes one. */
  readonly rowOf: (edit: Edit) => string | undefined;
  /** Whether the row stands as the person saw it: then nobody was first. */
  readonly isAsSeen: (current: Row, seen: Row) => boolean;
}

/**
 * The edits of one session that wait for the hub, oldest first. They are sent one by one, in order, each under the key it was made with. What
 * has met another's stands still, with what follows it on the same row, until the person has said which stands: nothing is lost or overwritten unseen.
 */
export class Outbox {
  #edits: readonly Edit[] = [];
  #ended = false;
  #cutOff = false;
  #sending = false;
  #loading: Promise<void> | undefined;
  #isHeld: (edit: Edit) => boolean = () => false;
  readonly #landed = new Map<string, (answer: unknown) => void>();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ways: Ways) {}

  /** For `useSyncExternalStore`: the same array as long as nothing has changed. */
  readonly edits = (): readonly Edit[] => this.#edits;
  /** Whether the sign-in has ended: what waits stands on this page only, and is sent once the same person has signed in again. */
  readonly ended = (): boolean => this.#ended;
  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether the line is lost now. Asked by what acts later than it was made, such as taking back. */
  readonly isCutOff = (): boolean => this.#cutOff;
  turn(cutOff: boolean): void {
    this.#cutOff = cutOff;
  }

  /** Whether something is still to be sent: what is written now goes behind it, and never past it. */
  readonly isBusy = (): boolean => this.#edits.some(({ state }) => state === 'waiting' || state === 'sending');

  /** Hears, as often as the board changes, of which edits no word may be kept: what was kept of them goes at once, and is never kept again. */
  watch(isHeld: (edit: Edit) => boolean): void {
    this.#isHeld = isHeld;
    for (const edit of this.#edits) if (!edit.here && isHeld(edit)) this.#change(edit, { here: true }, edit.state !== 'sent');
  }

  /** How many that are not sent would go with this window. */
  onlyHere(): number {
    return this.#edits.filter(({ state, here }) => state !== 'sent' && (here || this.ways.drawer === nothingKept)).length;
  }

  /** Takes back what an earlier page has kept; once, whoever comes back to it in the same window. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    const kept = (await this.ways.drawer.all('edits')).map(([, value]) => ({ ...(value as Edit), state: 'waiting' as const }));
    if (kept.length > 0) this.#show([...kept, ...this.#edits]);
  }

  /** `key`: that of a try which was not answered. `landed` hears of the answer, on this page only. */
  add(edit: Pick<Edit, 'change' | 'input' | 'seen'>, key: string | undefined, landed?: (answer: never) => void): void {
    const waiting: Edit = {
      ...edit,
      id: requestKey(),
      key: key ?? requestKey(),
      at: Math.max(Date.now(), (this.#edits.at(-1)?.at ?? 0) + 1),
      tried: key !== undefined,
      state: 'waiting',
    };
    const made = { ...waiting, here: this.#isHeld(waiting) };
    if (landed) this.#landed.set(made.id, landed as (answer: unknown) => void);
    this.#show([...this.#edits, made]);
    this.#write(made);
  }

  /** Lets go of an edit; not of one that is on its way. */
  discard(id: string): void {
    if (this.#find(id)?.state === 'sending') return;
    this.#show(this.#edits.filter((edit) => edit.id !== id));
    this.#landed.delete(id);
    this.ways.drawer.remove('edits', id);
  }

  /** The person has seen both versions and says which stands. */
  settle(id: string, settlement: Settlement): void {
    const edit = this.#find(id);
    if (edit?.state !== 'conflict' || !edit.conflict) return;
    if (settlement === 'keep') this.discard(id);
    else this.#rebase(edit, edit.conflict.current.version as number);
  }

  /** Tries a refused one again. */
  again(id: string): void {
    const edit = this.#find(id);
    if (edit?.state === 'refused') this.#change(edit, { state: 'waiting' });
  }

  /** The person leaves, and throws away what was not sent. */
  empty(): void {
    this.#landed.clear();
    this.#show([]);
  }

  /** Clears what has arrived off the list. */
  clearSent(): void {
    this.#show(this.#edits.filter(({ state }) => state !== 'sent'));
  }

  /** Sends what waits until something is not answered. One run at a time. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      const whose = this.#next() ? await this.ways.whose() : 'lost';
      if (whose !== 'lost') this.#end(whose === 'ended');
      if (whose !== 'mine') return;
      for (let next = this.#next(); next; next = this.#next()) if (!(await this.#send(next))) return;
    } finally {
      this.#sending = false;
    }
  }

  async #send(edit: Edit): Promise<boolean> {
    const tried = this.#change(edit, { state: 'sending', tried: true });
    const sent = await this.ways.send(tried).catch(() => ({ state: 'lost' }) as const);
    if (sent.state === 'ended') this.#end(true);
    if (sent.state === 'lost' || sent.state === 'ended') {
      this.#change(tried, { state: 'waiting' });
      return false;
    }
    if (sent.state === 'sent') this.#arrived(tried, sent);
    else if (sent.state === 'refused') this.#change(tried, { state: 'refused', sentence: sent.sentence });
    else if (tried.seen && this.ways.isAsSeen(sent.current, tried.seen)) this.#rebase(tried, sent.current.version as number);
    else this.#change(tried, { state: 'conflict', conflict: { current: sent.current, yours: sent.yours } });
    return true;
  }

  /** What was written on top of it, on this very desk, is no conflict with it. */
  #arrived(edit: Edit, { answer, row }: Sent & { state: 'sent' }): void {
    this.ways.drawer.remove('edits', edit.id);
    this.#change(edit, { state: 'sent' }, false);
    for (const later of this.#edits) {
      if (later.state !== 'waiting' || later.tried || !row || this.ways.rowOf(later) !== row.id) continue;
      if (later.input.version === edit.input.version) this.#change(later, { input: { ...later.input, version: row.version } });
    }
    this.#landed.get(edit.id)?.(answer);
    this.#landed.delete(edit.id);
  }

  #next(): Edit | undefined {
    const stuck = new Set(this.#edits.filter(({ state }) => state === 'conflict').map(this.ways.rowOf));
    return this.#edits.find((edit) => {
      const row = this.ways.rowOf(edit);
      return edit.state === 'waiting' && (row === undefined || !stuck.has(row));
    });
  }

  /** Another body is another request. */
  #rebase(edit: Edit, version: number): void {
    this.#change(edit, { input: { ...edit.input, version }, key: requestKey(), state: 'waiting', tried: false });
  }

  #end(ended: boolean): void {
    if (ended === this.#ended) return;
    this.#ended = ended;
    if (ended) this.ways.drawer.empty();
    else for (const edit of this.#edits) if (edit.state !== 'sent') this.#write(edit);
    this.#show([...this.#edits]);
  }

  #change(edit: Edit, part: Partial<Edit>, write = true): Edit {
    // What it has been told meanwhile (`watch`) stands.
    const next = { ...edit, ...this.#find(edit.id), ...part };
    this.#show(this.#edits.map((one) => (one.id === edit.id ? next : one)));
    if (write) this.#write(next);
    return next;
  }

  /** Neither what stood before nor what others wrote, nor of a line that is held back the words that it is to have: somebody may be named in them. */
  #write({ seen, conflict, sentence, here, ...edit }: Edit): void {
    if (here) this.ways.drawer.remove('edits', edit.id);
    else if (!this.#ended) this.ways.drawer.put('edits', edit.id, edit);
  }

  #find(id: string): Edit | undefined {
    return this.#edits.find((edit) => edit.id === id);
  }

  #show(edits: readonly Edit[]): void {
    this.#edits = edits;
    for (const listener of this.#listeners) listener();
  }
}
