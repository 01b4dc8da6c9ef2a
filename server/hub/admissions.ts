import type { WebSocket } from 'ws';

const CHECK_MS = 1_000;

/** How a pass stands: it holds, its holder may see other things than before, or it has ended. */
export type Standing = 'holds' | 'changed' | 'ended';

/**
 * Open sockets by the pass that let them in (a paired display, a sign-in). Passes are looked at again every second, all in one statement,
 * so whoever may no longer watch is out within a second, on whatever node it was decided.
 */
export class Admissions {
  readonly #sockets = new Map<string, Set<WebSocket>>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly standings: (passes: readonly string[]) => Promise<ReadonlyMap<string, Standing>>,
    private readonly dismiss: (socket: WebSocket, standing: Exclude<Standing, 'holds'>) => void,
  ) {
    this.#timer = setInterval(() => void this.#check(), CHECK_MS);
    this.#timer.unref();
  }

  admit(pass: string, socket: WebSocket): void {
    const sockets = this.#sockets.get(pass) ?? new Set();
    this.#sockets.set(pass, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#sockets.get(pass) === sockets) this.#sockets.delete(pass);
    });
  }

  /** Dismisses everybody who came in with this pass, now. */
  end(pass: string, standing: Exclude<Standing, 'holds'> = 'ended'): void {
    for (const socket of this.#sockets.get(pass) ?? []) this.dismiss(socket, standing);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #check(): Promise<void> {
    if (this.#sockets.size === 0) return;
    try {
      const standings = await this.standings([...this.#sockets.keys()]);
      for (const [pass, standing] of standings) if (standing !== 'holds') this.end(pass, standing);
    } catch {
      // The database does not answer: screens keep their last content, and nothing new reaches them either.
    }
  }
}
