-- The audit of the hub: what else is written down, the chain that seals it, what is asked of it, and how long anything is kept.

-- A change that was refused, or whose subject was not there for whoever asked. Never what it was about: that is what must not be told.
create table hub.denial_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  audience text not null,
  action text not null,
  because text not null
);
-- What left the system: printed, or written into a file.
create table hub.export_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  kind text not null check (kind in ('PRINT', 'FILE')),
  subject_type text not null,
  subject_id uuid not null,
  session_id uuid
);
-- What was brought to the front of a conference, on which screens, and who was registered in the room.
create table hub.projection_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  kind text not null check (kind in ('FRONT', 'CLEARED', 'DISPLAY')),
  session_id uuid not null,
  item_id uuid,
  displays uuid[] not null,
  present text[] not null
);
-- The chain. Each link names rows of any audit by table and key with their digests, and vouches for itself and the link before (`mac`); `open` are
-- the keys below the highest that may still be written. The key of the digests, and the last link's number, lie outside the database.
create table hub.audit_seal (
  id bigint primary key,
  at timestamptz not null default clock_timestamp(),
  table_names text[] not null,
  row_ids bigint[] not null,
  digests text[] not null,
  open text not null,
  mac text not null
);
select hub.keep_appending(t::regclass) from unnest(array['hub.denial_audit', 'hub.export_audit', 'hub.projection_audit', 'hub.audit_seal', 'hub.sign_in_audit']) t;

-- How long what is kept, from when: for the city to confirm, so it stands here and not in the program.
create table hub.retention_rule (
  class text primary key check (class in ('AUDIT', 'CASE', 'SHIEN_KAIGI')),
  name text not null,
  months int not null check (months > 0),
  counted_from text not null,
  is_confirmed boolean not null default false,
  position int not null
);
insert into hub.retention_rule (class, name, months, counted_from, position) values
  ('AUDIT', '閲覧・変更・サインインなどの記録', 60, '記録した日', 1),
  ('CASE', '事例の本人（氏名・住所・相談の内容）', 60, '本人のすべての事例が終わった日', 2),
  ('SHIEN_KAIGI', '支援会議（法106条の6）の資料', 12, '会議の日', 3);

-- 本人開示: asked at a window that serves the person and has made sure who asks; drafted and decided on by the disclosure officer, and by nobody else.
create table hub.disclosure_request (
  id uuid primary key,
  person_id uuid not null references core.person,
  case_id uuid not null references core.support_case,
  case_code text not null,
  requester text not null check (requester in ('SELF', 'REPRESENTATIVE')),
  received_on date not null,
  asked_by uuid not null references core.staff,
  asked_at timestamptz not null default now(),
  state text not null default 'ASKED' check (state in ('ASKED', 'DRAFTED', 'DONE')),
  -- Somebody of the person's household is under protection: a representative is checked against it.
  protection_near boolean,
  drafted_by uuid references core.staff,
  drafted_at timestamptz,
  done_by uuid references core.staff,
  done_at timestamptz,
  version int not null default 1,
  check ((state = 'ASKED') = (drafted_by is null)),
  check ((state = 'DONE') = (done_by is not null))
);
create index on hub.disclosure_request (asked_at desc);
-- One reader on one day. `ground`: why it is marked for refusal before anybody has looked.
create table hub.disclosure_row (
  id uuid primary key default gen_random_uuid(),
  disclosure_id uuid not null references hub.disclosure_request,
  person_id uuid not null,
  position int not null,
  reader text not null,
  staff_id uuid references core.staff,
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  reads int not null,
  classes text[] not null,
  ground text check (ground in ('SHIEN_KAIGI', 'PROTECTION', 'INFORMANT', 'OTHER_WINDOW')),
  decision text not null check (decision in ('UNDECIDED', 'DISCLOSE', 'WITHHOLD', 'REFUSE_EXISTENCE')),
  reason text,
  decided_by uuid references core.staff,
  decided_at timestamptz,
  version int not null default 1,
  check ((decided_by is null) = (decided_at is null))
);
create index on hub.disclosure_row (disclosure_id, position);

