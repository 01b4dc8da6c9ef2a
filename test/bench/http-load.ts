import net from 'node:net';

/** One request as bytes, and the body that must come back. */
export interface Shot {
  readonly request: Buffer;
  readonly expected: Buffer;
}

const BREAK = Buffer.from('\r\n\r\n');
const CONNECTIONS = 32;

/** A GraphQL request as it goes over the wire. */
export function requestBytes(address: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Buffer {
  const text = Buffer.from(JSON.stringify(body));
  const { host } = new URL(address);
  const lines = Object.entries({
    host,
    'content-type': 'application/json',
    accept: 'application/json',
    ...headers,
    'content-length': text.length,
  });
  return Buffer.concat([
    Buffer.from(`POST /graphql HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`),
    text,
  ]);
}

/**
 * Keeps 32 connections busy for a while, each with one request at a time, and returns the answers a second. A generator of our own, since it
 * must be far quicker than the quickest server, and since it holds every single answer against the bytes that were checked before: throws at
 * the first one that differs.
 */
export async function load(address: string, shots: readonly Shot[], milliseconds: number): Promise<number> {
  const started = performance.now();
  const until = started + milliseconds;
  let next = 0;
  let answered = 0;
  const run = async () => {
    const line = await Line.open(address);
    try {
      while (performance.now() < until) {
        const shot = shots[next++ % shots.length] as Shot;
        const body = await line.ask(shot.request);
        if (!body.equals(shot.expected)) throw new Error(`another answer than before: ${body.subarray(0, 300).toString()}`);
        answered += 1;
      }
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, run));
  return (answered * 1000) / (performance.now() - started);
}

/** One keep-alive connection that carries one request at a time. */
export class Line {
  #pieces: Buffer[] = [];
  #done: ((body: Buffer) => void) | undefined;
  #failed: ((fault: Error) => void) | undefined;

  private constructor(private readonly socket: net.Socket) {
    socket.setNoDelay(true);
    socket.on('data', (piece) => this.#take(piece as Buffer));
    socket.on('error', (fault) => this.#failed?.(fault));
    socket.on('close', () => this.#failed?.(new Error('the server closed the connection')));
  }

  static open(address: string): Promise<Line> {
    const { hostname, port } = new URL(address);
    return new Promise((done, failed) => {
      const socket = net.connect({ host: hostname, port: Number(port) }, () => done(new Line(socket)));
      socket.once('error', failed);
    });
  }

  /** The body that answers. Rejects when the status is not 200 or the connection ends. */
  ask(request: Buffer): Promise<Buffer> {
    return new Promise((done, failed) => {
      this.#done = done;
      this.#failed = failed;
      this.socket.write(request);
    });
  }

  close(): void {
    this.#failed = undefined;
    this.socket.destroy();
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    const all = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces);
    this.#pieces = [all];
    const at = all.indexOf(BREAK);
    if (at < 0) return;
    const head = all.toString('latin1', 0, at).toLowerCase();
    const body = head.includes('transfer-encoding: chunked') ? unchunked(all, at + 4) : whole(all, at + 4, head);
    if (!body) return;
    this.#pieces = [];
    if (head.startsWith('http/1.1 200')) this.#done?.(body);
    else this.#failed?.(new Error(`${head.split('\r\n')[0]}: ${body.toString()}`));
  }
}

function whole(all: Buffer, from: number, head: string): Buffer | undefined {
  const length = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
  return all.length >= from + length ? all.subarray(from, from + length) : undefined;
}

function unchunked(all: Buffer, from: number): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const end = all.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(all.toString('latin1', at, end), 16);
    if (all.length < end + 2 + size + 2) return undefined;
    if (size === 0) return Buffer.concat(parts);
    parts.push(all.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}
