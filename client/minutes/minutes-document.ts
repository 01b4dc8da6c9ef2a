import type { BoardLink } from '../display/board-document';
import { graphql } from '../graphql/graphql';

export type MinutesLevel = 'ROOM' | 'PARTICIPANTS' | 'OFFICE';
export type MinutesForm = 'PRINT' | 'FILE';

/** What should stand there; why, and by whom, where the level tells it. */
export interface MinutesCorrection {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  readonly reason: string | null;
  readonly by: string | null;
  readonly second: string | null;
}

export interface MinutesLine {
  readonly id: string;
  readonly part: 'NOTE' | 'ROLE' | 'ACTION' | 'DECISION' | 'LINK' | 'OUTCOME';
  readonly said: string | null;
  readonly tie: BoardLink['kind'] | null;
  readonly text: string;
  readonly corrections: readonly MinutesCorrection[];
  readonly who: string | null;
  readonly dueOn: string | null;
  readonly settled: boolean;
  readonly held: boolean;
  readonly deferred: boolean;
  readonly reason: string | null;
  readonly owner: string | null;
}

export interface MinutesItem {
  readonly id: string;
  readonly letter: string;
  readonly kind: 'CARD' | 'ISSUE' | 'CASE' | 'REPORT' | 'FICTION';
  readonly title: string | null;
  readonly words: string | null;
  readonly note: string | null;
  readonly lines: readonly MinutesLine[];
  readonly corrections: readonly MinutesCorrection[];
}

/** The minutes as the hub has redacted them: nothing is taken away here, and nothing is added. */
export interface Minutes {
  readonly session: string;
  readonly level: MinutesLevel;
  readonly forms: readonly MinutesForm[];
  readonly kindName: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly place: string | null;
  readonly facilitator: string | null;
  readonly attendees: readonly {
    readonly id: string;
    readonly name: string;
    readonly agency: string;
    readonly attends: 'EXPECTED' | 'PRESENT' | 'ABSENT';
  }[];
  readonly items: readonly MinutesItem[];
  readonly proposals: readonly { readonly id: string; readonly addressee: string; readonly title: string; readonly answerBy: string }[];
  readonly corrections: readonly MinutesCorrection[];
  readonly log: readonly { readonly seq: number; readonly at: string; readonly sentence: string }[];
}

export const MinutesPageDocument = graphql<{ minutes: Minutes | null }, { session: string; level: MinutesLevel }>`
  query MinutesPage($session: ID!, $level: MinutesLevel!) {
    minutes(session: $session, level: $level) {
      session
      level
      forms
      kindName
      number
      title
      heldOn
      startsAt
      endsAt
      openedAt
      closedAt
      place
      facilitator
      attendees {
        id
        name
        agency
        attends
      }
      items {
        id
        letter
        kind
        title
        words
        note
        lines {
          id
          part
          said
          tie
          text
          corrections {
            id
            text
            at
            reason
            by
            second
          }
          who
          dueOn
          settled
          held
          deferred
          reason
          owner
        }
        corrections {
          id
          text
          at
          reason
          by
          second
        }
      }
      corrections {
        id
        text
        at
        reason
        by
        second
      }
      proposals {
        id
        addressee
        title
        answerBy
      }
      log {
        seq
        at
        sentence
      }
    }
  }
`;

export const ExportMinutes = graphql<{ exportMinutes: string }, { input: { session: string; level: MinutesLevel; form: MinutesForm } }>`
  mutation ExportMinutes($input: MinutesOrder!) {
    exportMinutes(input: $input)
  }
`;
