/** The three principals that read. A display is never the facilitator's session: it is a principal of its own, and the least. */
export type Audience = 'staff' | 'display' | 'analyst';

export const audiences = ['staff', 'display', 'analyst'] as const satisfies readonly Audience[];

/** 役割 of a signed-in person. A person may hold several. */
export const staffRoles = ['facilitator', 'recorder', 'coordinator', 'caseworker', 'outreach', 'analyst', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Case → field classes that a live consent opens. */
export type SharedCases = Readonly<Record<string, readonly string[]>>;

/** Whoever asks. Everything that policy may depend on, and nothing else. */
export interface Viewer {
  readonly audience: Audience;
  /** Who is named in the audit: 'staff:<id>' or 'display:<id>'. No policy for reading depends on it. */
  readonly actor: string;
  readonly roles: readonly StaffRole[];
  /** 担当: the unit of access (RULES 1). */
  readonly teams: readonly string[];
  /** Sessions of which the viewer is a member. */
  readonly sessions: readonly string[];
  /** The one session a display is paired with. */
  readonly session?: string;
  /** Cases that the hub vouches are shared with this viewer, and the field classes open on each; only ever set on the way into a department. */
  readonly cases?: SharedCases;
}

/** The database role that holds the second wall for each audience. */
export const databaseRole: Readonly<Record<Audience, string>> = { staff: 'hub_staff', display: 'hub_display', analyst: 'hub_analyst' };
