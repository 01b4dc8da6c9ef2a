import { Button, type ButtonWeight } from '../ui/button';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { useIsCutOff } from './contact';

const words = consoleWords.agenda;

interface BringButtonProps {
  /** What it says while the line stands. */
  readonly word: string;
  readonly weight: ButtonWeight;
  /** What is brought, where the button stands among others like it. */
  readonly name?: string;
  readonly bring: () => void;
}

/** Brings an item before the room. While the line is lost it stays where it is and says why it waits. */
export function BringButton({ word: usual, weight, name, bring }: BringButtonProps) {
  const say = useToast();
  const isCutOff = useIsCutOff();
  const word = isCutOff ? words.waits : usual;
  return (
    <Button
      weight={weight}
      isIdle={isCutOff}
      onPress={isCutOff ? () => void say({ sentence: words.waits }) : bring}
      aria-label={name ? `${word}：${name}` : undefined}
    >
      {word}
    </Button>
  );
}
