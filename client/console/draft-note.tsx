import { Button } from '../ui/button';
import { offlineWords as words } from '../words/offline-words';
import type { Drafting } from './use-draft';

/** Says that a window was opened with what had been left half written. */
export function DraftNote({ found, drop }: Pick<Drafting<unknown>, 'found' | 'drop'>) {
  return found ? (
    <p className="hint line">
      <span>{words.draft}</span>
      <Button weight="quiet" onPress={drop}>
        {words.dropDraft}
      </Button>
    </p>
  ) : null;
}
