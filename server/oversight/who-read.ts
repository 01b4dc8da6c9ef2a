import { fieldClasses } from '#server/access/field-class';
import { asSystem } from '#server/database/as-viewer';
import type { Database } from '#server/database/source';
import type { DisclosureGround } from './words';

/** One reader's readings of one person on one day. */
export interface ReaderDay {
  readonly reader: string;
  readonly staffId: string | null;
  readonly day: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly reads: number;
  readonly classes: readonly string[];
  readonly ground: DisclosureGround | null;
}

/** How a consultation comes in by somebody else's word (受付経路). */
const INFORMED = ['関係機関からの紹介', '民生委員からの連絡'];
/** Reading five years of an audit takes longer than a viewer's question may. */
const PATIENCE = `set local statement_timeout = '2min'`;

/**
 * Who read this person's records, newest first, as the keeper finds it, with what must not come out by it: a 支援会議, the 担当 that hold a protection in
 * the household, a window that was told by somebody else, a window that the person may not know of. Nothing of this leaves but into the officer's draft.
 */
export async function whoRead(database: Database, disclosure: string): Promise<{ days: readonly ReaderDay[]; protectionNear: boolean }> {
  return asSystem(database, 'hub_keeper', async (query) => {
    await query(PATIENCE);
    const days = await query<Omit<ReaderDay, 'classes'> & { mask: number }>(WHO_READ, [disclosure, INFORMED, fieldClasses]);
    const [near] = await query<{ found: boolean }>(`${ABOUT} select exists (select 1 from guard) as found`, [disclosure]);
    return { days: days.map(({ mask, ...day }) => ({ ...day, classes: classesOf(mask) })), protectionNear: near?.found ?? false };
  });
}

/** The classes of a mask (`classMask`). */
export function classesOf(mask: number): string[] {
  return fieldClasses.filter((_, place) => (mask & (1 << place)) !== 0);
}

const ABOUT = `with d as (select person_id from hub.disclosure_request where id = $1),
  own as (select c.id, c.household_id, c.teams from core.support_case c join d on c.person_id = d.person_id),
  guard as (select g.holders from core.person_guard g where g.protected and (g.person_id in (select person_id from d)
    or g.person_id in (select m.person_id from core.household_member m where m.household_id in (select household_id from own))))`;

/** The classes told of a row before they were told of each subject: all of the row's. */
export const MASK = (classes: string) =>
  `bit_or(case when coalesce(u.mask, 0) > 0 then u.mask::int else coalesce((select sum(1 << (array_position(${classes}::text[], k) - 1))::int from unnest(r.classes) k), 0) end)`;

const WHO_READ = `${ABOUT},
  keys as (select person_id as key from d union select id from own),
  readings as (
    select r.id, r.at, v.actor, s.id as staff_id, s.team_id, ${MASK('$3')} as mask,
      (select count(*) > 0 from core.session x where x.id = any (r.sessions) and x.restricted) as restricted
    from hub.read_audit r cross join lateral unnest(r.receivers) v(actor) cross join lateral unnest(r.subjects, r.subject_classes) u(subject, mask)
      left join core.staff s on v.actor = 'staff:' || s.id
    where r.subjects && (select array_agg(key) from keys) and u.subject in (select key from keys)
    group by r.id, r.at, v.actor, s.id, s.team_id),
  marked as (
    select *, case when restricted then 'SHIEN_KAIGI'
      when exists (select 1 from guard g where team_id = any (g.holders)) then 'PROTECTION'
      when exists (select 1 from core.consultation k join d on k.person_id = d.person_id where k.team_id = readings.team_id and k.route = any ($2)) then 'INFORMANT'
      when not exists (select 1 from own where team_id = any (own.teams)) then 'OTHER_WINDOW' end as ground
    from readings)
  select actor as reader, staff_id as "staffId", (at at time zone 'Asia/Tokyo')::date::text as day, min(at) as "firstAt", max(at) as "lastAt",
    count(*)::int as reads, bit_or(mask) as mask, ground
  from marked group by actor, staff_id, (at at time zone 'Asia/Tokyo')::date, ground
  order by day desc, "lastAt" desc, reader limit 5000`;
