import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { textLimits } from '../console/text-limits';
import { useChange } from '../console/use-change';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { dayAndWeekday, eraDate } from '../words/era-date';
import { inboxWords as words } from '../words/inbox-words';
import { AnswerDialog } from './answer-dialog';
import { AcceptActionItem, FinishAtDesk, GiveBackActionItem, type InboxData } from './inbox-document';

interface InboxRowProps {
  readonly one: InboxData;
  /** Reads the inbox again. */
  readonly again: () => void;
}

/** One thing that a conference asked for: what, until when, where it was decided, and what may be done about it. */
export function InboxRow({ one, again }: InboxRowProps) {
  const { action, standing, isLate, session } = one;
  if (!action) return null;
  return (
    <li className="row action-row inbox-row" data-inbox={one.id} data-status={standing} data-late={isLate || undefined}>
      <span className="action-what">
        <strong>{action.title}</strong>
        <span className="line">
          <span className="inbox-due">{dueOf(one)}</span>
          <span>{words.standing[standing]}</span>
          {action.organization ? <span className="hint">{action.organization.name}</span> : null}
        </span>
        <span className="hint line">
          {session ? (
            <Link to="/sessions/$id" params={{ id: session.id }}>
              {words.from(session.kindName, session.title, eraDate(session.heldOn))}
            </Link>
          ) : null}
          <span>{matterOf(one)}</span>
        </span>
        {action.backReason ? <span>{words.because(action.backReason)}</span> : null}
        {action.doneNote ? <span>{words.noted(action.doneNote)}</span> : null}
      </span>
      <Answers one={one} action={action} again={again} />
    </li>
  );
}

/** Until when: shape, word and colour say that the day has gone by. */
function dueOf({ action, isLate }: InboxData): string {
  const { noDue, until, late } = consoleWords.actions;
  if (!action?.dueOn) return noDue;
  const due = until(dayAndWeekday(action.dueOn));
  return isLate ? `${late} ${due}` : due;
}

/** What it is about, as far as this person may know. */
function matterOf({ item }: InboxData): string {
  if (!item) return '';
  const title = item.card?.title ?? item.issue?.title ?? item.caseItem?.case?.code;
  return title ? words.matter(item.letter, title) : words.hiddenMatter(item.letter);
}

interface AnswersProps extends InboxRowProps {
  readonly action: NonNullable<InboxData['action']>;
}

function Answers({ one: { standing }, action, again }: AnswersProps) {
  const say = useToast();
  const [open, show] = useState<'done' | 'back' | null>(null);
  const [accept, accepting] = useChange(AcceptActionItem);
  const [finish, finishing] = useChange(FinishAtDesk);
  const [giveBack, giving] = useChange(GiveBackActionItem);
  const { id, title, dueOn, version, backReason } = action;
  // What stood here: a line that has only been off the wall and back meanwhile is no conflict.
  const seen = { title, dueOn, backReason };
  const told = (done: boolean, sentence: string, undo?: () => void): void => {
    if (done) say({ sentence, ...(undo ? { undo } : {}) });
    // Where somebody else was first, what they did is shown.
    again();
  };
  const reopen = async (at: number): Promise<void> =>
    told((await finish({ action: id, done: false, version: at })).done, words.reopened(title));
  const label = (word: string): string => words.of(word, title);
  if (standing === 'TAKEN_BACK') return null;
  if (standing === 'DONE')
    return (
      <span className="row-buttons">
        <Button weight="quiet" isPending={finishing} onPress={() => void reopen(version)} aria-label={label(words.reopen)}>
          {words.reopen}
        </Button>
      </span>
    );
  return (
    <span className="row-buttons">
      {standing === 'NEW' ? (
        <Button
          isPending={accepting}
          onPress={() => void accept({ action: id, version }, seen).then(({ done }) => told(done, words.accepted(title)))}
          aria-label={label(words.accept)}
        >
          {words.accept}
        </Button>
      ) : null}
      <Button onPress={() => show('done')} aria-label={label(words.done)}>
        {words.done}
      </Button>
      {standing === 'GIVEN_BACK' ? (
        <Button
          weight="quiet"
          isPending={giving}
          onPress={() => void giveBack({ action: id, version }, seen).then(({ done }) => told(done, words.kept(title)))}
          aria-label={label(words.keep)}
        >
          {words.keep}
        </Button>
      ) : (
        <Button weight="quiet" onPress={() => show('back')} aria-label={label(words.back)}>
          {words.back}
        </Button>
      )}
      {open === 'done' ? (
        <AnswerDialog
          {...{ title: words.doneTitle(title), label: words.note, hint: words.noteHint, field: 'note', send: words.done, mayBeEmpty: true }}
          most={textLimits.DeskDoneOrder.note}
          busy={finishing}
          save={async (note) => {
            const outcome = await finish({ action: id, done: true, version, ...(note ? { note } : {}) }, seen);
            if (outcome.done) told(true, words.finished(title), () => void reopen(outcome.answer.finishAtDesk.version));
            return outcome;
          }}
          close={() => show(null)}
        />
      ) : null}
      {open === 'back' ? (
        <AnswerDialog
          {...{ title: words.backTitle(title), label: words.reason, hint: words.backHint, field: 'reason', send: words.send }}
          most={textLimits.GiveBackOrder.reason}
          busy={giving}
          save={async (reason) => {
            const outcome = await giveBack({ action: id, version, reason }, seen);
            if (outcome.done) told(true, words.asked(title));
            return outcome;
          }}
          close={() => show(null)}
        />
      ) : null}
    </span>
  );
}
