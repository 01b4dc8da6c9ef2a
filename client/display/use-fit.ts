import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useLettering } from './lettering';

/** A part of a pixel by which a child may reach over without being cut. */
const SLACK = 0.6;

/**
 * How many of a list's children stand whole within it, measured after layout and before anything is painted: the wall shows fewer, never
 * smaller and never half of one. `items` anew are all drawn once more and measured anew.
 */
export function useFit<List extends HTMLElement>(items: readonly unknown[]): readonly [list: RefObject<List | null>, shown: number] {
  const list = useRef<List>(null);
  const lettering = useLettering();
  const content = JSON.stringify(items);
  const [measured, measure] = useState({ content: '', lettering, shown: 0 });
  const isMeasured = measured.content === content && measured.lettering === lettering;
  useLayoutEffect(() => {
    if (!list.current || isMeasured) return;
    const { bottom } = list.current.getBoundingClientRect();
    const whole = [...list.current.children].filter((child) => child.getBoundingClientRect().bottom <= bottom + SLACK);
    measure({ content, lettering, shown: whole.length });
  }, [content, lettering, isMeasured]);
  return [list, isMeasured ? measured.shown : items.length];
}
