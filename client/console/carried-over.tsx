import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { closingWords } from '../words/closing-words';
import { consoleWords } from '../words/console-words';
import { cityDay, dayAndWeekday, eraDate } from '../words/era-date';
import { inboxWords } from '../words/inbox-words';
import { LeaveCarriedOver, SettleCarriedOver, UnsettleCarriedOver } from './closing-changes';
import { type CarriedOverData, subjectOf } from './closing-data';
import { CarriedProposal, Proposal_proposal } from './proposals';
import type { SessionData } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = closingWords.carried;
/** As many as one takes in at a glance; the others are a press away. */
const MOST_SHOWN = 4;
/** It lies open while the meeting begins and looks back; afterwards the item on the desk comes first. */
const LOOKING_BACK = 2;

export const CarriedOver_session = graphql`
  fragment CarriedOver_session on Session {
    id
    carriedOver {
      id
      kind
      heldOn
      deferral {
        id
        reason
        version
        owner {
          id
          name
        }
        role {
          id
          title
        }
        actionItem {
          id
          title
        }
        decision {
          id
          title
        }
      }
      proposal {
        ...Proposal_proposal
      }
      actionItem {
        id
        title
        dueOn
        backReason
        version
        organization {
          id
          name
        }
      }
    }
  }
  ${Proposal_proposal}
`;

/** What the last sessions of the kind left: what was put off first. Not there when nothing is left. */
export function CarriedOver({ session, maySteer }: { session: SessionData; maySteer: boolean }) {
  const [all, showAll] = useState(false);
  const { carriedOver } = session;
  if (carriedOver.length === 0) return null;
  const asked = carriedOver.flatMap(({ actionItem }) => (actionItem?.backReason ? [actionItem.title] : []));
  const shown = all ? carriedOver : carriedOver.slice(0, MOST_SHOWN);
  return (
    <details className="panel carried-over" open={session.step < LOOKING_BACK}>
      <summary>
        <h2>{words.count(carriedOver.length)}</h2>
        {asked.length > 0 ? <span className="given-back">{inboxWords.carried.asked(asked)}</span> : null}
      </summary>
      <ul className="rows">
        {shown.map((one) => (
          <CarriedRow key={one.id} session={session.id} one={one} maySteer={maySteer} />
        ))}
      </ul>
      {carriedOver.length > MOST_SHOWN ? (
        <Button weight="quiet" onPress={() => showAll(!all)}>
          {all ? words.fewer : `${words.all}（${words.more(carriedOver.length - MOST_SHOWN)}）`}
        </Button>
      ) : null}
    </details>
  );
}

function CarriedRow({ session, one, maySteer }: { session: string; one: CarriedOverData; maySteer: boolean }) {
  const { deferral, actionItem, kind, heldOn, proposal } = one;
  const title = (deferral ? subjectOf(deferral) : actionItem?.title) ?? words.outcome;
  if (proposal)
    return (
      <li className="row action-row" data-carried={one.id}>
        <CarriedProposal session={session} proposal={proposal} maySteer={maySteer} />
      </li>
    );
  return (
    <li className="row action-row" data-carried={one.id}>
      <span className="action-what">
        <strong>{title}</strong>
        <span className="hint line">
          <span>{words[kind]}</span>
          <span>{words.from(eraDate(heldOn))}</span>
          {deferral ? <span>{deferral.reason}</span> : null}
          {deferral?.owner ? <span>{closingWords.defer.seenBy(deferral.owner.name)}</span> : null}
          {actionItem ? <span>{dueOf(actionItem.dueOn)}</span> : null}
          {actionItem?.organization ? <span>{actionItem.organization.name}</span> : null}
        </span>
        {actionItem?.backReason ? <span>{inboxWords.carried.givenBack(actionItem.backReason)}</span> : null}
      </span>
      {maySteer ? <Settle session={session} one={one} title={title} /> : null}
    </li>
  );
}

function dueOf(day: string | null): string {
  const { noDue, until, late } = consoleWords.actions;
  if (!day) return noDue;
  const due = until(dayAndWeekday(day));
  return day < cityDay() ? `${late} ${due}` : due;
}

function Settle({ session, one, title }: { session: string; one: CarriedOverData; title: string }) {
  const { did } = useUndo();
  const [settle, busy] = useChange(SettleCarriedOver);
  const [unsettle] = useChange(UnsettleCarriedOver);
  const { deferral, actionItem } = one;
  const word = deferral ? words.settle : actionItem?.backReason ? words.takeBack : words.done;
  const press = async (): Promise<void> => {
    const subject = deferral ? { deferral: deferral.id } : { action: actionItem?.id ?? '' };
    const { version } = deferral ?? actionItem ?? { version: 0 };
    if (!(await settle({ session, ...subject, version })).done) return;
    did({
      sentence: actionItem?.backReason ? inboxWords.carried.tookBack(title) : words.settled(title),
      stands: ({ carriedOver }) => carriedOver.every(({ id }) => id !== one.id),
      back: async () => (await unsettle({ session, ...subject })).done,
    });
  };
  return (
    <span className="row-buttons">
      {actionItem?.backReason ? <Leave session={session} action={actionItem} /> : null}
      <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={closingWords.close.of(word, title)}>
        {word}
      </Button>
    </span>
  );
}

/** Leaves it with the organisation that asked to give it back. */
function Leave({ session, action }: { session: string; action: NonNullable<CarriedOverData['actionItem']> }) {
  const { did } = useUndo();
  const [leave, busy] = useChange(LeaveCarriedOver);
  const [unsettle] = useChange(UnsettleCarriedOver);
  const { id, title, version } = action;
  const press = async (): Promise<void> => {
    if (!(await leave({ session, action: id, version })).done) return;
    did({
      sentence: inboxWords.carried.left(title),
      stands: ({ carriedOver }) => carriedOver.some(({ actionItem }) => actionItem?.id === id && actionItem.backReason === null),
      back: async () => (await unsettle({ session, action: id })).done,
    });
  };
  return (
    <Button
      weight="quiet"
      isPending={busy}
      onPress={() => void press()}
      aria-label={closingWords.close.of(inboxWords.carried.leave, title)}
    >
      {inboxWords.carried.leave}
    </Button>
  );
}
