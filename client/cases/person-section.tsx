import { graphql } from '../graphql/graphql';
import { Facts } from '../ui/facts';
import { type Withheld, WithheldNote } from '../ui/withheld-note';
import { caseCodes, wordOf, caseWords as words } from '../words/case-words';
import { eraDate } from '../words/era-date';
import { Why } from './why';

/** A person; identity and contact are null where they are closed to this viewer. */
export interface PersonData {
  readonly id: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly district: string;
  readonly identity: { readonly id: string; readonly name: string; readonly nameKana: string; readonly birthDate: string } | null;
  readonly contact: { readonly id: string; readonly address: string; readonly phone: string | null } | null;
  readonly withheld: readonly Withheld[];
}

export const PersonSection_person = graphql`
  fragment PersonSection_person on Person {
    id
    sex
    ageBand
    district
    identity {
      id
      name
      nameKana
      birthDate
    }
    contact {
      id
      address
      phone
    }
    withheld {
      field
      reason
    }
  }
`;

/** Who the case is about, as far as it is open, and why the rest is not. */
export function PersonSection({ person }: { person: PersonData | null }) {
  if (!person) return null;
  const { identity, contact } = person;
  return (
    <section className="panel">
      <h2>{words.sections.person}</h2>
      <Why section={words.sections.person} paths={['person', 'person.identity', 'person.contact']} />
      <Facts
        facts={[
          ...(identity
            ? ([
                [words.facts.name, identity.name],
                [words.facts.reading, identity.nameKana],
                [words.facts.birthDate, eraDate(identity.birthDate)],
              ] as const)
            : []),
          [words.facts.sex, wordOf(caseCodes.sex, person.sex)],
          [words.facts.age, person.ageBand],
          [words.facts.district, person.district],
          ...(contact
            ? ([
                [words.facts.address, contact.address],
                [words.facts.phone, contact.phone],
              ] as const)
            : []),
        ]}
      />
      <WithheldNote withheld={person.withheld} />
    </section>
  );
}
