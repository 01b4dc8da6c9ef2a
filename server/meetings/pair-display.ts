import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { wakesOf } from '#server/events/wakes';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { Display } from './display';
import type { PairOrder, RevokeOrder } from './orders';
import { Session } from './session';
import { sessionToSteer } from './steer';

/** How long a paired display may show a session: a long conference and 15 minutes. */
const PAIRED_MINUTES = 4 * 60 + 15;

/** Joins the display that shows `code` with the session. The code is typed by the facilitator, who sees the screen; it is good once and briefly. */
export async function pairDisplay(tx: Tx, order: PairOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session);
  const pairing = decide(tx.viewer, 'display:pair', { session: { id: session.id, kind: session.kind } });
  if (pairing.because === 'conference')
    throw new Invalid('この種類の会議は投影できません。', { session: '投影は地域まるごと支援会議だけです。' });
  insist(pairing);
  const code = order.code.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  const [device] = await tx.query<{ id: string }>(
    'select id from hub.display_device where code = $1 and session_id is null and revoked_at is null and valid_until > now()',
    [code],
  );
  if (!device)
    throw new Invalid('この番号の投影機が見つかりません。', {
      code: '投影機の画面に映っている6文字を確かめてください。番号は10分で変わります。',
    });
  await tx.query(
    `update hub.display_device set session_id = $2, paired_at = now(), paired_by = $3, valid_until = now() + make_interval(mins => $4) where id = $1`,
    [device.id, session.id, tx.viewer.actor.slice('staff:'.length), PAIRED_MINUTES],
  );
  return { type: 'Display', id: device.id, session: session.id };
}

/** Takes a display off; its screen goes dark at once. */
export async function revokeDisplay(tx: Tx, order: RevokeOrder): Promise<Changed> {
  const display = await findById(tx, Display, order.display);
  if (!display?.sessionId) throw new NotFound('投影機が見つかりません。');
  // Also after the session has closed: a wall must always be able to go dark.
  const session = await tx.manager.findOneByOrFail(Session, { id: display.sessionId });
  insist(decide(tx.viewer, 'display:pair', { session: { id: session.id, kind: session.kind } }));
  await tx.query('update hub.display_device set revoked_at = coalesce(revoked_at, now()) where id = $1', [display.id]);
  tx.afterCommit(() => wakesOf(tx.database).emit('display', display.id));
  return { type: 'Display', id: display.id, session: session.id };
}
