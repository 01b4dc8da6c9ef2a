import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { staffIdOf } from '#server/directory/staff-id-of';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { REASON, type ReadReviewOrder } from './orders';

/** Marks a day of a colleague's readings as looked at. It is added to what was marked before; nobody marks their own. */
export async function reviewReads(tx: Tx, { staff, day, note }: ReadReviewOrder): Promise<Changed> {
  const [colleague] = isId(staff)
    ? await tx.query<{ team_id: string | null }>('select team_id from core.staff where id = $1', [staff])
    : [];
  insist(decide(tx.viewer, 'audit:review', { teams: colleague?.team_id ? [colleague.team_id] : [] }));
  const me = staffIdOf(tx.viewer);
  if (staff === me) throw new Invalid('自分の閲覧は、自分では点検できません。', { staff: 'ほかの所属長に頼んでください。' });
  refuse({ note: note ? textFault(note, REASON) : undefined });
  const [review] = await tx.query<{ reads: number }>('select reads from hub.read_review where staff_id = $1 and day = $2', [staff, day]);
  if (!review) throw new NotFound('この日の閲覧は見つかりません。');
  await tx.query('insert into hub.read_review_mark (staff_id, day, reads, note, reviewed_by) values ($1, $2, $3, $4, $5)', [
    staff,
    day,
    review.reads,
    note?.trim() || null,
    me,
  ]);
  return { type: 'ReadReview', id: `${staff}/${day}` };
}
