import type { BoardSession, NoteKind } from './board-document';

/** Shapes that tell the kinds apart without colour. */
export const noteSigns: Readonly<Record<NoteKind, string>> = { IDEA: '◎', STRENGTH: '★', WISH: '♥', WORRY: '！', GAP: '□' };

/** How this conference calls a kind of line. */
export function noteWord({ noteKinds, noteWords }: Pick<BoardSession, 'noteKinds' | 'noteWords'>, kind: NoteKind): string {
  return noteWords[noteKinds.indexOf(kind)] ?? '';
}
