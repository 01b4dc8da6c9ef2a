import { Entered } from '../display/lettering';
import { graphql } from '../graphql/graphql';
import { Chips } from '../ui/chips';
import type { IssueData } from './session-data';

export const IssueCard_issue = graphql`
  fragment IssueCard_issue on CommunityIssue {
    id
    title
    description
    topics
    caseCount
  }
`;

/** A community issue (地域課題) as the room sees it; from how many cases it came is beside (`Behind`). */
export function IssueCard({ issue }: { issue: IssueData }) {
  return (
    <article className="case-card">
      <Chips words={issue.topics} />
      <p>
        <Entered>{issue.description}</Entered>
      </p>
    </article>
  );
}
