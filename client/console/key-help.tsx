import { useContext } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { type Look, looks, useLook } from '../ui/look';
import { SelectField } from '../ui/select-field';
import { consoleWords } from '../words/console-words';
import { duringWords } from '../words/during-words';
import { consoleKeys, type KeyChoice, usualKeys } from './console-keys';
import { KeyRow } from './key-row';
import { KeysNow } from './use-key-choice';

const words = consoleWords.keys;
const looksWords = duringWords.looks;

/** The list of keys, each of which can be changed, and the switch that turns single characters off (WCAG 2.1.4). */
export function KeyHelp({ choose, close }: { choose: (choice: KeyChoice) => void; close: () => void }) {
  const choice = useContext(KeysNow);
  const [look, chooseLook] = useLook();
  const isChanged = Object.keys(choice.own).length > 0;
  return (
    <Dialog title={words.title} wide close={close}>
      <dl className="keys">
        {consoleKeys.map((entry) => (
          <KeyRow key={entry.act} entry={entry} choice={choice} choose={choose} />
        ))}
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{words.escape}</dd>
        </div>
      </dl>
      <p className="hint">{words.hint}</p>
      <SelectField
        label={looksWords.title}
        options={looks.map((id) => ({ id, name: looksWords[id] }))}
        value={look}
        choose={(id) => chooseLook(id as Look)}
      />
      <label className="check">
        <input type="checkbox" checked={choice.characters} onChange={(event) => choose({ ...choice, characters: event.target.checked })} />
        {words.use}
      </label>
      <div className="dialog-buttons">
        <Button isIdle={!isChanged} onPress={() => choose({ ...choice, own: usualKeys.own })}>
          {words.reset}
        </Button>
        <Button weight="main" onPress={close} autoFocus>
          {words.close}
        </Button>
      </div>
    </Dialog>
  );
}
