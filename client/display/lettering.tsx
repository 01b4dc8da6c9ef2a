import { createContext, Fragment, type ReactNode, useContext, useMemo } from 'react';
import { type BoardWords, boardWords } from '../words/board-words';
import { easyBoardWords } from '../words/easy-board-words';
import { type Glossary, glossaryOf, type Piece, withReadings } from '../words/furigana';
import { ownReadings } from '../words/own-readings';
import type { BoardSession, Lettering } from './board-document';
import { nameBreaks } from './name-breaks';

/** Whether there is room for the matter, the roles and the actions side by side, or for one of them. */
type Zones = 'all' | 'one';

/** How the wall is read: its step, its own words, and the readings over them and over what people wrote. */
interface Reading {
  readonly step: Lettering['textStep'];
  readonly zones: Zones;
  readonly words: BoardWords;
  readonly own: Glossary | null;
  readonly entered: Glossary | null;
}

const Context = createContext<Reading>({ step: 'STANDARD', zones: 'all', words: boardWords, own: null, entered: null });

/** `readings`: terms, places and offices, as the city wrote down how they are read. */
export function LetteringOf({
  lettering: { textStep, furigana, easy },
  readings,
  children,
}: {
  lettering: Lettering;
  readings: readonly string[];
  children: ReactNode;
}) {
  const read = useMemo(() => {
    const entered = furigana === 'OFF' ? null : glossaryOf(readings);
    const own = furigana === 'ALL' ? glossaryOf([...readings, ...ownReadings]) : entered;
    return { step: textStep, zones: zonesOf({ textStep, furigana }), words: wordsOf({ easy }), own, entered };
  }, [textStep, furigana, easy, readings]);
  return <Context value={read}>{children}</Context>;
}

/** Furigana make each line a third higher: as much as another step of text. */
export function zonesOf({ textStep, furigana }: Pick<Lettering, 'textStep' | 'furigana'>): Zones {
  return textStep === 'LARGEST' || (textStep === 'LARGE' && furigana !== 'OFF') ? 'one' : 'all';
}

/** What changes the room that a text takes. */
export function useLettering(): Reading {
  return useContext(Context);
}

/** The board's own words, as they are said now. */
export function useBoardWords(): BoardWords {
  return useContext(Context).words;
}

/** The board's own words, plain or in やさしい日本語. */
export function wordsOf({ easy }: Pick<Lettering, 'easy'>): BoardWords {
  return easy ? easyBoardWords : boardWords;
}

/** The session with its steps and lines in the words of the board: what belongs to a kind of conference is the product's, not people's. */
export function asSaid(session: BoardSession): BoardSession {
  return session.easy ? { ...session, steps: session.easySteps, noteWords: session.easyNoteWords } : session;
}

/** A sentence of the product's own. */
export function Own({ children }: { children: string }) {
  return <WithReadings text={children} glossary={useContext(Context).own} />;
}

/** What people wrote, and names out of the records: never reworded, and read only where the city says how. */
export function Entered({ children }: { children: string }) {
  return <WithReadings text={children} glossary={useContext(Context).entered} />;
}

/** The name of an organisation, or of people in words: it goes on in the next line between its words (`word-break: keep-all`), and nowhere within one. */
export function EnteredName({ children }: { children: string }) {
  const glossary = useContext(Context).entered;
  const breaks = nameBreaks(children);
  const pieces = glossary ? withReadings(children, glossary) : [{ base: children }];
  let at = 0;
  return pieces.flatMap((piece) => {
    const from = at;
    at += piece.base.length;
    // What is read as one is one.
    const inner = piece.reading ? [] : [...breaks].filter((each) => each > from && each < at).sort((one, other) => one - other);
    const starts = [from, ...inner];
    return starts.map((start, index) => (
      <Fragment key={start}>
        {breaks.has(start) ? <wbr /> : null}
        <Read {...piece} base={children.slice(start, starts[index + 1] ?? at)} />
      </Fragment>
    ));
  });
}

function WithReadings({ text, glossary }: { text: string; glossary: Glossary | null }) {
  if (!glossary) return text;
  let at = 0;
  return withReadings(text, glossary).map((piece) => {
    const key = at;
    at += piece.base.length;
    return <Read key={key} {...piece} />;
  });
}

function Read({ base, reading }: Piece) {
  if (!reading) return base;
  return (
    <ruby>
      {base}
      <rt>{reading}</rt>
    </ruby>
  );
}
