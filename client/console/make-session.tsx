import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Problem, problemOf } from '../graphql/problem';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { TextField } from '../ui/text-field';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { cityDay, eraDate } from '../words/era-date';
import { CreateSession } from './session-changes';

const words = consoleWords.home;

/** Only 地域まるごと支援会議 has a board so far. */
const KIND = 'MARUGOTO';

/** Convenes a 地域まるごと支援会議 and goes to its page. */
export function MakeSession({ close }: { close: () => void }) {
  const apollo = useApolloClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [heldOn, setHeldOn] = useState(cityDay());
  const [place, setPlace] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const input = { kind: KIND, title: title.trim(), heldOn, place: place.trim() };
      const { data } = await apollo.mutate({ mutation: CreateSession, variables: { input } });
      if (data) await navigate({ to: '/sessions/$id', params: { id: data.createSession.id } });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Dialog title={words.makeKind} close={close}>
      <form onSubmit={(event) => void save(event)}>
        <TextField
          label={words.theme}
          hint={words.themeHint}
          value={title}
          onChange={setTitle}
          fault={problem?.fields.title}
          isRequired
          autoFocus
          maxLength={40}
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
        <TextField label={words.place} value={place} onChange={setPlace} fault={problem?.fields.place} isRequired />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isDisabled={!title.trim() || !heldOn || !place.trim()}>
            {appWords.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
