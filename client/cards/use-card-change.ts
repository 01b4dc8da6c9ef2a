import type { TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';

/** Changes a card. The answer is the card as it stands now, and enters the cache by its id; when somebody was first, the card is read anew. */
export function useCardChange<Answer, Input extends object>(document: TypedDocumentNode<Answer, { input: Input }>, again: () => void) {
  const [mutate, { loading: busy }] = useMutation(document as TypedDocumentNode<Answer, Record<string, unknown>>);
  const [problem, setProblem] = useState<Problem>();
  const send = async (input: Input): Promise<boolean> => {
    try {
      await mutate({ variables: { input } } as never);
      setProblem(undefined);
      return true;
    } catch (error) {
      const found = problemOf(error);
      setProblem(found);
      if (found.code === 'CONFLICT') again();
      return false;
    }
  };
  return { send, busy, problem };
}
