import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useLettering } from './lettering';

/**
 * How much of `most` a zone has room for: drawn in full, and again with less, down to `least`, until nothing reaches over its edge, before
 * anything is painted.
 * The wall shows less, never smaller. `content` anew is measured anew.
 */
export function useLessening<Zone extends HTMLElement>(
  content: unknown,
  most: number,
  least = 1,
): readonly [zone: RefObject<Zone | null>, amount: number] {
  const zone = useRef<Zone>(null);
  const lettering = useLettering();
  const [tried, tryWith] = useState({ content, lettering, amount: most });
  const isNew = tried.content !== content || tried.lettering !== lettering;
  const amount = isNew ? most : tried.amount;
  useLayoutEffect(() => {
    const { scrollHeight = 0, clientHeight = 0 } = zone.current ?? {};
    const fits = scrollHeight <= clientHeight + 1 || amount <= least;
    if (!fits) tryWith({ content, lettering, amount: amount - 1 });
    else if (isNew) tryWith({ content, lettering, amount });
  }, [content, lettering, amount, least, isNew]);
  return [zone, amount];
}
