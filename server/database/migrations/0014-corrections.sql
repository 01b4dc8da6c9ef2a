-- 訂正: what the record of a session that has ended says wrongly, and what it should say. The record itself stays as it is; a correction stands beside
-- it, is added to and never changed, but for a second person's word where the kind of the conference asks for one.

-- Which line it corrects; none of an item, where something was left out; none at all, where it is about the session itself (attendance, time, place).
-- was: what stood there, word for word. masks: before everybody the old words are not even shown struck through.
create table core.correction (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  agenda_item_id uuid,
  case_id uuid references core.support_case,
  role_id uuid references core.role,
  action_item_id uuid references core.action_item,
  decision_id uuid references core.decision,
  note_id uuid references core.board_note,
  was text,
  title text not null,
  reason text not null,
  masks boolean not null,
  made_by uuid not null references core.staff,
  made_at timestamptz not null default clock_timestamp(),
  takes_two boolean not null,
  approved_by uuid references core.staff,
  approved_at timestamptz,
  version int not null default 1,
  check (num_nonnulls(role_id, action_item_id, decision_id, note_id) <= 1),
  check (agenda_item_id is not null or num_nonnulls(role_id, action_item_id, decision_id, note_id) = 0),
  check ((was is null) = (num_nonnulls(role_id, action_item_id, decision_id, note_id) = 0) and (was is not null or not masks)),
  check ((approved_by is null) = (approved_at is null) and approved_by is distinct from made_by),
  check (takes_two or approved_by is null),
  foreign key (agenda_item_id, session_id) references core.agenda_item (id, session_id),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.correction (session_id);
create index on core.correction (agenda_item_id);
create index on core.correction (case_id);
alter table core.correction enable row level security;
alter table core.correction force row level security;
grant select, insert, update on core.correction to hub_sower;
create policy sower_all on core.correction to hub_sower using (true) with check (true);

-- Seen as what it corrects is seen.
grant select, insert, update (approved_by, approved_at, version) on core.correction to hub_staff;
create policy known_case on core.correction for select to hub_staff using (case when restricted then session_id = any ((select hub.sessions())::uuid[])
  else case_id is null or (select true from core.support_case c where c.id = case_id) end);
create policy at_the_table on core.correction as restrictive to hub_staff
  using ((not restricted or session_id = any ((select hub.sworn())::uuid[])) and (agenda_item_id is null or agenda_item_id <> all ((select hub.left_items())::uuid[])));
-- By one of those who steer, in their own name, once the session has ended; which kinds take two is said here as their profiles say it.
create policy corrects on core.correction for insert to hub_staff with check ((select hub.steers()) and hub.is_me(made_by) and approved_by is null
  and (select s.status = 'CLOSED' and takes_two = (s.kind in ('JUSOTEKI_CASE', 'SHIEN_KAIGI', 'CONNECT', 'MARUGOTO')) from core.session s where s.id = session_id)
  and (case_id is null or (select i.case_id = correction.case_id from core.case_item i where i.agenda_item_id = correction.agenda_item_id))
  and (agenda_item_id is null or (select (a.kind = 'CASE') = (case_id is not null) from core.agenda_item a where a.id = agenda_item_id)));
create policy second_person on core.correction for update to hub_staff
  using ((select hub.steers()) and takes_two and approved_by is null and not hub.is_me(made_by))
  with check ((select hub.steers()) and hub.is_me(approved_by));

-- What is said of a person or a 支援会議 is deleted with them when their time has come.
grant select (session_id, case_id, was), update (was, title, reason) on core.correction to hub_keeper;
create policy keeper_keeps on core.correction to hub_keeper using (true) with check (true);
