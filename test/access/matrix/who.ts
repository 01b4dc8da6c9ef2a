import type { PersonaKey } from '#seeds/personas';

/** Everybody who can knock: the personas, the display of the open board, and somebody who has not signed in. */
export type Who = PersonaKey | 'display' | 'nobody';

export const departments = ['elderly-care', 'disability', 'livelihood', 'children', 'council'] as const;
export const staff = [
  'facilitator',
  'recorder',
  ...departments,
  'supervisor',
  'administrator',
  'disclosure-officer',
] as const satisfies readonly PersonaKey[];
export const staffAndAnalyst = [...staff, 'analyst'] as const;
export const everyone = [...staffAndAnalyst, 'display', 'nobody'] as const satisfies readonly Who[];

/** The 担当 of 高齢者・介護: a case worker, and the supervisor, who serves with it. */
export const elderlyCare = ['elderly-care', 'supervisor'] as const;

/** Who steers a conference; who calls one and pairs its wall. */
export const steering = ['facilitator', 'recorder'] as const;
export const calling = ['facilitator'] as const;

/** 担当 that serve the open case (支援つなげる and 高齢者・介護), and those together with whom its person agreed to share it. */
export const serving = ['facilitator', 'recorder', ...elderlyCare] as const;
export const sharing = [...serving, 'livelihood'] as const;
/** 担当 that serve the case of the protected person, and the one of them that holds the protection. */
export const servingGuarded = ['council', ...elderlyCare] as const;
export const holding = ['council'] as const;
/** The only member of the 支援会議. */
export const members = ['recorder'] as const;
/** Who knows the open case by serving it or by consent, and is called to the table of every open kind (支援会議 has a list of its own). */
export const called = ['children'] as const;
