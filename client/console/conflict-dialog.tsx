import type { Conflicting, Settlement } from '../offline/outbox';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { consoleWords } from '../words/console-words';
import { conflictRows, type Wording } from './conflict-rows';

const words = consoleWords.conflict;

interface ConflictDialogProps {
  readonly conflict: Conflicting;
  readonly wording: Wording;
  readonly settle: (settlement: Settlement) => void;
}

/** Both versions side by side. Closing it without a choice keeps what is there: nothing is ever overwritten unseen. */
export function ConflictDialog({ conflict, wording, settle }: ConflictDialogProps) {
  return (
    <Dialog title={words.title} wide close={() => settle('keep')}>
      <p>{words.ask}</p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.yours}</th>
            <th scope="col">{words.current}</th>
          </tr>
        </thead>
        <tbody>
          {conflictRows(conflict.current, conflict.yours, wording).map((row) => (
            <tr key={row.field}>
              <th scope="row">{row.field}</th>
              <td>{row.yours}</td>
              <td>{row.current}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-buttons">
        <Button onPress={() => settle('rewrite')}>{words.rewrite}</Button>
        <Button weight="main" onPress={() => settle('keep')} autoFocus>
          {words.keep}
        </Button>
      </div>
    </Dialog>
  );
}
