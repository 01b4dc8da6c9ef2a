import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { graphql } from '../graphql/graphql';
import { correctionWords as words } from '../words/correction-words';

interface SentBackData {
  readonly id: string;
  readonly sessionId: string;
  readonly title: string;
  readonly refusal: string | null;
}

const SentBackCorrections = graphql<{ sentBackCorrections: readonly SentBackData[] }>`
  query SentBackCorrections {
    sentBackCorrections {
      id
      sessionId
      title
      refusal
    }
  }
`;

/** At the top of the first page: what somebody else did not let through of what this person put right. Nothing where there is nothing. */
export function SentBack() {
  const { data } = useQuery(SentBackCorrections, { fetchPolicy: 'network-only' });
  return data?.sentBackCorrections.map(({ id, sessionId, title, refusal }) => (
    <p key={id} className="panel">
      <Link to="/sessions/$id" params={{ id: sessionId }}>
        {words.sentBack(title, refusal ?? '')}
      </Link>
    </p>
  ));
}
