import type { ConferenceKind, ConferenceProfile } from '#server/access/conference-profile';

/** One kind of conference as the room runs it; the law of it is its profile. To add a kind: one such file and one line in the registry. */
export interface Conference {
  readonly key: ConferenceKind;
  readonly name: string;
  readonly profile: ConferenceProfile;
  /** What the facilitator reads out at the opening. */
  readonly opening: string;
  /** The sentence of the law that each member acknowledges before anything of a session opens; only where it is kept secret. */
  readonly secrecy?: string;
  /** The steps of the sitting, in order; the board shows where the room is. */
  readonly steps: readonly [string, ...string[]];
}
