import { useEffect, useRef } from 'react';
import { itemTag } from '../display/item-head';
import { Button } from '../ui/button';
import { boardWords } from '../words/board-words';
import { consoleWords } from '../words/console-words';
import { tableWords } from '../words/table-words';
import { BringButton } from './bring-button';
import { itemName, itemTitle } from './item-name';
import { PutOnAgenda, TakeOffAgenda } from './session-changes';
import { type ItemData, isOutside, type SessionData } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = consoleWords.agenda;

interface AgendaRowProps {
  readonly session: SessionData;
  readonly item: ItemData;
  /** Picked for a closer look: Enter brings this one. */
  readonly picked: boolean;
  /** On the desk, picked or because it stands before the room. */
  readonly shown: boolean;
  readonly pick: () => void;
  /** Absent for people who may only look. */
  readonly bring?: () => void;
}

/** One item of the agenda: its tag, where it stands, and what may be done with it. */
export function AgendaRow({ session, item, picked, shown, pick, bring }: AgendaRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // The choice takes the focus along: otherwise Enter would still belong to whatever button was used last.
  useEffect(() => {
    if (picked && !row.current?.contains(document.activeElement)) opener.current?.focus();
  }, [picked]);
  const untouched = item.state === 'WAITING' && item.roles.length + item.actionItems.length === 0;
  const name = itemName(item);
  return (
    <li ref={row} data-state={item.state} data-item={item.id} data-picked={picked || undefined} aria-current={shown || undefined}>
      <button ref={opener} type="button" className="agenda-pick" data-enter={picked ? 'page' : undefined} onClick={pick}>
        <span className="tag">{itemTag(item, boardWords)}</span>
        <strong>{itemTitle(item)}</strong>
        <span className="agenda-state line">
          <span>{stateWord(session, item)}</span>
          <span>{words.counts(item.roles.length, item.actionItems.length)}</span>
        </span>
      </button>
      {bring && item.state !== 'FRONT' && !isOutside(item) ? (
        <p className="row-buttons">
          <BringButton word={bringWord(session, item)} weight="quiet" name={name} bring={bring} />
          {untouched ? <TakeOff session={session.id} item={item} name={name} /> : null}
        </p>
      ) : null}
    </li>
  );
}

/** What stood before the room when the conference ended has been dealt with. */
function stateWord({ projected, status }: SessionData, { state }: ItemData): string {
  if (state !== 'FRONT') return words.state[state];
  if (status === 'CLOSED') return words.state.DONE;
  return projected ? words.state.FRONT : tableWords.calm.front;
}

/** A wall is shown an item; where there is none, the room goes into it. */
export function bringWord({ projected }: SessionData, { state }: ItemData): string {
  const { bring, bringAgain } = projected ? words : tableWords.calm;
  return state === 'DONE' ? bringAgain : bring;
}

/** What was on the agenda, to be put on it again. */
function matterOf({ kind, title, words: told, card, issue, caseItem }: ItemData) {
  if (title && told) return { [kind === 'FICTION' ? 'fiction' : 'report']: { title, words: told } };
  if (!caseItem?.case) return { card: card?.id, issue: issue?.id };
  return { case: caseItem.case.id, reasonCode: caseItem.reasonCode, reason: caseItem.reason };
}

function TakeOff({ session, item, name }: { session: string; item: ItemData; name: string }) {
  const { did } = useUndo();
  const [takeOff, busy] = useChange(TakeOffAgenda);
  const [putBack] = useChange(PutOnAgenda);
  const press = async (): Promise<void> => {
    if (!(await takeOff({ item: item.id, version: item.version })).done) return;
    const isSame = (one: ItemData): boolean =>
      one.id !== item.id &&
      one.card?.id === item.card?.id &&
      one.issue?.id === item.issue?.id &&
      one.caseItem?.case?.id === item.caseItem?.case?.id &&
      one.title === item.title;
    did({
      sentence: words.tookOff(name),
      stands: ({ agenda }) => !agenda.some(isSame),
      back: async () => (await putBack({ session, ...matterOf(item) })).done,
    });
  };
  return (
    <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={`${words.takeOff}：${name}`}>
      {words.takeOff}
    </Button>
  );
}
