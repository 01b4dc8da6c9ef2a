import { conferenceProfiles } from '#server/access/conference-profile';
import { decide } from '#server/access/decide';
import type { Tx } from '#server/database/as-viewer';
import type { Changed } from '#server/database/change';
import { changeVersioned } from '#server/database/versioned';
import { Conflict, Invalid, insist } from '#server/kernel/problem';
import { Series } from './series';
import type { SeriesOrder } from './series-orders';
import { boardLine } from './text';
import { textLimits } from './text-limits';
import { hoursOf } from './time-of-day';

const shown = ({ weeks, weekday, months, startsAt, endsAt, place }: Omit<Series, 'id' | 'version' | 'kindName' | 'nextDays'>) => ({
  ...{ weeks: weeks.join('・'), weekday, months: months.join('・'), startsAt: startsAt.slice(0, 5), endsAt: endsAt.slice(0, 5), place },
});

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((one, other) => one - other);

/** Sets the rhythm in which a kind of conference meets, by those who may call its sessions. What is called already stays as it is. */
export async function setSeries(tx: Tx, order: SeriesOrder): Promise<Changed> {
  insist(decide(tx.viewer, 'session:convene'));
  if (conferenceProfiles[order.kind].restricted)
    throw new Invalid('支援会議には周期を定めません。', { kind: '開くこと自体が、出席者のほかには見えません。' });
  insist(decide(tx.viewer, 'session:convene', { convening: order.kind }));
  const next = rhythmOf(order);
  // Two who set the first rhythm of a kind take turns.
  await tx.query(`select pg_advisory_xact_lock(hashtext('core.series'))`);
  const there = await tx.manager.findOneBy(Series, { kind: order.kind });
  if (!there) {
    const made = await tx.manager.save(tx.manager.create(Series, { kind: order.kind, ...next, version: 1 }));
    return { type: 'Series', id: made.id };
  }
  if (!order.version)
    throw new Conflict({ ...shown(there), version: there.version }, { ...shown({ kind: order.kind, ...next }), version: 0 });
  await changeVersioned(tx, Series, { id: there.id, version: order.version }, shown, () => next);
  return { type: 'Series', id: there.id };
}

function rhythmOf(order: SeriesOrder): Pick<Series, 'weeks' | 'weekday' | 'months' | 'startsAt' | 'endsAt' | 'place'> {
  const [weeks, months] = [distinct(order.weeks), distinct(order.months)];
  if (weeks.length === 0 || weeks.some((week) => ![-1, 1, 2, 3, 4, 5].includes(week)))
    throw new Invalid('第何週かを選んでください。', { weeks: '第1〜第5か、最後の週です。' });
  if (!Number.isInteger(order.weekday) || order.weekday < 1 || order.weekday > 7)
    throw new Invalid('曜日を選んでください。', { weekday: '月曜日から日曜日までです。' });
  if (months.length === 0 || months.some((month) => month < 1 || month > 12))
    throw new Invalid('開く月を選んでください。', { months: '1月から12月までです。' });
  const { startsAt, endsAt } = hoursOf(order);
  if (!startsAt || !endsAt) throw new Invalid('時刻を入れてください。', { startsAt: '始まりと終わりの両方が要ります。' });
  return {
    weeks,
    weekday: order.weekday,
    months,
    startsAt,
    endsAt,
    place: boardLine('place', '場所', order.place, textLimits.SeriesOrder.place),
  };
}
