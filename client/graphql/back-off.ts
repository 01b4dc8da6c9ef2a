const FIRST_MS = 250;
const LONGEST_MS = 1_500;

/**
 * Milliseconds to wait before attempt `attempt` (0-based): doubles up to 1.5 s, so that a board is current within 2 s of the network's return.
 * `random` in [0, 1) spreads a thousand clients that were cut at the same moment over the second half of the wait.
 */
export function backOff(attempt: number, random: number = Math.random()): number {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(wait / 2 + (wait / 2) * random);
}
