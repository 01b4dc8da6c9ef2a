import { consoleWords } from '../words/console-words';
import { AssignRole } from './session-changes';
import { type Named, type RoleData, roleIn } from './session-data';
import { useUndo } from './undo';
import { useChange } from './use-change';

const words = consoleWords.roles;

/** Gives the role to an organisation, or opens it again; remembers who had it. */
export function useAssigning(role: RoleData, organizations: readonly Named[]): (organization: string | null) => Promise<void> {
  const { did } = useUndo();
  const [assign] = useChange(AssignRole);
  const before = role.organization?.id ?? null;
  return async (organization) => {
    if (organization === before) return;
    const who = organizations.find(({ id }) => id === organization)?.name;
    await assign({ role: role.id, organization, version: role.version }, { organization: before }, ({ assignRole: { version } }) =>
      did({
        sentence: who ? words.assigned(role.title, who) : words.vacated(role.title),
        stands: (session) => {
          const now = roleIn(session, role.id);
          return now !== undefined && (now.organization?.id ?? null) === organization;
        },
        back: async () => (await assign({ role: role.id, organization: before, version }, { organization })).done,
      }),
    );
  };
}
