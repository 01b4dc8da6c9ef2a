/** Who somebody at a table comes for. The profile of a conference names those that it admits. */
export const attendees = ['city', 'council', 'contractor', 'commissioner', 'professional', 'citizen'] as const;
export type Attendee = (typeof attendees)[number];

/** An organisation as far as it says who comes for it. */
export interface Sender {
  readonly key: string;
  readonly kind: string;
  readonly operation: string | null;
}

const byKey: Readonly<Record<string, Attendee>> = { shakyo: 'council', minsei: 'commissioner' };
const byKind: Readonly<Record<string, Attendee>> = {
  CITY: 'city',
  DEPARTMENT: 'city',
  WINDOW: 'city',
  BASE: 'city',
  PROVIDER: 'professional',
  MEDICAL: 'professional',
  SCHOOL: 'professional',
};

/** Who comes for this organisation. Whoever is nothing else is a citizen: the least that anybody is admitted as. */
export function attendeeOf({ key, kind, operation }: Sender): Attendee {
  if (operation === '委託') return 'contractor';
  if (operation === '住民主体') return 'citizen';
  return byKey[key] ?? byKind[kind] ?? 'citizen';
}
