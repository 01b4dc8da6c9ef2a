import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { appWords as words } from '../words/app-words';
import type { Option } from './choice';

interface OptionListProps {
  /** Of the field; the list and its options are called after it. */
  readonly id: string;
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly offered: readonly Option[];
  readonly chosen: Option | undefined;
  /** Place of the one that Enter would take; -1 for none. */
  readonly active: number;
  readonly take: (option: Option) => void;
  readonly close: () => void;
}

const GAP_PX = 4;

/** What a field offers, over everything else on the page and never cut off by a window: in the browser's top layer, below the field or above it. */
export function OptionList({ id, label, field, offered, chosen, active, take, close }: OptionListProps) {
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    popup.current?.showPopover();
  }, []);
  // Again with every letter: fewer names are a shorter list.
  useLayoutEffect(() => place(popup.current, field.current));
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const move = useEffectEvent((event: Event) => {
    if (!popup.current?.contains(event.target as Node)) close();
  });
  useEffect(() => {
    const moved = (event: Event): void => move(event);
    window.addEventListener('scroll', moved, true);
    window.addEventListener('resize', moved);
    return () => {
      window.removeEventListener('scroll', moved, true);
      window.removeEventListener('resize', moved);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it must not take the focus out of the field
    <div
      ref={popup}
      popover="manual"
      className="popover"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {offered.length === 0 ? <p className="hint">{words.noChoice}</p> : null}
      <div id={`${id}-list`} role="listbox" aria-label={label} className="listbox" hidden={offered.length === 0}>
        {offered.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === chosen || option.id === chosen?.id}
            data-focused={index === active || undefined}
            className="option"
            onClick={() => take(option)}
          >
            {option.name}
          </div>
        ))}
      </div>
    </div>
  );
}

function place(popup: HTMLElement | null, field: HTMLElement | null): void {
  if (!popup || !field) return;
  const { left, top, bottom, width } = field.getBoundingClientRect();
  popup.style.inlineSize = `${width}px`;
  popup.style.left = `${Math.min(left, innerWidth - popup.offsetWidth - GAP_PX)}px`;
  const isBelow = innerHeight - bottom >= popup.offsetHeight + GAP_PX || top < innerHeight - bottom;
  popup.style.top = isBelow ? `${bottom + GAP_PX}px` : 'auto';
  popup.style.bottom = isBelow ? 'auto' : `${innerHeight - top + GAP_PX}px`;
}
