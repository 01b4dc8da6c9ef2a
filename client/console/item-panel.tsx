import { Button } from '../ui/button';
import { consoleWords } from '../words/console-words';
import { tableWords } from '../words/table-words';
import { bringWord } from './agenda-row';
import { BringButton } from './bring-button';
import { FrontItem } from './front-item';
import { isOutside, isOver, type SessionData } from './session-data';
import type { AgendaChoice } from './use-agenda-choice';

const words = consoleWords.front;

interface ItemPanelProps {
  readonly session: SessionData;
  readonly choice: AgendaChoice;
  /** Absent for people who may only look. */
  readonly bring?: (item: string) => void;
}

/** The item on the desk, with what only the desk has. What the room does not see yet says so, where the eye falls first. */
export function ItemPanel({ session, choice, bring }: ItemPanelProps) {
  const { shown, picked, pick } = choice;
  const empty = session.projected ? words : tableWords.calm;
  if (!shown) {
    return (
      <section className="panel front">
        <h2>{words.title}</h2>
        <p>{isOver(session) ? words.nothing : empty.empty}</p>
        {session.agenda.length > 0 ? <p className="hint">{empty.emptyHint}</p> : null}
      </section>
    );
  }
  const behind = shown.id !== session.frontItem?.id && !isOver(session);
  return (
    <section className="panel front" data-item={shown.id} data-behind={behind || undefined}>
      {behind ? (
        <div className="behind-bar">
          <p role="status">{shown.state === 'DONE' ? words.looked : empty.prepared}</p>
          {session.frontItem && picked ? (
            <Button weight="quiet" onPress={() => pick(undefined)}>
              {empty.follow}
            </Button>
          ) : null}
          {bring && !isOutside(shown) ? <BringButton word={bringWord(session, shown)} weight="main" bring={() => bring(shown.id)} /> : null}
        </div>
      ) : null}
      <FrontItem item={shown} session={session} maySteer={Boolean(bring)} />
    </section>
  );
}
