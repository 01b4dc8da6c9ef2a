import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { appWords } from '../words/app-words';
import { consoleWords as words } from '../words/console-words';
import { CloseSession } from './session-changes';
import { useChange } from './use-change';

/** Asks before a meeting is closed: it cannot be taken back. */
export function CloseMeeting({ session, close }: { session: { readonly id: string; readonly version: number }; close: () => void }) {
  const [end, ending] = useChange(CloseSession);
  const confirm = async (): Promise<void> => {
    await end({ session: session.id, version: session.version });
    close();
  };
  return (
    <Dialog title={words.closeTitle} close={close}>
      <p>{words.closeHint}</p>
      <div className="dialog-buttons">
        <Button onPress={close}>{appWords.cancel}</Button>
        <Button weight="main" isPending={ending} onPress={() => void confirm()}>
          {words.close}
        </Button>
      </div>
    </Dialog>
  );
}
