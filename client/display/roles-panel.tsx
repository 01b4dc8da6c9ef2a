import { boardWords as words } from '../words/board-words';
import type { BoardRole } from './board-document';
import { useFit } from './use-fit';

/** Right: what is to be done by which organisation; a role nobody holds yet invites. */
export function RolesPanel({ roles }: { roles: readonly BoardRole[] }) {
  const [list, shown] = useFit<HTMLUListElement>(roles);
  const rest = roles.length - shown;
  return (
    <section className="board-roles">
      <h2>
        {words.roles}
        {rest > 0 ? <small>{words.andMore(rest)}</small> : null}
      </h2>
      {roles.length === 0 ? <p className="board-empty">{words.noRoles}</p> : null}
      <ul ref={list}>
        {roles.slice(0, shown).map((role) => (
          <li key={role.id} className={role.organization ? 'board-role' : 'board-role board-unfilled'}>
            <strong>{role.title}</strong>
            <span>{role.organization?.name ?? words.unfilled}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
