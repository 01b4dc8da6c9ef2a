import type { Page } from 'playwright-core';

/** What a wall went through, in order. */
export interface WallRecord {
  /** Numbers of the frames that reached the page, over all of its sockets. */
  readonly frames: readonly number[];
  /** Numbers that the page showed. */
  shown(): Promise<number[]>;
  /** Standings of its line that the page showed: connecting, live, recovering. */
  contacts(): Promise<string[]>;
  /** Everything that came over the wire: bodies and frames. */
  readonly wire: readonly string[];
}

type Seen = { __wall: { seqs: number[]; contacts: string[] } };

/** Records a display from now on; to be called before the page opens it. */
export async function recordWall(page: Page): Promise<WallRecord> {
  const frames: number[] = [];
  const wire: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      wire.push(String(payload));
      const found = /"seq":(\d+),/.exec(String(payload))?.[1];
      if (found) frames.push(Number(found));
    }),
  );
  page.on('response', (response) => {
    const text = /json|html/.test(response.headers()['content-type'] ?? '') ? response.text() : undefined;
    text?.then(
      (body) => wire.push(body),
      () => undefined,
    );
  });
  await page.addInitScript(watchMarks);
  const seen = () => page.evaluate(() => (globalThis as unknown as Seen).__wall);
  return { frames, wire, shown: async () => (await seen()).seqs, contacts: async () => (await seen()).contacts };
}

/** Runs in the page: notes every value that `data-seq` and `data-contact` take. */
function watchMarks(): void {
  const wall: Seen['__wall'] = { seqs: [], contacts: [] };
  (globalThis as unknown as Seen).__wall = wall;
  const look = () => {
    const board = document.querySelector('[data-seq]');
    const seq = Number(board?.getAttribute('data-seq'));
    const contact = board?.getAttribute('data-contact');
    if (board && wall.seqs.at(-1) !== seq) wall.seqs.push(seq);
    if (contact && wall.contacts.at(-1) !== contact) wall.contacts.push(contact);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['data-seq', 'data-contact'] });
}
