import { Button } from '../ui/button';
import { slideWords } from '../words/slide-words';
import type { SessionData } from './session-data';
import { useWithKey } from './use-key-choice';
import type { LetteringControl } from './use-lettering-change';

const words = slideWords.lettering;

/** How the wall is read: larger, with furigana, in やさしい日本語. */
export function LetteringPanel({ session, control }: { session: SessionData; control: LetteringControl }) {
  const { textStep, furigana, easy } = session;
  const withKey = useWithKey();
  return (
    <section className="panel lettering-panel" aria-labelledby="lettering-title">
      <h2 id="lettering-title">{words.title}</h2>
      <OneOf
        label={withKey(words.step, 'textStep')}
        names={words.steps}
        value={textStep}
        choose={(step) => control.set({ textStep: step })}
      />
      <OneOf
        label={withKey(words.furigana, 'furigana')}
        names={words.furiganas}
        value={furigana}
        choose={(next) => control.set({ furigana: next })}
      />
      <OneOf
        label={withKey(words.easy, 'easy')}
        names={words.easys}
        value={easy ? 'on' : 'off'}
        choose={(next) => control.set({ easy: next === 'on' })}
      />
      <p className="hint">{words.stepHint}</p>
      <p className="hint">{words.easyHint}</p>
    </section>
  );
}

/** A few that exclude each other, each one press away. */
function OneOf<Key extends string>({
  label,
  names,
  value,
  choose,
}: {
  label: string;
  names: Readonly<Record<Key, string>>;
  value: Key;
  choose: (key: Key) => void;
}) {
  return (
    <fieldset className="one-of">
      <legend>{label}</legend>
      <div className="row-buttons">
        {(Object.keys(names) as Key[]).map((key) => (
          <Button key={key} weight={key === value ? 'main' : 'quiet'} aria-pressed={key === value} onPress={() => choose(key)}>
            {key === value ? '● ' : ''}
            {names[key]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
