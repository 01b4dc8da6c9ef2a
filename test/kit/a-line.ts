import net from 'node:net';

/** A line to a database that can be cut, or fall silent. */
export interface Line {
  /** The same address, by this line. */
  readonly url: string;
  /** Every connection breaks off, and nobody answers any more. */
  cut(): void;
  /** Nothing comes through any more in either direction, and nobody is told. */
  silence(): void;
  /** Goes on as if nothing had been: what was held up arrives. */
  mend(): void;
  close(): Promise<void>;
}

/** Lays a line to the database at `url`. */
export async function aLine(url: string): Promise<Line> {
  const there = new URL(url);
  const ends = new Set<net.Socket>();
  let state: 'good' | 'cut' | 'silent' = 'good';
  const join = (from: net.Socket, to: net.Socket) => {
    ends.add(from);
    from.on('data', (data) => to.write(data));
    from.on('error', () => undefined);
    from.on('close', () => {
      ends.delete(from);
      to.destroy();
    });
    if (state === 'silent') from.pause();
  };
  const server = net.createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = net.connect(Number(there.port || 5432), there.hostname);
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const here = new URL(url);
  here.hostname = '127.0.0.1';
  here.port = String((server.address() as net.AddressInfo).port);
  const cut = () => {
    state = 'cut';
    for (const end of ends) end.destroy();
  };
  return {
    url: here.toString(),
    cut,
    silence: () => {
      state = 'silent';
      for (const end of ends) end.pause();
    },
    mend: () => {
      state = 'good';
      for (const end of ends) end.resume();
    },
    close: async () => {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
}
