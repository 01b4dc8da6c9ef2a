import { useState } from 'react';
import { type ItemData, isOver, type SessionData } from './session-data';

/** Which item the desk shows: the one that was picked for a closer look, or else the one in front of the room. */
export interface AgendaChoice {
  readonly shown: ItemData | undefined;
  /** The item that was picked; none while the desk follows the room. */
  readonly picked: string | undefined;
  readonly pick: (item: string | undefined) => void;
  /** Picks the next item (1) or the one before (-1). */
  readonly move: (by: number) => void;
  /** Goes along with the room again, or stays where it is when the room goes on. */
  readonly follows: () => void;
}

export function useAgendaChoice(session: SessionData): AgendaChoice {
  const { agenda, frontItem } = session;
  const [chosen, pick] = useState<string>();
  const find = (id: string | undefined): ItemData | undefined => agenda.find((item) => item.id === id);
  // Nothing stands in front of a room that has gone home: then the record is read from its beginning.
  const following = find(frontItem?.id) ?? (isOver(session) ? agenda[0] : undefined);
  const picked = find(chosen);
  const shown = picked ?? following;
  const move = (by: number): void => {
    const at = agenda.findIndex((item) => item.id === shown?.id);
    const next = at < 0 && by < 0 ? agenda.length - 1 : at + by;
    pick(agenda[Math.min(Math.max(next, 0), agenda.length - 1)]?.id);
  };
  const follows = (): void => pick(picked ? undefined : shown?.id);
  return { shown, picked: picked?.id, pick, move, follows };
}
