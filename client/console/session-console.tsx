import { useState } from 'react';
import { mayPair, maySteer, useMe } from '../app/use-me';
import type { Contact } from '../graphql/watch-board';
import { WithheldNote } from '../ui/withheld-note';
import { tableWords } from '../words/table-words';
import { ActionDialog } from './action-dialog';
import { ActionItems } from './action-items';
import { AgendaList } from './agenda-list';
import { CarriedOver } from './carried-over';
import { ChairNote } from './chair-note';
import type { KeyChoice } from './console-keys';
import { CorrectionDesk, CorrectionsPanel } from './corrections';
import { DecisionDialog } from './decision-dialog';
import { Decisions } from './decisions';
import { DisplaysPanel } from './displays-panel';
import { FollowBar } from './follow-bar';
import { InvitationButton } from './invitation-button';
import { ItemPanel } from './item-panel';
import { KeyHelp } from './key-help';
import { LetteringPanel } from './lettering-panel';
import { LinksPanel } from './links-panel';
import { NotesPanel } from './notes-panel';
import { OfflineBar } from './offline-bar';
import { OpeningText } from './opening-text';
import { useEdits } from './outbox-desk';
import { OutboxPanel } from './outbox-panel';
import { asRead, OwnReading, OwnReadingChoice } from './own-reading';
import { PrintSheet } from './print-sheet';
import { Proposals } from './proposals';
import { QuickEntry } from './quick-entry';
import { RecentActs } from './recent-acts';
import { RoleDialog } from './role-dialog';
import { RolesEditor } from './roles-editor';
import { RoomPreview } from './room-preview';
import { isOutside, isOver, type Named, type SessionData } from './session-data';
import { SessionHeader } from './session-header';
import { SlidesDialog } from './slides-dialog';
import { mayList, TablePanel } from './table-panel';
import { useAgendaChoice } from './use-agenda-choice';
import { useConsoleKeys } from './use-console-keys';
import { useFocus } from './use-focus';
import { useLetteringChange } from './use-lettering-change';
import { useOwnLettering } from './use-own-lettering';
import { usePrint } from './use-print';
import { useQuickEntry } from './use-quick-entry';
import { useSteering } from './use-steering';
import { useWall } from './use-wall';
import { withWaiting } from './waiting-item';
import { WallPanel } from './wall-panel';

type Open = 'action' | 'role' | 'decision' | 'keys' | 'recent' | 'slides' | null;

interface SessionConsoleProps {
  readonly session: SessionData;
  readonly contact: Contact;
  /** When the line was lost last. */
  readonly lostAt: number;
  readonly organizations: readonly Named[];
  readonly chooseKeys: (choice: KeyChoice) => void;
}

/** The console's three columns: what is coming, what is being talked about, what the room sees. */
export function SessionConsole({ session, contact, lostAt, organizations, chooseKeys }: SessionConsoleProps) {
  const { me } = useMe();
  const [open, show] = useState<Open>(null);
  const choice = useAgendaChoice(session);
  const steering = useSteering(session);
  const wall = useWall(session);
  const { turn, notes } = useFocus(session);
  const lettering = useLetteringChange(session);
  const { quick, write } = useQuickEntry(session);
  const { shown, pick } = choice;
  const [own, chooseOwn] = useOwnLettering();
  const edits = useEdits();
  const written = shown && withWaiting(shown, edits, organizations);
  const steers = maySteer(me);
  const printing = usePrint(session.id);
  const print = steers && session.printing !== 'none' ? printing : undefined;
  const mayChange = steers && !isOver(session);
  const add = (what: Open) => (mayChange && shown && !isOutside(shown) ? () => show(what) : undefined);
  // Once it stands before the room, the desk follows the room again.
  const bring = (item: string): void => void steering.bring(item).then((stands) => stands && pick(undefined));
  useConsoleKeys({ session, choice, mayChange, goTo: steering.goTo, bring, show, print, wall, turn: notes, lettering, write });
  return (
    <CorrectionDesk session={session} mayCorrect={steers && session.status === 'CLOSED'}>
      <div className="console" data-projected={session.projected}>
        <SessionHeader
          session={session}
          contact={contact}
          maySteer={steers}
          goTo={steering.goTo}
          help={() => show('keys')}
          print={print}
          recent={() => show('recent')}
        />
        <AgendaList session={session} choice={choice} bring={mayChange ? bring : undefined} />
        <div className="console-middle">
          <ChairNote session={session} />
          <OutboxPanel session={session} />
          <OpeningText session={session} />
          <CarriedOver session={session} maySteer={mayChange} />
          {steers ? (
            <ItemPanel session={session} choice={choice} bring={mayChange ? bring : undefined} />
          ) : (
            <>
              <FollowBar session={session} choice={choice} />
              <OwnReadingChoice own={own} choose={chooseOwn} />
              <OwnReading session={session} own={own}>
                <ItemPanel session={session} choice={choice} />
              </OwnReading>
            </>
          )}
          {shown && written && !isOutside(shown) ? (
            <>
              {mayChange ? <QuickEntry key={shown.id} item={shown} session={session} organizations={organizations} {...quick} /> : null}
              <div className="agreed">
                <RolesEditor item={written} organizations={organizations} projected={session.projected} add={add('role')} />
                <ActionItems item={written} organizations={organizations} projected={session.projected} add={add('action')} />
                <Decisions item={written} projected={session.projected} add={add('decision')} />
              </div>
              <NotesPanel item={written} session={session} mayChange={mayChange} />
              {session.slides.includes('ECOMAP') && shown.kind !== 'CASE' ? (
                <LinksPanel item={shown} organizations={organizations} mayChange={mayChange} />
              ) : null}
            </>
          ) : null}
          <CorrectionsPanel item={shown && !isOutside(shown) ? shown : undefined} />
          <Proposals session={session} mayChange={mayChange} maySteer={steers} />
        </div>
        <aside className="console-side">
          {isOver(session) ? null : <WallPanel session={session} control={mayChange ? wall : undefined} turn={() => show('slides')} />}
          {session.projected ? <RoomPreview session={session} {...(steers ? {} : { own: asRead(session, own) })} /> : null}
          {session.projected && mayChange ? <LetteringPanel session={session} control={lettering} /> : null}
          {session.keepsAttendance ? (
            <TablePanel session={session} maySteer={mayChange} mayList={mayChange && mayList(me, session)} />
          ) : null}
          {steers ? <DisplaysPanel session={session} mayPair={mayPair(me)} /> : null}
          {steers && session.status !== 'CLOSED' && mayList(me, session) ? <InvitationButton session={session} /> : null}
          <WithheldNote withheld={session.withheld} />
        </aside>
        {contact === 'recovering' ? <OfflineBar lostAt={lostAt} /> : null}
        {session.printing === 'none' ? <p className="print-sheet">{tableWords.calm.unprinted}</p> : <PrintSheet session={session} />}
        {open === 'role' && shown ? <RoleDialog item={shown.id} organizations={organizations} close={() => show(null)} /> : null}
        {open === 'action' && shown ? <ActionDialog item={shown.id} organizations={organizations} close={() => show(null)} /> : null}
        {open === 'recent' ? <RecentActs close={() => show(null)} /> : null}
        {open === 'decision' && shown ? <DecisionDialog item={shown.id} close={() => show(null)} /> : null}
        {open === 'slides' ? <SlidesDialog session={session} turn={turn} close={() => show(null)} /> : null}
        {open === 'keys' ? <KeyHelp choose={chooseKeys} close={() => show(null)} /> : null}
      </div>
    </CorrectionDesk>
  );
}
