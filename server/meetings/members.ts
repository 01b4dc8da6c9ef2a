import { attendeeOf } from '#server/access/attendee';
import type { ConferenceKind } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import { admits } from '#server/access/decide-conference';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { contractCounts, underContract } from '#server/directory/contract';
import { Organization } from '#server/directory/organization';
import { Staff } from '#server/directory/staff';
import { staffIdOf } from '#server/directory/staff-id-of';
import { announce } from '#server/events/board-log';
import { wakesOf } from '#server/events/wakes';
import { isId } from '#server/kernel/ids';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { markUncoveredAway } from './leave-table';
import type { Session } from './session';
import { SessionMember } from './session-member';
import { sessionToSteer } from './steer';
import type { AttendanceOrder, DismissOrder, InviteOrder } from './table-orders';

type Guest = { readonly staff: string } | { readonly organization: string };

/** Throws `Invalid` for somebody who is not there, and for whoever the law of this kind does not admit to the table. */
export async function insistAdmitted(tx: Tx, kind: ConferenceKind, guest: Guest): Promise<void> {
  const field = 'staff' in guest ? 'staff' : 'organization';
  const staff = 'staff' in guest ? await atWork(tx, guest.staff) : null;
  if ('staff' in guest && !staff) throw new Invalid('出席する人が見つかりません。', { [field]: '一覧から選んでください。' });
  const key = 'organization' in guest ? guest.organization : staff?.organizationId;
  const sender = key ? await findById(tx, Organization, key) : null;
  if ('organization' in guest && !sender) throw new Invalid('機関が見つかりません。', { [field]: '一覧から選んでください。' });
  const attendee = sender ? attendeeOf(sender) : 'city';
  if (!admits(kind, attendee))
    throw new Invalid('この種類の会議には招けない人です。', { [field]: '出席できる人は会議の種類ごとに決まっています。' });
  if (attendee === 'contractor' && !(await hasContract(tx, guest)))
    throw new Invalid('委託の契約が有効ではありません。', { [field]: '契約と守秘義務の確認を、管理者に確かめてください。' });
}

async function atWork(tx: Tx, id: string): Promise<Staff | null> {
  const found = await findById(tx, Staff, id);
  const [row] = found
    ? await tx.query('select 1 from core.staff s where s.id = $1 and (s.active_until is null or s.active_until >= hub.today())', [id])
    : [];
  return row ? found : null;
}

/** An organisation is asked where any contract of its counts; one of its people, where one that opens their 担当 does. */
async function hasContract(tx: Tx, guest: Guest): Promise<boolean> {
  const found =
    'staff' in guest
      ? await tx.query(`select 1 from core.staff s where s.id = $1 and ${underContract('s')}`, [guest.staff])
      : await tx.query(`select 1 from core.contract c where c.organization_id = $1 and ${contractCounts('c')}`, [guest.organization]);
  return found.length > 0;
}

/** Asks somebody to the table. The list of a 支援会議 is closed: whoever called it, and nobody else, changes it. */
export async function inviteMember(tx: Tx, order: InviteOrder): Promise<Changed> {
  if (Boolean(order.staff) === Boolean(order.organization))
    throw new Invalid('職員か機関を一つ選んでください。', { staff: 'どちらか一つです。', organization: 'どちらか一つです。' });
  // Alone: nobody is put on a list twice.
  const session = await sessionToSteer(tx, order.session, 'alone');
  insistLists(tx, session);
  if (session.restricted && !order.staff)
    throw new Invalid('支援会議の名簿には、人を載せます。', { organization: '職員を選んでください。' });
  await insistAdmitted(tx, session.kind, order.staff ? { staff: order.staff } : { organization: order.organization as string });
  const already = order.staff ? { staffId: order.staff } : { organizationId: order.organization as string };
  if (await tx.manager.existsBy(SessionMember, { sessionId: session.id, ...already }))
    throw new Invalid('もう出席者に入っています。', { [order.staff ? 'staff' : 'organization']: '名簿にあります。' });
  await tx.query(
    `insert into core.session_member (id, session_id, staff_id, organization_id, duty, attends, convener)
     values (gen_random_uuid(), $1, $2, $3, 'MEMBER', 'EXPECTED', $4)`,
    [session.id, order.staff ?? null, order.organization ?? null, session.restricted ? session.convenedBy : null],
  );
  await markUncoveredAway(tx, session.id);
  return told(tx, session.id);
}

/** Takes somebody off the list; what they could see through it is gone from their screens within a second. */
export async function dismissMember(tx: Tx, order: DismissOrder): Promise<Changed> {
  const { member, session } = await memberToSteer(tx, order.member);
  insistLists(tx, session);
  if (member.staffId !== null && member.staffId === session.convenedBy)
    throw new Invalid('招集した人は外せません。', { member: 'ほかの人が招集し直してください。' });
  await tx.manager.delete(SessionMember, { id: member.id });
  return told(tx, session.id);
}

/** Writes down who is there. */
export async function markAttendance(tx: Tx, order: AttendanceOrder): Promise<Changed> {
  const { member, session } = await memberToSteer(tx, order.member);
  await tx.manager.update(SessionMember, { id: member.id }, { attends: order.attends });
  return told(tx, session.id);
}

/** The member and the session, if the viewer may steer it. */
export async function memberToSteer(tx: Tx, id: string): Promise<{ member: SessionMember; session: Session }> {
  const member = isId(id) ? await findById(tx, SessionMember, id) : null;
  if (!member) throw new NotFound('出席者が見つかりません。');
  return { member, session: await sessionToSteer(tx, member.sessionId, 'shared') };
}

function insistLists(tx: Tx, session: Session): void {
  insist(decide(tx.viewer, 'session:invite', { session: { id: session.id, kind: session.kind }, attendee: 'city' }));
  if (session.restricted && session.convenedBy !== staffIdOf(tx.viewer))
    throw new Invalid('支援会議の名簿を変えられるのは、招集した人だけです。', { session: '招集した人に相談してください。' });
}

/** Consoles hear that the list has changed; whose rights changed with it is looked at again at once. */
async function told(tx: Tx, session: string): Promise<Changed> {
  await announce(tx, { session, kind: 'TABLE_CHANGED', subjectType: 'Session', subjectId: session, audiences: ['console'] });
  tx.afterCommit(() => wakesOf(tx.database).emit('rights'));
  return { type: 'Session', id: session, session };
}
