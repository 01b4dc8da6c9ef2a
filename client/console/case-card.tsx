import { Entered, Own, useBoardWords } from '../display/lettering';
import { graphql } from '../graphql/graphql';
import { boardWords } from '../words/board-words';
import { consoleWords } from '../words/console-words';
import type { CardData } from './session-data';

const words = consoleWords.front;

export const CaseCard_card = graphql`
  fragment CaseCard_card on CaseCard {
    id
    title
    ageBand
    district
    districtShown
    strengths
    wishes
    worries
    note
    case {
      id
      code
    }
    draftedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
    withheld {
      field
      reason
    }
  }
`;

/** Of whom a card speaks, as coarsely as it may be said. */
export function CardAbout({ card }: { card: CardData }) {
  return (
    <span className="hint line">
      <span>{card.ageBand}</span>
      <span>{card.district ?? boardWords.wholeCity}</span>
      {card.district && !card.districtShown ? <span>{words.districtHidden}</span> : null}
    </span>
  );
}

/** A case card as the room sees it; what stands behind it is beside (`Behind`). */
export function CaseCard({ card }: { card: CardData }) {
  const board = useBoardWords();
  return (
    <article className="case-card">
      <dl className="talk">
        <Talk label={`★ ${board.strengths}`} items={card.strengths} />
        <Talk label={`♥ ${board.wishes}`} items={card.wishes} />
        <Talk label={`！ ${board.worries}`} items={card.worries} />
      </dl>
    </article>
  );
}

function Talk({ label, items }: { label: string; items: readonly string[] }) {
  return (
    <div>
      <dt>
        <Own>{label}</Own>
      </dt>
      {items.length === 0 ? <dd>{boardWords.nothingYet}</dd> : null}
      {items.map((item) => (
        <dd key={item}>
          <Entered>{item}</Entered>
        </dd>
      ))}
    </div>
  );
}
