import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { closingWords } from '../words/closing-words';
import type { DecisionData } from './closing-data';
import { DecisionDialog } from './decision-dialog';
import { HeldNote, HoldButton } from './held-line';
import type { ItemData } from './session-data';
import { useWithKey } from './use-key-choice';
import { useReadingBack } from './use-reading-back';
import { isMadeHere } from './waiting-item';
import { WaitingNote } from './waiting-note';

const words = closingWords.decisions;

export const Decisions_item = graphql`
  fragment Decisions_item on AgendaItem {
    id
    decisions {
      id
      title
      readBackAt
      held
      version
    }
    deferrals {
      id
      reason
      version
      owner {
        id
        name
      }
      role {
        id
        title
      }
      actionItem {
        id
        title
      }
      decision {
        id
        title
      }
    }
  }
`;

interface DecisionsProps {
  readonly item: ItemData;
  /** Whether the room sees what stands here. */
  readonly projected: boolean;
  /** Absent for people who may only look. */
  readonly add?: () => void;
}

/** What was decided, and whether the table has heard it read out. */
export function Decisions({ item, projected, add }: DecisionsProps) {
  const withKey = useWithKey();
  return (
    <section className="panel" aria-labelledby="decisions-title">
      <h2 id="decisions-title">{words.title}</h2>
      {item.decisions.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="rows">
        {item.decisions.map((decision) => (
          <DecisionRow
            key={decision.id}
            item={item.id}
            decision={decision}
            projected={projected}
            mayChange={Boolean(add) && !isMadeHere(decision.id)}
          />
        ))}
      </ul>
      {add ? <Button onPress={add}>＋ {withKey(words.add, 'decision')}</Button> : null}
    </section>
  );
}

interface DecisionRowProps extends Pick<DecisionsProps, 'projected'> {
  readonly item: string;
  readonly decision: DecisionData;
  readonly mayChange: boolean;
}

function DecisionRow({ item, decision, projected, mayChange }: DecisionRowProps) {
  const [rewording, reword] = useState<DecisionData | null>(null);
  const [readBack, busy] = useReadingBack(decision);
  const word = decision.readBackAt ? words.unread : words.readBack;
  return (
    <li className="row action-row" data-decision={decision.id}>
      <span className="action-what">
        <strong>{decision.title}</strong>
        <span className="hint">{decision.readBackAt ? words.isRead : words.isUnread}</span>
        <HeldNote held={decision.held} />
        <WaitingNote row={decision.id} />
      </span>
      {mayChange ? (
        <span className="row-buttons">
          <Button weight="quiet" isPending={busy} onPress={readBack} aria-label={`${word}：${decision.title}`}>
            {word}
          </Button>
          <Button weight="quiet" onPress={() => reword(decision)} aria-label={`${words.reword}：${decision.title}`}>
            {words.reword}
          </Button>
          {projected ? <HoldButton line={{ decision }} /> : null}
        </span>
      ) : null}
      {rewording ? <DecisionDialog item={item} decision={rewording} close={() => reword(null)} /> : null}
    </li>
  );
}
