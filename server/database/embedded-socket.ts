import { Duplex } from 'node:stream';
import pg from 'pg';
import type { EmbeddedEngine } from './embedded-engine';

/** First byte of Terminate, 'X' (PostgreSQL manual, 54.7). */
const TERMINATE = 0x58;

/**
 * What a TCP socket is to `pg`, towards the embedded engine (`ClientConfig.stream`). Only the transport is replaced: `pg` writes,
 * parses, pipelines and fails exactly as it does with a server. `pg` corks the messages of a query, so they arrive here as one write.
 */
export class EmbeddedSocket extends Duplex {
  /** The client has said goodbye and closes by itself: an error now would reach nobody who expects one. */
  #parting = false;

  constructor(private readonly engine: EmbeddedEngine) {
    super({ allowHalfOpen: false });
  }

  connect(): this {
    this.engine.join(this);
    return this;
  }

  /** Called when it is this socket's turn. Not before `connect` has returned: `pg` listens only then. */
  admit(): void {
    queueMicrotask(() => this.destroyed || this.emit('connect'));
  }

  /**
   * Ends the session as a server would. By an error of the socket, not by a message: so `pg` gives up the client before anyone hears
   * that a query failed, and a pool cannot hand out the dying client again.
   */
  dismiss(code: string, message: string): void {
    if (this.#parting) return;
    this.destroy(Object.assign(new pg.DatabaseError(message, message.length, 'error'), { severity: 'FATAL', code }));
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(messages: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(messages);
    done();
  }

  override _writev(writes: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(writes.map(({ chunk }) => chunk)));
    done();
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(fault: Error | null, done: (fault: Error | null) => void): void {
    this.engine.leave(this);
    done(fault);
  }

  #send(messages: Buffer): void {
    if (messages[0] === TERMINATE) {
      this.#parting = true;
      return;
    }
    this.engine.run(this, messages).then(
      (answer) => this.destroyed || this.push(answer),
      () => {}, // the engine dismisses every socket whose answer it lost
    );
  }
}
