import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { consoleWords } from '../words/console-words';

const words = consoleWords.keys;

/** The list of keys, and the switch that turns single keys off (WCAG 2.1.4). */
export function KeyHelp({ active, setActive, close }: { active: boolean; setActive: (active: boolean) => void; close: () => void }) {
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
