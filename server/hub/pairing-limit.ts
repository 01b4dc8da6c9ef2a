const MINUTE_MS = 60_000;
/** Requests for a pairing code in a minute: a room full of displays behind one address, and every room of the city at once. */
const MOST = { address: 30, all: 120 } as const;

/** How often displays may ask for a code, so that one who asks without end neither fills the table nor keeps the others waiting. */
export class PairingLimit {
  #recent: { readonly address: string; readonly at: number }[] = [];

  /** Whether one more from this address is taken; `now` in milliseconds on any clock that only goes forward. */
  takes(address: string, now = performance.now()): boolean {
    this.#recent = this.#recent.filter(({ at }) => at > now - MINUTE_MS);
    const own = this.#recent.filter((each) => each.address === address);
    if (own.length >= MOST.address || this.#recent.length >= MOST.all) return false;
    this.#recent.push({ address, at: now });
    return true;
  }
}