-- Whose records a sign-in, a person, a screen or a conference could have seen (個人情報保護法68条: 漏えい等の報告).
create table hub.exposure_report (
  id uuid primary key,
  kind text not null check (kind in ('STAFF', 'SIGN_IN', 'DISPLAY', 'SESSION')),
  target uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  reason text not null,
  reads int not null,
  persons int not null,
  cases int not null,
  households int not null,
  beyond int not null,
  made_by uuid not null references core.staff,
  made_at timestamptz not null default now()
);
create table hub.exposure_subject (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null references hub.exposure_report,
  subject_id uuid not null,
  kind text not null check (kind in ('PERSON', 'CASE', 'HOUSEHOLD')),
  reads int not null,
  classes text[] not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index on hub.exposure_subject (report_id);

-- A day of a colleague's readings that a supervisor has looked at.
create table hub.read_review_mark (
  id bigint generated always as identity primary key,
  staff_id uuid not null references core.staff,
  day date not null,
  reads int not null,
  note text,
  reviewed_by uuid not null references core.staff,
  reviewed_at timestamptz not null default now(),
  check (reviewed_by <> staff_id)
);
create index on hub.read_review_mark (staff_id, day);

do $$
declare
  t text;
begin
  foreach t in array array['denial_audit', 'export_audit', 'projection_audit', 'audit_seal', 'retention_rule', 'disclosure_request', 'disclosure_row', 'exposure_report',
    'exposure_subject', 'read_review_mark'] loop
    execute format('alter table hub.%I enable row level security', t);
    execute format('alter table hub.%I force row level security', t);
  end loop;
  -- The keeper seals, verifies, drafts and deletes what is due. What it deletes of the audits a tombstone has named before.
  foreach t in array array['denial_audit', 'export_audit', 'projection_audit', 'sign_in_audit'] loop
    execute format('grant select, delete on hub.%I to hub_keeper', t);
    execute format('create policy keeper_reads on hub.%I for select to hub_keeper using (true)', t);
    execute format('create policy keeper_deletes on hub.%I for delete to hub_keeper using (hub.is_buried(%L, id::text))', t, 'hub.' || t);
  end loop;
  foreach t in array array['retention_rule', 'disclosure_request'] loop
    execute format('grant select on hub.%I to hub_keeper', t);
    execute format('create policy keeper_reads on hub.%I for select to hub_keeper using (true)', t);
  end loop;
end
$$;
grant select, insert on hub.audit_seal to hub_keeper;
create policy keeper_reads on hub.audit_seal for select to hub_keeper using (true);
create policy keeper_seals on hub.audit_seal for insert to hub_keeper with check (true);
grant insert on hub.denial_audit to hub_system;
create policy system_writes on hub.denial_audit for insert to hub_system with check (true);
grant insert on hub.export_audit, hub.projection_audit to hub_staff;
create policy own_exports on hub.export_audit for insert to hub_staff with check (actor = (select hub.actor()));
create policy own_projections on hub.projection_audit for insert to hub_staff
  with check (actor = (select hub.actor()) and (select true from core.session s where s.id = session_id));
grant select on hub.retention_rule to hub_staff;
create policy staff_reads on hub.retention_rule for select to hub_staff using (true);

-- The disclosure officer (開示担当), who alone reads drafts and reports.
create function hub.discloses() returns boolean language sql stable parallel safe
  as $$ select hub.viewer() ->> 'audience' = 'staff' and 'disclosure-officer' = any (hub.roles()) $$;
grant select on hub.disclosure_request, hub.disclosure_row, hub.exposure_report, hub.exposure_subject to hub_staff;
grant insert (id, person_id, case_id, case_code, requester, received_on, asked_by) on hub.disclosure_request to hub_staff;
grant update (state, protection_near, drafted_by, drafted_at, done_by, done_at, version) on hub.disclosure_request to hub_staff;
create policy officer_reads on hub.disclosure_request for select to hub_staff using ((select hub.discloses()));
create policy serving_window_asks on hub.disclosure_request for insert to hub_staff with check (state = 'ASKED' and hub.is_me(asked_by) and exists (
  select 1 from core.support_case c where c.id = disclosure_request.case_id and c.person_id = disclosure_request.person_id and c.code = disclosure_request.case_code
    and c.teams && (select hub.teams())));
create policy officer_decides on hub.disclosure_request for update to hub_staff using ((select hub.discloses()) and state <> 'DONE')
  with check ((select hub.discloses()) and hub.is_me(coalesce(done_by, drafted_by)));
grant insert on hub.disclosure_row to hub_staff;
grant update (decision, reason, decided_by, decided_at, version) on hub.disclosure_row to hub_staff;
create policy officer_reads on hub.disclosure_row for select to hub_staff using ((select hub.discloses()));
create policy officer_drafts on hub.disclosure_row for insert to hub_staff with check ((select hub.discloses()) and decided_by is null);
create policy officer_decides on hub.disclosure_row for update to hub_staff
  using ((select hub.discloses()) and (select d.state = 'DRAFTED' from hub.disclosure_request d where d.id = disclosure_id))
  with check ((select hub.discloses()) and hub.is_me(decided_by));
grant insert on hub.exposure_report, hub.exposure_subject to hub_staff;
create policy officer_reads on hub.exposure_report for select to hub_staff using ((select hub.discloses()));
create policy officer_asks on hub.exposure_report for insert to hub_staff with check ((select hub.discloses()) and hub.is_me(made_by));
create policy officer_reads on hub.exposure_subject for select to hub_staff using ((select hub.discloses()));
create policy officer_asks on hub.exposure_subject for insert to hub_staff with check ((select hub.discloses()));

-- The supervisor (所属長) looks at what the own 担当 has read. A row that names a conference which the supervisor may not know of is not there.
create function hub.reviews() returns boolean language sql stable parallel safe
  as $$ select hub.viewer() ->> 'audience' = 'staff' and 'supervisor' = any (hub.roles()) $$;
create function hub.team_actors() returns text[] language sql stable
  as $$ select coalesce(array(select 'staff:' || s.id from core.staff s where s.team_id = any (hub.teams())), '{}') $$;
grant select (id, at, receivers, audience, operation, classes, subjects, beyond, sessions, reason) on hub.read_audit to hub_staff;
create policy supervisor_reads on hub.read_audit for select to hub_staff
  using ((select hub.reviews()) and receivers && (select hub.team_actors())
    and (select count(*) from core.session s where s.id = any (sessions)) = cardinality(sessions));
grant select on hub.denial_audit to hub_staff;
create policy supervisor_reads on hub.denial_audit for select to hub_staff
  using ((select hub.reviews()) and actor = any ((select hub.team_actors())::text[]));
grant select on hub.read_review_mark to hub_staff;
grant insert (staff_id, day, reads, note, reviewed_by) on hub.read_review_mark to hub_staff;
create policy supervisor_reads on hub.read_review_mark for select to hub_staff
  using ((select hub.reviews()) and 'staff:' || staff_id = any ((select hub.team_actors())::text[]));
create policy supervisor_marks on hub.read_review_mark for insert to hub_staff
  with check ((select hub.reviews()) and hub.is_me(reviewed_by) and 'staff:' || staff_id = any ((select hub.team_actors())::text[]));

-- A colleague's readings of one day, and what is unusual about them (RULES: many persons, off hours, against a wall, with a reason given).
create view hub.read_review with (security_invoker = true) as
select d.staff_id || '/' || d.day as id, d.staff_id, d.day, d.reads, d.subjects, d.off_hours, d.with_reason, d.denials, d.last_at,
  array_remove(array[case when d.with_reason > 0 then 'REASON' end, case when d.denials >= 5 then 'DENIED' end, case when d.subjects > 200 then 'MANY' end,
    case when d.off_hours > 0 then 'OFF_HOURS' end], null) as unusual,
  m.reads as reviewed_reads, m.reviewed_by, m.reviewed_at, m.note
from (
  select s.id as staff_id, r.day, count(distinct r.id)::int as reads, count(distinct u.subject)::int as subjects,
    count(distinct r.id) filter (where r.is_off)::int as off_hours, count(distinct r.id) filter (where r.reason is not null)::int as with_reason,
    coalesce((select count(*) from hub.denial_audit n where n.actor = 'staff:' || s.id and (n.at at time zone 'Asia/Tokyo')::date = r.day), 0)::int as denials,
    max(r.at) as last_at
  from (select a.id, a.at, a.receivers, a.subjects, a.reason, (a.at at time zone 'Asia/Tokyo')::date as day,
      extract(hour from a.at at time zone 'Asia/Tokyo') not between 7 and 19 or extract(isodow from a.at at time zone 'Asia/Tokyo') > 5 as is_off
    from hub.read_audit a where a.at > now() - interval '14 days') r
  cross join lateral unnest(r.receivers) v(actor)
  join core.staff s on v.actor = 'staff:' || s.id and s.team_id = any (hub.teams())
  left join lateral unnest(r.subjects) u(subject) on true
  group by s.id, r.day) d
left join lateral (select k.reads, k.reviewed_by, k.reviewed_at, k.note from hub.read_review_mark k
  where k.staff_id = d.staff_id and k.day = d.day order by k.id desc limit 1) m on true;
grant select on hub.read_review to hub_staff;

-- What the keeper must know to draft, to report and to delete; never who anybody is.
grant usage on schema core to hub_keeper;
grant select (id, staff_id, created_at, ended_at, seen_at) on hub.sign_in to hub_keeper;
grant select (id, session_id) on hub.display_device to hub_keeper;
grant select (id, team_id) on core.staff to hub_keeper;
grant select (id, restricted, held_on, status), update (title, place) on core.session to hub_keeper;
grant select (person_id, teams, protected, holders) on core.person_guard to hub_keeper;
grant select (household_id, person_id) on core.household_member to hub_keeper;
grant select (id, person_id, household_id, teams, closed_on), update (summary) on core.support_case to hub_keeper;
grant select (id, person_id, team_id, route, received_on), update (note, outcome) on core.consultation to hub_keeper;
grant select (case_id), update (long_goal, short_goal) on core.support_plan to hub_keeper;
grant select (person_id), update (condition, withdrawal_reason) on core.consent to hub_keeper;
grant select (person_id), update (note) on core.disclosure to hub_keeper;
grant select (person_id), delete on core.person_identity to hub_keeper;
grant select (person_id), delete on core.person_contact to hub_keeper;
grant select (id) on core.household to hub_keeper;
grant select (session_id), update (note) on core.agenda_item to hub_keeper;
grant select (session_id), update (title) on core.role to hub_keeper;
grant select (session_id), update (title) on core.action_item to hub_keeper;
do $$
declare
  t text;
begin
  foreach t in array array['hub.sign_in', 'hub.display_device', 'core.staff', 'core.person_guard', 'core.household_member', 'core.household'] loop
    execute format('create policy keeper_reads on %s for select to hub_keeper using (true)', t);
  end loop;
  foreach t in array array['core.session', 'core.support_case', 'core.consultation', 'core.support_plan', 'core.consent', 'core.disclosure', 'core.person_identity',
    'core.person_contact', 'core.agenda_item', 'core.role', 'core.action_item'] loop
    execute format('create policy keeper_keeps on %s to hub_keeper using (true) with check (true)', t);
  end loop;
end
$$;
