-- The guards of conferences: cases on the agenda, closed member lists, the duty of secrecy, attendance for each item, ties, contracts.
-- Policies are added beside those that stand: permissive ones open more, restrictive ones keep back whatever the others open.

-- Of the 支援会議 that the viewer belongs to, those whose duty of secrecy they have acknowledged.
create function hub.sworn() returns uuid[] language sql stable parallel safe
  as $$ select array(select unnest(hub.texts('sworn')) intersect select unnest(hub.texts('sessions')))::uuid[] $$;
-- Cases that the viewer hears now as one who sits in a 支援会議 (法106条の6).
create function hub.heard() returns uuid[] language sql stable parallel safe as $$ select hub.texts('heard')::uuid[] $$;
-- Agenda items for which the viewer has left the table, or from which a tie bars them.
create function hub.left_items() returns uuid[] language sql stable parallel safe as $$ select hub.texts('left')::uuid[] $$;
-- People with whom the viewer has a tie that makes them partial.
create function hub.tied() returns uuid[] language sql stable parallel safe as $$ select hub.texts('tied')::uuid[] $$;
-- Whether a tie to this person bars the viewer: from an item of the agenda, and from breaking the glass.
create function hub.is_barred(person uuid) returns boolean language sql stable parallel safe as $$ select person = any (hub.tied()) $$;
-- Whether the viewer steers conferences.
create function hub.steers() returns boolean language sql stable parallel safe as $$ select hub.roles() && '{facilitator,recorder,coordinator}' $$;

-- ── who sits there ───────────────────────────────────────────────────────────────────────────────────────────
alter table core.session add column convened_by uuid references core.staff;
alter table core.session add unique (id, convened_by);
-- convener: named where the list is a closed one, which nobody else writes. The key holds it to the session, past every wall.
alter table core.session_member
  add column convener uuid,
  add column attends text not null default 'EXPECTED' check (attends in ('EXPECTED', 'PRESENT', 'ABSENT')),
  add check (staff_id is not null or organization_id is not null),
  add unique (id, session_id),
  add foreign key (session_id, convener) references core.session (id, convened_by);

-- 守秘義務の確認: once for each session, added to and never changed.
create table core.secrecy_acknowledgement (
  session_id uuid not null references core.session,
  staff_id uuid not null references core.staff,
  wording text not null,
  acknowledged_at timestamptz not null default now(),
  primary key (session_id, staff_id)
);
create index on core.secrecy_acknowledgement (staff_id);
insert into core.secrecy_acknowledgement (session_id, staff_id, wording, acknowledged_at)
  select session_id, staff_id, '', acknowledged_at from core.session_member where acknowledged_at is not null and staff_id is not null;
alter table core.session_member drop column acknowledged_at;

