import { randomUUID } from 'node:crypto';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { staffIdOf } from '#server/directory/staff-id-of';
import { wakesOf } from '#server/events/wakes';
import { Invalid, insist } from '#server/kernel/problem';
import { insistAdmitted } from './members';
import { nextNumber } from './next-number';
import type { SupportOrder } from './table-orders';
import { boardLine } from './text';
import { textLimits } from './text-limits';
import { hoursOf } from './time-of-day';

/** Nobody counts on more around one table. */
const MOST_MEMBERS = 30;

/**
 * Calls a 支援会議 (法106条の6) with its closed list of members. From the commit on they alone, and whoever called it, know that it is; nothing
 * of it opens to any of them before they have acknowledged the duty of secrecy. Until the commit not even the convener sees the row, so it
 * is written without being read again; its number counts those that the convener belongs to.
 */
export async function conveneSupport(tx: Tx, order: SupportOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'session:convene', { convening: 'SHIEN_KAIGI' }));
  const convener = staffIdOf(tx.viewer);
  const title = boardLine('title', '会議の題', order.title, textLimits.SupportOrder.title);
  const place = boardLine('place', '場所', order.place, textLimits.SupportOrder.place);
  const { startsAt, endsAt } = hoursOf(order);
  const members = [...new Set(order.members)].filter((id) => id !== convener);
  if (members.length === 0) throw new Invalid('出席者を選んでください。', { members: '招集する人のほかに、一人は必要です。' });
  if (members.length > MOST_MEMBERS) throw new Invalid('出席者が多すぎます。', { members: `${MOST_MEMBERS}人までです。` });
  for (const staff of members) await insistAdmitted(tx, 'SHIEN_KAIGI', { staff });
  const number = await nextNumber(tx, 'SHIEN_KAIGI', order.heldOn);
  const id = randomUUID();
  await tx.query(
    `insert into core.session (id, kind, restricted, number, title, held_on, place, status, facilitator_id, convened_by, starts_at, ends_at)
     values ($1, 'SHIEN_KAIGI', true, $2, $3, $4, $5, 'PREPARING', $6, $6, $7, $8)`,
    [id, number, title, order.heldOn, place, convener, startsAt, endsAt],
  );
  await tx.query(
    `insert into core.session_member (id, session_id, staff_id, duty, attends, convener)
     select gen_random_uuid(), $1, m.id, case when m.id = $2 then 'FACILITATOR' else 'MEMBER' end, 'EXPECTED', $2 from unnest($3::uuid[]) m (id)`,
    [id, convener, [convener, ...members]],
  );
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'Session', id, session: id };
}
