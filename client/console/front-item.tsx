import { graphql } from '../graphql/graphql';
import { WithheldNote } from '../ui/withheld-note';
import { consoleWords } from '../words/console-words';
import { CaseCard, CaseCard_card } from './case-card';
import { IssueCard, IssueCard_issue } from './issue-card';
import { itemName } from './item-name';
import type { ItemData } from './session-data';

const words = consoleWords.front;

export const FrontItem_item = graphql`
  fragment FrontItem_item on AgendaItem {
    id
    letter
    note
    card {
      id
      ...CaseCard_card
    }
    issue {
      id
      ...IssueCard_issue
    }
    withheld {
      field
      reason
    }
  }
  ${CaseCard_card}
  ${IssueCard_issue}
`;

/** What the room is talking about, with what only the facilitator has. */
export function FrontItem({ item }: { item: ItemData | undefined }) {
  if (!item) {
    return (
      <section className="panel front">
        <h2>{words.title}</h2>
        <p>{words.empty}</p>
        <p className="hint">{words.emptyHint}</p>
      </section>
    );
  }
  return (
    <section className="panel front" data-item={item.id}>
      <h2>{itemName(item)}</h2>
      {item.card ? <CaseCard card={item.card} /> : null}
      {item.issue ? <IssueCard issue={item.issue} /> : null}
      {item.note ? (
        <div className="behind">
          <h3>{words.itemNote}</h3>
          <p>{item.note}</p>
        </div>
      ) : null}
      <WithheldNote withheld={item.withheld} />
    </section>
  );
}
