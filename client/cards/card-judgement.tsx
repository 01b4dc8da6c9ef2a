import { useState } from 'react';
import type { Me } from '../app/use-me';
import { textLimits } from '../console/text-limits';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { useToast } from '../ui/toasts';
import { cardWords as words } from '../words/card-words';
import { ApproveCard, type CardData, SendBackCard } from './cards-document';
import { useCardChange } from './use-card-change';

const most = textLimits.SendBackOrder.words;

/** The second person lets a card through or sends it back with words; to everybody else it says who it waits for. */
export function CardJudgement({ card, me, again }: { card: CardData; me: Me; again: () => void }) {
  if (!me.roles.includes('coordinator')) return <p className="panel">{words.waiting}</p>;
  const isOwn = [card.draftedBy, card.revisedBy, card.askedBy].some((one) => one?.id === me.id);
  return isOwn ? <p className="panel">{words.notYours}</p> : <Judge card={card} again={again} />;
}

function Judge({ card: { id: card, version }, again }: { card: CardData; again: () => void }) {
  const say = useToast();
  const [said, write] = useState('');
  const approve = useCardChange(ApproveCard, again);
  const sendBack = useCardChange(SendBackCard, again);
  const problem = approve.problem ?? sendBack.problem;
  const letThrough = async (): Promise<void> => {
    if (await approve.send({ card, version })) say({ sentence: words.approved });
  };
  const send = async (): Promise<void> => {
    if (await sendBack.send({ card, version, words: said.trim() })) say({ sentence: words.sentBack });
  };
  return (
    <section className="panel">
      <Button weight="main" isPending={approve.busy} onPress={() => void letThrough()}>
        {words.approve}
      </Button>
      <TextField label={words.sendBackWords} value={said} onChange={write} most={most} fault={sendBack.problem?.fields.words} />
      <Button isPending={sendBack.busy} isDisabled={!isFitting(said, most)} onPress={() => void send()}>
        {words.sendBack}
      </Button>
      {problem ? <ProblemNote problem={problem} /> : null}
    </section>
  );
}
