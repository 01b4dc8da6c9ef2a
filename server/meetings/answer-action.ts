import { conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import type { Statements, Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import type { EventKind } from '#server/events/event-kind';
import { isId } from '#server/kernel/ids';
import { Denied, Invalid, insist, NotFound } from '#server/kernel/problem';
import { ActionItem } from './action-item';
import { AgendaItem } from './agenda-item';
import { announceLine } from './hold';
import type { AcceptOrder, DeskDoneOrder, GiveBackOrder } from './inbox-orders';
import { Session } from './session';
import { announceItem } from './steer';
import { boardLine, namelessLine } from './text';
import { textLimits } from './text-limits';

/** Takes on what a conference assigned to the own organisation. */
export async function acceptActionItem(tx: Tx, order: AcceptOrder): Promise<Changed> {
  return answer(tx, order, 'ACTION_ACCEPTED', () => ({ acceptedAt: new Date(), acceptedBy: staffIdOf(tx.viewer) }));
}

/** Marks it done at the desk, with a word on how it went, or open again: an event on the board like the same thing done in the room. */
export async function finishAtDesk(tx: Tx, order: DeskDoneOrder): Promise<Changed> {
  const line = (before: ActionItem) => deskLine(tx, before, 'note', 'どうなったか', order.note, textLimits.DeskDoneOrder.note);
  return answer(tx, order, order.done ? 'ACTION_DONE' : 'ACTION_REOPENED', async (before) =>
    order.done
      ? { status: 'DONE' as const, doneAt: new Date(), doneNote: await line(before), ...notGivenBack }
      : { status: 'OPEN' as const, doneAt: null, doneNote: null },
  );
}

/** Asks to give it back, and why, or takes that back; the next session of the kind looks at it before anything else. */
export async function giveBackActionItem(tx: Tx, order: GiveBackOrder): Promise<Changed> {
  if (!order.reason?.trim()) return answer(tx, order, 'ACTION_KEPT', () => notGivenBack);
  return answer(tx, order, 'ACTION_GIVEN_BACK', async (before) => ({
    backReason: await deskLine(tx, before, 'reason', '返したい理由', order.reason, textLimits.GiveBackOrder.reason),
    backAskedAt: new Date(),
    backAskedBy: staffIdOf(tx.viewer),
    backLeftAt: null,
  }));
}

/** What a desk writes about what a conference assigned. Where citizens sit, whoever comes reads the item: its words name nobody. */
async function deskLine(tx: Tx, { sessionId }: ActionItem, field: string, label: string, text: string | null | undefined, most: number) {
  if (!text?.trim()) return null;
  const session = await findById(tx, Session, sessionId);
  const isOpen = !session || conferenceProfiles[session.kind].citizens;
  return (isOpen ? namelessLine : boardLine)(field, label, text, most);
}

/** Nobody asks to give it back. */
const notGivenBack = { backReason: null, backAskedAt: null, backAskedBy: null, backLeftAt: null };

/** Whether its organisation asks to give it back, and the room has not left it there all the same. */
export const isGivenBack = ({ backReason, backLeftAt }: ActionItem): boolean => backReason !== null && backLeftAt === null;

const shown = ({ title, dueOn, status, acceptedAt, backReason }: ActionItem) => ({
  ...{ title, dueOn, status, backReason, accepted: acceptedAt !== null },
});

async function answer(
  tx: Tx,
  { action, version }: { readonly action: string; readonly version: number },
  kind: EventKind,
  next: (row: ActionItem) => Partial<ActionItem> | Promise<Partial<ActionItem>>,
): Promise<Changed> {
  const before = await itemAtDesk(tx, action);
  if (before.status === 'TAKEN_BACK') throw new Invalid('会議が引き取りました。', { action: '続けるときは、会議の司会に伝えてください。' });
  if (kind !== 'ACTION_REOPENED' && before.status === 'DONE' && before.version === version)
    throw new Invalid('もう済んでいます。', { action: '済みを取り消してから行ってください。' });
  const now = await next(before);
  const changed = await changeVersioned(tx, ActionItem, { id: action, version }, shown, () => now);
  const item = await findById(tx, AgendaItem, before.agendaItemId ?? '');
  // The board is told by the house: whoever answers steers no conference.
  if (item) await tx.asHouse((house) => tell(house, item, kind, changed, before));
  return { type: 'ActionItem', id: action, session: before.sessionId };
}

async function tell(house: Statements, item: AgendaItem, kind: EventKind, changed: ActionItem, before: ActionItem): Promise<void> {
  if (kind === 'ACTION_DONE' || kind === 'ACTION_REOPENED') await announceLine(house, item, kind, changed, before);
  else await announceItem(house, item, kind, 'ActionItem', changed.id, ['console']);
}

/** The item, where it lies at a desk of the viewer's own, and its session was not called off. Hidden and absent alike are not found. */
async function itemAtDesk(tx: Tx, id: string): Promise<ActionItem> {
  const action = isId(id) ? await findById(tx, ActionItem, id) : null;
  if (!action?.agendaItemId || action.held) throw new NotFound('次にやることが見つかりません。');
  const [desk] = await tx.query<{ own: boolean | null }>('select $1::uuid = any (hub.my_desks()) as own', [action.organizationId]);
  insist(decide(tx.viewer, 'action:answer', { desk: { own: desk?.own === true } }), () => new Denied('ほかの機関の、次にやることです。'));
  const session = await findById(tx, Session, action.sessionId);
  if (session?.status === 'CANCELLED')
    throw new Invalid('開催を取りやめた会議で書いたものです。', { action: 'あらためて開かれた会議で頼まれるまで、お待ちください。' });
  return action;
}
