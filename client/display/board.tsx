import type { ReactNode } from 'react';
import { boardWords as words } from '../words/board-words';
import { eraDay, hoursInWords } from '../words/era-date';
import { ActionsStrip } from './actions-strip';
import type { BoardItem, BoardSession } from './board-document';
import { BoardHeader } from './board-header';
import { DecisionsZone } from './decisions-zone';
import { DiscussionZone } from './discussion-zone';
import { NotesZone } from './notes-zone';
import { RolesPanel } from './roles-panel';
import { TitleCard } from './title-card';
import './board.css';

/** The projected board of one session, all sizes in `--u` (1/1080 of the image's height). The console shows the same one, smaller. `undefined`: not read yet. */
export function Board({ session, children }: { session: BoardSession | null | undefined; children?: ReactNode }) {
  const item = session && session.status !== 'CLOSED' && session.wall !== 'HIDDEN' ? session.frontItem : null;
  return (
    <div className="board">
      {session ? <BoardHeader session={session} /> : null}
      {item && session ? (
        <main className="board-stage">
          <LeftZone item={item} session={session} />
          <RolesPanel roles={item.roles} />
          <ActionsStrip actions={item.actionItems} />
        </main>
      ) : (
        <TitleCard title={session?.title ?? words.pairing.title} {...whenOf(session)} sentence={standing(session)} />
      )}
      {children}
    </div>
  );
}

/** What the facilitator turned to: what was said, what is read out at the last step, or the matter itself. */
function LeftZone({ item, session }: { item: BoardItem; session: BoardSession }) {
  if (session.focus === 'NOTES') return <NotesZone item={item} session={session} />;
  const isReadOut = session.step === session.steps.length - 1;
  return isReadOut && item.decisions.length > 0 ? <DecisionsZone decisions={item.decisions} /> : <DiscussionZone item={item} />;
}

/** Before it begins: the day, and from when until when. */
function whenOf(session: BoardSession | null | undefined): { readonly when?: string } {
  return session?.status === 'PREPARING' ? { when: `${eraDay(session.heldOn)} ${hoursInWords(session)}`.trim() } : {};
}

function standing(session: BoardSession | null | undefined): string {
  if (!session) return session === null ? words.noSession : words.connecting;
  if (session.status === 'CLOSED') return words.over;
  if (session.wall === 'HIDDEN') return words.hidden;
  return session.status === 'PREPARING' ? words.soon : words.between;
}
