import type { Edit } from '../offline/outbox';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { offlineWords as words } from '../words/offline-words';
import { useConflict } from './conflicts';
import { rowOf } from './may-wait';
import { useEdits, useIsKept, useOutbox } from './outbox-desk';
import { lineIn, type SessionData } from './session-data';

/** What was written while the hub was out of reach, line by line, and what has become of it. Gone when there is nothing to tell. */
export function OutboxPanel({ session }: { session: SessionData }) {
  const outbox = useOutbox();
  const edits = useEdits();
  const isKept = useIsKept();
  if (!outbox || edits.length === 0) return null;
  return (
    <section id="outbox" className="panel outbox" aria-labelledby="outbox-title" tabIndex={-1}>
      <h2 id="outbox-title">{words.title}</h2>
      <p className="hint">
        {outbox.ended() ? words.ended : words.hint}
        {isKept ? null : words.unkept}
      </p>
      <ol className="rows">
        {edits.map((edit) => (
          <WaitingRow key={edit.id} edit={edit} what={whatOf(edit, session)} />
        ))}
      </ol>
      {edits.some(({ state }) => state === 'sent') ? <Button onPress={() => outbox.clearSent()}>{words.clear}</Button> : null}
    </section>
  );
}

function WaitingRow({ edit, what }: { edit: Edit; what: string }) {
  const outbox = useOutbox();
  const settle = useConflict();
  const say = useToast();
  const isKept = useIsKept();
  const { id, state, conflict } = edit;
  const discard = (): void => {
    outbox?.discard(id);
    say({ sentence: edit.tried && state === 'waiting' ? words.maybeArrived(what) : words.discarded(what) });
  };
  const choose = async (both: NonNullable<Edit['conflict']>): Promise<void> => outbox?.settle(id, await settle(both));
  return (
    <li className="row" data-edit={state}>
      <span>
        <strong>{what}</strong>
        <span className="hint">
          {words.state[state]} {edit.sentence} {edit.here && isKept && state !== 'sent' ? words.here : null}
        </span>
      </span>
      <span className="row-buttons">
        {conflict && state === 'conflict' ? (
          <Button weight="main" onPress={() => void choose(conflict)} aria-label={`${words.settle}：${what}`}>
            {words.settle}
          </Button>
        ) : null}
        {state === 'refused' ? (
          <Button weight="quiet" onPress={() => outbox?.again(id)} aria-label={`${words.again}：${what}`}>
            {words.again}
          </Button>
        ) : null}
        {state === 'waiting' || state === 'refused' ? (
          <Button weight="quiet" onPress={discard} aria-label={`${words.discard}：${what}`}>
            {words.discard}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

/** Which change, and of which line. */
function whatOf(edit: Edit, session: SessionData): string {
  const title = (edit.input.title as string | undefined) ?? lineIn(session, rowOf(edit) ?? '')?.title ?? '';
  return `${words.what[edit.change] ?? ''}：${title}`;
}
