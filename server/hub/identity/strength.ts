import type { StaffRole } from '#server/access/viewer';

/** Roles that count only for whoever has shown a second factor in this sign-in. */
const needing: readonly StaffRole[] = ['coordinator', 'administrator', 'supervisor', 'disclosure-officer'];

export function needsSecondFactor(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => needing.includes(role));
}

/** The roles that a sign-in carries. */
export function rolesOf(roles: readonly StaffRole[], strong: boolean): readonly StaffRole[] {
  return strong ? roles : roles.filter((role) => !needing.includes(role));
}
