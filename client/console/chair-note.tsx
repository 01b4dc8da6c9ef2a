import { useEffect, useState } from 'react';
import { useMe } from '../app/use-me';
import { Button } from '../ui/button';
import { consoleWords as words } from '../words/console-words';
import { useDrafts } from './outbox-desk';
import { isOver, type SessionData } from './session-data';

const PLACE = 'chair';

/** Tells whoever had the chair at this desk, also when they come back after their laptop had died, that somebody else has taken it. */
export function ChairNote({ session }: { session: SessionData }) {
  const { facilitator } = session;
  const { me } = useMe();
  const drafts = useDrafts();
  const [, look] = useState(0);
  const isMine = me !== null && me !== undefined && me.id === facilitator?.id;
  useEffect(() => {
    if (isMine) drafts?.put(PLACE, true);
  }, [isMine, drafts]);
  if (isMine || !facilitator || isOver(session) || !drafts?.get(PLACE)) return null;
  const understood = (): void => {
    drafts.drop(PLACE);
    look((count) => count + 1);
  };
  return (
    <div className="note chair-note" role="status">
      <p>{words.chairTaken(facilitator.name)}</p>
      <Button weight="quiet" onPress={understood}>
        {words.understood}
      </Button>
    </div>
  );
}
