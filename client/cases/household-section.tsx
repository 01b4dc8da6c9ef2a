import { graphql } from '../graphql/graphql';
import { Facts } from '../ui/facts';
import { type Withheld, WithheldNote } from '../ui/withheld-note';
import { caseWords as words } from '../words/case-words';
import { Why } from './why';

export interface HouseholdData {
  readonly id: string;
  readonly composition: string;
  readonly district: string;
  readonly members: readonly {
    readonly id: string;
    readonly relationship: string;
    readonly person: {
      readonly id: string;
      readonly ageBand: string;
      readonly identity: { readonly id: string; readonly name: string } | null;
      readonly withheld: readonly Withheld[];
    } | null;
  }[];
}

export const HouseholdSection_household = graphql`
  fragment HouseholdSection_household on Household {
    id
    composition
    district
    members {
      id
      relationship
      person {
        id
        ageBand
        identity {
          id
          name
        }
        withheld {
          field
          reason
        }
      }
    }
  }
`;

/** Who lives together. */
export function HouseholdSection({ household }: { household: HouseholdData | null }) {
  if (!household) return null;
  return (
    <section className="panel">
      <h2>{words.sections.household}</h2>
      <Why section={words.sections.household} paths={['household']} />
      <Facts
        facts={[
          [words.facts.composition, household.composition],
          [words.facts.district, household.district],
        ]}
      />
      <ul className="rows">
        {household.members.map(({ id, relationship, person }) => (
          <li key={id} className="row">
            <strong>{relationship}</strong>
            <span>
              {person?.identity?.name ?? `■ ${words.hidden}`} {person?.ageBand}
              <WithheldNote withheld={(person?.withheld ?? []).filter(({ field }) => field === 'identity')} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
