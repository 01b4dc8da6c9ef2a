import { Link } from '@tanstack/react-router';
import { eraDate } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import type { DisclosureHead } from './oversight-document';

const words = oversightWords.disclosures;

/** People's own requests, those that wait first. */
export function DisclosuresSection({ disclosures }: { disclosures: readonly DisclosureHead[] }) {
  return (
    <section className="panel" aria-labelledby="disclosures-title">
      <h2 id="disclosures-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      {disclosures.length === 0 ? <p className="hint">{oversightWords.none}</p> : null}
      <ul className="rows">
        {disclosures.map((one) => (
          <li key={one.id} className="row">
            <span>
              <Link to="/audit/disclosures/$id" params={{ id: one.id }}>
                {words.of(one.caseCode)}
              </Link>
              <DisclosureFacts disclosure={one} />
            </span>
            <span className="badge">{words.state[one.state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who asked, when, and what is left to do. */
export function DisclosureFacts({ disclosure: { requester, receivedOn, asker, state, undecided } }: { disclosure: DisclosureHead }) {
  return (
    <span className="hint line">
      <span>{words.requester[requester]}</span>
      <span>{words.received(eraDate(receivedOn))}</span>
      <span>{words.by(asker?.name ?? '')}</span>
      {state === 'DRAFTED' ? <span>{words.undecided(undecided)}</span> : null}
    </span>
  );
}
