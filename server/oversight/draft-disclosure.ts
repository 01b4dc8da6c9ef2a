import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { ChangeContext, Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { Conflict, Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { textFault } from '#server/kernel/text-fault';
import { DisclosureRequest, DisclosureRow } from './disclosure-request';
import { type DecideRowOrder, type DraftOrder, REASON } from './orders';
import { whoRead } from './who-read';

const shown = ({ state }: Pick<DisclosureRequest, 'state'>) => ({ state });

/** Finds out, before the change begins, who read the person's records; gives what writes the draft. For the disclosure officer alone. */
export async function drafting(context: ChangeContext, order: DraftOrder): Promise<(tx: Tx) => Promise<Changed>> {
  insist(decide(context.viewer, 'disclosure:decide'));
  await context.unit.rest();
  const { days, protectionNear } = await whoRead(context.database, order.disclosure);
  return async (tx) => {
    const found = await undone(tx, order.disclosure);
    if (found.state !== 'ASKED') throw new Invalid('この請求の下書きは、もうできています。', { disclosure: '下書きがあります。' });
    await changeVersioned(tx, DisclosureRequest, { id: order.disclosure, version: order.version }, shown, () => ({
      state: 'DRAFTED' as const,
      protectionNear,
      draftedBy: staffIdOf(tx.viewer),
      draftedAt: () => 'now()',
    }));
    const rows = days.map((day, position) => ({ ...day, position, decision: day.ground ? 'REFUSE_EXISTENCE' : 'UNDECIDED' }));
    await tx.query(
      `insert into hub.disclosure_row (disclosure_id, person_id, position, reader, staff_id, day, first_at, last_at, reads, classes, ground, decision)
       select $1, $2, position, reader, "staffId", day, "firstAt", "lastAt", reads, classes, ground, decision
       from json_to_recordset($3::json) as r (position int, reader text, "staffId" uuid, day date, "firstAt" timestamptz, "lastAt" timestamptz,
         reads int, classes text[], ground text, decision text)`,
      [found.id, found.personId, JSON.stringify(rows)],
    );
    return { type: 'DisclosureRequest', id: found.id };
  };
}

/** Decides on one row. What was marked from the beginning is confirmed in the same way: a mark is not yet anybody's decision. */
export async function decideRow(tx: Tx, order: DecideRowOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'disclosure:decide'));
  refuse({
    reason: textFault(order.reason, REASON),
    decision: order.decision === 'UNDECIDED' && '開示・不開示・存否応答拒否のどれかを選んでください。',
  });
  const row = await findById(tx, DisclosureRow, order.row);
  if (!row) throw new NotFound('この行は見つかりません。');
  await undone(tx, row.disclosureId);
  await changeVersioned(
    tx,
    DisclosureRow,
    { id: order.row, version: order.version },
    ({ decision, reason }) => ({ decision, reason }),
    () => ({
      decision: order.decision,
      reason: order.reason.trim(),
      decidedBy: staffIdOf(tx.viewer),
      decidedAt: () => 'now()',
    }),
  );
  return { type: 'DisclosureRow', id: row.id };
}

/** Closes a draft in which a person has decided on every row; from then on nothing of it changes. */
export async function finishDisclosure(tx: Tx, order: DraftOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'disclosure:decide'));
  const found = await undone(tx, order.disclosure);
  if (found.version !== order.version) throw new Conflict({ ...shown(found), version: found.version }, { version: order.version });
  const [open] = await tx.query<{ rows: number }>(
    'select count(*)::int as rows from hub.disclosure_row where disclosure_id = $1 and decided_by is null',
    [found.id],
  );
  if (found.state !== 'DRAFTED' || open?.rows)
    throw new Invalid('すべての行を決めてから閉じてください。', { disclosure: `まだ決めていない行が${open?.rows ?? 0}行あります。` });
  await changeVersioned(tx, DisclosureRequest, { id: found.id, version: order.version }, shown, () => ({
    state: 'DONE' as const,
    doneBy: staffIdOf(tx.viewer),
    doneAt: () => 'now()',
  }));
  return { type: 'DisclosureRequest', id: found.id };
}

async function undone(tx: Tx, id: string): Promise<DisclosureRequest> {
  const found = await findById(tx, DisclosureRequest, id);
  if (!found) throw new NotFound('この請求は見つかりません。');
  if (found.state === 'DONE') throw new Invalid('閉じた請求は変更できません。', { disclosure: '閉じています。' });
  return found;
}
