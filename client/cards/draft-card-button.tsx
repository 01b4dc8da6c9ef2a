import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { cardWords as words } from '../words/card-words';
import { DraftCard } from './cards-document';

/** Begins a card of this case and goes to the desk. */
export function DraftCardButton({ caseId }: { caseId: string }) {
  const apollo = useApolloClient();
  const navigate = useNavigate();
  const say = useToast();
  const press = async (): Promise<void> => {
    try {
      const { data } = await apollo.mutate({ mutation: DraftCard, variables: { input: { case: caseId } } });
      if (data) await navigate({ to: '/cards/$id', params: { id: data.draftCard.id } });
    } catch (error) {
      say({ sentence: problemOf(error).sentence });
    }
  };
  return <Button onPress={() => void press()}>{words.start}</Button>;
}
