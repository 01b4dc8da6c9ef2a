import { graphql } from '../graphql/graphql';
import { Chips } from '../ui/chips';
import { Facts } from '../ui/facts';
import { type Withheld, WithheldNote } from '../ui/withheld-note';
import { caseCodes, wordOf, caseWords as words } from '../words/case-words';
import { eraDate } from '../words/era-date';
import { Why } from './why';

export interface HistoryData {
  readonly consultations: readonly {
    readonly id: string;
    readonly receivedOn: string;
    readonly route: string;
    readonly topics: readonly string[];
    readonly urgency: string;
    readonly isolation: boolean | null;
    readonly outcome: string | null;
    readonly note: string | null;
    readonly organization: { readonly id: string; readonly name: string } | null;
    readonly withheld: readonly Withheld[];
  }[];
  readonly plan: {
    readonly id: string;
    readonly edition: number;
    readonly state: string;
    readonly longGoal: string | null;
    readonly shortGoal: string | null;
    readonly decidedOn: string | null;
    readonly nextMonitoringOn: string | null;
    readonly withheld: readonly Withheld[];
  } | null;
}

export const HistorySection_case = graphql`
  fragment HistorySection_case on Case {
    id
    consultations {
      id
      receivedOn
      route
      topics
      urgency
      isolation
      outcome
      note
      organization {
        id
        name
      }
      withheld {
        field
        reason
      }
    }
    plan {
      id
      edition
      state
      longGoal
      shortGoal
      decidedOn
      nextMonitoringOn
      withheld {
        field
        reason
      }
    }
  }
`;

/** How the case came, and what was planned. */
export function HistorySection({ history }: { history: HistoryData }) {
  return (
    <>
      <section className="panel">
        <h2>{words.sections.consultations}</h2>
        <Why section={words.sections.consultations} paths={['consultations']} />
        {history.consultations.length === 0 ? <p className="hint">{words.noneYet}</p> : null}
        <ul className="rows">
          {history.consultations.map((one) => (
            <Consultation key={one.id} consultation={one} />
          ))}
        </ul>
      </section>
      <Plan plan={history.plan} />
    </>
  );
}

function Consultation({ consultation }: { consultation: HistoryData['consultations'][number] }) {
  const { receivedOn, route, topics, urgency, isolation, outcome, note, organization, withheld } = consultation;
  return (
    <li className="row entry">
      <p className="line">
        <strong>{eraDate(receivedOn)}</strong>
        <span>
          {organization?.name}（{route}）
        </span>
        <span>{wordOf(caseCodes.urgency, urgency)}</span>
        {isolation ? <span>{words.isolation}</span> : null}
      </p>
      <Chips words={topics} />
      {outcome ? <p>→ {outcome}</p> : null}
      {note ? <p>{note}</p> : null}
      <WithheldNote withheld={withheld} />
    </li>
  );
}

function Plan({ plan }: { plan: HistoryData['plan'] }) {
  return (
    <section className="panel">
      <h2>{words.sections.plan}</h2>
      <Why section={words.sections.plan} paths={['plan']} />
      {plan ? (
        <>
          <Facts
            facts={[
              [words.facts.state, `${words.edition(plan.edition)} ${wordOf(caseCodes.plan, plan.state)}`],
              [words.facts.long, plan.longGoal],
              [words.facts.short, plan.shortGoal],
              [words.facts.decided, plan.decidedOn && eraDate(plan.decidedOn)],
              [words.facts.monitoring, plan.nextMonitoringOn && eraDate(plan.nextMonitoringOn)],
            ]}
          />
          <WithheldNote withheld={plan.withheld} />
        </>
      ) : (
        <p className="hint">{words.noneYet}</p>
      )}
    </section>
  );
}
