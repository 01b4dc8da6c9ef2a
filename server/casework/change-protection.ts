import type { QueryDeepPartialEntity } from 'typeorm';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import { staffIdOf } from '#server/directory/staff-id-of';
import { changePolicy } from '#server/events/policy-epoch';
import { today } from '#server/kernel/clock';
import { Denied, Invalid, insist, NotFound } from '#server/kernel/problem';
import { refuse } from '#server/kernel/refuse';
import { holdersFault } from './holders-fault';
import { Protection } from './protection';
import type { EndingOrder, EndOrder, HoldersOrder, RenewalOrder } from './protection-orders';
import { reasonFault } from './reason-fault';

type Order = EndOrder;
const shown = ({ kind, holders, renewBy, endingReason }: Protection) => ({ kind, holders, renewBy, endingReason });

/** The protection, if the viewer holds it (or, where its end is asked for, coordinates). For everyone else there is none. */
async function protectionOf(tx: Tx, id: string, action: 'protection:change' | 'protection:end'): Promise<Protection> {
  const found = await findById(tx, Protection, id);
  if (!found || found.endedAt) throw new NotFound('この登録は見つかりません。');
  const { holders, endingAskedBy } = found;
  const decision = decide(tx.viewer, action, {
    protection: { holders, ...(endingAskedBy ? { endingAskedBy: `staff:${endingAskedBy}` } : {}) },
  });
  insist(decision, () => new Denied('この登録を変えられるのは、知らされている担当です。終えるのは、申し出た人とは別の職員です。'));
  return found;
}

async function write(tx: Tx, { protection, version }: Order, next: QueryDeepPartialEntity<Protection>): Promise<Changed> {
  const { id } = await tx.asWarden(() => changeVersioned(tx, Protection, { id: protection, version }, shown, () => next));
  return { type: 'Protection', id };
}

/** Hands the knowledge to other 担当, at once and everywhere. Nobody takes their own away: a colleague of another holding 担当 does. */
export async function changeHolders(tx: Tx, order: HoldersOrder): Promise<Changed> {
  const { otherPartyId } = await protectionOf(tx, order.protection, 'protection:change');
  const stays = order.holders.some((team) => tx.viewer.teams.includes(team));
  refuse({
    holders:
      (await holdersFault(tx, order.holders, order.otherPartyServed ? null : otherPartyId)) ??
      (!stays && '自分の担当は外せません。ほかの知らされている担当に頼んでください。'),
  });
  const changed = await write(tx, order, { holders: [...new Set(order.holders)] });
  await changePolicy(tx);
  return changed;
}

/** Renews for a year at most. What was forgotten has not opened meanwhile. */
export async function renewProtection(tx: Tx, order: RenewalOrder): Promise<Changed> {
  await protectionOf(tx, order.protection, 'protection:change');
  const [day] = await tx.query<{ past: boolean; far: boolean }>(
    `select $1::date <= hub.today() as past, $1::date > (hub.today() + interval '1 year')::date as far`,
    [order.renewBy],
  );
  refuse({ renewBy: day?.past ? '今日より後の日付にしてください。' : day?.far === true && '今日から1年以内にしてください。' });
  return write(tx, order, { renewBy: order.renewBy, renewedOn: today() });
}

/** Asks for the end; nothing opens until somebody else ends it. */
export async function askProtectionEnd(tx: Tx, order: EndingOrder): Promise<Changed> {
  const { endingAskedBy } = await protectionOf(tx, order.protection, 'protection:change');
  if (endingAskedBy) throw new Invalid('もう申し出られています。', { reason: '別の職員が決めるのを待ってください。' });
  refuse({ reason: reasonFault(order.reason) });
  return write(tx, order, { endingAskedBy: staffIdOf(tx.viewer), endingAskedAt: () => 'now()', endingReason: order.reason.trim() });
}

/** Takes the asking back, or refuses it: the protection stays. Any holder may. */
export async function keepProtection(tx: Tx, order: EndOrder): Promise<Changed> {
  await protectionOf(tx, order.protection, 'protection:change');
  return write(tx, order, { endingAskedBy: null, endingAskedAt: null, endingReason: null });
}

/** Ends what another person asked to be ended: the person opens again to whoever serves or has a consent. */
export async function endProtection(tx: Tx, order: EndOrder): Promise<Changed> {
  await protectionOf(tx, order.protection, 'protection:end');
  const changed = await write(tx, order, { endedBy: staffIdOf(tx.viewer), endedAt: () => 'now()' });
  await changePolicy(tx);
  return changed;
}
