import { graphql } from '../graphql/graphql';
import { consoleWords } from '../words/console-words';
import { Behind } from './behind';
import { CardAbout, CaseCard, CaseCard_card } from './case-card';
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

/** What the room is, or will be, talking about; and below the dashed line what only the desk has. */
export function FrontItem({ item }: { item: ItemData }) {
  return (
    <>
      <div className="item-head">
        <h2>{itemName(item)}</h2>
        {item.card ? <CardAbout card={item.card} /> : null}
      </div>
      {item.card ? <CaseCard card={item.card} /> : null}
      {item.issue ? <IssueCard issue={item.issue} /> : null}
      <Behind item={item} title={words.behind} />
    </>
  );
}
