import { Entered } from '../display/lettering';
import { graphql } from '../graphql/graphql';
import { consoleWords } from '../words/console-words';
import { tableWords } from '../words/table-words';
import { Behind } from './behind';
import { CardAbout, CaseCard, CaseCard_card } from './case-card';
import { CaseMatter, CaseMatter_item } from './case-matter';
import { IssueCard, IssueCard_issue } from './issue-card';
import { itemName } from './item-name';
import type { ItemData, SessionData } from './session-data';
import { TellingCard } from './telling-card';

const words = consoleWords.front;

export const FrontItem_item = graphql`
  fragment FrontItem_item on AgendaItem {
    id
    letter
    ...CaseMatter_item
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
  ${CaseMatter_item}
  ${CaseCard_card}
  ${IssueCard_issue}
`;

/** What the room is, or will be, talking about; and below the dashed line what only the desk has. */
export function FrontItem({ item, session, maySteer }: { item: ItemData; session: SessionData; maySteer: boolean }) {
  return (
    <>
      <div className="item-head">
        <h2>
          <Entered>{itemName(item)}</Entered>
        </h2>
        {item.card ? <CardAbout card={item.card} /> : null}
      </div>
      {item.card ? <CaseCard card={item.card} /> : null}
      {item.issue ? <IssueCard issue={item.issue} /> : null}
      {item.words ? <TellingCard item={item} /> : null}
      {item.kind === 'CASE' ? <CaseMatter item={item} session={session} maySteer={maySteer} /> : null}
      <Behind item={item} title={session.projected ? words.behind : tableWords.calm.behind} />
    </>
  );
}
