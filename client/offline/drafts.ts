import type { Drawer } from './kept';

/** Lines that are half written, by the place they belong to: they outlive a window that was closed by a slip, and the page where it may be kept. */
export class Drafts {
  readonly #drafts = new Map<string, unknown>();

  constructor(private readonly drawer: Drawer) {}

  async load(): Promise<void> {
    for (const [place, draft] of await this.drawer.all('drafts')) this.#drafts.set(place, draft);
  }

  get<Draft>(place: string): Draft | undefined {
    return this.#drafts.get(place) as Draft | undefined;
  }

  put(place: string, draft: unknown): void {
    this.#drafts.set(place, draft);
    if (isHeld(draft)) this.drawer.remove('drafts', place);
    else this.drawer.put('drafts', place, draft);
  }

  drop(place: string): void {
    if (this.#drafts.delete(place)) this.drawer.remove('drafts', place);
  }
}

/** Whether it was begun on a line that is held back: somebody may be named in that, and it stays on this page. */
function isHeld(draft: unknown): boolean {
  return Boolean((draft as { base?: { held?: unknown } | null } | null)?.base?.held);
}
