import type { Statements } from '#server/database/as-viewer';
import { announce } from '#server/events/board-log';
import type { AgendaState } from './states';
import { audiencesOf } from './steer';

/**
 * Returns every card that was drawn from a case, and takes it off every wall: its item waits again, out of the room's sight with all that was
 * said to it, and cannot be brought back. As the house, since whoever causes it need not see the conferences. A closed session's record stays as it
 * is; the card alone is gone from it. `card`: this one alone.
 */
export async function returnCards(house: Statements, caseId: string, card: string | null = null): Promise<void> {
  // Sessions first, in order, as everybody does who steers one: nothing is brought to the front meanwhile.
  const sessions = await house.query<{ id: string }>(
    `select s.id from core.session s where s.status <> 'CLOSED' and s.id in (
       select a.session_id from core.agenda_item a join core.case_card d on d.id = a.card_id where d.case_id = $1 and ($2::uuid is null or d.id = $2))
     order by s.id for no key update`,
    [caseId, card],
  );
  await house.query(
    `update core.case_card set state = 'RETURNED', version = version + 1
     where case_id = $1 and ($2::uuid is null or id = $2) and state <> 'RETURNED'`,
    [caseId, card],
  );
  const taken = await takeDown(
    house,
    caseId,
    card,
    sessions.map(({ id }) => id),
  );
  for (const { id, session, before } of taken)
    await announce(house, {
      session,
      kind: 'CARD_RETURNED',
      subjectType: 'AgendaItem',
      subjectId: id,
      audiences: audiencesOf({ state: before, kind: 'CARD' }),
    });
}

interface TakenDown {
  readonly id: string;
  readonly session: string;
  /** How it stood before: what never was on the wall leaves no tick there. */
  readonly before: AgendaState;
}

async function takeDown(
  house: Statements,
  caseId: string,
  card: string | null,
  sessions: readonly string[],
): Promise<readonly TakenDown[]> {
  const items = await house.query<TakenDown>(
    `select a.id, a.session_id as session, a.state as before from core.agenda_item a join core.case_card d on d.id = a.card_id
     where d.case_id = $1 and ($3::uuid is null or d.id = $3) and a.session_id = any ($2::uuid[]) order by a.session_id, a.id`,
    [caseId, sessions, card],
  );
  const ids = items.map(({ id }) => id);
  await house.query('update core.session set front_item_id = null, version = version + 1 where front_item_id = any ($1::uuid[])', [ids]);
  await house.query(`update core.agenda_item set state = 'WAITING', version = version + 1 where id = any ($1::uuid[])`, [ids]);
  return items;
}
