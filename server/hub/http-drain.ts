import type { Server, ServerResponse } from 'node:http';

/** What is under way when a server closes may take this long to be answered. */
const GRACE_MS = 5_000;

/**
 * How an HTTP server stops. Node closes the connections that have answered something and wait for more, but neither those that have not said
 * anything yet (a browser opens some in advance) nor those that go on asking; so it counts what is under way, and cuts the rest.
 */
export class HttpDrain {
  readonly #underWay = new Set<ServerResponse>();
  #closing: Promise<void> | undefined;

  constructor(private readonly server: Server) {
    server.prependListener('request', (_request, response) => {
      this.#underWay.add(response);
      response.once('close', () => this.#leave(response));
      if (this.#closing) response.shouldKeepAlive = false;
    });
  }

  /** Takes no new connection, lets what is under way be answered (5 seconds at most), and cuts every connection that waits or is late. */
  close(): Promise<void> {
    this.#closing ??= this.#drain();
    return this.#closing;
  }

  async #drain(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((done) => this.server.close(done));
    for (const response of this.#underWay) response.shouldKeepAlive = false;
    if (this.#underWay.size === 0) this.server.closeAllConnections();
    const limit = setTimeout(() => this.server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(limit);
  }

  #leave(response: ServerResponse): void {
    this.#underWay.delete(response);
    if (this.#closing && this.#underWay.size === 0) this.server.closeAllConnections();
  }
}
