import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { consoleWords } from '../words/console-words';
import { HeldNote, HoldButton } from './held-line';
import { RenameDialog } from './rename-dialog';
import type { ItemData, Named, RoleData } from './session-data';
import { useAssigning } from './use-assigning';
import { useWithKey } from './use-key-choice';
import { isMadeHere } from './waiting-item';
import { WaitingNote } from './waiting-note';

const words = consoleWords.roles;

export const RolesEditor_item = graphql`
  fragment RolesEditor_item on AgendaItem {
    id
    roles {
      id
      title
      organization {
        id
        name
      }
      held
      version
    }
  }
`;

interface RolesEditorProps {
  readonly item: ItemData;
  readonly organizations: readonly Named[];
  /** Whether the room sees what stands here. */
  readonly projected: boolean;
  /** Absent for people who may only look. */
  readonly add?: () => void;
}

/** Who takes on what. Choosing an organisation is the change; there is no save button to forget. */
export function RolesEditor({ item, organizations, projected, add }: RolesEditorProps) {
  const withKey = useWithKey();
  return (
    <section className="panel" aria-labelledby="roles-title">
      <h2 id="roles-title">{words.title}</h2>
      {item.roles.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="rows">
        {item.roles.map((role) => (
          <RoleRow
            key={role.id}
            role={role}
            organizations={organizations}
            mayChange={Boolean(add) && !isMadeHere(role.id)}
            projected={projected}
          />
        ))}
      </ul>
      {add ? <Button onPress={add}>＋ {withKey(words.add, 'role')}</Button> : null}
    </section>
  );
}

interface RoleRowProps extends Pick<RolesEditorProps, 'organizations' | 'projected'> {
  readonly role: RoleData;
  readonly mayChange: boolean;
}

function RoleRow({ role, organizations, mayChange, projected }: RoleRowProps) {
  const choose = useAssigning(role, organizations);
  const [renaming, rename] = useState<RoleData | null>(null);
  return (
    <li data-role={role.id} className={role.organization ? 'row role-row' : 'row role-row unfilled'}>
      <span className="role-what">
        <strong>{role.title}</strong>
        <HeldNote held={role.held} />
        <WaitingNote row={role.id} />
      </span>
      {mayChange ? (
        <Choice
          label={`${role.title}：${words.who}`}
          hideLabel
          none={words.unfilled}
          options={organizations}
          value={role.organization?.id ?? null}
          choose={(id) => void choose(id)}
        />
      ) : (
        <span>{role.organization?.name ?? words.unfilled}</span>
      )}
      {mayChange ? (
        <span className="row-buttons">
          <Button weight="quiet" onPress={() => rename(role)} aria-label={`${consoleWords.held.rename}：${role.title}`}>
            {consoleWords.held.rename}
          </Button>
          {projected ? <HoldButton line={{ role }} /> : null}
        </span>
      ) : null}
      {renaming ? <RenameDialog role={renaming} close={() => rename(null)} /> : null}
    </li>
  );
}
