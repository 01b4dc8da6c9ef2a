import { useMemo } from 'react';
import { Board } from '../display/board';
import type { Lettering } from '../display/board-document';
import { usePicture } from '../display/use-picture';
import { graphql } from '../graphql/graphql';
import { WithheldNote } from '../ui/withheld-note';
import { consoleWords } from '../words/console-words';
import { keptFromRoom, roomView } from './room-view';
import type { SessionData } from './session-data';
import { useReadings } from './use-readings';

const words = consoleWords.room;

export const RoomPreview_session = graphql`
  fragment RoomPreview_session on Session {
    id
    kindName
    number
    title
    heldOn
    status
    step
    steps
    textStep
    furigana
    easy
    easySteps
    easyNoteWords
    indicator {
      id
      number
      organizationName
      name
      unit
      nature
      definition
      readingNote
      cells {
        id
        fiscalYear
        kind
        raw
        value
      }
    }
    members {
      id
    }
    frontItem {
      id
    }
  }
`;

/** The wall in small, drawn by the wall's own components, and what it leaves out. `own`: how this person reads it, on an own device. */
export function RoomPreview({ session, own }: { session: SessionData; own?: Partial<Lettering> }) {
  const view = useMemo(() => roomView(session), [session]);
  const picture = usePicture(view);
  const readings = useReadings((own?.furigana ?? session.furigana) !== 'OFF');
  return (
    <section className="panel" aria-labelledby="room-title">
      <h2 id="room-title">{words.title}</h2>
      <div className="room-preview" inert aria-hidden="true">
        <Board session={picture} lettering={own} readings={readings} />
      </div>
      <h3>{words.hidden}</h3>
      <WithheldNote withheld={keptFromRoom(session)} />
    </section>
  );
}
