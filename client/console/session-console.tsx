import { useState } from 'react';
import { maySteer, useMe } from '../app/use-me';
import type { Contact } from '../graphql/watch-board';
import { useKeys } from '../ui/use-keys';
import { WithheldNote } from '../ui/withheld-note';
import { consoleWords as words } from '../words/console-words';
import { ActionDialog } from './action-dialog';
import { ActionItems } from './action-items';
import { AgendaList } from './agenda-list';
import { DisplaysPanel } from './displays-panel';
import { FrontItem } from './front-item';
import { KeyHelp } from './key-help';
import { RoleDialog } from './role-dialog';
import { RolesEditor } from './roles-editor';
import { RoomPreview } from './room-preview';
import type { Named, SessionData } from './session-data';
import { SessionHeader } from './session-header';
import { useKeyChoice } from './use-key-choice';
import { useSteering } from './use-steering';

type Open = 'action' | 'role' | 'keys' | null;

interface SessionConsoleProps {
  readonly session: SessionData;
  readonly contact: Contact;
  readonly organizations: readonly Named[];
}

/** The console's three columns: what is coming, what is being talked about, what the room sees. */
export function SessionConsole({ session, contact, organizations }: SessionConsoleProps) {
  const { me } = useMe();
  const [open, show] = useState<Open>(null);
  const [selected, select] = useState<string>();
  const [keysActive, setKeysActive] = useKeyChoice();
  const { goTo, bring } = useSteering(session);
  const steers = maySteer(me);
  const mayChange = steers && session.status !== 'CLOSED';
  const front = session.agenda.find((item) => item.id === session.frontItem?.id);
  const move = (by: number): void => {
    const at = session.agenda.findIndex((item) => item.id === selected);
    select(session.agenda[Math.min(Math.max(at + by, 0), session.agenda.length - 1)]?.id);
  };
  const change = (act: () => void) => () => (mayChange ? act() : undefined);
  const next = change(() => goTo(session.step + 1));
  const back = change(() => goTo(session.step - 1));

  useKeys({ '?': () => show('keys') }, true);
  useKeys(
    {
      KeyN: change(() => front && show('action')),
      KeyR: change(() => front && show('role')),
      ArrowRight: next,
      PageDown: next,
      ArrowLeft: back,
      PageUp: back,
      KeyJ: () => move(1),
      KeyK: () => move(-1),
      Enter: change(() => selected && bring(selected)),
    },
    keysActive,
  );

  return (
    <div className="console">
      <SessionHeader session={session} contact={contact} maySteer={steers} goTo={goTo} help={() => show('keys')} />
      {session.status === 'CLOSED' ? <p className="note">{words.closed}</p> : null}
      <AgendaList session={session} selected={selected} select={select} bring={bring} mayChange={mayChange} />
      <div className="console-middle">
        <FrontItem item={front} />
        {front ? (
          <div className="agreed">
            <RolesEditor item={front} organizations={organizations} add={mayChange ? () => show('role') : undefined} />
            <ActionItems item={front} organizations={organizations} add={mayChange ? () => show('action') : undefined} />
          </div>
        ) : null}
      </div>
      <aside className="console-side">
        <RoomPreview session={session} />
        <DisplaysPanel session={session} mayChange={steers} />
        <WithheldNote withheld={session.withheld} />
      </aside>
      {open === 'role' && front ? <RoleDialog item={front.id} organizations={organizations} close={() => show(null)} /> : null}
      {open === 'action' && front ? <ActionDialog item={front.id} organizations={organizations} close={() => show(null)} /> : null}
      {open === 'keys' ? <KeyHelp active={keysActive} setActive={setKeysActive} close={() => show(null)} /> : null}
    </div>
  );
}
