import { isBarred } from '#server/access/decide-conference';
import { reachesHousehold } from '#server/access/ties';
import { Case } from '#server/casework/case';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { announce } from '#server/events/board-log';
import { wakesOf } from '#server/events/wakes';
import { Invalid, NotFound } from '#server/kernel/problem';
import type { AgendaItem } from './agenda-item';
import { CaseItem } from './case-item';
import { SessionMember } from './session-member';
import { itemToSteer } from './steer';
import type { TableOrder, TieOrder } from './table-orders';

/** Marks that a member has left the table for a case, or has come back. Whoever a tie bars does not come back. */
export async function leaveTable(tx: Tx, order: TableOrder): Promise<Changed> {
  const { item, member } = await atTable(tx, order);
  if (!order.away) await insistMayStay(tx, item, member);
  const values = [item.id, member.id];
  const written = await tx.query('select 1 from core.item_absence where agenda_item_id = $1 and member_id = $2', values);
  if (written.length > 0)
    await tx.query(
      `update core.item_absence set ${order.away ? 'left_at = now(), back_at = null' : 'back_at = now()'} where agenda_item_id = $1 and member_id = $2`,
      values,
    );
  else if (order.away)
    await tx.query('insert into core.item_absence (agenda_item_id, session_id, restricted, member_id) values ($1, $2, $3, $4)', [
      item.id,
      item.sessionId,
      item.restricted,
      member.id,
    ]);
  return told(tx, item);
}

/** Writes down what ties a member to the person of a case (利益相反). All but neighbours leave for the item, at once and on every device. */
export async function noteTie(tx: Tx, order: TieOrder): Promise<Changed> {
  const { item, member, caseItem } = await atTable(tx, order);
  const one = await findById(tx, Case, caseItem.caseId);
  if (!one || !member.staffId) throw new Invalid('人について届け出てください。', { member: '機関の席には届け出られません。' });
  await tx.query('insert into core.conflict_tie (staff_id, person_id, household_id, kind) values ($1, $2, $3, $4) on conflict do nothing', [
    member.staffId,
    one.personId,
    reachesHousehold(order.kind) ? one.householdId : null,
    order.kind,
  ]);
  await markUncoveredAway(tx, item.sessionId);
  return told(tx, item);
}

/** Whoever a tie bars, and whoever a protection keeps out, is away from the beginning: for every case of the session, and for whoever joins later. */
export async function markUncoveredAway(tx: Tx, session: string): Promise<void> {
  await tx.query(
    `insert into core.item_absence (agenda_item_id, session_id, restricted, member_id)
     select s.agenda_item_id, s.session_id, x.restricted, s.member_id from core.item_standing s join core.session x on x.id = s.session_id
     where s.session_id = $1 and not s.away and (s.standing = 'BARRED' or (x.restricted and s.standing = 'UNCOVERED'))
     on conflict (agenda_item_id, member_id) do update set left_at = now(), back_at = null`,
    [session],
  );
}

/**
 * Before a case is brought to the front, everybody whom it must not reach has left the table, and in a 支援会議 everybody who stays has
 * acknowledged the duty of secrecy. Throws `Invalid` with the names of organisations, never of the case.
 */
export async function insistTable(tx: Tx, item: AgendaItem): Promise<void> {
  const rows = await tx.query<{ standing: string; name: string }>(
    `select s.standing, coalesce(o.name, t.name, '所属のない出席者') as name from core.item_standing s
     join core.session_member m on m.id = s.member_id left join core.staff p on p.id = m.staff_id left join core.team t on t.id = p.team_id
     left join core.organization o on o.id = coalesce(m.organization_id, p.organization_id)
     where s.agenda_item_id = $1 and not s.away and m.attends <> 'ABSENT' and s.standing <> 'COVERED' order by o.position, name`,
    [item.id],
  );
  const names = (...standings: string[]) => [
    ...new Set(rows.filter(({ standing }) => standings.includes(standing)).map(({ name }) => name)),
  ];
  const staying = names('UNCOVERED', 'BARRED');
  if (staying.length > 0)
    throw new Invalid('席を外してもらう機関があります。', {
      item: `${staying.join('、')}に席を外してもらい、「席を外した」を押してください。`,
    });
  const unsworn = names('UNSWORN');
  if (unsworn.length > 0)
    throw new Invalid('守秘義務を確認していない出席者がいます。', {
      item: `${unsworn.join('、')}の出席者に確認してもらうか、席を外してもらってください。`,
    });
}

async function atTable(tx: Tx, order: { item: string; member: string }) {
  const { item, session } = await itemToSteer(tx, order.item);
  const member = await findById(tx, SessionMember, order.member);
  if (!member || member.sessionId !== session.id) throw new NotFound('出席者が見つかりません。');
  const caseItem = await tx.manager.findOneBy(CaseItem, { agendaItemId: item.id });
  if (!caseItem) throw new Invalid('席を外すのは、個別の事例の議題だけです。', { item: '事例の議題を選んでください。' });
  return { item, member, caseItem };
}

async function insistMayStay(tx: Tx, item: AgendaItem, member: SessionMember): Promise<void> {
  const [row] = await tx.query<{ standing: string }>(
    'select standing from core.item_standing where agenda_item_id = $1 and member_id = $2',
    [item.id, member.id],
  );
  if (row?.standing === 'BARRED' || row?.standing === 'UNCOVERED')
    throw new Invalid('この議題では席に戻れない人です。', {
      member: row.standing === 'BARRED' ? '利益相反が届け出られています。' : '同意などの範囲に入っていません。',
    });
}

async function told(tx: Tx, item: AgendaItem): Promise<Changed> {
  await announce(tx, {
    session: item.sessionId,
    kind: 'TABLE_CHANGED',
    subjectType: 'AgendaItem',
    subjectId: item.id,
    audiences: ['console'],
  });
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'AgendaItem', id: item.id, session: item.sessionId };
}

/** Refuses to put before the room what the viewer themselves is barred from. */
export function insistImpartial(tx: Tx, personId: string): void {
  if (isBarred(tx.viewer, personId))
    throw new Invalid('この事例を議題にできません。', { case: '利益相反があるため、ほかの人が議題にしてください。' });
}
