import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import { serverNow } from '../graphql/server-clock';
import { duringWords } from '../words/during-words';
import type { Named } from './session-data';

const words = duringWords.screens;
const ASK_EVERY_MS = 5_000;
/** Where no screen is to be watched: as often as people's pages tell that they are open. */
const ASK_FOR_PEOPLE_MS = 20_000;
/** Two beats of a display, and what a busy machine takes. */
const SILENT_MS = 15_000;

const Connected = graphql<{ session: ConnectedData | null }, { id: string }>`
  query Connected($id: ID!) {
    session(id: $id) {
      id
      displays {
        id
        paintedAt
        behind
      }
      connected {
        id
        staff {
          id
          name
        }
      }
    }
  }
`;

interface Screen {
  readonly id: string;
  readonly paintedAt: string | null;
  readonly behind: number | null;
}

interface ConnectedData {
  readonly id: string;
  readonly displays: readonly Screen[];
  readonly connected: readonly { readonly id: string; readonly staff: Named | null }[];
}

/** Who and what is connected to the session, asked for again and again while it is `open` and looked at. It tells of nobody whom the city serves, and leaves no row in the read audit: nothing else may be asked with it. */
export interface ConnectedNow {
  /** How a screen in the room keeps up, in words. */
  readonly standing: (display: string) => string | undefined;
  readonly people: readonly Named[];
}

export function useConnected(session: string, open: boolean, screens: number): ConnectedNow {
  const { data } = useQuery(Connected, {
    variables: { id: session },
    skip: !open,
    fetchPolicy: 'no-cache',
    pollInterval: !open ? 0 : screens > 0 ? ASK_EVERY_MS : ASK_FOR_PEOPLE_MS,
    skipPollAttempt: () => document.hidden,
  });
  return {
    standing: (display) => {
      const screen = data?.session?.displays.find(({ id }) => id === display);
      return screen && standing(screen);
    },
    people: data?.session?.connected.flatMap(({ staff }) => staff ?? []) ?? [],
  };
}

function standing({ paintedAt, behind }: Screen): string {
  if (!paintedAt) return words.notYet;
  const silent = serverNow() - Date.parse(paintedAt);
  if (silent > SILENT_MS) return words.silent(Math.round(silent / 1000));
  return behind ? words.behind(behind) : words.current;
}
