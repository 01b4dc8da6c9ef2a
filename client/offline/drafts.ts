import { type Drawer, nothingKept } from './kept';

/** Lines that are half written, by the place they belong to: they outlive a window that was closed by a slip, and the page where it may be kept. */
export class Drafts {
  readonly #drafts = new Map<string, unknown>();
  /** The places whose draft stays on this page, whatever becomes of its line. */
  readonly #here = new Set<string>();
  #isHeldNow: (row: string) => boolean = () => false;

  constructor(private readonly drawer: Drawer) {}

  /** Takes back what an earlier page has kept, and never over what is written here. */
  async load(): Promise<void> {
    for (const [place, draft] of await this.drawer.all('drafts')) if (!this.#drafts.has(place)) this.#drafts.set(place, draft);
  }

  get<Draft>(place: string): Draft | undefined {
    return this.#drafts.get(place) as Draft | undefined;
  }

  put(place: string, draft: unknown): void {
    this.#drafts.set(place, draft);
    if (!this.#staysHere(place, draft)) this.drawer.put('drafts', place, draft);
  }

  /** Hears, as often as the board changes, which lines are held back: what was kept of a draft of one goes at once. */
  watch(isHeld: (row: string) => boolean): void {
    this.#isHeldNow = isHeld;
    for (const [place, draft] of this.#drafts) this.#staysHere(place, draft);
  }

  drop(place: string): void {
    this.#here.delete(place);
    if (this.#drafts.delete(place)) this.drawer.remove('drafts', place);
  }

  /** How many would go with this window. That one had the chair is no line. */
  onlyHere(): number {
    return [...this.#drafts].filter(([place, draft]) => draft !== true && (this.#here.has(place) || this.drawer === nothingKept)).length;
  }

  /** The person leaves, or the conference is over: lets go of them all. */
  empty(): void {
    this.#drafts.clear();
    this.#here.clear();
  }

  /** Whether it was begun on a line that is held back, or has been since: somebody may be named in that, and what was kept of it goes for good. */
  #staysHere(place: string, draft: unknown): boolean {
    const base = (draft as { base?: { id?: string; held?: unknown } | null } | null)?.base;
    if (base?.held || (base?.id !== undefined && this.#isHeldNow(base.id))) {
      this.#here.add(place);
      this.drawer.remove('drafts', place);
    }
    return this.#here.has(place);
  }
}
