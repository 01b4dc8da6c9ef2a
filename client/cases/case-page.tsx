import { useQuery } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { DraftCardButton } from '../cards/draft-card-button';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { AskDisclosureButton } from '../oversight/ask-disclosure';
import { GlassButton } from '../protection/glass-button';
import { type ProtectionData, ProtectionPanel_protection } from '../protection/protection-documents';
import { ProtectionPanel } from '../protection/protection-panel';
import { ResourceCard, ResourceCard_resource, type ResourceData } from '../resources/resource-card';
import { Chips } from '../ui/chips';
import { NoSuch } from '../ui/no-such';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { type Withheld, WithheldNote } from '../ui/withheld-note';
import { caseCodes, wordOf, caseWords as words } from '../words/case-words';
import { consentWords } from '../words/consent-words';
import { eraDate } from '../words/era-date';
import { glassWords } from '../words/protection-words';
import { type AgreedData, AgreedSection, AgreedSection_case } from './agreed-section';
import './access.css';
import './cases.css';
import type { Giver } from './consent-dialog';
import { type ConsentsData, ConsentsSection_case } from './consents-document';
import { ConsentsSection } from './consents-section';
import { CrossingSection } from './crossing-section';
import { type DepartmentsData, DepartmentsSection_case } from './departments-document';
import { DepartmentsSection } from './departments-section';
import { type HistoryData, HistorySection, HistorySection_case } from './history-section';
import { type HouseholdData, HouseholdSection, HouseholdSection_household } from './household-section';
import { type LedgerData, LedgerSection, LedgerSection_case } from './ledger-section';
import { type PersonData, PersonSection, PersonSection_person } from './person-section';
import { WhoSection } from './who-section';
import { Why } from './why';

interface CaseData extends AgreedData, ConsentsData, DepartmentsData, HistoryData, LedgerData {
  readonly id: string;
  readonly code: string;
  readonly stage: string;
  readonly topics: readonly string[];
  readonly summary: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly standing: string;
  readonly leadTeam: { readonly id: string; readonly name: string } | null;
  readonly person: PersonData | null;
  readonly household: HouseholdData | null;
  readonly protection: ProtectionData | null;
  readonly resources: readonly ResourceData[];
  readonly withheld: readonly Withheld[];
}

/** Who is looking, as far as this page offers them something to do. The hub decides again for every change. */
interface MeData {
  readonly id: string;
  readonly roles: readonly string[];
  readonly team: { readonly id: string } | null;
}

const CasePageDocument = graphql<{ case: CaseData | null; me: MeData | null }, { id: string }>`
  query CasePage($id: ID!) {
    case(id: $id) {
      id
      code
      stage
      topics
      summary
      openedOn
      closedOn
      standing
      leadTeam {
        id
        name
      }
      person {
        id
        ...PersonSection_person
      }
      household {
        id
        ...HouseholdSection_household
      }
      protection {
        id
        ...ProtectionPanel_protection
      }
      resources(limit: 6) {
        id
        ...ResourceCard_resource
      }
      withheld {
        field
        reason
      }
      ...HistorySection_case
      ...AgreedSection_case
      ...ConsentsSection_case
      ...LedgerSection_case
      ...DepartmentsSection_case
    }
    me {
      id
      roles
      team {
        id
      }
    }
  }
  ${PersonSection_person}
  ${HouseholdSection_household}
  ${ProtectionPanel_protection}
  ${ResourceCard_resource}
  ${HistorySection_case}
  ${AgreedSection_case}
  ${ConsentsSection_case}
  ${LedgerSection_case}
  ${DepartmentsSection_case}
`;

