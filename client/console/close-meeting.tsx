import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { appWords } from '../words/app-words';
import { consoleWords as words } from '../words/console-words';
import { CloseSession } from './session-changes';
import type { SessionData } from './session-data';
import { useChange } from './use-change';

interface CloseMeetingProps {
  readonly session: Pick<SessionData, 'id' | 'version' | 'status'>;
  readonly close: () => void;
}

/** Asks before a meeting is closed: it cannot be taken back. */
export function CloseMeeting({ session, close }: CloseMeetingProps) {
  const [end, ending] = useChange(CloseSession);
  const confirm = async (): Promise<void> => {
    await end({ session: session.id, version: session.version }, { status: session.status });
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
