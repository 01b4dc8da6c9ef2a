/** What is under way may take this long to end; then the process ends all the same. Whatever was acknowledged is committed. */
const DRAIN_MS = 10_000;

/**
 * Closes when the process is asked to stop, and ends it: with 0 when everything closed in order, with 1 when it did not, or not within ten
 * seconds. Asked a second time (npm passes on what the terminal has sent already) it goes on closing.
 */
export function closeWhenAsked(close: () => Promise<void>): void {
  let asked = false;
  const stop = () => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
}
