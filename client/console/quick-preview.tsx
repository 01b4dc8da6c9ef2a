import type { Problem } from '../graphql/problem';
import { textLength } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { duringWords } from '../words/during-words';
import { dayAndWeekday } from '../words/era-date';
import { NoDeskNote } from './no-desk-note';
import type { QuickKind } from './quick-entry';
import type { QuickLine } from './quick-line';

const words = duringWords.quick;

interface QuickPreviewProps {
  readonly id: string;
  readonly kind: QuickKind;
  readonly word: string;
  readonly line: QuickLine;
  readonly most: number;
  readonly problem: Problem | undefined;
}

/** What the line was understood as, and what is still missing: looked at before it is put on the board. */
export function QuickPreview({ id, kind, word, line, most, problem }: QuickPreviewProps) {
  const { title, organization, unclear, dueOn } = line;
  const over = textLength(title) - most;
  const fault = problem
    ? [problem.sentence, ...Object.values(problem.fields)].join(' ')
    : over > 0
      ? appWords.tooLong(over)
      : unclear !== null
        ? words.unclear(unclear)
        : kind === 'ROLE' && dueOn
          ? words.noDay
          : undefined;
  return (
    <div id={id} className="quick-read">
      {title || organization || dueOn ? (
        <p>
          <span className="hint">{word}</span> <strong>{title || words.nothing}</strong>
          {kind === 'ACTION' || kind === 'ROLE' ? <span>｜{organization?.name ?? consoleWords.actions.anybody}</span> : null}
          {kind === 'ACTION' ? (
            <span>｜{dueOn ? consoleWords.actions.until(dayAndWeekday(dueOn)) : consoleWords.actions.noDue}</span>
          ) : null}
        </p>
      ) : (
        <p className="hint">{words.hint}</p>
      )}
      {kind === 'ACTION' ? <NoDeskNote organization={organization?.id ?? null} /> : null}
      {fault ? (
        <p className="fault" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
