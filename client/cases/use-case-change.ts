import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';

/** Sends a change of a case, and reads its page anew: when it was done, and when somebody else was first. `problem` is of the last try. */
export function useCaseChange<Answer, Variables extends OperationVariables>(document: TypedDocumentNode<Answer, Variables>) {
  const apollo = useApolloClient();
  // No button says that it is pending: it would be announced after its window has closed. A second press meanwhile does nothing.
  const running = useRef(false);
  const [problem, setProblem] = useState<Problem>();
  const reread = () => apollo.refetchQueries({ include: ['CasePage'] });
  const send = async (variables: Variables): Promise<Answer | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setProblem(undefined);
    try {
      const { data } = await apollo.mutate<Answer>({ mutation: document, variables, fetchPolicy: 'no-cache' } as never);
      await reread();
      return data as Answer;
    } catch (fault) {
      const found = problemOf(fault);
      setProblem(found);
      if (found.code === 'CONFLICT') await reread();
      return undefined;
    } finally {
      running.current = false;
    }
  };
  return { send, problem };
}
