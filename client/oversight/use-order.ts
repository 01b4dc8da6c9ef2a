import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';
import { DisclosureDocument, OversightDocument } from './oversight-document';

/** Sends an order, and reads the open page anew when it was done. `problem` is of the last try; a press while one is under way does nothing. */
export function useOrder<Answer, Variables extends OperationVariables>(document: TypedDocumentNode<Answer, Variables>) {
  const apollo = useApolloClient();
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (variables: Variables): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await apollo.mutate<Answer>({ mutation: document, variables, fetchPolicy: 'no-cache' } as never);
      await apollo.refetchQueries({ include: [OversightDocument, DisclosureDocument] });
      return true;
    } catch (fault) {
      setProblem(problemOf(fault));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
