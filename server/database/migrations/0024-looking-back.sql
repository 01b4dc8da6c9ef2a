-- Who decides about whom, and what a log and a mark tell.

-- Whoever owns the tables puts right what stands in them, which the walls would hide from an owner who is no superuser; at the end they are up again.
alter table core.action_item no force row level security;
alter table core.deferral no force row level security;
alter table core.correction no force row level security;
alter table hub.board_event no force row level security;

-- ── what became of something carried over ───────────────────────────────────────────────────────────────────────
-- Stands in the row, behind its walls, and no more in the log: which session last looked at it and when, and whether it left it with its organisation.
alter table core.action_item add column looked_in uuid references core.session, add column looked_at timestamptz,
  add column looked_left boolean not null default false, add check ((looked_in is null) = (looked_at is null));
alter table core.deferral add column looked_in uuid references core.session, add column looked_at timestamptz,
  add check ((looked_in is null) = (looked_at is null));
grant update (looked_in, looked_at, looked_left) on core.action_item to hub_staff;
grant update (looked_in, looked_at) on core.deferral to hub_staff;
create function core.looked_at_by_the_room() returns trigger language plpgsql as $$
begin
  if not hub.steers() or not exists (select 1 from core.session s where s.id = coalesce(new.looked_in, old.looked_in) and s.status in ('PREPARING', 'OPEN')) then
    raise insufficient_privilege using message = 'what was carried over is looked at by those who steer, in a session that is not over';
  end if;
  new.looked_at := case when new.looked_in is not null then clock_timestamp() end;
  return new;
end
$$;
create trigger looked_at_by_the_room before update on core.action_item for each row
  when (current_user = 'hub_staff' and (new.looked_in, new.looked_at, new.looked_left) is distinct from (old.looked_in, old.looked_at, old.looked_left))
  execute function core.looked_at_by_the_room();
create trigger looked_at_by_the_room before update on core.deferral for each row
  when (current_user = 'hub_staff' and (new.looked_in, new.looked_at) is distinct from (old.looked_in, old.looked_at))
  execute function core.looked_at_by_the_room();
-- Nobody has looked yet at what is only being written down.
create function core.not_looked_at_yet() returns trigger language plpgsql as $$
begin
  new.looked_in := null;
  new.looked_at := null;
  return new;
end
$$;
create trigger not_looked_at_yet before insert on core.action_item for each row when (current_user = 'hub_staff') execute function core.not_looked_at_yet();
create trigger not_looked_at_yet before insert on core.deferral for each row when (current_user = 'hub_staff') execute function core.not_looked_at_yet();

-- ── the log ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Of a case it says that there is something new of it, and not what: whoever has left the table for it reads the log as well.
create policy tells_nothing_of_a_case on hub.board_event as restrictive for insert to hub_staff with check (case
  when kind in ('RECORD_CORRECTED', 'CORRECTION_APPROVED', 'CORRECTION_REFUSED') then (select c.case_id is null from core.correction c where c.id = subject_id)
  when kind like 'CARRIED\_OVER\_%' then coalesce((select d.case_id is null from core.deferral d where d.id = subject_id),
    (select a.case_id is null from core.action_item a where a.id = subject_id))
  when kind = 'CASE_CHANGED' then true
  else not exists (select 1 from core.role l where l.id = subject_id and l.case_id is not null
    union all select 1 from core.action_item l where l.id = subject_id and l.case_id is not null
    union all select 1 from core.decision l where l.id = subject_id and l.case_id is not null
    union all select 1 from core.board_note l where l.id = subject_id and l.case_id is not null
    union all select 1 from core.deferral l where l.id = subject_id and l.case_id is not null) end);
update hub.board_event e set kind = 'CASE_CHANGED', subject_type = 'AgendaItem', subject_id = c.agenda_item_id from core.correction c
  where c.id = e.subject_id and c.case_id is not null and e.subject_type = 'Correction';
update hub.board_event e set kind = 'CASE_CHANGED', subject_type = 'Session', subject_id = e.session_id where e.kind like 'CARRIED\_OVER\_%'
  and (exists (select 1 from core.deferral d where d.id = e.subject_id and d.case_id is not null)
    or exists (select 1 from core.action_item a where a.id = e.subject_id and a.case_id is not null));

-- ── the inbox ───────────────────────────────────────────────────────────────────────────────────────────────────
-- Its mark is made of what its list shows and of nothing else: a line that was taken off a wall and let through again, or that a room has left where it was and
-- taken up once more, is another version of the row and the same to whoever sits at the desk.
create or replace view core.inbox_standing with (security_invoker = true) as
select hub.actor() as id, (count(*) filter (where i.standing not in ('DONE', 'TAKEN_BACK')))::int as open, (count(*) filter (where i.is_late))::int as late,
  (count(*) filter (where i.standing = 'NEW'))::int as fresh,
  md5(coalesce(jsonb_agg(jsonb_build_array(i.id, i.standing, i.is_late, a.title, a.organization_id, a.due_on, a.done_at, a.accepted_at,
    case when a.back_left_at is null then a.back_asked_at end, s.title, s.held_on, g.letter, c.title, u.title) order by i.id), '[]')::text) as mark
from core.inbox i join core.action_item a on a.id = i.id left join core.session s on s.id = i.session_id
left join core.agenda_item g on g.id = i.agenda_item_id left join core.case_card c on c.id = g.card_id left join core.community_issue u on u.id = g.issue_id;

-- ── four eyes ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Whoever works for a contractor decides on nobody's coming to it, nor on what its people may, how they sign in and what it is paid for.
create function hub.contractor_of(organization uuid, staff uuid) returns uuid language sql stable as $$
  select o.id from core.organization o
  where o.operation = '委託' and o.id = coalesce(organization, (select s.organization_id from core.staff s where s.id = staff))
$$;
alter policy another_decides on hub.access_change
  with check ((select hub.administers()) and hub.is_me(decided_by) and decided_at = now()
    and (state <> 'APPROVED' or not coalesce(hub.is_mine(hub.contractor_of(organization_id, staff_id)), false)));

alter table core.action_item force row level security;
alter table core.deferral force row level security;
alter table core.correction force row level security;
alter table hub.board_event force row level security;
