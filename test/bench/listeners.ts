import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { csrfOfGuest } from '#test/kit/csrf-of-guest';
import { backOff } from '../../client/graphql/back-off';

/** Breaks off every socket at the hub, and has all of them come back at once, each from the number that it saw last. */
export interface Storm {
  readonly storm: Required<Pick<Seating, 'address' | 'watch'>>;
}

/** Opens so many more sockets and waits until each has its first frame. */
export interface Seating {
  readonly kind: 'hub' | 'raw';
  readonly address: string;
  readonly count: number;
  /** For the hub: what is watched, and as whom. */
  readonly watch?: {
    readonly id: string;
    readonly query: string;
    readonly session: string;
    readonly display?: string;
    readonly cookie?: string;
  };
}

/** An event has reached every socket of its kind: when the last one had it (ns, monotonic clock of the machine). */
export interface Received {
  readonly kind: Seating['kind'];
  readonly last: string;
  readonly frame: string;
}

/** The hub cannot be asked now. */
const BUSY = 1013;
const seats = { hub: 0, raw: 0 };
const counted = { hub: 0, raw: 0 };
/** The hub's sockets, and the number that was seen last on any of them. */
const hubSockets = new Set<WebSocket>();
let lastSeq = 0;

function received(kind: Seating['kind'], frame: Buffer): void {
  counted[kind] += 1;
  if (kind === 'hub') lastSeq = seqIn(frame);
  if (counted[kind] < seats[kind]) return;
  counted[kind] = 0;
  const last = String(process.hrtime.bigint());
  process.send?.({ kind, last, frame: frame.toString() } satisfies Received);
}

function seqIn(frame: Buffer): number {
  return Number(/"seq":(\d+)/.exec(frame.toString())?.[1] ?? 0);
}

function open({ kind, address, watch }: Omit<Seating, 'count'>, after?: number): Promise<void> {
  const { host } = new URL(address);
  return new Promise((done, failed) => {
    const headers = { origin: `http://${host}`, ...(watch?.cookie ? { cookie: watch.cookie } : {}) };
    const socket = new WebSocket(`ws://${host}/graphql`, watch ? ['graphql-transport-ws'] : [], { headers, perMessageDeflate: false });
    let isSeated = false;
    if (kind === 'hub') hubSockets.add(socket);
    const seat = () => {
      isSeated = true;
      done();
    };
    socket.on('error', failed);
    socket.on('close', (code, reason) => {
      hubSockets.delete(socket);
      const fault = `closed ${code} ${reason}`;
      if (!isSeated) failed(new Error(fault));
      else if (code === BUSY) void comeAgain(() => open({ kind, address, ...(watch ? { watch } : {}) }, lastSeq));
      else process.send?.({ kind, last: '0', frame: fault });
    });
    socket.on('open', () =>
      watch
        ? socket.send(
            JSON.stringify({
              type: 'connection_init',
              payload: watch.display ? { display: watch.display } : csrfOfGuest({ headers: { cookie: watch.cookie ?? '' } }),
            }),
          )
        : seat(),
    );
    socket.on('message', (data: Buffer) => {
      if (isSeated) return received(kind, data);
      const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: unknown };
      if (type === 'connection_ack' && watch) {
        const { id, query, session } = watch;
        socket.send(
          JSON.stringify({ id, type: 'subscribe', payload: { query, variables: { session, ...(after === undefined ? {} : { after }) } } }),
        );
      } else if (type === 'next') {
        lastSeq = Math.max(lastSeq, seqIn(data));
        seat();
      } else failed(new Error(`${type}: ${JSON.stringify(payload)}`));
    });
  });
}

/** Everybody at once: how a thousand browsers come back when the hub or the line was gone. Resolves when each has been told where the board stands. */
async function storm({ address, watch }: Storm['storm']): Promise<void> {
  const count = hubSockets.size;
  for (const socket of hubSockets) {
    socket.removeAllListeners('close');
    socket.terminate();
  }
  hubSockets.clear();
  await Promise.all(Array.from({ length: count }, () => comeAgain(() => open({ kind: 'hub', address, watch }, lastSeq))));
}

/** Whoever is asked to come again does, after the pause that a screen makes. */
async function comeAgain(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const fault = await attempt().then(
      () => undefined,
      (refusal: Error) => refusal,
    );
    if (!fault) return;
    if (!fault.message.startsWith(`closed ${BUSY}`)) throw fault;
    await pause(backOff(tries));
  }
}

process.on('message', (order: Seating | Storm) => {
  if ('storm' in order)
    return void storm(order.storm).then(
      () => process.send?.({ seated: seats.hub }),
      (fault: Error) => process.send?.({ fault: fault.message }),
    );
  // In handfuls: a thousand connections at the very same moment would overflow the listening queue.
  const seatAll = async () => {
    for (let left = order.count; left > 0; left -= 50) await Promise.all(Array.from({ length: Math.min(50, left) }, () => open(order)));
    seats[order.kind] += order.count;
  };
  seatAll().then(
    () => process.send?.({ seated: seats[order.kind] }),
    (fault: Error) => process.send?.({ fault: fault.message }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: { address: '', version: process.version } });
