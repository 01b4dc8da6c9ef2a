import { Button } from '../ui/button';
import { clock } from '../words/era-date';
import { offlineWords as words } from '../words/offline-words';
import { useEdits, useIsKept } from './outbox-desk';

/** Says, wherever one has scrolled to, that the hub is out of reach: how old what stands here is, what still can be done, and what waits. */
export function OfflineBar({ lostAt }: { lostAt: number }) {
  const waiting = useEdits().filter(({ state }) => state !== 'sent').length;
  const isKept = useIsKept();
  return (
    <div className="offline-bar">
      <p role="status">
        <strong>{words.cut(clock(new Date(lostAt)))}</strong> {words.cutHow} {isKept ? null : words.unkept}
      </p>
      {waiting > 0 ? <Button onPress={() => document.getElementById('outbox')?.focus()}>{words.look(waiting)}</Button> : null}
    </div>
  );
}