/** One case across all departments, in one query. A department that does not answer leaves a gap with a reason; the rest stands. */
export function CasePage() {
  const { id } = useParams({ from: '/cases/$id' });
  const { data, error, loading, refetch } = useQuery(CasePageDocument, {
    variables: { id },
    errorPolicy: 'all',
    fetchPolicy: 'network-only',
  });
  const again = (): void => void refetch();
  const one = data?.case;
  if (one) return <CaseView one={one} me={data.me} error={error} again={again} />;
  if (loading) return <Skeleton lines={8} />;
  return error ? <ProblemNote problem={problemOf(error)} again={again} /> : <NoSuch sentence={words.missing} />;
}

function CaseView({ one, me, error, again }: { one: CaseData; me: MeData | null; error: unknown; again: () => void }) {
  const serves = one.standing === 'OWN';
  const leads = serves && one.leadTeam?.id === me?.team?.id;
  return (
    <>
      <title>{`${one.code}｜まるごとハブ`}</title>
      <header className="case-head">
        <h1>
          {words.title} {one.code}
        </h1>
        <p className="line">
          <strong>{wordOf(caseCodes.standing, one.standing)}</strong>
          <span>{wordOf(caseCodes.stage, one.stage)}</span>
          <span>
            {words.facts.lead} {one.leadTeam?.name}
          </span>
          <span>
            {words.columns.opened} {eraDate(one.openedOn)}
          </span>
          {one.closedOn ? (
            <span>
              {words.facts.closed} {eraDate(one.closedOn)}
            </span>
          ) : null}
        </p>
        <Chips words={one.topics} />
        {one.summary ? <p>{one.summary}</p> : null}
        <WithheldNote withheld={one.withheld} />
        {one.standing === 'OWN' ? (
          <p className="row-buttons">
            {one.person ? <DraftCardButton caseId={one.id} /> : null}
            <AskDisclosureButton caseId={one.id} />
          </p>
        ) : null}
        <Why section={words.title} paths={['']} />
      </header>
      <div className="case-columns">
        <div>
          <PersonSection person={one.person} />
          {one.person?.identity ? null : <Closed one={one} />}
          <HouseholdSection household={one.household} />
          <ProtectionPanel protection={one.protection} person={mayProtect(one)} housemates={giversOf(one).slice(1)} />
          <AgreedSection agreed={one} />
        </div>
        <div>
          <HistorySection history={one} />
          <ConsentsSection caseId={one.id} data={one} givers={giversOf(one)} serves={serves} leads={leads} />
        </div>
      </div>
      {me?.roles.includes('coordinator') ? <CrossingSection caseId={one.id} agreed={one} /> : null}
      {serves ? <LedgerSection caseId={one.id} ledger={one} /> : null}
      <DepartmentsSection records={one} error={error} again={again} />
      {one.standing === 'OWN' && one.person ? <WhoSection /> : null}
      <section className="panel">
        <h2>{words.sections.resources}</h2>
        {one.resources.length === 0 ? <p className="hint">{words.noneYet}</p> : null}
        <ul className="cards">
          {one.resources.map((resource) => (
            <ResourceCard key={resource.id} resource={resource} heading="h3" />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Who may agree: the person of the case first, then whoever lives there, by name as far as it is open. */
function giversOf({ person, household }: CaseData): readonly Giver[] {
  if (!person) return [];
  const own = { id: person.id, name: person.identity ? `${person.identity.name}（${consentWords.own}）` : consentWords.own };
  const others = (household?.members ?? []).flatMap(({ relationship, person: one }) =>
    one && one.id !== person.id ? [{ id: one.id, name: one.identity?.name ?? consentWords.unnamed(relationship, one.ageBand) }] : [],
  );
  return [own, ...others];
}

/** Where who it is about is closed: in an emergency there is a way. */
function Closed({ one }: { one: CaseData }) {
  return (
    <section className="panel">
      <p>{glassWords.closed}</p>
      <GlassButton one={one} />
    </section>
  );
}

/** The person whom those who serve may protect. */
const mayProtect = ({ standing, person }: CaseData) => (standing === 'OWN' ? person?.id : undefined);
