import { Facts } from '../ui/facts';
import { cardWords } from '../words/card-words';
import type { CardData } from './cards-document';

const words = cardWords.card;

/** A card as it will be read, where it is not to be written. */
export function CardShown({ card }: { card: CardData }) {
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      <p className="card-headline">{card.title || cardWords.untitled}</p>
      <Facts
        facts={[
          [words.strengths, card.strengths.join('／')],
          [words.wishes, card.wishes.join('／')],
          [words.worries, card.worries.join('／')],
          [
            words.told,
            [card.ageBand, card.districtShown ? card.district : words.noDistrict, card.household, ...card.topics]
              .filter(Boolean)
              .join('・'),
          ],
          [words.note, card.note],
        ]}
      />
    </section>
  );
}
