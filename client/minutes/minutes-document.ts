import { graphql } from '../graphql/graphql';

export type MinutesLevel = 'ROOM' | 'PARTICIPANTS' | 'OFFICE';
export type MinutesForm = 'PRINT' | 'FILE';

export interface MinutesLine {
  readonly id: string;
  readonly part: 'NOTE' | 'ROLE' | 'ACTION' | 'DECISION' | 'OUTCOME';
  readonly said: string | null;
  readonly text: string;
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
          text
          who
          dueOn
          settled
          held
          deferred
          reason
          owner
        }
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
