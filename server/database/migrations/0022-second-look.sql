-- What a second look at requests, corrections, desks and maps found open between the two walls.

-- Whoever owns the tables puts right what stands in them, which the walls would hide from an owner who is no superuser; at the end they are up again.
alter table core.agenda_item no force row level security;
alter table core.action_item no force row level security;
alter table hub.board_event no force row level security;

-- ── 議題の依頼 ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Nobody brings a case to whose person a tie binds them.
alter policy serves on core.requested_case with check (team_id = any ((select hub.teams())::text[]) and not hub.is_barred(person_id)
  and (select c.teams && (select hub.teams()) from core.support_case c where c.id = case_id));

-- A request is taken once: before the room by one session, and of a 支援会議 once by each, since none may learn of another. What is on an agenda is not
-- declined by anybody who sees it there, and what has its answer is not taken any more.
update core.agenda_item a set request_id = null where not a.restricted
  and exists (select 1 from core.agenda_item b where b.request_id = a.request_id and not b.restricted and b.id < a.id);
create unique index on core.agenda_item (request_id) where not restricted;
create unique index on core.agenda_item (session_id, request_id) where restricted;
alter policy agenda_declines on core.agenda_request
  with check ((select hub.roles()) && case when restricted then '{coordinator}' else '{facilitator,coordinator}' end::text[] and hub.is_me(declined_by) and withdrawn_at is null
    and not exists (select 1 from core.agenda_item a where a.request_id = agenda_request.id));
alter policy requested_for_its_kind on core.agenda_item with check (request_id is null or (select r.kind = s.kind and r.declined_at is null and r.withdrawn_at is null
  from core.agenda_request r, core.session s where r.id = request_id and s.id = session_id));

-- A request to a 支援会議 is read in its 担当 by those who know the case and are impartial, and by none of the others: that somebody fears for somebody is told
-- by the letter alone. The row below stands on its own 担当 and not on the letter, which asks for it.
alter policy known_case on core.requested_case using ((select true from core.support_case c where c.id = case_id) and not hub.is_barred(person_id)
  and (team_id = any ((select hub.teams())::text[])
    or ((select hub.steers()) and (not restricted or 'coordinator' = any ((select hub.roles())::text[])))));
alter policy own_team_or_agenda on core.agenda_request using (
  (team_id = any ((select hub.teams())::text[]) and (not restricted or exists (select 1 from core.requested_case c where c.request_id = agenda_request.id)))
  or ((select hub.steers()) and (not restricted or 'coordinator' = any ((select hub.roles())::text[]))));

-- ── 訂正 ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- It says of a line what stood there, below the item where it stood, as whoever writes it sees it; and when it was written is the clock's to say.
revoke insert on core.correction from hub_staff;
grant insert (id, session_id, restricted, agenda_item_id, case_id, role_id, action_item_id, decision_id, note_id, was, title, reason, masks, made_by, takes_two,
  approved_by, approved_at, refused_by, refused_at, refusal, version) on core.correction to hub_staff;
create policy of_its_line on core.correction as restrictive for insert to hub_staff with check (num_nonnulls(role_id, action_item_id, decision_id, note_id) = 0
  or (select (l.title, l.agenda_item_id, l.session_id) = (correction.was, correction.agenda_item_id, correction.session_id) from (
    select r.title, r.agenda_item_id, r.session_id from core.role r where r.id = correction.role_id
    union all select a.title, a.agenda_item_id, a.session_id from core.action_item a where a.id = correction.action_item_id
    union all select d.title, d.agenda_item_id, d.session_id from core.decision d where d.id = correction.decision_id
    union all select n.title, n.agenda_item_id, n.session_id from core.board_note n where n.id = correction.note_id and n.taken_at is null) l));
create function core.correction_is_answered_now() returns trigger language plpgsql as $$
begin
  new.approved_at := case when new.approved_by is not null then clock_timestamp() end;
  new.refused_at := case when new.refused_by is not null then clock_timestamp() end;
  new.version := old.version + 1;
  return new;
end
$$;
create trigger correction_is_answered_now before update on core.correction for each row when (current_user = 'hub_staff')
  execute function core.correction_is_answered_now();

