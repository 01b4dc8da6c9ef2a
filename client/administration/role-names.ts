import { administrationWords } from '../words/administration-words';

/** Roles as people call them. */
export function roleNames(roles: readonly string[]): string {
  return roles.map((role) => administrationWords.role[role] ?? role).join('・') || administrationWords.staff.noRole;
}
