import type { Conflicting, Settlement } from '../offline/outbox';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { consoleWords } from '../words/console-words';
import { changedSince, conflictRows, type Wording } from './conflict-rows';

const words = consoleWords.conflict;

interface ConflictDialogProps {
  readonly conflict: Conflicting;
  readonly wording: Wording;
  readonly settle: (settlement: Settlement) => void;
}

/** Both versions side by side, and what else is another than it was. Closing it without a choice keeps what is there: nothing is ever overwritten unseen. */
export function ConflictDialog({ conflict, wording, settle }: ConflictDialogProps) {
  const rows = conflictRows(conflict.current, conflict.yours, wording);
  return (
    <Dialog title={words.title} wide close={() => settle('keep')}>
      <p>{rows.length > 0 ? words.ask : words.askAnyway}</p>
      {changedSince(conflict, wording).map(([field, was, is]) => (
        <p key={field}>{words.changed(field, was, is)}</p>
      ))}
      {rows.length > 0 ? (
        <table className="conflict">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.yours}</th>
              <th scope="col">{words.current}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.field}>
                <th scope="row">{row.field}</th>
                <td>{row.yours}</td>
                <td>{row.current}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className="dialog-buttons">
        <Button onPress={() => settle('rewrite')}>{rows.length > 0 ? words.rewrite : words.anyway}</Button>
        <Button weight="main" onPress={() => settle('keep')} autoFocus>
          {words.keep}
        </Button>
      </div>
    </Dialog>
  );
}
