import { Button } from '../ui/button';
import { duringWords } from '../words/during-words';
import { isOver, type SessionData } from './session-data';
import type { AgendaChoice } from './use-agenda-choice';
import { useWithKey } from './use-key-choice';

const words = duringWords.follow;

/** On the own device of somebody who does not steer: whether it goes along with the room, or looks around by itself. */
export function FollowBar({ session, choice }: { session: SessionData; choice: AgendaChoice }) {
  const { picked, follows } = choice;
  const withKey = useWithKey();
  if (isOver(session)) return null;
  return (
    <div className="follow-bar">
      <p role="status">{picked ? words.free : session.frontItem ? words.following : words.waiting}</p>
      {picked || session.frontItem ? (
        <Button weight="quiet" onPress={follows}>
          {withKey(picked ? words.follow : words.wander, 'follow')}
        </Button>
      ) : null}
    </div>
  );
}
