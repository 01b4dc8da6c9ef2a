import type { ReactNode } from 'react';
import type { BoardWords } from '../words/board-words';
import { eraDay, hoursInWords } from '../words/era-date';
import { ActionsStrip } from './actions-strip';
import type { BoardItem, BoardSession, Lettering } from './board-document';
import { BoardHeader } from './board-header';
import { DecisionsZone } from './decisions-zone';
import { DiscussionZone } from './discussion-zone';
import { EcoMapSlide } from './eco-map-slide';
import { IndicatorSlide } from './indicator-slide';
import { asSaid, LetteringOf, useLettering, wordsOf, zonesOf } from './lettering';
import { NotesZone } from './notes-zone';
import { RolesPanel } from './roles-panel';
import { SummaryLine } from './summary-line';
import { TitleCard } from './title-card';
import './board.css';
import './lettering.css';
import './slides.css';

interface BoardProps {
  /** `undefined`: not read yet. */
  readonly session: BoardSession | null | undefined;
  /** How this very screen is read, where it differs from the session's. */
  readonly lettering?: Partial<Lettering> | undefined;
  /** Readings of terms, places and offices, 役割[やくわり]; asked for where furigana are on. */
  readonly readings?: readonly string[] | undefined;
  readonly children?: ReactNode;
}

const PLAIN: Lettering = { textStep: 'STANDARD', furigana: 'OFF', easy: false };
const NONE: readonly string[] = [];

/** The projected board of one session, all sizes in `--u` (1/1080 of the image's height). The console shows the same one, smaller. */
export function Board({ session: told, lettering, readings = NONE, children }: BoardProps) {
  const { textStep, furigana, easy } = { ...(told ?? PLAIN), ...lettering };
  const session = told && asSaid({ ...told, easy });
  return (
    <LetteringOf lettering={{ textStep, furigana, easy }} readings={readings}>
      <div className="board" data-step={textStep} data-zones={zonesOf({ textStep, furigana })}>
        {session ? <BoardHeader session={session} /> : null}
        <Stage session={session} words={wordsOf({ easy })} />
        {children}
      </div>
    </LetteringOf>
  );
}

function Stage({ session, words }: { session: BoardSession | null | undefined; words: BoardWords }) {
  const standsOpen = session && session.status !== 'CLOSED' && session.status !== 'CANCELLED' && session.wall !== 'HIDDEN';
  if (standsOpen && session.focus === 'INDICATOR' && session.indicator) return <IndicatorSlide indicator={session.indicator} />;
  const item = standsOpen ? session.frontItem : null;
  if (item && session) return <ItemStage item={item} session={session} />;
  return <TitleCard title={session?.title} {...whenOf(session)} sentence={standing(session, words)} />;
}

/** What the facilitator turned the wall to. Large text leaves room for one zone, and a line that counts the rest. */
function ItemStage({ item, session }: { item: BoardItem; session: BoardSession }) {
  const { zones } = useLettering();
  if (session.focus === 'ECOMAP') return <EcoMapSlide item={item} />;
  if (session.focus === 'AGREED')
    return (
      <main className="board-stage board-agreed">
        <RolesPanel roles={item.roles} />
        <ActionsStrip actions={item.actionItems} all />
      </main>
    );
  return (
    <main className="board-stage">
      <LeftZone item={item} session={session} />
      {zones === 'one' ? (
        <SummaryLine item={item} />
      ) : (
        <>
          <RolesPanel roles={item.roles} />
          <ActionsStrip actions={item.actionItems} />
        </>
      )}
    </main>
  );
}

/** What was said, what is read out at the last step, or the matter itself. */
function LeftZone({ item, session }: { item: BoardItem; session: BoardSession }) {
  if (session.focus === 'NOTES') return <NotesZone item={item} session={session} />;
  const isReadOut = session.step === session.steps.length - 1;
  return isReadOut && item.decisions.length > 0 ? <DecisionsZone decisions={item.decisions} /> : <DiscussionZone item={item} />;
}

/** Before it begins: the day, and from when until when. */
function whenOf(session: BoardSession | null | undefined): { readonly when?: string } {
  return session?.status === 'PREPARING' ? { when: `${eraDay(session.heldOn)} ${hoursInWords(session)}`.trim() } : {};
}

function standing(session: BoardSession | null | undefined, words: BoardWords): string {
  if (!session) return session === null ? words.noSession : words.connecting;
  if (session.status === 'CLOSED') return words.over;
  if (session.status === 'CANCELLED') return words.cancelled;
  if (session.wall === 'HIDDEN') return words.hidden;
  return session.status === 'PREPARING' ? words.soon : words.between;
}
