import { randomUUID } from 'node:crypto';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { wakesOf } from '#server/events/wakes';
import { isId } from '#server/kernel/ids';
import { Denied, Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { BrokenGlass } from './broken-glass';
import type { GlassOrder, GlassReviewOrder } from './protection-orders';
import { reasonFault } from './reason-fault';

/** The same words for a case that is not there and one that a conflict of interest closes for good. */
const absent = () => new NotFound('この事例は開けません。事例番号を確かめてください。急ぐときは、支援つなげる担当に電話してください。');

interface Behind {
  readonly id: string;
  readonly code: string;
  readonly personId: string;
  /** Who is told: the holders of a protection, or else whoever serves the case. */
  readonly told: readonly string[];
  readonly barred: boolean;
}

/**
 * 緊急閲覧: opens one person to the viewer for as long as the city has decided, with a reason, told at once to those who hold or serve. Throws `NotFound`
 * for a case that is not there and for one that the viewer is barred from, `Invalid` where it is open already or too many are; nothing is
 * written then.
 */
export async function breakGlass(tx: Tx, order: GlassOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'glass:break'), () => new Denied('緊急閲覧ができるのは、支援を担当する職員です。'));
  refuse({
    code: Boolean(order.case) === Boolean(order.code) && '事例か事例番号の、どちらか一つを示してください。',
    reason: reasonFault(order.reason),
  });
  const behind = await tx.asWarden(() => lookBehind(tx, order));
  if (!behind || behind.barred) throw absent();
  await insistClosed(tx, behind.personId);
  const id = randomUUID();
  await tx.asWarden(() =>
    tx.query(
      `insert into core.break_glass (id, person_id, case_id, case_code, staff_id, category, reason, teams, until, review_by)
       select $1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(mins => m.value), hub.today() + d.value
       from core.protection_rule m, core.protection_rule d where m.key = 'glass_minutes' and d.key = 'glass_review_days'`,
      [id, behind.personId, behind.id, behind.code, staffIdOf(tx.viewer), order.category, order.reason.trim(), behind.told],
    ),
  );
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'BrokenGlass', id };
}

async function lookBehind(tx: Tx, order: GlassOrder): Promise<Behind | undefined> {
  if (order.case && !isId(order.case)) return undefined;
  const [found] = await tx.query<Behind>(
    `select c.id, c.code, c.person_id as "personId", case when g.protected then g.holders else c.teams end as told, core.is_barred(c.person_id) as barred
     from core.support_case c join core.person_guard g on g.person_id = c.person_id where ${order.case ? 'c.id = $1' : 'c.code = $1'}`,
    [order.case ?? order.code?.normalize('NFKC').trim()],
  );
  return found;
}

/** What is open needs no breaking, and nobody goes through cases one after another. */
async function insistClosed(tx: Tx, person: string): Promise<void> {
  const open = await tx.query('select true from core.person_identity where person_id = $1', [person]);
  if (open.length > 0) throw new Invalid('この方は、もう開いています。', { case: '緊急閲覧は要りません。' });
  const [count] = await tx.asWarden(() =>
    tx.query<{ full: boolean }>(
      `select count(*) >= (select value from core.protection_rule where key = 'glass_at_once') as full from core.break_glass
       where staff_id = $1 and ended_at is null and until > now()`,
      [staffIdOf(tx.viewer)],
    ),
  );
  if (count?.full) throw new Invalid('開いている緊急閲覧が多すぎます。', { case: '用の済んだものを終えてから開いてください。' });
}

/** Ends it before its time: whoever broke it, those who were told, or a coordinator. The person closes again within a second. */
export async function closeGlass(tx: Tx, glass: string): Promise<Changed> {
  const ended = isId(glass)
    ? await tx.query(
        `with done as (update core.break_glass set ended_at = now(), version = version + 1 where id = $1 and ended_at is null and until > now() returning id)
         select id from done`,
        [glass],
      )
    : [];
  if (ended.length === 0) throw new NotFound('開いている緊急閲覧が見つかりません。もう終わっています。');
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'BrokenGlass', id: glass };
}

/** Says whether it was right to break it. Once, by somebody else, when it is over. */
export async function reviewGlass(tx: Tx, order: GlassReviewOrder): Promise<Changed> {
  const found = await findById(tx, BrokenGlass, order.glass);
  if (!found) throw new NotFound('この緊急閲覧は見つかりません。');
  const [time] = await tx.query<{ ended: boolean }>(
    'select ended_at is not null or until <= now() as ended from core.break_glass where id = $1',
    [order.glass],
  );
  if (found.reviewedAt) throw new Invalid('もう確かめられています。');
  if (!time?.ended) throw new Invalid('まだ開いています。', { glass: '終わってから確かめてください。いますぐ終えることもできます。' });
  const glass = { brokenBy: `staff:${found.staffId}`, told: found.teams, ended: true };
  insist(decide(tx.viewer, 'glass:review', { glass }), () => new Denied('緊急閲覧を確かめるのは、開いた人とは別の職員です。'));
  refuse({ note: reasonFault(order.note) });
  const shown = ({ outcome, reviewNote }: BrokenGlass) => ({ outcome, note: reviewNote });
  await changeVersioned(tx, BrokenGlass, { id: order.glass, version: order.version }, shown, () => ({
    outcome: order.outcome,
    reviewNote: order.note.trim(),
    reviewedBy: staffIdOf(tx.viewer),
    reviewedAt: () => 'now()',
  }));
  return { type: 'BrokenGlass', id: order.glass };
}
