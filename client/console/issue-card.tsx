import { graphql } from '../graphql/graphql';
import { Chips } from '../ui/chips';
import { Facts } from '../ui/facts';
import { consoleWords } from '../words/console-words';
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

/** A community issue (地域課題) as the facilitator has it. */
export function IssueCard({ issue }: { issue: IssueData }) {
  return (
    <article className="case-card">
      <Chips words={issue.topics} />
      <p>{issue.description}</p>
      <div className="behind">
        <Facts facts={[[consoleWords.front.caseCount, issue.caseCount]]} />
      </div>
    </article>
  );
}
