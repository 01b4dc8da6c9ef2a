import { offlineWords as words } from '../words/offline-words';
import { useEdits } from './outbox-desk';
import { editsOf } from './waiting-item';

/** Where a line's own edits stand that the hub has not taken yet. */
export function WaitingNote({ row }: { row: string }) {
  const newest = editsOf(row, useEdits()).at(-1);
  return newest ? (
    <span className="waiting" data-waiting={newest.state}>
      {words.state[newest.state]}
    </span>
  ) : null;
}
