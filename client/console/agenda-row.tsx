import { useEffect, useRef } from 'react';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { itemName } from './item-name';
import { PutOnAgenda, TakeOffAgenda } from './session-changes';
import type { ItemData } from './session-data';
import { useChange } from './use-change';

const words = consoleWords.agenda;

interface AgendaRowProps {
  readonly session: string;
  readonly item: ItemData;
  readonly selected: boolean;
  readonly select: () => void;
  /** Absent for people who may only look. */
  readonly bring?: () => void;
}

/** One item of the agenda: its letter, where it stands, and what may be done with it. */
export function AgendaRow({ session, item, selected, select, bring }: AgendaRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const pick = useRef<HTMLButtonElement>(null);
  // The selection takes the focus along: otherwise Enter would still belong to whatever button was used last.
  useEffect(() => {
    if (selected && !row.current?.contains(document.activeElement)) pick.current?.focus();
  }, [selected]);
  const untouched = item.state === 'WAITING' && item.roles.length + item.actionItems.length === 0;
  return (
    <li ref={row} data-state={item.state} data-item={item.id} aria-current={selected || undefined}>
      <button ref={pick} type="button" className="agenda-pick" data-enter="page" onClick={select} onFocus={select} aria-pressed={selected}>
        <span className="tag">{item.card ? words.caseTag(item.letter) : words.issueTag}</span>
        <strong>{item.card?.title ?? item.issue?.title}</strong>
        <span className="agenda-state line">
          <span>{words.state[item.state]}</span>
          <span>{words.counts(item.roles.length, item.actionItems.length)}</span>
        </span>
      </button>
      {bring && item.state !== 'FRONT' ? (
        <p className="row-buttons">
          <Button weight="quiet" onPress={bring}>
            {item.state === 'DONE' ? words.bringAgain : words.bring}
          </Button>
          {untouched ? <TakeOff session={session} item={item} /> : null}
        </p>
      ) : null}
    </li>
  );
}

function TakeOff({ session, item }: { session: string; item: ItemData }) {
  const say = useToast();
  const [takeOff, busy] = useChange(TakeOffAgenda);
  const [putBack] = useChange(PutOnAgenda);
  const press = async (): Promise<void> => {
    const outcome = await takeOff({ item: item.id, version: item.version });
    const undo = (): void => void putBack({ session, card: item.card?.id, issue: item.issue?.id });
    if (outcome.done) say({ sentence: words.tookOff(itemName(item)), undo });
  };
  return (
    <Button weight="quiet" isPending={busy} onPress={() => void press()}>
      {words.takeOff}
    </Button>
  );
}
