import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';
import { AdministrationDocument } from './administration-document';

/** Sends an order, and reads the page anew when it was done. `problem` is of the last try. */
export function useOrder<Answer, Variables extends OperationVariables>(document: TypedDocumentNode<Answer, Variables>) {
  const apollo = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (variables: Variables): Promise<Answer | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      // Nothing that is shown once is kept in the cache.
      const { data } = await apollo.mutate<Answer>({ mutation: document, variables, fetchPolicy: 'no-cache' } as never);
      await apollo.refetchQueries({ include: [AdministrationDocument] });
      return data as Answer;
    } catch (fault) {
      setProblem(problemOf(fault));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
