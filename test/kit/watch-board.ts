import type { Guest, Town } from './a-town';
import { type RawSocket, rawSocket } from './raw-socket';

/** What a board watcher is sent. */
export interface BoardFrame {
  readonly seq: number;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for
  readonly session: any;
}

export interface BoardWatch {
  readonly raw: RawSocket;
  /** Every frame so far, in the order of arrival. */
  readonly frames: readonly BoardFrame[];
  next(): Promise<BoardFrame>;
  /** Breaks the connection off, as a cable does. */
  cut(): void;
}

/** Follows a board over a socket of its own, from after `after` where it is given. `selection` is what is asked of the session. */
export async function watchBoard(
  town: Pick<Town, 'origin'>,
  guest: Guest,
  session: string,
  options: { after?: number; selection?: string } = {},
): Promise<BoardWatch> {
  const raw = await rawSocket(town, guest);
  const frames: BoardFrame[] = [];
  raw.socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data));
    if (type === 'next' && payload.data?.board) frames.push(payload.data.board);
  });
  const query = `subscription ($session: ID!, $after: Int) {
    board(session: $session, after: $after) { seq kind subjectType subjectId session { ${options.selection ?? 'id status step'} } } }`;
  raw.send({ id: 'board', type: 'subscribe', payload: { query, variables: { session, after: options.after ?? null } } });
  return {
    raw,
    frames,
    next: async () => {
      const { payload } = await raw.next('next');
      if (!payload.data) throw new Error(JSON.stringify(payload));
      return payload.data.board as BoardFrame;
    },
    cut: () => raw.socket.terminate(),
  };
}
