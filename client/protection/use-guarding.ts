import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';

/**
 * Sends an order that opens or closes somebody, and reads everything on the page anew: what has closed must not stay on it. `settle` comes between, for
 * what takes effect a moment later. `problem` is of the last try.
 */
export function useGuarding<Answer, Variables extends OperationVariables>(document: TypedDocumentNode<Answer, Variables>) {
  const apollo = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (variables: Variables, settle?: (answer: Answer) => Promise<void>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      const { data } = await apollo.mutate<Answer>({ mutation: document, variables, fetchPolicy: 'no-cache' } as never);
      await settle?.(data as Answer);
      await apollo.refetchQueries({ include: 'active' });
      return true;
    } catch (fault) {
      setProblem(problemOf(fault));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
