import { type RefObject, useRef, useState } from 'react';
import type { QuickKind } from './quick-entry';
import type { SessionData } from './session-data';

interface QuickChoice {
  readonly quick: {
    readonly kind: QuickKind;
    readonly choose: (kind: QuickKind) => void;
    readonly field: RefObject<HTMLInputElement | null>;
  };
  /** Leads to the recorder's line, for a thing to do or for what was said (the kind that was written last). */
  readonly write: (what: 'action' | 'note') => void;
}

/** What the recorder's line becomes, kept from item to item. */
export function useQuickEntry({ noteKinds }: SessionData): QuickChoice {
  const [kind, setKind] = useState<QuickKind>('ACTION');
  const lastNote = useRef<QuickKind | undefined>(noteKinds[0]);
  const field = useRef<HTMLInputElement>(null);
  const choose = (next: QuickKind): void => {
    if (noteKinds.some((one) => one === next)) lastNote.current = next;
    setKind(next);
  };
  const write = (what: 'action' | 'note'): void => {
    if (!field.current) return;
    choose(what === 'action' ? 'ACTION' : (lastNote.current ?? 'ACTION'));
    field.current.focus();
  };
  return { quick: { kind, choose, field }, write };
}
