import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { appWords } from '../words/app-words';
import { tableWords } from '../words/table-words';
import { LeaveTable, NoteTie } from './session-changes';
import { agencyOf, type ItemData, type MemberData, memberName, type SessionData, type StandingData } from './session-data';
import { useChange } from './use-change';

const words = tableWords.item;

interface SeatListProps {
  readonly item: ItemData;
  readonly session: SessionData;
  readonly maySteer: boolean;
}

/** Who may stay for this case and who has left: those who must go come first. */
export function SeatList({ item, session, maySteer }: SeatListProps) {
  const seats = item.standings.flatMap((standing) => {
    const member = session.members.find(({ id }) => id === standing.member?.id);
    return member && member.attends !== 'ABSENT' ? [{ standing, member }] : [];
  });
  const inOrder = seats.toSorted((one, other) => Number(isFine(one.standing)) - Number(isFine(other.standing)));
  return (
    <section className="seats">
      <h3>{words.seats}</h3>
      <ul className="rows">
        {inOrder.map(({ standing, member }) => (
          <Seat key={standing.id} item={item.id} standing={standing} member={member} maySteer={maySteer} />
        ))}
      </ul>
    </section>
  );
}

const isFine = ({ standing, away }: StandingData): boolean => standing === 'COVERED' || away;

interface SeatProps {
  readonly item: string;
  readonly standing: StandingData;
  readonly member: MemberData;
  readonly maySteer: boolean;
}

function Seat({ item, standing, member, maySteer }: SeatProps) {
  const [leave, busy] = useChange(LeaveTable);
  const [tying, tie] = useState(false);
  const name = memberName(member);
  const word = standing.away ? words.back : words.leave;
  return (
    <li className="row" data-seat={member.id} data-away={standing.away || undefined}>
      <span>
        <strong>{name}</strong>
        <span className="hint line">
          <span>{agencyOf(member)}</span>
          <span>{words.seat[standing.standing]}</span>
          {standing.neighbour ? <span>{words.neighbour}</span> : null}
          {standing.away ? <span>■ {words.away}</span> : null}
        </span>
      </span>
      {maySteer ? (
        <span className="row-buttons">
          <Button
            weight="quiet"
            isPending={busy}
            onPress={() => void leave({ item, member: member.id, away: !standing.away })}
            aria-label={words.seatOf(word, name)}
          >
            {word}
          </Button>
          {member.staff ? (
            <Button weight="quiet" onPress={() => tie(true)} aria-label={words.seatOf(words.tie, name)}>
              {words.tie}
            </Button>
          ) : null}
        </span>
      ) : null}
      {tying ? <TieDialog item={item} member={member} close={() => tie(false)} /> : null}
    </li>
  );
}

/** Says what ties a member to the person of the case: one press, and whoever is tied is away. */
function TieDialog({ item, member, close }: { item: string; member: MemberData; close: () => void }) {
  const [note, busy] = useChange(NoteTie);
  const press = async (kind: string): Promise<void> => {
    if ((await note({ item, member: member.id, kind })).done) close();
  };
  return (
    <Dialog title={words.tieTitle(memberName(member))} close={close}>
      <p>{words.tieHint}</p>
      <div className="row-buttons">
        {Object.entries(words.ties).map(([kind, word]) => (
          <Button key={kind} isPending={busy} onPress={() => void press(kind)}>
            {word}
          </Button>
        ))}
      </div>
      <div className="dialog-buttons">
        <Button onPress={close}>{appWords.cancel}</Button>
      </div>
    </Dialog>
  );
}
