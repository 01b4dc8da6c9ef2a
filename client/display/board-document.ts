import type { Timer } from '../ui/use-countdown';

/** How the wall is read. */
export interface Lettering {
  /** Larger text shows less, never smaller text. */
  readonly textStep: 'STANDARD' | 'LARGE' | 'LARGEST';
  readonly furigana: 'OFF' | 'TERMS' | 'ALL';
  /** The product's own words in やさしい日本語. */
  readonly easy: boolean;
}

/** What the wall may know of a session. Shapes of the display's contract: no field here identifies anyone. */
export interface BoardSession extends Timer, Lettering {
  readonly id: string;
  readonly kindName: string;
  readonly number: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly status: 'PREPARING' | 'OPEN' | 'CLOSED' | 'CANCELLED';
  readonly step: number;
  readonly steps: readonly string[];
  /** Shown as it is, hidden from the room, or held still while the desk works on. */
  readonly wall: 'SHOWN' | 'HIDDEN' | 'FROZEN';
  /** What the wall is turned to: the matter, what was said to it, what was agreed on, what it is tied to, or an indicator of the plan. */
  readonly focus: Focus;
  readonly indicator: BoardIndicator | null;
  /** What this kind of conference writes down of what is said, and how it calls each, in the same order. */
  readonly noteKinds: readonly NoteKind[];
  readonly noteWords: readonly string[];
  /** Steps and lines once more, in やさしい日本語. */
  readonly easySteps: readonly string[];
  readonly easyNoteWords: readonly string[];
  readonly frontItem: BoardItem | null;
}

export type Focus = 'MATTER' | 'NOTES' | 'AGREED' | 'ECOMAP' | 'INDICATOR';

/** An indicator of the plan, as printed. */
export interface BoardIndicator {
  readonly id: string;
  readonly number: number;
  readonly organizationName: string;
  readonly name: string;
  readonly unit: string | null;
  readonly nature: 'REFERENCE' | 'TARGET';
  readonly definition: string;
  readonly readingNote: string | null;
  readonly cells: readonly BoardCell[];
}

/** One printed figure: what was counted, what is expected or aimed at. No value is no zero. */
export interface BoardCell {
  readonly id: string;
  readonly fiscalYear: number;
  readonly kind: 'ACTUAL' | 'EXPECTED' | 'FORECAST' | 'TARGET';
  readonly raw: string;
  readonly value: number | null;
}

export type NoteKind = 'IDEA' | 'STRENGTH' | 'WISH' | 'WORRY' | 'GAP';

export interface BoardItem {
  readonly id: string;
  readonly letter: string;
  readonly kind: 'CARD' | 'ISSUE' | 'CASE' | 'REPORT' | 'FICTION';
  /** The words of a report or a fiction; of the others there are none here. */
  readonly title: string | null;
  readonly words: string | null;
  readonly card: BoardCard | null;
  readonly issue: BoardIssue | null;
  readonly notes: readonly BoardNote[];
  readonly roles: readonly BoardRole[];
  readonly actionItems: readonly BoardAction[];
  readonly decisions: readonly BoardDecision[];
  readonly links: readonly BoardLink[];
}

export interface BoardCard {
  readonly id: string;
  readonly title: string;
  readonly ageBand: string;
  readonly district: string | null;
  readonly strengths: readonly string[];
  readonly wishes: readonly string[];
  readonly worries: readonly string[];
}

export interface BoardIssue {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly topics: readonly string[];
}

/** What a matter is tied to: an organisation, or people in words. */
export interface BoardLink {
  readonly id: string;
  readonly organization: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly kind: 'STRONG' | 'WEAK' | 'STRAINED' | 'PLANNED';
}

/** One line of what was said. */
export interface BoardNote {
  readonly id: string;
  readonly kind: NoteKind;
  readonly title: string;
}

export interface BoardRole {
  readonly id: string;
  readonly title: string;
  readonly organization: { readonly id: string; readonly name: string } | null;
}

export interface BoardAction extends BoardRole {
  readonly dueOn: string | null;
  readonly status: 'OPEN' | 'DONE' | 'TAKEN_BACK';
}

/** What was decided, and whether it was read out to the room. */
export interface BoardDecision {
  readonly id: string;
  readonly title: string;
  readonly readBackAt: string | null;
}

export const boardDisplayName = 'BoardDisplay';

/** The display's one document. Plain text: its bundle carries no GraphQL parser, and every display sends the same bytes. */
export const boardDisplay = `subscription BoardDisplay($session: ID!, $after: Int) {
  board(session: $session, after: $after) {
    seq
    kind
    at
    sentAt
    session {
      id
      kindName
      number
      title
      heldOn
      startsAt
      endsAt
      status
      step
      steps
      wall
      focus
      textStep
      furigana
      easy
      easySteps
      easyNoteWords
      indicator {
        id
        number
        organizationName
        name
        unit
        nature
        definition
        readingNote
        cells { id fiscalYear kind raw value }
      }
      noteKinds
      noteWords
      timerEndsAt
      timerLeft
      frontItem {
        id
        letter
        kind
        title
        words
        card { id title ageBand district strengths wishes worries }
        issue { id title description topics }
        notes { id kind title }
        roles { id title organization { id name } }
        actionItems { id title organization { id name } dueOn status }
        decisions { id title readBackAt }
        links { id organization { id name } title kind }
      }
    }
  }
}`;
