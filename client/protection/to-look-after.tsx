import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import '../administration/administration.css';
import { type AlertData, AlertsSection } from './alerts-section';
import { type GlassData, GlassRow_glass } from './glass-documents';
import { ReviewsSection } from './reviews-section';

const ToLookAfterDocument = graphql<{
  me: { id: string; team: { id: string } | null } | null;
  protections: readonly AlertData[];
  brokenGlasses: readonly GlassData[];
}>`
  query ToLookAfter {
    me {
      id
      team {
        id
      }
    }
    protections(limit: 200) {
      id
      kind
      renewBy
      alert
      version
      endingReason
      endingAsker {
        id
        name
      }
      holderTeams {
        id
        name
      }
      cases {
        id
        code
      }
    }
    brokenGlasses(limit: 50) {
      id
      ...GlassRow_glass
    }
  }
  ${GlassRow_glass}
`;

/** At the top of the first page: what about protections and emergencies waits for this person. Nothing where there is nothing. */
export function ToLookAfter() {
  const { data } = useQuery(ToLookAfterDocument, { fetchPolicy: 'network-only' });
  if (!data) return null;
  return (
    <>
      <AlertsSection protections={data.protections} team={data.me?.team?.id} />
      <ReviewsSection glasses={data.brokenGlasses} />
    </>
  );
}
