import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { cityDay, dayAndWeekday } from '../words/era-date';
import { inboxWords } from '../words/inbox-words';
import { ActionDialog } from './action-dialog';
import { LineText } from './corrections';
import { HeldNote, HoldButton } from './held-line';
import { FinishActionItem } from './session-changes';
import { type ActionData, actionIn, type ItemData, type Named } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';
import { useWithKey } from './use-key-choice';
import { isMadeHere } from './waiting-item';
import { WaitingNote } from './waiting-note';

const words = consoleWords.actions;

export const ActionItems_item = graphql`
  fragment ActionItems_item on AgendaItem {
    id
    actionItems {
      id
      title
      organization {
        id
        name
      }
      dueOn
      status
      held
      acceptedAt
      doneNote
      backReason
      version
    }
  }
`;

interface ActionItemsProps {
  readonly item: ItemData;
  readonly organizations: readonly Named[];
  /** Whether the room sees what stands here. */
  readonly projected: boolean;
  /** Absent for people who may only look. */
  readonly add?: () => void;
}

/** What is to be done, by whom, until when. */
export function ActionItems({ item, organizations, projected, add }: ActionItemsProps) {
  const withKey = useWithKey();
  return (
    <section className="panel" aria-labelledby="actions-title">
      <h2 id="actions-title">{words.title}</h2>
      {item.actionItems.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="rows">
        {item.actionItems.map((action) => (
          <ActionRow
            key={action.id}
            item={item.id}
            action={action}
            organizations={organizations}
            projected={projected}
            mayChange={Boolean(add)}
          />
        ))}
      </ul>
      {add ? <Button onPress={add}>＋ {withKey(words.add, 'action')}</Button> : null}
    </section>
  );
}

interface ActionRowProps extends Pick<ActionItemsProps, 'projected'> {
  readonly item: string;
  readonly action: ActionData;
  readonly organizations: readonly Named[];
  readonly mayChange: boolean;
}

function ActionRow({ item, action, organizations, mayChange, projected }: ActionRowProps) {
  const [revising, revise] = useState<ActionData | null>(null);
  return (
    <li className="row action-row" data-action={action.id} data-status={action.status}>
      <span className="action-what">
        <LineText line={action.id} title={action.title} />
        <span className="hint line">
          <span>{dueOf(action)}</span>
          <span>{action.organization?.name ?? words.anybody}</span>
        </span>
        <AnswerOf action={action} />
        <HeldNote held={action.held} />
        <WaitingNote row={action.id} />
      </span>
      {mayChange && !isMadeHere(action.id) ? (
        <span className="row-buttons">
          <Finish action={action} />
          <Button weight="quiet" onPress={() => revise(action)} aria-label={`${words.revise}：${action.title}`}>
            {words.revise}
          </Button>
          {projected ? <HoldButton line={{ action }} /> : null}
        </span>
      ) : null}
      {/* The version that was opened is the one that is sent: what others change meanwhile must end in a conflict, not be overwritten. */}
      {revising ? <ActionDialog item={item} action={revising} organizations={organizations} close={() => revise(null)} /> : null}
    </li>
  );
}

/** What the organisation's own desk has answered. */
function AnswerOf({ action: { acceptedAt, doneNote, backReason, status } }: { action: ActionData }) {
  if (status === 'DONE') return doneNote ? <span className="hint">{inboxWords.noted(doneNote)}</span> : null;
  if (status === 'TAKEN_BACK') return backReason ? <span className="hint">{inboxWords.because(backReason)}</span> : null;
  if (backReason) return <span>{inboxWords.carried.givenBack(backReason)}</span>;
  return acceptedAt ? <span className="hint">{inboxWords.standing.ACCEPTED}</span> : null;
}

/** Until when, and whether that day has gone by. */
function dueOf({ status, dueOn }: ActionData): string {
  if (status === 'DONE') return `● ${words.done}`;
  if (status === 'TAKEN_BACK') return inboxWords.standing.TAKEN_BACK;
  if (!dueOn) return words.noDue;
  const until = words.until(dayAndWeekday(dueOn));
  return dueOn < cityDay() ? `${words.late} ${until}` : until;
}

function Finish({ action }: { action: ActionData }) {
  const { did } = useUndo();
  const [finish, busy] = useChange(FinishActionItem);
  const done = action.status === 'OPEN';
  const press = (): Promise<unknown> => {
    const status = done ? 'DONE' : 'OPEN';
    return finish({ action: action.id, done, version: action.version }, { status: action.status }, ({ finishActionItem: { version } }) =>
      did({
        sentence: done ? words.finished(action.title) : words.reopened(action.title),
        stands: (session) => actionIn(session, action.id)?.status === status,
        back: async () => (await finish({ action: action.id, done: !done, version }, { status })).done,
      }),
    );
  };
  return (
    <Button
      weight="quiet"
      isPending={busy}
      onPress={() => void press()}
      aria-label={`${done ? words.finish : words.reopen}：${action.title}`}
    >
      {done ? words.finish : words.reopen}
    </Button>
  );
}
