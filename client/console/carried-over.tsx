import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { closingWords } from '../words/closing-words';
import { consoleWords } from '../words/console-words';
import { cityDay, dayAndWeekday, eraDate } from '../words/era-date';
import { SettleCarriedOver } from './closing-changes';
import { type CarriedOverData, subjectOf } from './closing-data';
import type { SessionData } from './session-data';
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
      actionItem {
        id
        title
        dueOn
        version
        organization {
          id
          name
        }
      }
    }
  }
`;

/** What the last sessions of the kind left: what was put off first. Not there when nothing is left. */
export function CarriedOver({ session, maySteer }: { session: SessionData; maySteer: boolean }) {
  const [all, showAll] = useState(false);
  const { carriedOver } = session;
  if (carriedOver.length === 0) return null;
  const shown = all ? carriedOver : carriedOver.slice(0, MOST_SHOWN);
  return (
    <details className="panel carried-over" open={session.step < LOOKING_BACK}>
      <summary>
        <h2>{words.count(carriedOver.length)}</h2>
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
  const { deferral, actionItem, kind, heldOn } = one;
  const title = (deferral ? subjectOf(deferral) : actionItem?.title) ?? words.outcome;
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
  const say = useToast();
  const [settle, busy] = useChange(SettleCarriedOver);
  const word = one.deferral ? words.settle : words.done;
  const press = async (): Promise<void> => {
    const { deferral, actionItem } = one;
    const order = deferral
      ? { deferral: deferral.id, version: deferral.version }
      : { action: actionItem?.id ?? '', version: actionItem?.version ?? 0 };
    if ((await settle({ session, ...order })).done) say({ sentence: words.settled(title) });
  };
  return (
    <span className="row-buttons">
      <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={closingWords.close.of(word, title)}>
        {word}
      </Button>
    </span>
  );
}
