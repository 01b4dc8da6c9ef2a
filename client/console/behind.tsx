import { Link } from '@tanstack/react-router';
import { Facts } from '../ui/facts';
import { WithheldNote } from '../ui/withheld-note';
import { consoleWords } from '../words/console-words';
import type { CardData, ItemData } from './session-data';

const words = consoleWords.front;

/** What stands behind an item and never before the room: notes first, since they say what must not be said aloud. */
export function Behind({ item, title }: { item: ItemData; title: string }) {
  const { card, issue, note } = item;
  const notes = [[words.note, card?.note] as const, [words.itemNote, note] as const].filter(([, text]) => text);
  const sources = [
    card?.case ? [words.from, caseLink(card.case)] : null,
    card?.draftedBy ? [words.drafted, card.draftedBy.name] : null,
    card?.approvedBy ? [words.approved, card.approvedBy.name] : null,
    issue?.caseCount != null ? [words.caseCount, words.cases(issue.caseCount)] : null,
  ].filter((source) => source !== null);
  const withheld = [...(card?.withheld ?? []), ...item.withheld];
  if (notes.length + sources.length + withheld.length === 0) return null;
  return (
    <div className="behind">
      <h3>■ {title}</h3>
      {notes.length > 0 ? <Facts facts={notes} /> : null}
      {sources.length > 0 ? (
        <p className="hint line">
          {sources.map(([name, value]) => (
            <span key={String(name)}>
              {name}　{value}
            </span>
          ))}
        </p>
      ) : null}
      <WithheldNote withheld={withheld} />
    </div>
  );
}

function caseLink({ id, code }: NonNullable<CardData['case']>) {
  return (
    <Link key={id} to="/cases/$id" params={{ id }}>
      {code}
    </Link>
  );
}
