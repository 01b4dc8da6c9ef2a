import type { BoardRole } from './board-document';
import { Entered, Own, useBoardWords } from './lettering';
import { useFit } from './use-fit';
import { ZoneHead } from './zone-head';

/** Right: what is to be done by which organisation; a role nobody holds yet invites. */
export function RolesPanel({ roles }: { roles: readonly BoardRole[] }) {
  const words = useBoardWords();
  const [list, shown] = useFit<HTMLUListElement>(roles);
  return (
    <section className="board-roles">
      <ZoneHead title={words.roles} rest={roles.length - shown} empty={roles.length === 0 && words.noRoles} />
      <ul ref={list}>
        {roles.slice(0, shown).map(({ id, title, organization }) => (
          <li key={id} className={organization ? 'board-role' : 'board-role board-unfilled'}>
            <strong>
              <Entered>{title}</Entered>
            </strong>
            <span>{organization ? <Entered>{organization.name}</Entered> : <Own>{words.unfilled}</Own>}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
