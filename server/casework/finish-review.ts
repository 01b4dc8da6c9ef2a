import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { insist, NotFound } from '#server/kernel/problem';
import { CaseReview } from './case-review';
import type { FinishReviewOrder } from './consent-orders';

/** The 主担当 has looked at the case again. Throws `Denied` for any other 担当, `Conflict` when somebody was first. */
export async function finishReview(tx: Tx, order: FinishReviewOrder): Promise<Changed> {
  const found = await findById(tx, CaseReview, order.review);
  if (!found) throw new NotFound('見直しが見つかりません。');
  insist(decide(tx.viewer, 'record:write', { teams: [found.teamId] }));
  const claimed = { id: order.review, version: order.version };
  await changeVersioned(
    tx,
    CaseReview,
    claimed,
    ({ doneAt }) => ({ doneAt }),
    () => ({ doneAt: new Date(), doneById: staffIdOf(tx.viewer) }),
  );
  return { type: 'CaseReview', id: found.id };
}
