import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { appWords } from '../words/app-words';
import { closingWords } from '../words/closing-words';
import { consoleWords } from '../words/console-words';
import { offlineWords } from '../words/offline-words';
import { ResumePoint } from './closing-changes';
import { type DeferralData, subjectOf } from './closing-data';
import { itemName } from './item-name';
import { OpenPoints } from './open-points';
import { useEdits } from './outbox-desk';
import { CloseSession } from './session-changes';
import type { SessionData } from './session-data';
import { useChange } from './use-change';
import { useColleagues } from './use-colleagues';
import { useOrganizations } from './use-organizations';

const words = closingWords.close;

interface CloseMeetingProps {
  readonly session: SessionData;
  readonly close: () => void;
}

/** The last look before a meeting is closed, which cannot be taken back: what is open is mended or put off here, and then it ends. */
export function CloseMeeting({ session, close }: CloseMeetingProps) {
  const organizations = useOrganizations();
  // Asked for now, so that the names are there by the time somebody is to be named.
  useColleagues();
  const [end, ending] = useChange(CloseSession);
  const open = session.openPoints.length;
  const isWaiting = useEdits().some(({ state }) => state !== 'sent');
  const put = session.agenda.flatMap((item) => item.deferrals.map((deferral) => ({ deferral, name: itemName(item) })));
  const confirm = async (): Promise<void> => {
    if (isWaiting) return;
    const outcome = await end({ session: session.id, version: session.version }, { status: session.status });
    if (outcome.done) close();
  };
  return (
    <Dialog title={words.title} wide close={close}>
      <p>{words.hint}</p>
      <p role="status">{open === 0 ? words.clear : words.open(open)}</p>
      {isWaiting ? <p role="status">{offlineWords.beforeClosing}</p> : null}
      <OpenPoints session={session} organizations={organizations} />
      {put.length > 0 ? <h3>{words.put}</h3> : null}
      <ul className="rows" aria-label={words.put}>
        {put.map(({ deferral, name }) => (
          <PutOff key={deferral.id} deferral={deferral} name={name} />
        ))}
      </ul>
      <div className="dialog-buttons">
        <Button onPress={close} autoFocus>
          {appWords.cancel}
        </Button>
        <Button
          weight="main"
          isPending={ending}
          isIdle={open > 0 || isWaiting}
          onPress={() => void confirm()}
          aria-label={open > 0 ? words.of(consoleWords.close, words.waits) : consoleWords.close}
        >
          {consoleWords.close}
        </Button>
      </div>
    </Dialog>
  );
}

function PutOff({ deferral, name }: { deferral: DeferralData; name: string }) {
  const [resume, busy] = useChange(ResumePoint);
  const title = subjectOf(deferral) ?? name;
  return (
    <li className="row" data-deferral={deferral.id}>
      <span className="action-what">
        <strong>{title}</strong>
        <span className="hint line">
          <span>{deferral.reason}</span>
          {deferral.owner ? <span>{closingWords.defer.seenBy(deferral.owner.name)}</span> : null}
        </span>
      </span>
      <span className="row-buttons">
        <Button
          weight="quiet"
          isPending={busy}
          onPress={() => void resume({ deferral: deferral.id, version: deferral.version })}
          aria-label={words.of(words.resume, title)}
        >
          {words.resume}
        </Button>
      </span>
    </li>
  );
}
