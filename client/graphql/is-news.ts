/** What the resume logic needs to know of a frame. `seq` is gapless per board and audience. */
export interface Numbered {
  readonly seq: number;
  readonly kind: string;
}

const STANDING = new Set(['SNAPSHOT', 'CLEARED']);

/**
 * Whether a frame moves the board on from `last`, the highest number shown so far.
 * A SNAPSHOT always does: the server sends one to whoever comes back and has missed nothing, or more than the log replays. So does CLEARED,
 * which comes under the number that was seen last: a board goes dark without telling that anything happened. Replayed and late frames do not.
 */
export function isNews(last: number | undefined, frame: Numbered): boolean {
  return last === undefined || STANDING.has(frame.kind) || frame.seq > last;
}
