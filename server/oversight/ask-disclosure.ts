import { randomUUID } from 'node:crypto';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { staffIdOf } from '#server/directory/staff-id-of';
import { today } from '#server/kernel/clock';
import { isId } from '#server/kernel/ids';
import { insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import type { AskDisclosureOrder } from './orders';

/**
 * Takes a person's request at a window that serves them, and hands it to the disclosure officer. Whoever takes it is told its key and nothing more:
 * the draft is never theirs to see, and never the person's own to call up.
 */
export async function askDisclosure(tx: Tx, order: AskDisclosureOrder): Promise<Changed> {
  const [found] = isId(order.case)
    ? await tx.query<{ code: string; person_id: string; teams: string[] }>(
        'select code, person_id, teams from core.support_case where id = $1',
        [order.case],
      )
    : [];
  if (!found) throw new NotFound('事例が見つかりません。');
  insist(decide(tx.viewer, 'disclosure:ask', { teams: found.teams }));
  refuse({ receivedOn: order.receivedOn > today() && '今日までの日を入れてください。' });
  const id = randomUUID();
  await tx.query(
    'insert into hub.disclosure_request (id, person_id, case_id, case_code, requester, received_on, asked_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, found.person_id, order.case, found.code, order.requester, order.receivedOn, staffIdOf(tx.viewer)],
  );
  return { type: 'DisclosureRequest', id };
}
