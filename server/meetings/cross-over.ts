import { In } from 'typeorm';
import { conferenceProfiles } from '#server/access/conference-profile';
import { type ConsentTerms, decide } from '#server/access/decide';
import { Case } from '#server/casework/case';
import { discloseToSession } from '#server/casework/record-disclosure';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { staffIdOf } from '#server/directory/staff-id-of';
import { announce } from '#server/events/board-log';
import { isId } from '#server/kernel/ids';
import { Denied, Invalid, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { Crossing } from './crossing';
import type { CrossingItemInput, CrossOverOrder } from './crossing-order';
import { Role } from './role';
import { Session } from './session';
import { sessionToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';

/**
 * Lets what the coordinator selected of a 支援会議 cross over to a 重層的支援会議, item by item, as copies that do not tell where they came from.
 * Nothing else moves, whatever it hangs on: neither what was shared under 106条の6 nor who told it. Throws `Invalid` without the person's consent.
 */
export async function crossOver(tx: Tx, order: CrossOverOrder): Promise<Changed> {
  const from = await findById(tx, Session, order.session);
  const one = await findById(tx, Case, order.case);
  if (!from || !one) throw new NotFound('会議または事例が見つかりません。');
  const consent = await agreed(tx, from, one);
  if (from.status === 'CANCELLED')
    throw new Invalid('開催を取りやめた会議からは引き継げません。', { session: '話し合った支援会議を選んでください。' });
  const target = await sessionToSteer(tx, order.target);
  if (conferenceProfiles[target.kind].consent !== 'required' || target.restricted)
    throw new Invalid('引き継ぐ先を選び直してください。', { target: '本人の同意にもとづく会議だけです。' });
  if (order.roles.length + order.actionItems.length === 0)
    throw new Invalid('引き継ぐものを選んでください。', { roles: '一つ以上選びます。' });
  const [roles, actions] = [await select(tx, Role, order.roles, from, one), await select(tx, ActionItem, order.actionItems, from, one)];
  const crossing = await begin(tx, { from, target, one, consentId: consent.id });
  for (const [index, role] of roles.entries()) await copyRole(tx, crossing, target, role, order.roles[index]?.title);
  for (const [index, action] of actions.entries()) await copyAction(tx, crossing, target, action, order.actionItems[index]?.title);
  const told = { session: target, caseId: one.id, consentId: consent.id, classes: consent.classes, staffId: crossing.crossedBy };
  await tx.asHouse((house) => discloseToSession(house, told));
  await announce(tx, { session: target.id, kind: 'CASE_CHANGED', subjectType: 'Session', subjectId: target.id, audiences: ['console'] });
  return { type: 'Crossing', id: crossing.id, session: from.id };
}

type AgreedTo = ConsentTerms & { readonly id: string };

/** The consent on which it rests: of the case's own person, and living. */
async function agreed(tx: Tx, from: Session, one: Case): Promise<AgreedTo> {
  const consents = await tx.query<AgreedTo>(
    `select id, receivers, classes, true as live from core.consent where case_id = $1 and person_id = $2
       and withdrawn_at is null and now() >= valid_from and now() < valid_until order by given_on desc, id limit 1`,
    [one.id, one.personId],
  );
  const { allowed, because } = decide(tx.viewer, 'case:cross-over', { session: { id: from.id, kind: from.kind }, consents });
  if (!allowed && because === 'consent')
    throw new Invalid('本人の有効な同意がありません。同意を記録してから引き継いでください。', { case: '本人の同意が要ります。' });
  const [consent] = consents;
  if (!allowed || !consent) throw because === 'role' ? new Denied() : new NotFound('会議または事例が見つかりません。');
  return consent;
}

type Matter = Role | ActionItem;

/** The rows in the order of the selection. Throws `NotFound` for any that is not of this session and case, `Invalid` for one that has crossed over. */
async function select<M extends Matter>(
  tx: Tx,
  entity: new () => M,
  items: readonly CrossingItemInput[],
  from: Session,
  one: Case,
): Promise<M[]> {
  const ids = items.map(({ id }) => id).filter(isId);
  const found = await tx.manager.find(entity, { where: { id: In(ids), sessionId: from.id, caseId: one.id } as never });
  const inOrder = items.map(({ id }) => found.find((each) => each.id === id));
  if (inOrder.some((each) => !each) || new Set(ids).size < items.length) throw new NotFound('引き継ぐものが見つかりません。');
  const crossed = await tx.query('select 1 from core.crossing_item where source_id = any ($1::uuid[])', [ids]);
  if (crossed.length > 0) throw new Invalid('もう引き継いだものがあります。', { roles: '画面を読み直してください。' });
  return inOrder as M[];
}

interface Beginning {
  readonly from: Session;
  readonly target: Session;
  readonly one: Case;
  readonly consentId: string;
}

async function begin(tx: Tx, { from, target, one, consentId }: Beginning): Promise<Crossing> {
  const [first] = await tx.query<{ day: string }>(
    `select min(s.held_on)::text as day from core.session s join core.session_case b on b.session_id = s.id where s.restricted and s.status <> 'CANCELLED' and b.case_id = $1`,
    [one.id],
  );
  return tx.manager.save(
    tx.manager.create(Crossing, {
      sessionId: from.id,
      restricted: true,
      targetId: target.id,
      caseId: one.id,
      consentId,
      waitingSince: first?.day ?? from.heldOn,
      crossedBy: staffIdOf(tx.viewer),
    }),
  );
}

const copyOf = (target: Session, { caseId, organizationId }: Matter) => ({
  sessionId: target.id,
  restricted: false,
  agendaItemId: null,
  caseId,
  organizationId,
  version: 1,
});

async function copyRole(tx: Tx, crossing: Crossing, target: Session, role: Role, title: string | null | undefined): Promise<void> {
  const line = boardLine('roles', '役割', title ?? role.title, textLimits.RoleOrder.title);
  const copy = await tx.manager.save(tx.manager.create(Role, { ...copyOf(target, role), title: line, position: role.position }));
  await remember(tx, crossing, 'ROLE', role.id, copy.id);
}

async function copyAction(
  tx: Tx,
  crossing: Crossing,
  target: Session,
  action: ActionItem,
  title: string | null | undefined,
): Promise<void> {
  const line = boardLine('actionItems', '次にやること', title ?? action.title, textLimits.ActionOrder.title);
  const { dueOn, status } = action;
  const copy = await tx.manager.save(tx.manager.create(ActionItem, { ...copyOf(target, action), title: line, dueOn, status }));
  await remember(tx, crossing, 'ACTION_ITEM', action.id, copy.id);
}

/** Where a copy came from, on the restricted side alone. */
async function remember(tx: Tx, { id, sessionId }: Crossing, kind: 'ROLE' | 'ACTION_ITEM', source: string, copy: string): Promise<void> {
  await tx.query('insert into core.crossing_item (crossing_id, session_id, kind, source_id, copy_id) values ($1, $2, $3, $4, $5)', [
    id,
    sessionId,
    kind,
    source,
    copy,
  ]);
}
