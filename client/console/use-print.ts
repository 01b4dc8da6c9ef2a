import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import { problemOf } from '../graphql/problem';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';

const PrintSession = graphql<unknown, { session: string }>`
  mutation PrintSession($session: ID!) {
    printSession(session: $session) {
      id
    }
  }
`;

/**
 * Prints the meeting's sheet once the hub has written down that it leaves the house. Where the hub cannot be reached it prints all the same, and says
 * so: the sheet is there for that very hour, and holds nothing but what the wall may hold.
 */
export function usePrint(session: string): () => void {
  const apollo = useApolloClient();
  const say = useToast();
  const print = async (): Promise<void> => {
    try {
      await apollo.mutate({ mutation: PrintSession, variables: { session } });
    } catch (error) {
      const { code, sentence } = problemOf(error);
      if (code !== 'OFFLINE') return void say({ sentence });
      say({ sentence: consoleWords.print.unrecorded });
    }
    window.print();
  };
  return () => void print();
}
