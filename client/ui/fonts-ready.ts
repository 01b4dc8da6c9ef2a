const LONGEST_MS = 1_000;

/** Resolves when both weights of the page's faces can draw `sample`, and after a second at the latest: a page in another face beats an empty one. */
export async function fontsReady(sample: string): Promise<void> {
  const faces = ['400', '700'].map((weight) => document.fonts.load(`${weight} 1em 'BIZ UDPGothic', 'Rare Kanji'`, sample));
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_MS));
  await Promise.race([Promise.allSettled(faces), late]);
}
