import { useState } from 'react';

/** How a screen is drawn: for a lit room, for one that is blacked out, or with nothing between black and white. */
export const looks = ['light', 'dark', 'high'] as const;
export type Look = (typeof looks)[number];

const STORED = 'look';

/** Draws the page as this person, or this room, chose on this machine. Before anything is painted. */
export function applyLook(look: Look = lookNow()): void {
  document.documentElement.dataset.look = look;
}

/** The look of this machine, and the way to choose another. */
export function useLook(): readonly [look: Look, choose: (look: Look) => void] {
  const [look, set] = useState(lookNow);
  const choose = (next: Look): void => {
    localStorage.setItem(STORED, next);
    applyLook(next);
    set(next);
  };
  return [look, choose];
}

function lookNow(): Look {
  return looks.find((one) => one === localStorage.getItem(STORED)) ?? 'light';
}
