import type { Me } from '../app/use-me';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { useToast } from '../ui/toasts';
import { tableWords } from '../words/table-words';
import { DismissMember, InviteMember, MarkAttendance } from './session-changes';
import { agencyOf, type MemberData, memberName, type SessionData } from './session-data';
import { useChange } from './use-change';
import { useColleagues } from './use-colleagues';

const words = tableWords.table;

export const TablePanel_session = graphql`
  fragment TablePanel_session on Session {
    id
    secrecy
    keepsAttendance
    members {
      id
      attends
      sworn
      staff {
        id
        name
        team {
          id
          name
        }
        organization {
          id
          name
        }
      }
      organization {
        id
        name
      }
    }
  }
`;

/** Whether this person changes the list: of a 支援会議 whoever called it, and it is they who facilitate. The hub decides again. */
export function mayList(me: Me | null | undefined, { secrecy, facilitator }: SessionData): boolean {
  if (secrecy) return me?.id === facilitator?.id;
  return ['facilitator', 'coordinator'].some((role) => me?.roles.includes(role));
}

interface TablePanelProps {
  readonly session: SessionData;
  readonly maySteer: boolean;
  readonly mayList: boolean;
}

/** Who sits at the table, where the kind keeps that, and who has acknowledged the duty of secrecy. */
export function TablePanel({ session, maySteer, mayList: lists }: TablePanelProps) {
  return (
    <section className="panel table-panel" aria-labelledby="table-title">
      <h2 id="table-title">{words.title}</h2>
      {session.secrecy ? <p className="hint">{words.hint}</p> : null}
      {session.members.length === 0 ? <p className="hint">{words.empty}</p> : null}
      <ul className="rows">
        {session.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isSecret={session.secrecy !== null}
            maySteer={maySteer}
            mayDismiss={lists && member.staff?.id !== session.facilitator?.id}
          />
        ))}
      </ul>
      {lists ? <Invite session={session} /> : null}
    </section>
  );
}

interface MemberRowProps {
  readonly member: MemberData;
  readonly isSecret: boolean;
  readonly maySteer: boolean;
  readonly mayDismiss: boolean;
}

function MemberRow({ member, isSecret, maySteer, mayDismiss }: MemberRowProps) {
  const say = useToast();
  const [mark] = useChange(MarkAttendance);
  const [dismiss, busy] = useChange(DismissMember);
  const name = memberName(member);
  const press = async (): Promise<void> => {
    if ((await dismiss({ member: member.id })).done) say({ sentence: words.dismissed(name) });
  };
  return (
    <li className="row member-row" data-member={member.id}>
      <span>
        <strong>{name}</strong>
        <span className="hint line">
          <span>{agencyOf(member)}</span>
          {isSecret ? <span>{member.sworn ? words.sworn.yes : words.sworn.no}</span> : null}
        </span>
      </span>
      <span className="row-buttons">
        {maySteer ? (
          <select
            className="input"
            aria-label={words.attendsOf(name)}
            value={member.attends}
            onChange={(event) => void mark({ member: member.id, attends: event.target.value })}
          >
            {Object.entries(words.attends).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        ) : (
          <span>{words.attends[member.attends]}</span>
        )}
        {mayDismiss ? (
          <Button weight="quiet" isPending={busy} onPress={() => void press()} aria-label={`${words.dismiss}：${name}`}>
            {words.dismiss}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function Invite({ session }: { session: SessionData }) {
  const [invite] = useChange(InviteMember);
  const colleagues = useColleagues();
  const open = colleagues.filter(({ id }) => !session.members.some(({ staff }) => staff?.id === id));
  if (colleagues.length === 0) return null;
  return (
    <Choice
      label={words.add}
      none={words.none}
      options={open}
      value={null}
      choose={(staff) => (staff ? void invite({ session: session.id, staff }) : undefined)}
    />
  );
}
