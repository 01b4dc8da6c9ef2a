import { closingWords } from '../words/closing-words';
import { RecordDecision, RewordDecision } from './closing-changes';
import type { DecisionData } from './closing-data';
import { decisionIn } from './session-data';
import { TextDialog } from './text-dialog';
import { textLimits } from './text-limits';
import { useUndo } from './undo';
import { type Outcome, useChange } from './use-change';

const words = closingWords.decisions;

interface DecisionDialogProps {
  readonly item: string;
  /** The decision as it stood when the dialog was opened; none to write one. */
  readonly decision?: DecisionData;
  readonly close: () => void;
}

/** Writes down what was decided, or puts it right. */
export function DecisionDialog({ item, decision, close }: DecisionDialogProps) {
  const [save, busy] = useSaving(item);
  return (
    <TextDialog
      title={decision ? words.reword : words.add}
      label={words.what}
      hint={words.whatHint}
      place={`decision:${decision?.id ?? item}`}
      base={decision ?? null}
      text={decision?.title ?? ''}
      most={textLimits.OutcomeOrder.title}
      field="title"
      busy={busy}
      save={save}
      close={close}
    />
  );
}

/** Writes a decision to the item, or rewords `before` and remembers how it stood. */
function useSaving(
  item: string,
): readonly [save: (title: string, before: DecisionData | null) => Promise<Outcome<unknown>>, busy: boolean] {
  const { did } = useUndo();
  const [record, recording] = useChange(RecordDecision, { tell: false });
  const [reword, rewording] = useChange(RewordDecision, { tell: false });
  const save = (title: string, before: DecisionData | null): Promise<Outcome<unknown>> => {
    if (!before) return record({ item, title });
    const { id, title: stood, version: opened } = before;
    return reword({ decision: id, title, version: opened }, { title: stood }, ({ rewordDecision: { version } }) =>
      did({
        sentence: words.reworded(title),
        stands: (session) => decisionIn(session, id)?.title === title,
        back: async () => (await reword({ decision: id, title: stood, version }, { title })).done,
      }),
    );
  };
  return [save, recording || rewording];
}
