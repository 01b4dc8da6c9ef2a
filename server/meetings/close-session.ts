import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { Invalid } from '#server/kernel/problem';
import { announceSession, shownSession } from './convene';
import { keepsOpen } from './kinds/registry';
import type { SessionOrder } from './orders';
import { Session } from './session';
import type { OpenPointKind } from './states';
import { sessionToSteer } from './steer';

/** What is to be done about an open point, in words that quote nothing of it. */
const mending: Readonly<Record<OpenPointKind, string>> = {
  ROLE: '役割を担う機関を決めるか、保留にしてください。',
  ACTION: '次にやることの担う機関と期限を決めるか、保留にしてください。',
  DECISION: '決まったことを読み上げるか、保留にしてください。',
  OUTCOME: '事例について決まったことを書くか、保留にしてください。',
  ATTENDANCE: '出席か欠席を記録してください。',
};

/**
 * Ends the session, once everything that its kind asks for is settled or put off with a reason (`closing` in its file). What it holds stays as it
 * is, to be read. Throws `Invalid` with a field for each open point, under its id; nothing is written then.
 */
export async function closeSession(tx: Tx, order: SessionOrder): Promise<Changed> {
  await sessionToSteer(tx, order.session, 'alone');
  await changeVersioned(tx, Session, { id: order.session, version: order.version }, shownSession, () => ({ status: 'CLOSED' as const }));
  await insistSettled(tx, order.session);
  return announceSession(tx, order.session, 'SESSION_CLOSED');
}

const open = `from core.session t join core.open_point u on u.session_id = t.id where t.id = $1 and ${keepsOpen('t', 'u')}`;

async function insistSettled(tx: Tx, session: string): Promise<void> {
  const seen = await tx.query<{ id: string; point: OpenPointKind; letter: string | null }>(
    `select u.id, u.point, (select a.letter from core.agenda_item a where a.id = u.agenda_item_id) as letter ${open} order by letter, u.id`,
    [session],
  );
  if (seen.length > 0)
    throw new Invalid(
      `決まっていないことが${seen.length}件あります。決めるか、保留にしてから会議を終えてください。`,
      Object.fromEntries(seen.map(({ id, point, letter }) => [id, `${letter ? `議題${letter}：` : ''}${mending[point]}`])),
    );
  await tx.asHouse(async (house) => {
    const [hidden] = await house.query(`select 1 ${open} limit 1`, [session]);
    // That there is something, and nothing of what: whoever has left a table must not end it over the heads of those who sit there.
    if (hidden)
      throw new Invalid('あなたが席を外している議題に、決まっていないことがあります。', {
        session: '席に残れる司会か書記が、決めるか保留にしてから終えてください。',
      });
  });
}
