import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { consoleWords as words } from '../words/console-words';
import { useIsCutOff } from './contact';
import type { SessionData } from './session-data';

interface SessionStepsProps {
  readonly session: SessionData;
  /** Absent where the steps are only looked at. */
  readonly goTo?: (step: number) => void;
  /** What else belongs on the line. */
  readonly children: ReactNode;
}

/** Where in the meeting the room is, and the way on. */
export function SessionSteps({ session, goTo, children }: SessionStepsProps) {
  const { step, steps } = session;
  const isCutOff = useIsCutOff();
  return (
    <div className="steps-line">
      <nav className="steps" aria-label={words.steps}>
        <ol>
          {steps.map((name, index) => (
            <li key={name} aria-current={index === step ? 'step' : undefined} data-past={index < step || undefined}>
              <button type="button" disabled={!goTo || index === step} onClick={() => goTo?.(index)}>
                {index === step ? '▶ ' : ''}
                {name}
              </button>
            </li>
          ))}
        </ol>
        {goTo ? (
          <Button isIdle={isCutOff || step >= steps.length - 1} onPress={() => goTo(step + 1)}>
            {words.next} →
          </Button>
        ) : null}
      </nav>
      <div className="row-buttons">{children}</div>
    </div>
  );
}
