/** The three principals that read. A display is never the facilitator's session: it is a principal of its own, and the least. */
export type Audience = 'staff' | 'display' | 'analyst';

export const audiences = ['staff', 'display', 'analyst'] as const satisfies readonly Audience[];

/** 役割 of a signed-in person. A person may hold several. */
export const staffRoles = [
  'facilitator',
  'recorder',
  'coordinator',
  'caseworker',
  'outreach',
  'analyst',
  'administrator',
  'supervisor',
  'disclosure-officer',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Case → field classes that a live consent opens. */
export type SharedCases = Readonly<Record<string, readonly string[]>>;

/** Whoever asks. Everything that policy may depend on, and nothing else. */
export interface Viewer {
  readonly audience: Audience;
  /** Who is named in the audit: 'staff:<id>' or 'display:<id>'. No policy for reading depends on it, but where no live board reads (decision 33). */
  readonly actor: string;
  readonly roles: readonly StaffRole[];
  /** 担当: the unit of access (RULES 1). */
  readonly teams: readonly string[];
  /** Sessions of which the viewer is a member. */
  readonly sessions: readonly string[];
  /** Of these, the 支援会議 whose duty of secrecy the viewer has acknowledged. */
  readonly sworn?: readonly string[];
  /** Cases that the viewer may hear now without consent: on the agenda of a 支援会議 that is not closed, at whose table they sit (法106条の6). */
  readonly heard?: readonly string[];
  /** Agenda items for which the viewer has left the table, and those that a tie bars them from. */
  readonly left?: readonly string[];
  /** People with whom the viewer has a tie that makes them partial (利益相反): kin, household, the other party. */
  readonly tied?: readonly string[];
  /** The one session a display is paired with. */
  readonly session?: string;
  /** Cases that the hub vouches are shared with this viewer, and the field classes open on each; only ever set on the way into a department. */
  readonly cases?: SharedCases;
  /** Persons whom the viewer has opened in an emergency (緊急閲覧), while the time runs. */
  readonly brokenGlass?: readonly string[];
}

/** The database role that holds the second wall for each audience. */
export const databaseRole: Readonly<Record<Audience, string>> = { staff: 'hub_staff', display: 'hub_display', analyst: 'hub_analyst' };
