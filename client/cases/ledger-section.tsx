import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { wordOf } from '../words/case-words';
import { consentCodes, consentWords } from '../words/consent-words';
import { cityDay, eraDate } from '../words/era-date';
import type { Named } from './consents-document';
import { DisclosureDialog } from './disclosure-dialog';

const words = consentWords.ledger;
const FIRST = 5;

interface DisclosureData {
  readonly id: string;
  readonly regime: (Named & { readonly confirmed: boolean }) | null;
  readonly team: Named | null;
  readonly organization: Named | null;
  readonly sessionTitle: string | null;
  readonly classes: readonly string[];
  readonly disclosedAt: string;
  readonly disclosedBy: Named | null;
}

export interface LedgerData {
  readonly disclosures: readonly DisclosureData[];
}

export const LedgerSection_case = graphql`
  fragment LedgerSection_case on Case {
    id
    disclosures {
      id
      regime {
        id
        name
        confirmed
      }
      team {
        id
        name
      }
      organization {
        id
        name
      }
      sessionTitle
      classes
      disclosedAt
      disclosedBy {
        id
        name
      }
    }
  }
`;

/** The disclosure ledger of a case: to whom, what, on what ground, when, by whom. */
export function LedgerSection({ caseId, ledger }: { caseId: string; ledger: LedgerData }) {
  const [all, showAll] = useState(false);
  const [recording, record] = useState(false);
  const { disclosures } = ledger;
  return (
    <section className="panel" aria-labelledby="ledger-title">
      <h2 id="ledger-title">{words.title}</h2>
      <p className="hint">{words.hint}</p>
      {disclosures.length === 0 ? <p className="hint">{words.none}</p> : <Lines lines={all ? disclosures : disclosures.slice(0, FIRST)} />}
      <span className="consent-buttons">
        {disclosures.length > FIRST && !all ? <Button onPress={() => showAll(true)}>{words.all(disclosures.length)}</Button> : null}
        <Button onPress={() => record(true)}>{words.record}</Button>
      </span>
      {recording ? <DisclosureDialog caseId={caseId} close={() => record(false)} /> : null}
    </section>
  );
}

function Lines({ lines }: { lines: readonly DisclosureData[] }) {
  return (
    <div className="table-frame">
      <table className="table">
        <caption>{words.caption(lines.length)}</caption>
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, regime, team, organization, sessionTitle, classes, disclosedAt, disclosedBy }) => (
            <tr key={id}>
              <th scope="row" className="whole">
                {eraDate(cityDay(new Date(disclosedAt)))}
              </th>
              <td>{team?.name ?? organization?.name ?? sessionTitle}</td>
              <td>
                {regime?.name}
                {regime?.confirmed ? null : <span className="hint">（{consentWords.unconfirmed}）</span>}
              </td>
              <td>{consentWords.list(classes.map((each) => wordOf(consentCodes.classes, each)))}</td>
              <td>{disclosedBy?.name ?? '―'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
