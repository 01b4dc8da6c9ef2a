import type { BoardItem } from './board-document';
import { Own, useBoardWords } from './lettering';

/** Below the one zone of the largest text: how much has been agreed on. */
export function SummaryLine({ item: { roles, actionItems } }: { item: BoardItem }) {
  const words = useBoardWords();
  const open = roles.filter(({ organization }) => !organization).length;
  return (
    <p className="board-summary">
      <Own>{words.summary(roles.length, open, actionItems.filter(({ status }) => status === 'OPEN').length)}</Own>
    </p>
  );
}
