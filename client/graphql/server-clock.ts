/** How far the hub's clock is ahead of this one, in milliseconds, as its last frame said. One hub, one clock. */
let ahead = 0;

/** A frame has arrived that the hub sent at `sentAt`. */
export function heard(sentAt: string): void {
  ahead = Date.parse(sentAt) - Date.now();
}

/** Now, by the hub's clock: a laptop that is five minutes slow shows the same minutes as the wall. */
export function serverNow(): number {
  return Date.now() + ahead;
}
