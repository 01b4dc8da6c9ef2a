import { useState } from 'react';
import { textLimits } from '../console/text-limits';
import { Button } from '../ui/button';
import { Checks } from '../ui/checks';
import { ProblemNote } from '../ui/problem-note';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { textLength } from '../ui/text-length';
import { useToast } from '../ui/toasts';
import { cardWords } from '../words/card-words';
import { agesFor } from './age-groups';
import { AskCard, type CardData, type CardWords, type OriginalData, ReviseCard } from './cards-document';
import { useCardChange } from './use-card-change';
import { usePaused } from './use-paused';

const words = cardWords.card;
const most = textLimits.CardWords;
const zones = ['strengths', 'wishes', 'worries'] as const;

/** Writes a card. It saves and checks itself whenever the hands rest, so that nothing is lost and nothing is told while one still types. */
export function CardForm({ card, one, again }: { card: CardData; one: OriginalData; again: () => void }) {
  const say = useToast();
  const [typed, type] = useState<CardWords>(() => asTyped(card));
  const [saved, setSaved] = useState(() => JSON.stringify(typed));
  const [isComposing, compose] = useState(false);
  const revise = useCardChange(ReviseCard, again);
  const ask = useCardChange(AskCard, again);
  const text = JSON.stringify(typed);
  const save = async (): Promise<void> => {
    if (fits(typed) && (await revise.send({ card: card.id, version: card.version, words: typed }))) setSaved(text);
  };
  usePaused(text, saved, isComposing, () => void save());
  const press = async (): Promise<void> => {
    if (await ask.send({ card: card.id, version: card.version })) say({ sentence: cardWords.asked });
  };
  const put = (part: Partial<CardWords>): void => type({ ...typed, ...part });
  const problem = ask.problem ?? revise.problem;
  return (
    <section className="panel card-form" onCompositionStart={() => compose(true)} onCompositionEnd={() => compose(false)}>
      <h2>{words.title}</h2>
      <TextField
        label={words.headline}
        value={typed.title}
        onChange={(title) => put({ title })}
        most={most.title}
        fault={problem?.fields.title}
      />
      {zones.map((zone) => (
        <Lines key={zone} zone={zone} lines={typed[zone]} write={(lines) => put({ [zone]: lines })} fault={problem?.fields[zone]} />
      ))}
      <Told typed={typed} put={put} one={one} fault={problem?.fields.ageBand} />
      <TextField
        label={words.note}
        hint={words.noteHint}
        value={typed.note ?? ''}
        onChange={(note) => put({ note })}
        most={most.note}
        fault={problem?.fields.note}
      />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="card-buttons">
        <span className="hint">{text === saved ? words.saved : words.saving}</span>
        <Button weight="main" isPending={ask.busy} isDisabled={text !== saved} onPress={() => void press()}>
          {cardWords.ask}
        </Button>
      </div>
    </section>
  );
}

interface LinesProps {
  readonly zone: (typeof zones)[number];
  readonly lines: readonly string[];
  readonly write: (lines: readonly string[]) => void;
  readonly fault: string | undefined;
}

/** Two lines, as the wall shows them. */
function Lines({ zone, lines, write, fault }: LinesProps) {
  return (
    <div className="card-lines">
      {[0, 1].map((place) => (
        <TextField
          key={place}
          label={words.nth(words[zone], place + 1)}
          value={lines[place] ?? ''}
          onChange={(line) => write([0, 1].map((each) => (each === place ? line : (lines[each] ?? ''))))}
          most={most[zone]}
          fault={place === 0 ? fault : undefined}
        />
      ))}
    </div>
  );
}

interface ToldProps {
  readonly typed: CardWords;
  readonly put: (part: Partial<CardWords>) => void;
  readonly one: OriginalData;
  readonly fault: string | undefined;
}

/** What the card gives away, all of which counts together. */
function Told({ typed, put, one: { person, household, topics }, fault }: ToldProps) {
  const told = [...(typed.districtShown ? ['district'] : []), ...(typed.householdTold ? ['household'] : [])];
  return (
    <>
      <SelectField
        label={words.ageBand}
        options={agesFor(person?.ageBand ?? typed.ageBand).map((age) => ({ id: age, name: age }))}
        value={typed.ageBand}
        choose={(ageBand) => put({ ageBand })}
        fault={fault}
      />
      <Checks
        legend={words.told}
        names={{ district: words.district(person?.district ?? ''), household: words.household(household?.composition ?? '') }}
        chosen={told}
        choose={(chosen) => put({ districtShown: chosen.includes('district'), householdTold: chosen.includes('household') })}
      />
      <Checks
        legend={words.topics}
        names={Object.fromEntries(topics.map((topic) => [topic, topic]))}
        chosen={typed.topics}
        choose={(chosen) => put({ topics: chosen })}
      />
    </>
  );
}

function asTyped({ title, ageBand, districtShown, household, topics, strengths, wishes, worries, note }: CardData): CardWords {
  return { title, ageBand, districtShown, householdTold: household !== null, topics, strengths, wishes, worries, note };
}

function fits({ title, strengths, wishes, worries, note }: CardWords): boolean {
  const lines = { strengths, wishes, worries };
  const areLines = zones.every((zone) => lines[zone].every((line) => textLength(line) <= most[zone]));
  return areLines && textLength(title) <= most.title && textLength(note ?? '') <= most.note;
}
