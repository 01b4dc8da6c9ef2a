import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/graphql';
import { serverNow } from '../graphql/server-clock';
import { duringWords } from '../words/during-words';

const words = duringWords.screens;
const ASK_EVERY_MS = 5_000;
/** Two beats of a display, and what a busy machine takes. */
const SILENT_MS = 15_000;

const Screens = graphql<{ session: { readonly id: string; readonly displays: readonly Screen[] } | null }, { id: string }>`
  query Screens($id: ID!) {
    session(id: $id) {
      id
      displays {
        id
        paintedAt
        behind
      }
    }
  }
`;

interface Screen {
  readonly id: string;
  readonly paintedAt: string | null;
  readonly behind: number | null;
}

/** How each screen in the room keeps up, in words; asked for again and again while there are screens. */
export function useScreens(session: string, any: boolean): (display: string) => string | undefined {
  const { data } = useQuery(Screens, {
    variables: { id: session },
    skip: !any,
    fetchPolicy: 'no-cache',
    pollInterval: any ? ASK_EVERY_MS : 0,
    skipPollAttempt: () => document.hidden,
  });
  return (display) => {
    const screen = data?.session?.displays.find(({ id }) => id === display);
    return screen && standing(screen);
  };
}

function standing({ paintedAt, behind }: Screen): string {
  if (!paintedAt) return words.notYet;
  const silent = serverNow() - Date.parse(paintedAt);
  if (silent > SILENT_MS) return words.silent(Math.round(silent / 1000));
  return behind ? words.behind(behind) : words.current;
}
