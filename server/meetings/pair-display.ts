import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { announce } from '#server/events/board-log';
import type { EventKind } from '#server/events/event-kind';
import { wakesOf } from '#server/events/wakes';
import { Invalid, insist, NotFound } from '#server/kernel/problem';
import { Display } from './display';
import type { PairOrder, RevokeOrder } from './orders';
import { recordProjection } from './project';
import { Session } from './session';
import { sessionToSteer } from './steer';

/** How long a paired display may show a session: a long conference and 15 minutes. */
const PAIRED_MINUTES = 4 * 60 + 15;

/**
 * Joins the display that shows `code` with the session. The code is typed by the facilitator, who sees the screen; it is good once and
 * briefly. Of two who type it at the same moment one has the display; the other is told so (`Invalid`), and nothing of theirs is written.
 */
export async function pairDisplay(tx: Tx, order: PairOrder): Promise<Changed> {
  const session = await sessionToSteer(tx, order.session);
  const pairing = decide(tx.viewer, 'display:pair', { session: { id: session.id, kind: session.kind } });
  if (pairing.because === 'conference')
    throw new Invalid('この種類の会議は会場の画面に映せません。', { session: '映せるのは地域まるごと支援会議だけです。' });
  insist(pairing);
  const code = order.code.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
  const id = await takeWaiting(tx, code, session.id);
  if (!id) throw await notWaiting(tx, code, session.id);
  await recordProjection(tx, { session: session.id, kind: 'DISPLAY', item: session.frontItemId ?? undefined });
  await announceDisplay(tx, session.id, 'DISPLAY_PAIRED', id);
  return { type: 'Display', id, session: session.id };
}

/** Looks and takes in one statement: who waited for the other's lock finds the row no longer free. TypeORM answers an update with rows and their count. */
async function takeWaiting(tx: Tx, code: string, session: string): Promise<string | undefined> {
  const [[device] = []] = await tx.query<{ id: string }[]>(
    `update hub.display_device set session_id = $2, paired_at = now(), paired_by = $3, valid_until = now() + make_interval(mins => $4)
     where code = $1 and session_id is null and revoked_at is null and valid_until > now() returning id`,
    [code, session, tx.viewer.actor.slice('staff:'.length), PAIRED_MINUTES],
  );
  return device?.id;
}

/** Why no display waits under this code: taken a moment ago, as far as the viewer may know, or never there. */
async function notWaiting(tx: Tx, code: string, session: string): Promise<Invalid> {
  const [taken] = await tx.query<{ session_id: string }>(
    'select session_id from hub.display_device where code = $1 and session_id is not null and revoked_at is null and valid_until > now() limit 1',
    [code],
  );
  if (taken)
    return new Invalid('この会場の画面は、もうつながっています。', {
      code: taken.session_id === session ? 'この会議につながっています。' : 'ほかの会議につながっています。',
    });
  return new Invalid('このコードの会場の画面が見つかりません。', {
    code: '会場の画面に映っている6文字を確かめてください。コードは10分で変わります。',
  });
}

/** Takes a display off; its screen goes dark at once. */
export async function revokeDisplay(tx: Tx, order: RevokeOrder): Promise<Changed> {
  const display = await findById(tx, Display, order.display);
  if (!display?.sessionId) throw new NotFound('会場の画面が見つかりません。');
  // Also after the session has closed: a wall must always be able to go dark.
  const session = await tx.manager.findOneByOrFail(Session, { id: display.sessionId });
  insist(decide(tx.viewer, 'display:pair', { session: { id: session.id, kind: session.kind } }));
  const [[darkened] = []] = await tx.query<{ id: string }[]>(
    'update hub.display_device set revoked_at = now() where id = $1 and revoked_at is null returning id',
    [display.id],
  );
  tx.afterCommit(() => wakesOf(tx.database).emit('display', display.id));
  if (darkened) await announceDisplay(tx, session.id, 'DISPLAY_REVOKED', display.id);
  return { type: 'Display', id: display.id, session: session.id };
}

/** Which screens show the board is the consoles' business: no screen hears of another. */
async function announceDisplay(tx: Tx, session: string, kind: EventKind, id: string): Promise<void> {
  await announce(tx, { session, kind, subjectType: 'Display', subjectId: id, audiences: ['console'] });
}
