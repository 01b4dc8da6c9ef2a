import { useEffect, useState } from 'react';
import type { TextStep } from '../ui/own-step';
import { useBoardWords } from './lettering';

const SHOWN_MS = 2_500;

/** Which step of text was just chosen at this very screen, for a moment. */
export function StepNote({ step }: { step: TextStep | undefined }) {
  const words = useBoardWords();
  const [shown, show] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => show(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return shown ? (
    <p className="board-step-note" role="status">
      {words.step[step ?? 'room']}
    </p>
  ) : null;
}
