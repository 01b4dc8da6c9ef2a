import type { ConferenceKind, ConferenceProfile } from '#server/access/conference-profile';

/** What a line that is said in the room is; the words of it differ. */
export type NoteWord = 'IDEA' | 'STRENGTH' | 'WISH' | 'WORRY' | 'GAP';

/** What the wall can be turned to. */
export type Slide = 'MATTER' | 'NOTES' | 'AGREED' | 'ECOMAP' | 'INDICATOR';

/**
 * ROLE: every role has an organisation. ACTION: every action item has an organisation and a date. DECISION: every decision was read back.
 * OUTCOME: every case on the agenda has a decision. ATTENDANCE: everybody who was asked to the table was there or was not.
 */
export type ClosingCondition = 'ROLE' | 'ACTION' | 'DECISION' | 'OUTCOME' | 'ATTENDANCE';

/** One kind of conference as the room runs it; the law of it is its profile. To add a kind: one such file and one line in the registry. */
export interface Conference {
  readonly key: ConferenceKind;
  readonly name: string;
  readonly profile: ConferenceProfile;
  /** What the facilitator reads out at the opening. */
  readonly opening: string;
  /** The sentence of the law that each member acknowledges before anything of a session opens; only where it is kept secret. */
  readonly secrecy?: string;
  /** What is written down of what people say, in the order in which it is offered, and how this kind calls it. */
  readonly notes: readonly (readonly [NoteWord, string])[];
  /** The steps of the sitting, in order; the board shows where the room is. */
  readonly steps: readonly [string, ...string[]];
  /** The same steps and lines in やさしい日本語, in the same order; for kinds that stand before citizens. */
  readonly easy?: { readonly steps: readonly string[]; readonly notes: readonly string[] };
  /** What must be settled, or put off with a reason, before a session of the kind ends. */
  readonly closing: readonly ClosingCondition[];
}
