import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { useToast } from '../ui/toasts';
import { consoleWords } from '../words/console-words';
import { AssignRole } from './session-changes';
import type { ItemData, Named, RoleData } from './session-data';
import { useChange } from './use-change';

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
      version
    }
  }
`;

interface RolesEditorProps {
  readonly item: ItemData;
  readonly organizations: readonly Named[];
  /** Absent for people who may only look. */
  readonly add?: () => void;
}

/** Who takes on what. Choosing an organisation is the change; there is no save button to forget. */
export function RolesEditor({ item, organizations, add }: RolesEditorProps) {
  return (
    <section className="panel" aria-labelledby="roles-title">
      <h2 id="roles-title">{words.title}</h2>
      {item.roles.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="rows">
        {item.roles.map((role) => (
          <RoleRow key={role.id} role={role} organizations={organizations} mayChange={Boolean(add)} />
        ))}
      </ul>
      {add ? <Button onPress={add}>＋ {words.add}（R）</Button> : null}
    </section>
  );
}

function RoleRow({ role, organizations, mayChange }: { role: RoleData; organizations: readonly Named[]; mayChange: boolean }) {
  const say = useToast();
  const [assign] = useChange(AssignRole);
  const before = role.organization?.id ?? null;
  const choose = async (organization: string | null): Promise<void> => {
    if (organization === before) return;
    const outcome = await assign({ role: role.id, organization, version: role.version });
    if (!outcome.done) return;
    const { version } = outcome.answer.assignRole;
    const who = organizations.find(({ id }) => id === organization)?.name;
    const undo = (): void => void assign({ role: role.id, organization: before, version });
    say({ sentence: who ? words.assigned(role.title, who) : words.vacated(role.title), undo });
  };
  return (
    <li data-role={role.id} className={role.organization ? 'row role-row' : 'row role-row unfilled'}>
      <strong>{role.title}</strong>
      {mayChange ? (
        <Choice
          label={`${role.title}：${words.who}`}
          hideLabel
          none={words.unfilled}
          options={organizations}
          value={before}
          choose={(id) => void choose(id)}
        />
      ) : (
        <span>{role.organization?.name ?? words.unfilled}</span>
      )}
    </li>
  );
}
