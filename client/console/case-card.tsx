import { Link } from '@tanstack/react-router';
import { graphql } from '../graphql/graphql';
import { Facts } from '../ui/facts';
import { WithheldNote } from '../ui/withheld-note';
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

/** A case card as the facilitator has it: what the room sees, and what stands behind it. */
export function CaseCard({ card }: { card: CardData }) {
  return (
    <article className="case-card">
      <p className="hint line">
        <span>{card.ageBand}</span>
        <span>{card.district}</span>
      </p>
      <dl className="talk">
        <Talk label={words.strengths} items={card.strengths} />
        <Talk label={words.wishes} items={card.wishes} />
        <Talk label={words.worries} items={card.worries} />
      </dl>
      <div className="behind">
        {card.note ? (
          <>
            <h3>{words.note}</h3>
            <p>{card.note}</p>
          </>
        ) : null}
        <Facts facts={behind(card)} />
        <WithheldNote withheld={card.withheld} />
      </div>
    </article>
  );
}

function behind(card: CardData) {
  const from = card.case ? (
    <Link to="/cases/$id" params={{ id: card.case.id }}>
      {card.case.code}
    </Link>
  ) : null;
  return [
    [words.from, from],
    [words.drafted, card.draftedBy?.name],
    [words.approved, card.approvedBy?.name],
  ] as const;
}

function Talk({ label, items }: { label: string; items: readonly string[] }) {
  return (
    <div>
      <dt>{label}</dt>
      {items.map((item) => (
        <dd key={item}>{item}</dd>
      ))}
    </div>
  );
}
