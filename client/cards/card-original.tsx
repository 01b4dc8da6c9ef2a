import { Chips } from '../ui/chips';
import { Facts } from '../ui/facts';
import { cardWords } from '../words/card-words';
import { caseWords } from '../words/case-words';
import { eraDate } from '../words/era-date';
import type { OriginalData } from './cards-document';

const words = cardWords.original;

/** What the card is drawn from, for those who may see the case; to whoever approves without serving it, the card has to be enough. */
export function CardOriginal({ one }: { one: OriginalData | null }) {
  if (!one)
    return (
      <section className="panel">
        <h2>{words.title}</h2>
        <p className="hint">{words.hidden}</p>
      </section>
    );
  const { person, household } = one;
  return (
    <section className="panel">
      <h2>
        {words.title} {one.code}
      </h2>
      <Chips words={one.topics} />
      <Facts
        facts={[
          [caseWords.facts.name, person?.identity?.name],
          [caseWords.facts.age, person?.ageBand],
          [caseWords.facts.district, person?.district],
          [caseWords.facts.address, person?.contact?.address],
          [caseWords.facts.composition, household?.composition],
        ]}
      />
      <h3>{words.members}</h3>
      <ul className="rows">
        {(household?.members ?? []).map(({ id, relationship, person: member }) => (
          <li key={id} className="row">
            <strong>{relationship}</strong>
            <span>
              {member?.identity?.name ?? `■ ${caseWords.hidden}`} {member?.ageBand}
            </span>
          </li>
        ))}
      </ul>
      {one.summary ? <p>{one.summary}</p> : null}
      <h3>{caseWords.sections.consultations}</h3>
      <ul className="rows">
        {one.consultations.slice(0, 5).map(({ id, receivedOn, note }) => (
          <li key={id} className="row">
            <span className="hint">{eraDate(receivedOn)}</span>
            <span>{note ?? '―'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
