import { Link } from '@tanstack/react-router';
import { eraDate } from '../words/era-date';
import { protectionWords as words } from '../words/protection-words';
import { EndingNote } from './ending-note';
import type { ProtectionData } from './protection-documents';

export interface AlertData
  extends Pick<ProtectionData, 'id' | 'kind' | 'renewBy' | 'alert' | 'version' | 'holderTeams' | 'endingAsker' | 'endingReason'> {
  readonly cases: readonly { readonly id: string; readonly code: string }[];
}

/** Protections that want looking after: a renewal that is due, an end that somebody asks for. `team`: of whoever looks. */
export function AlertsSection({ protections, team }: { protections: readonly AlertData[]; team: string | undefined }) {
  const due = protections.filter(({ alert, endingAsker }) => alert || endingAsker);
  if (due.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="alerts-title">
      <h2 id="alerts-title">
        {words.home.title} <span className="hint">{words.home.count(due.length)}</span>
      </h2>
      <ul className="rows">
        {due.map((protection) => (
          <li key={protection.id} className="row entry">
            <strong>{protection.kind}</strong>
            {protection.cases.map(({ id, code }) => (
              <Link key={id} to="/cases/$id" params={{ id }}>
                {words.home.case(code)}
              </Link>
            ))}
            {protection.cases.length === 0 ? <span className="hint">{words.home.noCase}</span> : null}
            {protection.alert ? (
              <span>
                {words.alert[protection.alert]}　{words.until(eraDate(protection.renewBy))}
              </span>
            ) : null}
            <EndingNote protection={protection} holds={protection.holderTeams.some(({ id }) => id === team)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