-- ── 受信箱 ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- What the room took back was never done, and is nobody's any more. What it took back until now stands as done, and is told apart by the log.
alter table core.action_item drop constraint action_item_status_check;
alter table core.action_item add constraint action_item_status_check check (status in ('OPEN', 'DONE', 'TAKEN_BACK'));
update core.action_item a set status = 'TAKEN_BACK', done_at = null where a.status = 'DONE' and a.back_reason is not null
  and exists (select 1 from hub.board_event e where e.kind = 'CARRIED_OVER_SETTLED' and e.subject_id = a.id);

-- 続けてもらう: the room has looked at what was asked to be given back, and leaves it where it is. Why it was asked stays, for whoever takes that back.
alter table core.action_item add column back_left_at timestamptz;
grant update (back_left_at) on core.action_item to hub_staff;
grant update (back_left_at) on core.action_item to hub_keeper;

-- What is held was given to nobody yet, and nobody answers it. When something was answered is the clock's to say, and each answer is one version.
alter policy own_desk on core.action_item
  using (organization_id = any ((select hub.my_desks())::uuid[]) and held is null and status <> 'TAKEN_BACK')
  with check (organization_id = any ((select hub.my_desks())::uuid[]) and held is null and status <> 'TAKEN_BACK');
create or replace function core.desk_answers() returns trigger language plpgsql as $$
begin
  if current_user <> 'hub_staff' then
    return new;
  end if;
  if not hub.steers() and ((new.title, new.organization_id, new.due_on, new.held, new.held_by)
      is distinct from (old.title, old.organization_id, old.due_on, old.held, old.held_by)
      or (new.back_left_at is not null and new.back_left_at is distinct from old.back_left_at)) then
    raise insufficient_privilege using message = 'a desk answers, and changes nothing of what was agreed on';
  end if;
  if (new.accepted_by is distinct from old.accepted_by and new.accepted_by is not null and not hub.is_me(new.accepted_by))
      or (new.back_asked_by is distinct from old.back_asked_by and new.back_asked_by is not null and not hub.is_me(new.back_asked_by)) then
    raise insufficient_privilege using message = 'a desk answers in the name of whoever sits there';
  end if;
  new.accepted_at := case when new.accepted_by is null then null when new.accepted_by = old.accepted_by then old.accepted_at else clock_timestamp() end;
  new.back_asked_at := case when new.back_asked_by is null then null
    when (new.back_asked_by, new.back_reason) = (old.back_asked_by, old.back_reason) then old.back_asked_at else clock_timestamp() end;
  new.done_at := case when new.status <> 'DONE' then null when old.status = 'DONE' then old.done_at else clock_timestamp() end;
  new.version := old.version + 1;
  return new;
end
$$;
create or replace view core.inbox with (security_invoker = true) as
select a.id, a.session_id, a.agenda_item_id, a.due_on, a.done_at, a.version,
  case when a.status <> 'OPEN' then a.status when a.back_reason is not null and a.back_left_at is null then 'GIVEN_BACK' when a.accepted_at is not null then 'ACCEPTED' else 'NEW' end as standing,
  coalesce(a.status = 'OPEN' and a.due_on < hub.today(), false) as is_late
from core.action_item a
where a.organization_id = any ((select hub.my_desks())::uuid[]) and a.agenda_item_id is not null and a.held is null;
create or replace view core.inbox_standing with (security_invoker = true) as
select hub.actor() as id, (count(*) filter (where i.standing not in ('DONE', 'TAKEN_BACK')))::int as open, (count(*) filter (where i.is_late))::int as late,
  (count(*) filter (where i.standing = 'NEW'))::int as fresh, md5(coalesce(string_agg(i.id || ':' || i.version, ' ' order by i.id), '')) as mark
from core.inbox i;

-- ── エコマップ ──────────────────────────────────────────────────────────────────────────────────────────────────
-- A line hangs on an item of its own session which whoever draws it sees, and never on a case: what is not seen and what is not there are refused alike.
alter table core.eco_link add foreign key (agenda_item_id, session_id) references core.agenda_item (id, session_id);
alter policy steers on core.eco_link with check ((select hub.steers())
  and (select a.kind <> 'CASE' from core.agenda_item a where a.id = eco_link.agenda_item_id and a.session_id = eco_link.session_id));

alter table core.agenda_item force row level security;
alter table core.action_item force row level security;
alter table hub.board_event force row level security;
