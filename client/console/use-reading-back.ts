import { closingWords } from '../words/closing-words';
import { ReadBackDecision } from './closing-changes';
import type { DecisionData } from './closing-data';
import { decisionIn } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = closingWords.decisions;

/** Marks a decision as read out to the table, or takes that back; remembers how to undo it. */
export function useReadingBack(decision: DecisionData): readonly [readBack: () => void, busy: boolean] {
  const { did } = useUndo();
  const [mark, busy] = useChange(ReadBackDecision);
  const { id, title, version } = decision;
  const done = decision.readBackAt === null;
  const readBack = (): Promise<unknown> =>
    mark({ decision: id, done, version }, { title }, ({ readBackDecision: { version: next } }) =>
      did({
        sentence: done ? words.didRead(title) : words.didUnread(title),
        stands: (session) => Boolean(decisionIn(session, id)?.readBackAt) === done,
        back: async () => (await mark({ decision: id, done: !done, version: next }, { title })).done,
      }),
    );
  return [() => void readBack(), busy];
}
