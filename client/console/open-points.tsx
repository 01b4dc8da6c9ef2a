import { useState } from 'react';
import { graphql } from '../graphql/graphql';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { closingWords } from '../words/closing-words';
import { consoleWords } from '../words/console-words';
import { ActionDialog } from './action-dialog';
import type { DecisionData, OpenPointData } from './closing-data';
import { DecisionDialog } from './decision-dialog';
import { DeferDialog } from './defer-dialog';
import { itemName } from './item-name';
import { MarkAttendance } from './session-changes';
import { actionIn, decisionIn, memberName, type Named, type RoleData, roleIn, type SessionData } from './session-data';
import { useAssigning } from './use-assigning';
import { useChange } from './use-change';
import { useReadingBack } from './use-reading-back';

const words = closingWords.close;

export const OpenPoints_session = graphql`
  fragment OpenPoints_session on Session {
    id
    openPoints {
      id
      point
      agendaItemId
      role {
        id
      }
      actionItem {
        id
      }
      decision {
        id
      }
      member {
        id
      }
    }
  }
`;

interface OpenPointsProps {
  readonly session: SessionData;
  readonly organizations: readonly Named[];
}

/** What keeps the session from ending, each with the way to mend it at once or to put it off. */
export function OpenPoints({ session, organizations }: OpenPointsProps) {
  return (
    <ul className="rows open-points" aria-label={words.list}>
      {session.openPoints.map((point) => (
        <OpenPoint key={point.id} point={point} session={session} organizations={organizations} />
      ))}
    </ul>
  );
}

function OpenPoint({ point, session, organizations }: OpenPointsProps & { readonly point: OpenPointData }) {
  const [deferring, defer] = useState(false);
  const item = session.agenda.find(({ id }) => id === point.agendaItemId);
  const title = titleOf(point, session);
  return (
    <li className="row open-point" data-point={point.id}>
      <span className="action-what">
        <strong>{title}</strong>
        <span className="hint line">
          <span>{words.what[point.point]}</span>
          {item ? <span>{itemName(item)}</span> : null}
        </span>
      </span>
      <span className="row-buttons">
        <Mend point={point} session={session} organizations={organizations} title={title} />
        {item ? (
          <Button weight="quiet" onPress={() => defer(true)} aria-label={words.of(words.defer, title)}>
            {words.defer}
          </Button>
        ) : null}
      </span>
      {deferring ? <DeferDialog session={session.id} point={point.id} title={title} close={() => defer(false)} /> : null}
    </li>
  );
}

/** What is open, in its own words. */
function titleOf({ role, actionItem, decision, member, agendaItemId }: OpenPointData, session: SessionData): string {
  const line =
    (role && roleIn(session, role.id)) ??
    (actionItem && actionIn(session, actionItem.id)) ??
    (decision && decisionIn(session, decision.id));
  if (line) return line.title;
  const seat = session.members.find(({ id }) => id === member?.id);
  const item = session.agenda.find(({ id }) => id === agendaItemId);
  return seat ? memberName(seat) : item ? itemName(item) : '';
}

interface MendProps extends OpenPointsProps {
  readonly point: OpenPointData;
  readonly title: string;
}

function Mend({ point, session, organizations, title }: MendProps) {
  const role = point.role && roleIn(session, point.role.id);
  if (role) return <Assign role={role} organizations={organizations} />;
  const decision = point.decision && decisionIn(session, point.decision.id);
  if (decision) return <ReadOut decision={decision} />;
  if (point.member) return <Attends member={point.member.id} name={title} />;
  return <Fill point={point} session={session} organizations={organizations} title={title} />;
}

function Assign({ role, organizations }: { role: RoleData; organizations: readonly Named[] }) {
  const choose = useAssigning(role, organizations);
  return (
    <Choice
      label={words.of(consoleWords.roles.who, role.title)}
      hideLabel
      none={consoleWords.roles.unfilled}
      options={organizations}
      value={null}
      choose={(id) => void choose(id)}
    />
  );
}

function ReadOut({ decision }: { decision: DecisionData }) {
  const [readBack, busy] = useReadingBack(decision);
  const word = closingWords.decisions.readBack;
  return (
    <Button isPending={busy} onPress={readBack} aria-label={words.of(word, decision.title)}>
      {word}
    </Button>
  );
}

function Attends({ member, name }: { member: string; name: string }) {
  const [mark, busy] = useChange(MarkAttendance);
  return (
    <>
      {(['PRESENT', 'ABSENT'] as const).map((attends) => {
        const word = attends === 'PRESENT' ? words.present : words.absent;
        return (
          <Button key={attends} isPending={busy} onPress={() => void mark({ member, attends })} aria-label={words.of(word, name)}>
            {word}
          </Button>
        );
      })}
    </>
  );
}

/** What is mended in a window of its own: an action item without organisation or date, a case without a decision. */
function Fill({ point, session, organizations, title }: MendProps) {
  const [filling, fill] = useState(false);
  const action = point.actionItem ? actionIn(session, point.actionItem.id) : undefined;
  const close = () => fill(false);
  if (!point.agendaItemId) return null;
  return (
    <>
      <Button onPress={() => fill(true)} aria-label={words.of(words.fill, title)}>
        {words.fill}
      </Button>
      {filling && action ? <ActionDialog item={point.agendaItemId} action={action} organizations={organizations} close={close} /> : null}
      {filling && point.point === 'OUTCOME' ? <DecisionDialog item={point.agendaItemId} close={close} /> : null}
    </>
  );
}
