-- What is said while a conference runs: ideas, strengths, wishes, worries and what is missing, line by line below an item of the agenda.

-- taken_at: somebody took the line away; it stays for whoever takes that back, and is on no board. issue_id: the community issue that a gap became.
create table core.board_note (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  agenda_item_id uuid not null references core.agenda_item,
  case_id uuid references core.support_case,
  kind text not null check (kind in ('IDEA', 'STRENGTH', 'WISH', 'WORRY', 'GAP')),
  title text not null,
  held text check (held in ('PARKED', 'IDENTIFIER')),
  held_by uuid references core.staff,
  taken_at timestamptz,
  issue_id uuid references core.community_issue,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  check ((held is null) = (held_by is null)),
  check (issue_id is null or kind = 'GAP'),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.board_note (agenda_item_id);
create index on core.board_note (case_id);
create index on core.board_note (session_id);
alter table core.board_note enable row level security;
alter table core.board_note force row level security;
grant select, insert, update on core.board_note to hub_sower;
create policy sower_all on core.board_note to hub_sower using (true) with check (true);

grant select, insert, update (title, held, held_by, taken_at, issue_id, version) on core.board_note to hub_staff;
create policy known_case on core.board_note for select to hub_staff using (case when restricted then session_id = any ((select hub.sessions())::uuid[])
  else case_id is null or (select true from core.support_case c where c.id = case_id) end);
create policy steers on core.board_note for insert to hub_staff with check (
  (not restricted or session_id = any ((select hub.sessions())::uuid[])) and (select hub.steers()));
create policy steers_on on core.board_note for update to hub_staff using (
  (not restricted or session_id = any ((select hub.sessions())::uuid[])) and (select hub.steers()));
create policy at_the_table on core.board_note as restrictive to hub_staff
  using ((not restricted or session_id = any ((select hub.sworn())::uuid[])) and agenda_item_id <> all ((select hub.left_items())::uuid[]));

-- taken_at: every reader leaves out what was taken away; a display sees no row in which it stands.
grant select (id, session_id, agenda_item_id, kind, title, taken_at, created_at, version) on core.board_note to hub_display;
create policy on_the_wall on core.board_note for select to hub_display
  using (held is null and taken_at is null and session_id = (select hub.session()) and exists (select 1 from core.agenda_item a where a.id = agenda_item_id));
create policy never_a_case on core.board_note as restrictive for select to hub_display using (case_id is null);

grant select (session_id), update (title) on core.board_note to hub_keeper;
create policy keeper_keeps on core.board_note to hub_keeper using (true) with check (true);

create trigger second_person_releases before update on core.board_note for each row execute function core.second_person_releases();

-- A gap becomes a community issue: drafted by one of those who steer, approved by another, word for word.
grant insert, update (state, approved_by, version) on core.community_issue to hub_staff;
create policy drafts on core.community_issue for insert to hub_staff with check (
  state = 'DRAFT' and approved_by is null and case_count = 0 and hub.is_me(drafted_by) and (select hub.steers()));
create policy approves on core.community_issue for update to hub_staff
  using (state = 'DRAFT' and drafted_by is not null and not hub.is_me(drafted_by) and (select hub.steers()))
  with check (state = 'APPROVED' and hub.is_me(approved_by));

-- What the left of the wall shows of the item at the front: the matter itself, or what was said to it.
alter table core.session add column focus text not null default 'MATTER' check (focus in ('MATTER', 'NOTES'));
grant update (focus) on core.session to hub_staff;
grant select (focus) on core.session to hub_display;

-- Whoever writes something down by mistake takes it back within ten minutes; afterwards it is part of what was agreed.
alter table core.role add column created_at timestamptz not null default '1970-01-01';
alter table core.role alter column created_at set default clock_timestamp();
grant delete on core.role, core.action_item to hub_staff;
do $$
declare
  t text;
begin
  foreach t in array array['role', 'action_item'] loop
    execute format($p$create policy takes_back on core.%I for delete to hub_staff
      using ((not restricted or session_id = any ((select hub.sessions())::uuid[])) and (select hub.steers())
        and created_at > now() - interval '10 minutes'
        and exists (select 1 from core.session s where s.id = session_id and s.status <> 'CLOSED'))$p$, t);
  end loop;
end
$$;

-- What a display has painted, as it tells by itself: how far it is behind the board's log, and that it is alive.
alter table hub.display_device add column painted_seq int, add column painted_at timestamptz;
grant select (painted_seq, painted_at) on hub.display_device to hub_staff;

-- Who has a session open on an own device, as their page tells again and again. Only whoever sees the session sees who is there; what is old is cleared away.
create table hub.presence (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references core.session,
  staff_id uuid not null references core.staff,
  seen_at timestamptz not null default clock_timestamp(),
  unique (session_id, staff_id)
);
alter table hub.presence enable row level security;
alter table hub.presence force row level security;
grant select, insert (session_id, staff_id), update (seen_at) on hub.presence to hub_staff;
create policy seen_session on hub.presence for select to hub_staff using (exists (select 1 from core.session s where s.id = session_id));
create policy oneself on hub.presence for insert to hub_staff
  with check (hub.is_me(staff_id) and exists (select 1 from core.session s where s.id = session_id and s.status <> 'CLOSED'));
create policy oneself_again on hub.presence for update to hub_staff using (hub.is_me(staff_id) and exists (select 1 from core.session s where s.id = session_id));
grant select (seen_at), delete on hub.presence to hub_system;
create policy system_clears on hub.presence for delete to hub_system using (true);
create policy system_looks on hub.presence for select to hub_system using (true);
