-- The end of a conference: what was decided as rows of its own, what is put off with a reason, and what comes first the next time.

-- ── 決まったこと ─────────────────────────────────────────────────────────────────────────────────────────────────
-- read_back: read out to the table, which heard it as it stands there; whoever rewords it reads it out again.
create table core.decision (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  agenda_item_id uuid not null,
  case_id uuid references core.support_case,
  title text not null,
  held text check (held in ('PARKED', 'IDENTIFIER')),
  held_by uuid references core.staff,
  read_back_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  check ((held is null) = (held_by is null)),
  foreign key (agenda_item_id, session_id) references core.agenda_item (id, session_id),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.decision (agenda_item_id);
create index on core.decision (case_id);
create index on core.decision (session_id);
insert into core.decision (session_id, restricted, agenda_item_id, case_id, title, read_back_at)
  select session_id, restricted, agenda_item_id, case_id, decision, now() from core.case_item where decision is not null;
revoke update (decision, version) on core.case_item from hub_staff;
drop policy steers_on on core.case_item;
alter table core.case_item drop column decision, drop column version;

-- ── 保留 ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- One open point, why it is put off and who sees to it: one role, one action item, one decision, or a case that is undecided.
create table core.deferral (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  agenda_item_id uuid not null,
  case_id uuid references core.support_case,
  role_id uuid references core.role,
  action_item_id uuid references core.action_item,
  decision_id uuid references core.decision,
  reason text not null,
  owner_id uuid not null references core.staff,
  deferred_by uuid not null references core.staff,
  deferred_at timestamptz not null default clock_timestamp(),
  settled_by uuid references core.staff,
  settled_at timestamptz,
  version int not null default 1,
  check (num_nonnulls(role_id, action_item_id, decision_id) <= 1 and (settled_at is null) = (settled_by is null)),
  foreign key (agenda_item_id, session_id) references core.agenda_item (id, session_id),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.deferral (session_id);
create index on core.deferral (owner_id) where settled_at is null;
-- A point is put off once at a time.
create unique index on core.deferral (coalesce(role_id, action_item_id, decision_id, agenda_item_id)) where settled_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['decision', 'deferral'] loop
    execute format('alter table core.%I enable row level security', t);
    execute format('alter table core.%I force row level security', t);
    execute format('grant select, insert, update on core.%I to hub_sower', t);
    execute format('create policy sower_all on core.%I to hub_sower using (true) with check (true)', t);
    -- As of a role: what an open session agreed on about a case is for whoever knows the case; of a restricted one, for its members under oath;
    -- and whoever has left the table has left it too.
    execute format($p$create policy known_case on core.%I for select to hub_staff using (case when restricted then session_id = any ((select hub.sessions())::uuid[])
      else case_id is null or (select true from core.support_case c where c.id = case_id) end)$p$, t);
    execute format($p$create policy steers on core.%I for insert to hub_staff with check ((select hub.steers())
      and (not restricted or session_id = any ((select hub.sessions())::uuid[])))$p$, t);
    execute format($p$create policy steers_on on core.%I for update to hub_staff using ((select hub.steers())
      and (not restricted or session_id = any ((select hub.sessions())::uuid[])))$p$, t);
    execute format($p$create policy at_the_table on core.%I as restrictive to hub_staff
      using ((not restricted or session_id = any ((select hub.sworn())::uuid[])) and agenda_item_id <> all ((select hub.left_items())::uuid[]))$p$, t);
  end loop;
end
$$;
grant select, insert, update (title, held, held_by, read_back_at, version) on core.decision to hub_staff;
grant select, insert, update (settled_by, settled_at, version) on core.deferral to hub_staff;
create trigger second_person_releases before update on core.decision for each row execute function core.second_person_releases();
-- Put off in one's own name, and settled in one's own.
create policy in_own_name on core.deferral as restrictive for insert to hub_staff with check (hub.is_me(deferred_by) and settled_at is null);
create policy settled_in_own_name on core.deferral as restrictive for update to hub_staff using (true) with check (hub.is_me(settled_by));

-- The wall: what was decided on what stands there, held back like every other line. What is put off, and by whom, never.
grant select (id, session_id, agenda_item_id, title, read_back_at, created_at, version) on core.decision to hub_display;
create policy on_the_wall on core.decision for select to hub_display
  using (held is null and session_id = (select hub.session()) and exists (select 1 from core.agenda_item a where a.id = agenda_item_id));
create policy never_a_case on core.decision as restrictive for select to hub_display using (case_id is null);

-- ── what stands open ─────────────────────────────────────────────────────────────────────────────────────────────
-- Keys and no words, so that the house itself may count what somebody who has left the table does not see. Which of these keep a session from
-- ending is said by its kind (meetings/kinds).
create view core.open_point with (security_invoker = true) as
select p.point || '/' || p.subject_id as id, p.point, p.session_id, p.agenda_item_id, p.role_id, p.action_item_id, p.decision_id, p.member_id
from (
  select 'ROLE' as point, r.id as subject_id, r.session_id, r.agenda_item_id, r.id as role_id, null::uuid as action_item_id, null::uuid as decision_id,
    null::uuid as member_id from core.role r where r.organization_id is null and r.agenda_item_id is not null
  union all
  select 'ACTION', a.id, a.session_id, a.agenda_item_id, null, a.id, null, null from core.action_item a
    where a.status = 'OPEN' and (a.organization_id is null or a.due_on is null) and a.agenda_item_id is not null
  union all
  select 'DECISION', d.id, d.session_id, d.agenda_item_id, null, null, d.id, null from core.decision d where d.read_back_at is null
  union all
  select 'OUTCOME', i.agenda_item_id, i.session_id, i.agenda_item_id, null, null, null, null from core.case_item i
    where not exists (select 1 from core.decision d where d.agenda_item_id = i.agenda_item_id)
  union all
  select 'ATTENDANCE', m.id, m.session_id, null, null, null, null, m.id from core.session_member m where m.attends = 'EXPECTED'
) p
where not exists (select 1 from core.deferral h where h.settled_at is null and case p.point when 'ROLE' then h.role_id = p.role_id
  when 'ACTION' then h.action_item_id = p.action_item_id when 'DECISION' then h.decision_id = p.decision_id
  when 'OUTCOME' then h.agenda_item_id = p.agenda_item_id and num_nonnulls(h.role_id, h.action_item_id, h.decision_id) = 0 else false end);
grant select on core.open_point to hub_staff, hub_sower, hub_system;
grant select (id, session_id, agenda_item_id, organization_id) on core.role to hub_system;
grant select (id, session_id, agenda_item_id, organization_id, status, due_on) on core.action_item to hub_system;
grant select (id, session_id, agenda_item_id, read_back_at) on core.decision to hub_system;
grant select (id, session_id, agenda_item_id, role_id, action_item_id, decision_id, settled_at) on core.deferral to hub_system;
do $$
declare
  t text;
begin
  foreach t in array array['role', 'action_item', 'decision', 'deferral'] loop
    execute format('create policy system_counts on core.%I for select to hub_system using (true)', t);
  end loop;
end
$$;

-- ── 前回からの持ち越し ───────────────────────────────────────────────────────────────────────────────────────────────
-- What earlier sessions of the same kind left open: what was put off first, then what is still to be done. Only what the viewer may see of them.
create view core.carried_over with (security_invoker = true) as
select s.id || '/' || c.subject_id as id, s.id as session_id, c.kind, c.from_session_id, c.agenda_item_id, c.deferral_id, c.action_item_id,
  c.due_on, e.held_on
from core.session s join core.session e on e.kind = s.kind and e.id <> s.id and e.status = 'CLOSED' and e.held_on <= s.held_on
join lateral (
  select 'DEFERRED' as kind, h.id as subject_id, h.session_id as from_session_id, h.agenda_item_id, h.id as deferral_id, null::uuid as action_item_id, null::date as due_on
    from core.deferral h where h.session_id = e.id and h.settled_at is null
  union all
  select 'ACTION', a.id, a.session_id, a.agenda_item_id, null, a.id, a.due_on from core.action_item a
    where a.session_id = e.id and a.status = 'OPEN' and a.agenda_item_id is not null
      and not exists (select 1 from core.deferral h where h.action_item_id = a.id and h.settled_at is null)
) c on true
where s.status <> 'CLOSED';
grant select on core.carried_over to hub_staff, hub_sower;

-- What a session leaves is deleted with it when its time has come.
grant select (session_id), update (title) on core.decision to hub_keeper;
grant select (session_id), update (reason) on core.deferral to hub_keeper;
create policy keeper_keeps on core.decision to hub_keeper using (true) with check (true);
create policy keeper_keeps on core.deferral to hub_keeper using (true) with check (true);
