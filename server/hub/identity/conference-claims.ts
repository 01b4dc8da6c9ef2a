/** What conferences give to somebody, and take from them, at this moment. */
export interface ConferenceClaims {
  readonly sessions: string[];
  readonly sworn: string[];
  readonly tied: string[];
  readonly left: string[];
  readonly heard: string[];
}

/**
 * SQL: those claims of the member of staff `s`, as a row `claims` joined to theirs. Looked up with every sign-in and every second for open
 * sockets, so that an oath, an arrival, a tie or the end of a session counts at once. A case is heard from the moment that it stands on the
 * agenda of a 支援会議 that is neither closed nor called off, by members who are there, have acknowledged and have not left (法106条の6).
 */
export const conferenceClaims = (s: string) => `cross join lateral (
    select array(select m.session_id::text from core.session_member m where m.staff_id = ${s}.id) as sessions,
      array(select m.session_id::text from core.session_member m
        join core.secrecy_acknowledgement k on k.session_id = m.session_id and k.staff_id = m.staff_id where m.staff_id = ${s}.id) as sworn,
      array(select t.person_id from core.conflict_tie t where t.staff_id = ${s}.id and t.kind <> 'NEIGHBOUR'
        union select h.person_id from core.conflict_tie t join core.household_member h on h.household_id = t.household_id and h.until is null
        where t.staff_id = ${s}.id) as tied) own
  cross join lateral (
    select array(select a.agenda_item_id from core.item_absence a join core.session_member m on m.id = a.member_id
        where m.staff_id = ${s}.id and a.back_at is null
      union select i.agenda_item_id from core.case_item i where i.person_id = any (own.tied)) as items) gone
  cross join lateral (
    select own.sessions, own.sworn, own.tied::text[] as tied, gone.items::text[] as left,
      array(select distinct i.case_id::text from core.session_member m join core.session x on x.id = m.session_id
        join core.case_item i on i.session_id = x.id
        where m.staff_id = ${s}.id and m.attends = 'PRESENT' and x.restricted and x.status in ('PREPARING', 'OPEN')
          and x.id::text = any (own.sworn) and i.agenda_item_id <> all (gone.items)) as heard) claims`;
