import { useState } from 'react';
import { AskDialog } from '../administration/ask-dialog';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { useToast } from '../ui/toasts';
import { cityDay } from '../words/era-date';
import { oversightWords } from '../words/oversight-words';
import { AskDisclosure } from './oversight-changes';
import { useOrder } from './use-order';
import './oversight.css';

const words = oversightWords.ask;
const { requester: who } = oversightWords.disclosures;

/** Takes a person's own request at a window that serves them. What becomes of it is not shown here. */
export function AskDisclosureButton({ caseId }: { caseId: string }) {
  const [isAsking, ask] = useState(false);
  return (
    <p>
      <Button weight="quiet" onPress={() => ask(true)}>
        {words.button}
      </Button>
      {isAsking ? <AskDisclosureDialog caseId={caseId} close={() => ask(false)} /> : null}
    </p>
  );
}

function AskDisclosureDialog({ caseId, close }: { caseId: string; close: () => void }) {
  const say = useToast();
  const [requester, setRequester] = useState('SELF');
  const [receivedOn, setDay] = useState(cityDay());
  const { send, busy, problem } = useOrder(AskDisclosure);
  const take = async (): Promise<void> => {
    if (!(await send({ input: { case: caseId, requester, receivedOn } }))) return;
    say({ sentence: words.done });
    close();
  };
  return (
    <AskDialog title={words.button} submit={words.send} busy={busy} problem={problem} send={take} close={close}>
      <p>{words.lead}</p>
      <fieldset className="decision-choice">
        <legend>{words.requester}</legend>
        {['SELF', 'REPRESENTATIVE'].map((each) => (
          <label key={each} className="check">
            <input type="radio" name="requester" checked={requester === each} onChange={() => setRequester(each)} />
            {who[each]}
          </label>
        ))}
      </fieldset>
      <TextField label={words.day} type="date" value={receivedOn} onChange={setDay} fault={problem?.fields.receivedOn} isRequired />
    </AskDialog>
  );
}
