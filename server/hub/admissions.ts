import type { WebSocket } from 'ws';
import { inTime } from '#server/kernel/in-time';
import { CLOSED } from './closed';

/** Half of what is promised: whoever's right ended without a word to this process is out within a second, the look itself included. */
const CHECK_MS = 500;
/** So many looks that fail, one after another (three seconds), and nobody knows any more who may still watch. */
const MOST_FAILURES = 6;
/** A look that is not answered by now counts for all of them. The embedded database may be held up by a statement (3 s) and opened anew, on a slow machine too. */
export const SILENT_MS = { postgres: 5_000, embedded: 10_000 } as const;

/** How a pass stands: it holds, its holder may see other things than before, or it has ended. */
export type Standing = 'holds' | 'changed' | 'ended';

/**
 * Open sockets by the pass that let them in (a paired display, a sign-in). Passes are looked at again twice a second, all in one statement,
 * so whoever may no longer watch is out within a second, on whatever node it was decided. When nobody can tell, everybody is asked to come
 * again: their screens then say that what they show is the last content, instead of passing it off as the present.
 */
export class Admissions {
  readonly #sockets = new Map<string, Set<WebSocket>>();
  readonly #timer: NodeJS.Timeout;
  #looking = false;
  #again = false;
  /** Who waits for a look that has not begun yet. */
  #waiting: { readonly done: () => void; readonly failed: (fault: Error) => void }[] = [];
  #failures = 0;

  constructor(
    private readonly standings: (passes: readonly string[]) => Promise<ReadonlyMap<string, Standing>>,
    private readonly silentMs: number,
  ) {
    this.#timer = setInterval(() => void this.#check(), CHECK_MS);
    this.#timer.unref();
  }

  /** False, and nothing is kept, when the socket has closed while its pass was looked up: it would never leave again. */
  admit(pass: string, socket: WebSocket): boolean {
    if (socket.readyState !== socket.OPEN) return false;
    const sockets = this.#sockets.get(pass) ?? new Set();
    this.#sockets.set(pass, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#sockets.get(pass) === sockets) this.#sockets.delete(pass);
    });
    return true;
  }

  /** Dismisses everybody who came in with this pass, now. */
  end(pass: string, standing: Exclude<Standing, 'holds'> = 'ended'): void {
    for (const socket of this.#sockets.get(pass) ?? []) {
      if (standing === 'ended') socket.close(CLOSED.forbidden, 'no longer allowed');
      else socket.close(CLOSED.changed, 'rights changed');
    }
  }

  /**
   * Looks now: somebody's rights have changed. Resolves when a look that began after the call is over: the one that is under way may have missed
   * it, so then another follows at once. Rejects when that look told nothing: whoever waits for it may not go on as though it had.
   */
  look(): Promise<void> {
    this.#again = true;
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed });
      void this.#check();
    });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** One look at a time: against a database that does not answer, they would only queue up before everyone else. */
  async #check(): Promise<void> {
    if (this.#looking) return;
    do {
      this.#again = false;
      const waiting = this.#waiting.splice(0);
      if (this.#sockets.size === 0) this.#failures = 0;
      else await this.#look();
      const isTold = this.#failures === 0;
      if (this.#failures >= MOST_FAILURES) this.#sendAllAway();
      for (const { done, failed } of waiting) isTold ? done() : failed(new Error('nobody can tell who may still watch'));
    } while (this.#again);
  }

  async #look(): Promise<void> {
    this.#looking = true;
    try {
      const standings = await inTime(this.standings([...this.#sockets.keys()]), this.silentMs);
      this.#failures = standings ? 0 : MOST_FAILURES;
      for (const [pass, standing] of standings ?? []) if (standing !== 'holds') this.end(pass, standing);
    } catch {
      this.#failures += 1;
    } finally {
      this.#looking = false;
    }
  }

  #sendAllAway(): void {
    this.#failures = 0;
    for (const sockets of this.#sockets.values()) for (const socket of sockets) socket.close(CLOSED.busy, 'come again');
  }
}
