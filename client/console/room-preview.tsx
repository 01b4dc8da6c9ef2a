import { useMemo } from 'react';
import { Board } from '../display/board';
import { usePicture } from '../display/use-picture';
import { graphql } from '../graphql/graphql';
import { WithheldNote } from '../ui/withheld-note';
import { consoleWords } from '../words/console-words';
import { keptFromRoom, roomView } from './room-view';
import type { SessionData } from './session-data';

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
    members {
      id
    }
    frontItem {
      id
    }
  }
`;

/** The wall in small, drawn by the wall's own components, and what it leaves out. */
export function RoomPreview({ session }: { session: SessionData }) {
  const view = useMemo(() => roomView(session), [session]);
  const picture = usePicture(view);
  return (
    <section className="panel" aria-labelledby="room-title">
      <h2 id="room-title">{words.title}</h2>
      <div className="room-preview" inert aria-hidden="true">
        <Board session={picture} />
      </div>
      <h3>{words.hidden}</h3>
      <WithheldNote withheld={keptFromRoom(session)} />
    </section>
  );
}
