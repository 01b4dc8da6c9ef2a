import type { TextStep } from '../ui/own-step';
import { checkWords } from '../words/check-words';

const { text: words, steps } = checkWords;

interface StepChoiceProps {
  /** The step that the room needs, where that is known. */
  readonly advised: TextStep | undefined;
  /** The step that was chosen for this screen, if one was. */
  readonly step: TextStep | undefined;
  readonly choose: (step: TextStep | undefined) => void;
}

/** The advice in one press: from then on the wall of this machine has it, whatever the session's step. */
export function StepChoice({ advised, step, choose }: StepChoiceProps) {
  return (
    <p className="check-step">
      {step ? <span role="status">{words.taken(steps[step])}</span> : null}
      {advised && advised !== (step ?? 'STANDARD') ? (
        <button type="button" onClick={() => choose(advised)}>
          {words.take(steps[advised])}
        </button>
      ) : null}
      {step ? (
        <button type="button" onClick={() => choose(undefined)}>
          {words.release}
        </button>
      ) : null}
    </p>
  );
}
