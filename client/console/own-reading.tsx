import type { ReactNode } from 'react';
import type { Lettering } from '../display/board-document';
import { LetteringOf } from '../display/lettering';
import { SelectField } from '../ui/select-field';
import { slideWords } from '../words/slide-words';
import type { SessionData } from './session-data';
import type { OwnLettering } from './use-own-lettering';
import { useReadings } from './use-readings';

const { own: words, lettering } = slideWords;
const ROOM = 'room';
const NONE: readonly string[] = [];

interface OwnReadingProps {
  readonly session: SessionData;
  readonly own: OwnLettering;
}

/** The page of somebody who does not steer, read as they chose, or as the room reads the wall. */
export function OwnReading({ session, own, children }: OwnReadingProps & { children: ReactNode }) {
  const { furigana, easy } = asRead(session, own);
  const readings = useReadings(furigana !== 'OFF') ?? NONE;
  return (
    <LetteringOf lettering={{ textStep: 'STANDARD', furigana, easy }} readings={readings}>
      {children}
    </LetteringOf>
  );
}

/** What was chosen goes before what the wall has. */
export function asRead(session: SessionData, own: OwnLettering): Pick<Lettering, 'furigana' | 'easy'> {
  return { furigana: own.furigana ?? session.furigana, easy: own.easy ?? session.easy };
}

/** Furigana and やさしい日本語 on an own device, whatever the wall has. */
export function OwnReadingChoice({ own, choose }: { own: OwnLettering; choose: (change: OwnLettering) => void }) {
  const { furiganas, easys } = lettering;
  return (
    <div className="own-reading">
      <SelectField
        label={words.furigana}
        options={[{ id: ROOM, name: words.room }, ...Object.entries(furiganas).map(([id, name]) => ({ id, name }))]}
        value={own.furigana ?? ROOM}
        choose={(id) => choose({ furigana: id === ROOM ? undefined : (id as Lettering['furigana']) })}
      />
      <SelectField
        label={words.easy}
        options={[{ id: ROOM, name: words.room }, ...Object.entries(easys).map(([id, name]) => ({ id, name }))]}
        value={own.easy === undefined ? ROOM : own.easy ? 'on' : 'off'}
        choose={(id) => choose({ easy: id === ROOM ? undefined : id === 'on' })}
      />
    </div>
  );
}
