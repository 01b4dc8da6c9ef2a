import { graphql } from '../graphql/graphql';
import { Chips } from '../ui/chips';
import { Facts } from '../ui/facts';
import { eraDate } from '../words/era-date';
import { resourceWords as words } from '../words/resource-words';

export interface ResourceData {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly topics: readonly string[];
  readonly district: string | null;
  readonly eligibility: string | null;
  readonly fees: string | null;
  readonly updatedOn: string;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly locations: readonly { readonly id: string; readonly name: string; readonly district: string }[];
  readonly capacity: { readonly id: string; readonly available: number; readonly maximum: number } | null;
}

export const ResourceCard_resource = graphql`
  fragment ResourceCard_resource on SocialResource {
    id
    name
    description
    category
    topics
    district
    eligibility
    fees
    updatedOn
    organization {
      id
      name
    }
    locations {
      id
      name
      district
    }
    capacity {
      id
      available
      maximum
    }
  }
`;

/** One social resource: what it is, for whom, where, and whether there is room. `heading` fits the level of the page around it. */
export function ResourceCard({ resource, heading: Name }: { resource: ResourceData; heading: 'h2' | 'h3' }) {
  const { capacity } = resource;
  const place = resource.locations.map(({ name, district }) => `${name}（${district}）`).join('、');
  return (
    <li className="panel resource">
      <Name>{resource.name}</Name>
      <p className="hint line">
        <span>{resource.category}</span>
        <span>{resource.district ?? words.wholeCity}</span>
      </p>
      <p>{resource.description}</p>
      <Chips words={resource.topics} />
      {capacity ? <p>{words.capacity(capacity.available, capacity.maximum)}</p> : null}
      <Facts
        facts={[
          [words.organization, resource.organization?.name],
          [words.eligibility, resource.eligibility],
          [words.fees, resource.fees],
          [words.place, place],
        ]}
      />
      <p className="hint">{words.updated(eraDate(resource.updatedOn))}</p>
    </li>
  );
}
