import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { cityDay, eraDate } from '../words/era-date';
import { CreateSession } from './session-changes';
import { textLimits } from './text-limits';
import { useChange } from './use-change';

const words = consoleWords.home;
const most = textLimits.ConveneOrder;

/** Only 地域まるごと支援会議 has a board so far. */
const KIND = 'MARUGOTO';

/** The session that the new one follows: its kind, place and members go with it. */
export interface LastSession {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
  readonly title: string;
  readonly place: string | null;
}

/** Convenes a 地域まるごと支援会議, or the next session of a series, and goes to its page. */
export function MakeSession({ last, close }: { last?: LastSession; close: () => void }) {
  const navigate = useNavigate();
  const [title, setTitle] = useState(last ? nextTitle(last) : '');
  const [heldOn, setHeldOn] = useState(cityDay());
  const [place, setPlace] = useState(last?.place ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [make, saving] = useChange(CreateSession, { tell: false });
  const isComplete = isFitting(title, most.title) && heldOn !== '' && isFitting(place, most.place);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const outcome = await make({
      kind: last?.kind ?? KIND,
      title: title.trim(),
      heldOn,
      place: place.trim(),
      ...(last ? { after: last.id } : {}),
    });
    if (outcome.done) await navigate({ to: '/sessions/$id', params: { id: outcome.answer.createSession.id } });
    else setProblem(outcome.problem);
  };
  return (
    <Dialog title={last ? words.next : words.makeKind} close={close}>
      <form onSubmit={(event) => void save(event)}>
        {last ? <p className="hint">{words.nextHint}</p> : null}
        <TextField
          label={words.theme}
          hint={words.themeHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          most={most.title}
        />
        <TextField
          label={words.heldOn}
          type="date"
          hint={heldOn ? eraDate(heldOn) : undefined}
          value={heldOn}
          onChange={setHeldOn}
          fault={problem?.fields.heldOn}
          isRequired
        />
        <TextField label={words.place} value={place} onChange={setPlace} fault={problem?.fields.place} isRequired most={most.place} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={saving} isDisabled={!isComplete}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** 第3回 becomes 第4回; a title without a number stays as it is. */
function nextTitle({ title, number }: LastSession): string {
  return title.replace(consoleWords.number(number), consoleWords.number(number + 1));
}
