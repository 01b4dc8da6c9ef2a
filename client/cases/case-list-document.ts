import { graphql } from '../graphql/graphql';

/** A case as a line of the list. */
export interface CaseEntry {
  readonly id: string;
  readonly code: string;
  readonly stage: string;
  readonly topics: readonly string[];
  readonly openedOn: string;
  readonly standing: string;
  readonly leadTeam: { readonly id: string; readonly name: string } | null;
  readonly person: {
    readonly id: string;
    readonly ageBand: string;
    readonly district: string;
    readonly identity: { readonly id: string; readonly name: string } | null;
  } | null;
}

/** The page's one query; the newest first, `after` continues it. */
export const CasesPageDocument = graphql<{ cases: readonly CaseEntry[] }, { topic?: string; after?: string; limit: number }>`
  query CasesPage($topic: String, $after: ID, $limit: Int!) {
    cases(topic: $topic, after: $after, limit: $limit) {
      id
      code
      stage
      topics
      openedOn
      standing
      leadTeam {
        id
        name
      }
      person {
        id
        ageBand
        district
        identity {
          id
          name
        }
      }
    }
  }
`;
