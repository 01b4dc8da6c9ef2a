import type { Me } from '../app/use-me';

/** Whether this person works with people. The hub decides again, and knows whom a conflict of interest bars. */
export function mayBreakGlass(me: Me | null | undefined): boolean {
  return ['caseworker', 'outreach', 'coordinator'].some((role) => me?.roles.includes(role));
}
