import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { useToast } from '../ui/toasts';
import { appWords } from '../words/app-words';
import { cardWords as words } from '../words/card-words';
import { type CardData, WithdrawCard } from './cards-document';
import { useCardChange } from './use-card-change';

/** Takes a card back for good, after saying what goes with it. */
export function WithdrawCardButton({ card, again }: { card: CardData; again: () => void }) {
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const { send, busy, problem } = useCardChange(WithdrawCard, again);
  const press = async (): Promise<void> => {
    if (!(await send({ card: card.id, version: card.version }))) return;
    setAsking(false);
    say({ sentence: words.withdrawn });
  };
  return (
    <>
      <Button weight="quiet" onPress={() => setAsking(true)}>
        {words.withdraw}
      </Button>
      {asking ? (
        <Dialog title={words.withdraw} close={() => setAsking(false)}>
          <p>{words.withdrawHint}</p>
          {problem ? <ProblemNote problem={problem} /> : null}
          <div className="dialog-buttons">
            <Button onPress={() => setAsking(false)}>{appWords.cancel}</Button>
            <Button weight="main" isPending={busy} onPress={() => void press()}>
              {words.withdraw}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
