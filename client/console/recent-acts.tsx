import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { consoleWords } from '../words/console-words';
import { useUndo } from './undo';

const words = consoleWords.undo;
const MINUTE_MS = 60_000;

/** What this desk did in the last ten minutes and nobody has changed since: any of it can be taken back, not only the newest. */
export function RecentActs({ close }: { close: () => void }) {
  const { acts, takeBack } = useUndo();
  return (
    <Dialog title={words.title} close={close}>
      <p className="hint">{words.hint}</p>
      {acts.length === 0 ? <p>{words.nothing}</p> : null}
      <ol className="rows">
        {acts.map((act) => (
          <li key={`${act.at} ${act.sentence}`} className="row">
            <span className="line">
              <span>{act.sentence}</span>
              <span className="hint">{words.ago(Math.floor((Date.now() - act.at) / MINUTE_MS))}</span>
            </span>
            <Button
              weight="quiet"
              onPress={() => {
                takeBack(act);
                close();
              }}
              aria-label={`${words.back}：${act.sentence}`}
            >
              {words.back}
            </Button>
          </li>
        ))}
      </ol>
      <div className="dialog-buttons">
        <Button weight="main" onPress={close} autoFocus>
          {consoleWords.keys.close}
        </Button>
      </div>
    </Dialog>
  );
}
