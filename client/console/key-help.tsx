import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { type Look, looks, useLook } from '../ui/look';
import { SelectField } from '../ui/select-field';
import { consoleWords } from '../words/console-words';
import { duringWords } from '../words/during-words';

const words = consoleWords.keys;
const looksWords = duringWords.looks;

/** The list of keys, and the switch that turns single keys off (WCAG 2.1.4). */
export function KeyHelp({ active, setActive, close }: { active: boolean; setActive: (active: boolean) => void; close: () => void }) {
  const [look, choose] = useLook();
  return (
    <Dialog title={words.title} close={close}>
      <dl className="keys">
        {words.list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{words.hint}</p>
      <SelectField
        label={looksWords.title}
        options={looks.map((id) => ({ id, name: looksWords[id] }))}
        value={look}
        choose={(id) => choose(id as Look)}
      />
      <label className="check">
        <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
        {words.use}
      </label>
      <div className="dialog-buttons">
        <Button weight="main" onPress={close} autoFocus>
          {words.close}
        </Button>
      </div>
    </Dialog>
  );
}
