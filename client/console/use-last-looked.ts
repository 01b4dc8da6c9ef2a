import { useEffect, useState } from 'react';

/**
 * The newest change that this person had before them when they last looked at this list on this machine, as an ISO moment; from now on it is
 * `newest`. The first time it is what stands there now: nobody is told of everything there ever was.
 */
export function useLastLooked(list: string, person: string, newest: string): string {
  const place = `looked:${list}:${person}`;
  const [before] = useState(() => localStorage.getItem(place) ?? newest);
  useEffect(() => localStorage.setItem(place, newest), [place, newest]);
  return before;
}
