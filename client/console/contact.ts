import { createContext, useContext } from 'react';
import type { Contact } from '../graphql/watch-board';

/** How the page of a meeting stands with the hub, for whatever publishes from it. */
export const ContactNow = createContext<Contact>('live');

/** Whether the line is lost: what would be published now could come late, over whatever the room sees by then. */
export function useIsCutOff(): boolean {
  return useContext(ContactNow) === 'recovering';
}
