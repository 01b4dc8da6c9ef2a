import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { tableWords } from '../words/table-words';
import type { SessionData } from './session-data';

const words = tableWords.invitation;

const ExportInvitation = graphql<{ exportInvitation: string }, { session: string }>`
  mutation ExportInvitation($session: ID!) {
    exportInvitation(session: $session)
  }
`;

/** Hands out the invitation as a file for calendars, once the hub has written down that it leaves the house; of a session that was called off, what takes it back. */
export function InvitationButton({ session: { id: session, status } }: { session: Pick<SessionData, 'id' | 'status'> }) {
  const apollo = useApolloClient();
  const say = useToast();
  const press = async (): Promise<void> => {
    try {
      const { data } = await apollo.mutate({ mutation: ExportInvitation, variables: { session }, fetchPolicy: 'no-cache' });
      if (data) hand(data.exportInvitation);
    } catch (error) {
      say({ sentence: problemOf(error).sentence });
    }
  };
  return (
    <section className="panel">
      <Button weight="quiet" onPress={() => void press()}>
        {status === 'CANCELLED' ? words.cancelButton : words.button}
      </Button>
      <p className="hint">{status === 'CANCELLED' ? words.cancelHint : words.hint}</p>
    </section>
  );
}

/** Its name tells no more than the file does. */
function hand(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = words.name;
  link.click();
  URL.revokeObjectURL(address);
}
