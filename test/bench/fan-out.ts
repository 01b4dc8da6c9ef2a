import { boardDisplay, boardDisplayName } from '../../client/display/board-document';
import { benchId } from './bench-id';
import { ask, pairDisplay, signIn } from './hub-client';
import type { HubCounters } from './hub-server';
import type { Received, Seating, Storm } from './listeners';
import type { ServerProcess } from './server-process';

/** What one commit to so many seats took. */
export interface FanOut {
  readonly seats: number;
  /** Milliseconds from commit to the last receipt, event by event; hub and raw in turn. */
  readonly hub: readonly number[];
  readonly raw: readonly number[];
  readonly bytes: number;
  /** Reads of the board that the hub made for one event. */
  readonly readsPerEvent: number;
  /** Milliseconds until the newly added seats all had their board. */
  readonly seated: number;
}

const WARM_EVENTS = 5;
const session = benchId('board', 1);
/** An action item of the matter that stands at the front, so that every wall shows the change. */
const action = benchId('action', 30);
const FINISH =
  'mutation Finish($action: ID!, $version: Int!, $done: Boolean!) { finishActionItem(input: { action: $action, version: $version, done: $done }) { version } }';
const WITHIN_MS = 20_000;

/** A board that people watch at the hub, and beside it as many sockets at a raw `ws` broadcast. */
export class LiveBench {
  #seats = 0;
  #version = 1;

  private constructor(
    private readonly hub: ServerProcess,
    private readonly raw: ServerProcess,
    private readonly listeners: ServerProcess,
    private readonly facilitator: string,
    private readonly token: string,
  ) {}

  static async open(hub: ServerProcess, raw: ServerProcess, listeners: ServerProcess, key: string): Promise<LiveBench> {
    const facilitator = await signIn(hub, key, 'facilitator');
    return new LiveBench(hub, raw, listeners, facilitator, await pairDisplay(hub, facilitator, session));
  }

  /** Fills up to so many displays of one class, then makes events at the hub and at the raw broadcast, in turn. */
  async measure(seats: number, events: number): Promise<FanOut> {
    const seated = await this.#seat({
      kind: 'hub',
      address: this.hub.address,
      count: seats - this.#seats,
      watch: this.#watch({ display: this.token }),
    });
    await this.#seat({ kind: 'raw', address: this.raw.address, count: seats - this.#seats });
    this.#seats = seats;
    const first = await this.#hubEvent();
    await this.raw.ask({ bytes: first.frame });
    const before = await this.#counters();
    const times = { hub: [] as number[], raw: [] as number[] };
    for (let event = 0; event < WARM_EVENTS + events; event += 1) {
      for (const kind of event % 2 === 0 ? (['hub', 'raw'] as const) : (['raw', 'hub'] as const)) {
        const { took } = kind === 'hub' ? await this.#hubEvent() : await this.#rawEvent();
        if (event >= WARM_EVENTS) times[kind].push(took);
      }
    }
    const { reads } = await this.#counters();
    return {
      seats,
      ...times,
      bytes: Buffer.byteLength(first.frame),
      readsPerEvent: (reads - before.reads) / (WARM_EVENTS + events),
      seated,
    };
  }

  /** All displays are cut off and come back at once. Milliseconds until each has been told where its board stands, storm by storm. */
  async reconnect(storms: number): Promise<readonly number[]> {
    const took: number[] = [];
    const storm = { address: this.hub.address, watch: this.#watch({ display: this.token }) };
    for (let count = 0; count < storms; count += 1) {
      const started = performance.now();
      await this.#tell('storm', { storm });
      took.push(performance.now() - started);
    }
    return took;
  }

  /** Adds seats of two more classes at the same board and counts: [reads of the board for one event, classes of viewers]. */
  async readsByClass(key: string): Promise<readonly [reads: number, classes: number]> {
    for (const persona of ['facilitator', 'recorder']) {
      const cookie = await signIn(this.hub, key, persona);
      await this.#seat({ kind: 'hub', address: this.hub.address, count: 5, watch: this.#watch({ cookie }) });
    }
    const before = await this.#counters();
    await this.#hubEvent();
    const { reads, classes } = await this.#counters();
    return [reads - before.reads, classes];
  }

  #watch(who: { display?: string; cookie?: string }): Required<Seating>['watch'] {
    return { id: boardDisplayName, query: boardDisplay, session, ...who };
  }

  async #seat(seating: Seating): Promise<number> {
    const started = performance.now();
    await this.#tell(seating.kind, seating);
    return performance.now() - started;
  }

  /** Has the listeners do something, and waits for their answer: an event that reaches them meanwhile is none. */
  async #tell(what: string, order: Seating | Storm): Promise<void> {
    type Said = { readonly seated?: number; readonly fault?: string };
    let said = await this.listeners.ask<Said>(order);
    while (said.seated === undefined && said.fault === undefined) said = await this.listeners.next<Said>();
    if (said.fault !== undefined) throw new Error(`${what}: ${said.fault}`);
  }

  async #hubEvent(): Promise<{ took: number; frame: string }> {
    const order = { action, version: this.#version, done: this.#version % 2 === 1 };
    const received = this.#received('hub');
    const changed = ask<{ finishActionItem: { version: number } }>(this.hub, this.facilitator, FINISH, order);
    const [{ last, frame }, { finishActionItem }] = await Promise.all([received, changed]);
    this.#version = finishActionItem.version;
    return { took: since(last, (await this.#counters()).commits), frame };
  }

  async #rawEvent(): Promise<{ took: number }> {
    const received = this.#received('raw');
    const changed = fetch(this.raw.address, { method: 'POST' }).then((response) => response.text());
    const [{ last }] = await Promise.all([received, changed]);
    return { took: since(last, (await this.raw.ask<{ commits: string[] }>({})).commits) };
  }

  #counters(): Promise<HubCounters> {
    return this.hub.ask<HubCounters>({});
  }

  async #received(kind: Received['kind']): Promise<Received> {
    const late = AbortSignal.timeout(WITHIN_MS);
    const received = await Promise.race([
      this.listeners.next<Received>(),
      new Promise<never>((_, failed) =>
        late.addEventListener('abort', () => failed(new Error(`an event of ${kind} did not reach everyone`))),
      ),
    ]);
    if (received.kind !== kind || received.last === '0') throw new Error(`${received.kind}: ${received.frame}`);
    return received;
  }
}

function since(last: string, commits: readonly string[]): number {
  const [commit] = commits;
  if (!commit) throw new Error('no commit was stamped');
  return Number(BigInt(last) - BigInt(commit)) / 1e6;
}
