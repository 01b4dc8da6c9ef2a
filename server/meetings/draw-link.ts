import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { findById } from '#server/database/find-by-id';
import { changeVersioned } from '#server/database/versioned';
import type { EventKind } from '#server/events/event-kind';
import { Invalid, NotFound } from '#server/kernel/problem';
import type { AgendaItem } from './agenda-item';
import { organizationOrNull } from './assign-role';
import { EcoLink } from './eco-link';
import type { ChangeLinkOrder, LinkOrder, TakeLinkOrder } from './eco-orders';
import { announceLine, holdingOf } from './hold';
import { conferenceOf, slidesOf } from './kinds/registry';
import type { Session } from './session';
import { itemToSteer } from './steer';
import { boardLine } from './text';
import { textLimits } from './text-limits';

/** As many as are told apart on a wall. */
const MOST_LINKS = 8;

/** A line's fields as a conflict shows them. */
const shownLink = ({ kind, held, takenAt }: EcoLink) => ({ kind, held, taken: takenAt !== null });

/**
 * Draws a line from the matter to an organisation, or to people in words. Words pass the detector as everything does that is typed before
 * citizens; an organisation that is not public is refused, as for a role.
 */
export async function addLink(tx: Tx, order: LinkOrder): Promise<Changed> {
  const { item, session } = await itemToSteer(tx, order.item, 'counting');
  insistMapped(session, item);
  const organizationId = await organizationOrNull(tx, session.kind, order.organization);
  const title = organizationId ? '' : boardLine('title', 'つながる先', order.title ?? '', textLimits.LinkOrder.title);
  await insistRoom(tx, item, organizationId);
  const link = await tx.manager.save(
    tx.manager.create(EcoLink, {
      ...{ sessionId: session.id, agendaItemId: item.id, organizationId, title, kind: order.kind },
      ...{ ...holdingOf(tx, session, title), takenAt: null, version: 1 },
    }),
  );
  await announceLine(tx, item, 'LINK_ADDED', link);
  return { type: 'EcoLink', id: link.id, session: session.id };
}

/** Says anew how strong the tie is. Throws `Conflict` with both versions when somebody was first. */
export async function changeLink(tx: Tx, { link, kind, version }: ChangeLinkOrder): Promise<Changed> {
  return redraw(tx, { id: link, version }, 'LINK_CHANGED', () => ({ kind }));
}

/** Takes it off the map, or puts it back as it stood: what was held off the wall before is held then, too. */
export async function takeLink(tx: Tx, { link, taken, version }: TakeLinkOrder): Promise<Changed> {
  return redraw(tx, { id: link, version }, taken ? 'LINK_TAKEN' : 'LINK_RETURNED', async (row, item) => {
    if (!taken && row.takenAt) await insistRoom(tx, item, row.organizationId);
    return { takenAt: taken ? new Date() : null };
  });
}

async function redraw(
  tx: Tx,
  claimed: { readonly id: string; readonly version: number },
  kind: EventKind,
  next: (row: EcoLink, item: AgendaItem) => Partial<EcoLink> | Promise<Partial<EcoLink>>,
): Promise<Changed> {
  const link = await findById(tx, EcoLink, claimed.id);
  if (!link) throw new NotFound('つながりが見つかりません。');
  const { item, session } = await itemToSteer(tx, link.agendaItemId, 'counting');
  const change = await next(link, item);
  const drawn = await changeVersioned(tx, EcoLink, claimed, shownLink, () => change);
  await announceLine(tx, item, kind, drawn, link);
  return { type: 'EcoLink', id: link.id, session: session.id };
}

/** Never of a case: what a family is tied to is told by a card, which tells of nobody. */
function insistMapped({ kind }: Session, item: AgendaItem): void {
  const conference = conferenceOf(kind);
  if (item.kind === 'CASE' || !slidesOf(conference).includes('ECOMAP'))
    throw new Invalid(`${conference.name}では、この議題のエコマップは描きません。`, { item: '事例カードと地域課題に描けます。' });
}

async function insistRoom(tx: Tx, item: AgendaItem, organization: string | null): Promise<void> {
  const drawn = await tx.manager.find(EcoLink, { where: { agendaItemId: item.id } });
  const standing = drawn.filter(({ takenAt }) => takenAt === null);
  if (standing.length >= MOST_LINKS)
    throw new Invalid('つながりが多すぎます。', { title: `エコマップに描けるのは${MOST_LINKS}件までです。` });
  if (organization && standing.some(({ organizationId }) => organizationId === organization))
    throw new Invalid('もうエコマップにあります。', { organization: 'つながりの種類は、一覧で変えられます。' });
}