-- ── cases on the agenda ──────────────────────────────────────────────────────────────────────────────────────
alter table core.agenda_item drop constraint agenda_item_kind_check;
alter table core.agenda_item add check (kind in ('CARD', 'ISSUE', 'CASE'));
alter table core.agenda_item add unique (id, session_id);
alter table core.support_case add unique (id, person_id);
-- What an item holds of a case. The item itself is a letter to those outside; this row is not there for them.
create table core.case_item (
  id uuid primary key default gen_random_uuid(),
  agenda_item_id uuid not null unique,
  session_id uuid not null,
  restricted boolean not null,
  case_id uuid not null,
  person_id uuid not null,
  -- Why without consent (法106条の6); none where there is one.
  reason_code text check (reason_code in ('URGENT', 'EARLY_SUPPORT')),
  reason text,
  decision text,
  version int not null default 1,
  check (restricted = (reason_code is not null) and restricted = (reason is not null)),
  unique (session_id, case_id),
  foreign key (agenda_item_id, session_id) references core.agenda_item (id, session_id) on delete cascade,
  foreign key (session_id, restricted) references core.session (id, restricted),
  foreign key (case_id, person_id) references core.support_case (id, person_id)
);
create index on core.case_item (person_id);
create index on core.case_item (case_id);
-- 席を外した: for one item, until they are called back.
create table core.item_absence (
  id uuid primary key default gen_random_uuid(),
  agenda_item_id uuid not null,
  session_id uuid not null,
  restricted boolean not null,
  member_id uuid not null,
  left_at timestamptz not null default now(),
  back_at timestamptz,
  unique (agenda_item_id, member_id),
  foreign key (agenda_item_id, session_id) references core.agenda_item (id, session_id) on delete cascade,
  foreign key (member_id, session_id) references core.session_member (id, session_id) on delete cascade,
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.item_absence (member_id);

-- ── ties and contracts ───────────────────────────────────────────────────────────────────────────────────────
-- 利益相反: household where whoever is close to one of it is not impartial about the others. NEIGHBOUR warns and bars nobody.
create table core.conflict_tie (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references core.staff,
  person_id uuid not null references core.person_guard,
  household_id uuid references core.household,
  kind text not null check (kind in ('HOUSEHOLD', 'KIN', 'OTHER_PARTY', 'NEIGHBOUR')),
  check (household_id is null or kind in ('HOUSEHOLD', 'KIN')),
  unique (staff_id, person_id, kind)
);
create index on core.conflict_tie (person_id);
-- 委託: scope = organisation × programme × period, and the duty of secrecy of contractors (法106条の4第5項).
create table core.contract (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references core.organization,
  programme_id text not null references core.programme,
  valid_from date not null,
  valid_until date not null,
  secrecy_acknowledged_at timestamptz,
  secrecy_acknowledged_by text,
  ended_at timestamptz,
  ended_by uuid references core.staff,
  check ((secrecy_acknowledged_at is null) = (secrecy_acknowledged_by is null)),
  unique (organization_id, programme_id, valid_from)
);

do $$
declare
  t text;
begin
  foreach t in array array['secrecy_acknowledgement', 'case_item', 'item_absence', 'conflict_tie', 'contract'] loop
    execute format('alter table core.%I enable row level security', t);
    execute format('alter table core.%I force row level security', t);
    execute format('grant select, insert, update on core.%I to hub_sower', t);
    execute format('create policy sower_all on core.%I to hub_sower using (true) with check (true)', t);
  end loop;
end
$$;

-- ── walls: what the house itself looks up with every sign-in; ids, and nobody's record ─────────────────────────
grant select (id, operation) on core.organization to hub_system;
create policy system_reads on core.organization for select to hub_system using (true);
grant select (organization_id, valid_from, valid_until, secrecy_acknowledged_at, ended_at) on core.contract to hub_system;
create policy system_reads on core.contract for select to hub_system using (true);
grant select (session_id, staff_id) on core.secrecy_acknowledgement to hub_system;
create policy system_reads on core.secrecy_acknowledgement for select to hub_system using (true);
grant select (agenda_item_id, session_id, case_id, person_id) on core.case_item to hub_system;
create policy system_reads on core.case_item for select to hub_system using (true);
grant select (agenda_item_id, member_id, back_at) on core.item_absence to hub_system;
create policy system_reads on core.item_absence for select to hub_system using (true);
grant select (staff_id, person_id, household_id, kind) on core.conflict_tie to hub_system;
create policy system_reads on core.conflict_tie for select to hub_system using (true);
grant select (household_id, person_id, until) on core.household_member to hub_system;
create policy system_reads on core.household_member for select to hub_system using (true);

-- ── walls: nothing of a 支援会議 opens to a member before the duty of secrecy is acknowledged ───────────────────
create policy sworn on core.agenda_item as restrictive to hub_staff
  using (not restricted or session_id = any ((select hub.sworn())::uuid[]));
create policy sworn on core.session as restrictive for update to hub_staff
  using (not restricted or id = any ((select hub.sworn())::uuid[]));
do $$
declare
  t text;
  is_in text := $p$session_id = any ((select hub.sworn())::uuid[]) or (select not s.restricted from core.session s where s.id = session_id)$p$;
begin
  execute format('create policy sworn on core.session_member as restrictive for select to hub_staff using (%s)', is_in);
  execute format('create policy sworn on core.session_case as restrictive for select to hub_staff using (%s)', is_in);
  execute format('create policy sworn on core.disclosure as restrictive for select to hub_staff using (session_id is null or %s)', is_in);
  execute format('create policy sworn on core.crossing as restrictive for select to hub_staff using (%s)', is_in);
  execute format('create policy sworn on core.crossing_item as restrictive for select to hub_staff using (%s)', is_in);
  execute format('create policy sworn on hub.board_event as restrictive for select to hub_staff using (%s)', is_in);
  -- Whoever has left the table has left what is agreed on there, too.
  foreach t in array array['role', 'action_item'] loop
    execute format($p$create policy at_the_table on core.%I as restrictive to hub_staff
      using ((not restricted or session_id = any ((select hub.sworn())::uuid[]))
        and (agenda_item_id is null or agenda_item_id <> all ((select hub.left_items())::uuid[])))$p$, t);
  end loop;
end
$$;

-- A case never stands on a wall, whatever a display is paired with.
create policy never_a_case on core.agenda_item as restrictive for select to hub_display using (kind <> 'CASE');
create policy never_a_case on core.role as restrictive for select to hub_display using (case_id is null);
create policy never_a_case on core.action_item as restrictive for select to hub_display using (case_id is null);

-- ── walls: calling a session, its members, their oath ──────────────────────────────────────────────────────────
-- A 支援会議 is called by a coordinator in their own name; before the commit not even they see it.
drop policy convenes on core.session;
create policy convenes on core.session for insert to hub_staff
  with check ((convened_by is null or hub.is_me(convened_by)) and case when restricted
    then convened_by is not null and 'coordinator' = any ((select hub.roles())::text[])
    else (select hub.roles()) && '{facilitator,coordinator}' end);
grant insert (id, session_id, staff_id, organization_id, duty, attends, convener), update (attends), delete on core.session_member to hub_staff;
create policy invites on core.session_member for insert to hub_staff
  with check (case when convener is null then (select hub.roles()) && '{facilitator,coordinator}'
      and (select not s.restricted from core.session s where s.id = session_id)
    else hub.is_me(convener) and 'coordinator' = any ((select hub.roles())::text[]) end);
create policy registers on core.session_member for update to hub_staff using ((select hub.steers()));
create policy dismisses on core.session_member for delete to hub_staff
  using (case when convener is null then (select hub.roles()) && '{facilitator,coordinator}'
      and (select not s.restricted from core.session s where s.id = session_id)
    else hub.is_me(convener) end);
grant select (session_id, staff_id, acknowledged_at), insert (session_id, staff_id, wording) on core.secrecy_acknowledgement to hub_staff;
create policy sworn on core.secrecy_acknowledgement for select to hub_staff using (session_id = any ((select hub.sworn())::uuid[]));
create policy oneself on core.secrecy_acknowledgement for insert to hub_staff
  with check (hub.is_me(staff_id) and acknowledged_at = now() and session_id = any ((select hub.sessions())::uuid[]));
-- That somebody has acknowledged is told to the consoles by themselves, who may steer nothing.
create policy members_tell on hub.board_counter to hub_staff using (audience = 'console' and session_id = any ((select hub.sessions())::uuid[]));
create policy members_tell on hub.board_event for insert to hub_staff
  with check (audience = 'console' and kind = 'MEMBER_ACKNOWLEDGED' and session_id = any ((select hub.sessions())::uuid[]));

-- ── walls: cases on the agenda ─────────────────────────────────────────────────────────────────────────────────
grant select, insert, update (decision, version) on core.case_item to hub_staff;
create policy at_the_table on core.case_item for select to hub_staff
  using ((not restricted or session_id = any ((select hub.sworn())::uuid[])) and agenda_item_id <> all ((select hub.left_items())::uuid[])
    and (select true from core.support_case c where c.id = case_id));
-- With the person's consent, or in a 支援会議 without (法106条の6).
create policy steers on core.case_item for insert to hub_staff
  with check ((select hub.steers()) and (not restricted or session_id = any ((select hub.sworn())::uuid[])) and not hub.is_barred(person_id)
    and (select true from core.support_case c where c.id = case_id)
    and (restricted or (select count(*) > 0 from core.consent k where k.case_id = case_item.case_id and k.person_id = case_item.person_id
      and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until)));
create policy steers_on on core.case_item for update to hub_staff using ((select hub.steers()));
-- A case on the agenda is before the session: whatever asks which cases came before it finds it there.
grant insert on core.session_case to hub_staff;
create policy steers on core.session_case for insert to hub_staff
  with check ((select hub.steers()) and (select true from core.session s where s.id = session_id) and (select true from core.support_case c where c.id = case_id));
grant select, insert (agenda_item_id, session_id, restricted, member_id), update (left_at, back_at) on core.item_absence to hub_staff;
create policy steers on core.item_absence to hub_staff
  using ((select hub.steers()) and (not restricted or session_id = any ((select hub.sworn())::uuid[])));
-- A case that is heard opens to whoever hears it, but for a protection that they do not hold.
create policy heard on core.support_case for select to hub_staff
  using (id = any ((select hub.heard())::uuid[]) and (select true from core.person_guard g where g.person_id = support_case.person_id));
do $$
declare
  t text;
begin
  foreach t in array array['person_identity', 'person_contact'] loop
    execute format($p$create policy heard on core.%1$I for select to hub_staff
      using ((select true from core.person_guard g where g.person_id = %1$I.person_id)
        and (select count(*) > 0 from core.support_case c where c.person_id = %1$I.person_id and c.id = any ((select hub.heard())::uuid[])))$p$, t);
  end loop;
end
$$;
create policy heard on core.household_member for select to hub_staff
  using (until is null and (select true from core.person_guard g where g.person_id = household_member.person_id)
    and (select count(*) > 0 from core.support_case c where c.household_id = household_member.household_id and c.id = any ((select hub.heard())::uuid[])
      and (select true from core.person_guard g where g.person_id = c.person_id)));

-- ── walls: ties and contracts ──────────────────────────────────────────────────────────────────────────────────
-- Which tie it is, is for those who make up a table.
grant select (staff_id, person_id, household_id, kind), insert (staff_id, person_id, household_id, kind) on core.conflict_tie to hub_staff;
create policy steers on core.conflict_tie for select to hub_staff using ((select hub.steers()));
create policy steers_on on core.conflict_tie for insert to hub_staff with check ((select hub.steers())
  and (select count(*) > 0 from core.support_case c where c.person_id = conflict_tie.person_id
    and (conflict_tie.household_id is null or c.household_id = conflict_tie.household_id)));
grant select on core.contract to hub_staff;
grant update (ended_at, ended_by) on core.contract to hub_staff;
create policy staff_reads on core.contract for select to hub_staff using (true);
create policy administrators_end on core.contract for update to hub_staff using ((select hub.administers()) and ended_at is null)
  with check ((select hub.administers()) and ended_at = now() and hub.is_me(ended_by));

-- Who of a session may stay for each of its cases, for whoever steers it, as far as their own walls let them tell: what they cannot see covers
-- nobody. UNCOVERED does not say why: a protection must not be told by its being missing from a list.
create view core.item_standing with (security_invoker = true) as
select i.agenda_item_id || '/' || m.id as id, i.agenda_item_id, i.session_id, m.id as member_id,
  case when exists (select 1 from core.conflict_tie t where t.staff_id = m.staff_id and t.kind <> 'NEIGHBOUR'
      and (t.person_id = c.person_id or t.household_id = c.household_id)) then 'BARRED'
    when (team = any (c.teams)
      or ((select true from core.person_guard g where g.person_id = c.person_id)
        and not exists (select 1 from core.protection p where p.person_id = c.person_id and not team = any (p.holders))
        and (i.restricted or exists (select 1 from core.consent k where k.case_id = c.id and k.person_id = c.person_id
          and team = any (k.receivers) and not team = any (k.exclusions)
          and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until)))) is not true then 'UNCOVERED'
    when i.restricted and not exists (select 1 from core.secrecy_acknowledgement a where a.session_id = i.session_id and a.staff_id = m.staff_id)
      then 'UNSWORN'
    else 'COVERED' end as standing,
  exists (select 1 from core.conflict_tie t where t.staff_id = m.staff_id and t.kind = 'NEIGHBOUR' and t.person_id = c.person_id) as neighbour,
  exists (select 1 from core.item_absence b where b.agenda_item_id = i.agenda_item_id and b.member_id = m.id and b.back_at is null) as away
from core.case_item i
  join core.support_case c on c.id = i.case_id
  join core.session_member m on m.session_id = i.session_id
  left join core.staff s on s.id = m.staff_id
  left join core.organization o on o.id = coalesce(m.organization_id, s.organization_id)
  cross join lateral (select coalesce(s.team_id, o.team_id) as team) r
where (select hub.steers());
grant select on core.item_standing to hub_staff, hub_sower;
