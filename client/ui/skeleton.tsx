import { appWords as words } from '../words/app-words';
import { useLate } from './use-late';

/** Stands for content on its way; nothing at all for the first 300 ms. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const late = useLate(true);
  if (!late) return null;
  return (
    <div className="skeleton" role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  );
}
