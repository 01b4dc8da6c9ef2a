import { useCallback, useEffect, useState } from 'react';
import { useOwnStep } from '../ui/own-step';
import { checkWords as words } from '../words/check-words';
import { askHub } from './ask-hub';
import {
  type Answered,
  clockFinding,
  delayFinding,
  type Finding,
  fontsFinding,
  rareCharacters,
  screenFinding,
  textFinding,
} from './findings';
import { missingGlyphs } from './missing-glyphs';
import { StepChoice } from './step-choice';

/** As the CSS lays them: above left, above right, below left, below right. */
const corners = ['start-start', 'start-end', 'end-start', 'end-end'] as const;

/** The page that is put on the wall before the conference. It holds no data of the hub and asks for none. */
export function Check() {
  const [metres, setMetres] = useState('7');
  const [centimetres, setCentimetres] = useState('221');
  const { answered, ask } = useHub();
  const page = usePageSize();
  const [step, choose] = useOwnStep();
  const text = textFinding(Number(metres), Number(centimetres) / 100, step);
  return (
    <main className="check">
      {corners.map((corner) => (
        <span key={corner} className="check-corner" aria-hidden="true">
          ●
        </span>
      ))}
      <h1>{words.title}</h1>
      <p>{words.edges}</p>
      <form className="check-room" onSubmit={(event) => event.preventDefault()}>
        <Figure label={words.metres} value={metres} write={setMetres} />
        <Figure label={words.width} value={centimetres} write={setCentimetres} />
        <button type="button" onClick={ask}>
          {words.again}
        </button>
      </form>
      <dl aria-live="polite">
        <Line name={words.names.text} finding={text} />
        <Line name={words.names.screen} finding={screenFinding(page, screen)} />
        <Line name={words.names.clock} finding={answered && clockFinding(answered)} />
        <Line name={words.names.fonts} finding={fontsFinding(missingGlyphs())} />
        <Line name={words.names.delay} finding={answered === undefined ? undefined : delayFinding(answered)} />
      </dl>
      <StepChoice advised={text.needed} step={step} choose={choose} />
      <p className="check-sample" data-step={step ?? text.needed ?? 'STANDARD'}>
        {words.sample} {rareCharacters.join(' ')}
      </p>
    </main>
  );
}

/** A figure that somebody enters. As text: a wheel over a number field would change it unseen. */
function Figure({ label, value, write }: { label: string; value: string; write: (value: string) => void }) {
  return (
    <label>
      {label}
      <input inputMode="decimal" size={3} value={value} onChange={(event) => write(event.target.value.normalize('NFKC'))} />
    </label>
  );
}

function Line({ name, finding }: { name: string; finding: Finding | null | undefined }) {
  return (
    <div data-attention={finding && !finding.isFine ? true : undefined}>
      <dt>{name}</dt>
      <dd>
        {finding ? <strong>{finding.isFine ? words.fine : words.attention}</strong> : null}
        <span>{finding?.sentence ?? words.waiting}</span>
      </dd>
    </div>
  );
}

/** The hub's answer; undefined while it is asked. */
function useHub(): { answered: Answered | null | undefined; ask: () => void } {
  const [answered, setAnswered] = useState<Answered | null>();
  const ask = useCallback(() => {
    setAnswered(undefined);
    void askHub().then(setAnswered);
  }, []);
  useEffect(ask, [ask]);
  return { answered, ask };
}

const measured = () => ({ width: innerWidth, height: innerHeight });

function usePageSize(): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState(measured);
  useEffect(() => {
    const measure = () => setSize(measured());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return size;
}
