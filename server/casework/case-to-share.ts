import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import { findById } from '#server/database/find-by-id';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { Case } from './case';

/** The case, when the viewer may record a consent of this person on it. Hidden and absent alike, and closed by a protection, are not found. */
export async function caseToShare(tx: Tx, caseId: string, person: string | null | undefined): Promise<{ one: Case; personId: string }> {
  const one = await findById(tx, Case, caseId);
  if (!one) throw new NotFound('事例が見つかりません。');
  const personId = person ?? one.personId;
  if (personId !== one.personId && !(await livesThere(tx, one, personId)))
    throw new Invalid('同意した人を選び直してください。', { person: '事例の本人か、いま同居している人です。' });
  insist(decide(tx.viewer, 'consent:give', { teams: one.teams }));
  if (!(await isOpen(tx, personId))) throw new NotFound('事例が見つかりません。');
  return { one, personId };
}

/** Whether no protection closes the person to the viewer: the guard's own wall says. */
export async function isOpen(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.query('select 1 from core.person_guard where person_id = $1', [personId])).length > 0;
}

async function livesThere(tx: Tx, { householdId }: Case, personId: string): Promise<boolean> {
  if (!isId(personId)) return false;
  const rows = await tx.query('select 1 from core.household_member where household_id = $1 and person_id = $2 and until is null', [
    householdId,
    personId,
  ]);
  return rows.length > 0;
}
