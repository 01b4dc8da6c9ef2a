const LONGEST_MS = 1_000;
/** One that only the whole face draws, and one that only the slice of rare ones does. */
const BEYOND_COMMON = '鵺𠮷';

/** Resolves when both weights of the common face can draw `sample`, and after a second at the latest: a page in another face beats an empty one. */
export async function fontsReady(sample: string): Promise<void> {
  const faces = ['400', '700'].map((weight) => document.fonts.load(`${weight} 1em 'BIZ UDPGothic Common', 'Rare Kanji'`, sample));
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
  await Promise.race([Promise.allSettled(faces), late]);
}

/**
 * The whole face, for whatever people write that no page of ours does: fetched when the page has nothing else to do, so that a rare kanji that
 * somebody types is drawn at once. A line that is cut meanwhile costs that kanji its face, and nothing else.
 */
export async function wholeFace(): Promise<void> {
  await idle();
  await import('./fonts-beyond.css').catch(() => undefined);
  await Promise.allSettled(
    ['400', '700'].map((weight) => document.fonts.load(`${weight} 1em 'BIZ UDPGothic', 'Rare Kanji'`, BEYOND_COMMON)),
  );
}

const idle = (): Promise<void> =>
  new Promise((on) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => on(), { timeout: LONGEST_MS });
    else setTimeout(on, LONGEST_MS);
  });
