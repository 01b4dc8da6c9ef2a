-- What an agenda is made from: matters that somebody asks for, and texts of an agenda's own (報告, and 架空事例 for training).

-- ── texts of an agenda's own ───────────────────────────────────────────────────────────────────────────────────
alter table core.agenda_item
  drop constraint agenda_item_kind_check,
  add column title text,
  add column words text,
  add constraint agenda_item_kind_check check (kind in ('CARD', 'ISSUE', 'CASE', 'REPORT', 'FICTION')),
  add check ((kind in ('REPORT', 'FICTION')) = (title is not null) and (title is null) = (words is null));
grant select (title, words) on core.agenda_item to hub_display;
-- A ワーキング (training) speaks of fictions and of nothing else, and nobody else speaks of them (RULES 4).
create policy fiction_for_training on core.agenda_item as restrictive for insert to hub_staff
  with check ((select (s.kind = 'WORKING') = (agenda_item.kind = 'FICTION') from core.session s where s.id = session_id));
create policy case_below_case on core.case_item as restrictive for insert to hub_staff
  with check ((select a.kind = 'CASE' from core.agenda_item a where a.id = agenda_item_id));

-- ── 議題の依頼 ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Asked for by a 担当, for the next session of a kind. Of a case this row is a letter: which one, and why, lies below it. That it was taken is told by
-- the agenda item that names it, under the item's own walls: of a 支援会議 nobody learns so that it sits.
create table core.agenda_request (
  id uuid primary key default gen_random_uuid(),
  kind text not null references core.plan_conference,
  restricted boolean not null check (restricted = (kind = 'SHIEN_KAIGI')),
  matter text not null check (matter in ('CARD', 'ISSUE', 'CASE', 'REPORT')),
  card_id uuid references core.case_card,
  issue_id uuid references core.community_issue,
  title text,
  words text,
  reason text,
  team_id text not null references core.team,
  requested_by uuid not null references core.staff,
  requested_at timestamptz not null default clock_timestamp(),
  declined_by uuid references core.staff,
  declined_at timestamptz,
  declined_because text,
  withdrawn_at timestamptz,
  version int not null default 1,
  check ((matter = 'CARD') = (card_id is not null) and (matter = 'ISSUE') = (issue_id is not null)),
  check ((matter = 'REPORT') = (title is not null) and (title is null) = (words is null)),
  check ((matter = 'CASE') = (reason is null)),
  check ((declined_at is null) = (declined_by is null) and (declined_at is null) = (declined_because is null)),
  check (declined_at is null or withdrawn_at is null),
  unique (id, team_id, restricted)
);
create index on core.agenda_request (kind) where declined_at is null and withdrawn_at is null;
create index on core.agenda_request (team_id);
create table core.requested_case (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null unique,
  team_id text not null,
  restricted boolean not null,
  case_id uuid not null,
  person_id uuid not null,
  -- Why without consent (法106条の6); none where there is one.
  reason_code text check (reason_code in ('URGENT', 'EARLY_SUPPORT')),
  reason text not null,
  check (restricted = (reason_code is not null)),
  foreign key (request_id, team_id, restricted) references core.agenda_request (id, team_id, restricted),
  foreign key (case_id, person_id) references core.support_case (id, person_id)
);
create index on core.requested_case (case_id);
create index on core.requested_case (person_id);
alter table core.agenda_item add column request_id uuid references core.agenda_request;
create index on core.agenda_item (request_id) where request_id is not null;
create policy requested_for_its_kind on core.agenda_item as restrictive for insert to hub_staff
  with check (request_id is null or (select r.kind = s.kind from core.agenda_request r, core.session s where r.id = request_id and s.id = session_id));

do $$
declare
  t text;
begin
  foreach t in array array['agenda_request', 'requested_case'] loop
    execute format('alter table core.%I enable row level security', t);
    execute format('alter table core.%I force row level security', t);
    execute format('grant select, insert, update on core.%I to hub_sower', t);
    execute format('create policy sower_all on core.%I to hub_sower using (true) with check (true)', t);
  end loop;
end
$$;
-- Whoever asked sees it, and whoever makes the agenda: for a 支援会議 its coordinators alone.
grant select, insert, update (declined_by, declined_at, declined_because, withdrawn_at, version) on core.agenda_request to hub_staff;
create policy own_team_or_agenda on core.agenda_request for select to hub_staff using (team_id = any ((select hub.teams())::text[])
  or ((select hub.steers()) and (not restricted or 'coordinator' = any ((select hub.roles())::text[]))));
create policy own_team_asks on core.agenda_request for insert to hub_staff
  with check (team_id = any ((select hub.teams())::text[]) and hub.is_me(requested_by) and declined_at is null and withdrawn_at is null);
create policy own_team_withdraws on core.agenda_request for update to hub_staff
  using (team_id = any ((select hub.teams())::text[]) and declined_at is null and withdrawn_at is null)
  with check (team_id = any ((select hub.teams())::text[]) and declined_at is null);
create policy agenda_declines on core.agenda_request for update to hub_staff
  using ((select hub.roles()) && case when restricted then '{coordinator}' else '{facilitator,coordinator}' end::text[] and declined_at is null and withdrawn_at is null)
  with check ((select hub.roles()) && case when restricted then '{coordinator}' else '{facilitator,coordinator}' end::text[] and hub.is_me(declined_by) and withdrawn_at is null);
-- Which case it is: for those of them who know the case, and are impartial.
grant select, insert on core.requested_case to hub_staff;
create policy known_case on core.requested_case for select to hub_staff using ((select true from core.support_case c where c.id = case_id)
  and not hub.is_barred(person_id) and (select true from core.agenda_request r where r.id = request_id));
create policy serves on core.requested_case for insert to hub_staff with check (team_id = any ((select hub.teams())::text[])
  and (select c.teams && (select hub.teams()) from core.support_case c where c.id = case_id));

-- ── 議題の候補 ──────────────────────────────────────────────────────────────────────────────────────────────────
-- What is offered to the agenda of a session, and why: asked for, left over from earlier sessions of the kind, or a plan whose monitoring is due by the
-- day (plans are for 重層的支援会議 alone). Only what whoever makes the agenda may see, and nothing that is on it already.
create view core.offered_matter with (security_invoker = true) as
select s.id || '/' || o.why || '/' || o.subject_id as id, s.id as session_id, o.*
from core.session s join lateral (
  select 'REQUEST' as why, r.id as subject_id, r.id as request_id, null::uuid as case_id, r.card_id, r.issue_id, null::date as due_on,
    0 as deferred, 0 as unfinished, r.requested_at
  from core.agenda_request r where r.kind = s.kind and r.declined_at is null and r.withdrawn_at is null
    and not exists (select 1 from core.agenda_item a where a.request_id = r.id)
  union all
  select 'CARRIED_OVER', coalesce(a.card_id, a.issue_id, i.case_id), null, i.case_id, a.card_id, a.issue_id, min(c.due_on),
    (count(*) filter (where c.kind = 'DEFERRED'))::int, (count(*) filter (where c.kind = 'ACTION'))::int, null
  from core.carried_over c join core.agenda_item a on a.id = c.agenda_item_id left join core.case_item i on i.agenda_item_id = a.id
  where c.session_id = s.id and coalesce(a.card_id, a.issue_id, i.case_id) is not null
    and (a.card_id is null or exists (select 1 from core.case_card d where d.id = a.card_id and d.state = 'APPROVED'))
    and not exists (select 1 from core.agenda_item b where b.session_id = s.id and (b.card_id = a.card_id or b.issue_id = a.issue_id))
    and not exists (select 1 from core.case_item j where j.session_id = s.id and j.case_id = i.case_id)
  group by a.card_id, a.issue_id, i.case_id
  union all
  select 'MONITORING', p.id, null, p.case_id, null, null, p.next_monitoring_on, 0, 0, null
  from core.support_plan p where s.kind = 'JUSOTEKI_CASE' and p.state in ('DECIDED', 'ACTIVE', 'MONITORING') and p.next_monitoring_on <= s.held_on
    and not exists (select 1 from core.support_plan q where q.case_id = p.case_id and q.edition > p.edition)
    and not exists (select 1 from core.case_item j where j.session_id = s.id and j.case_id = p.case_id)
) o on true
where s.status <> 'CLOSED' and (select hub.steers()) and (not s.restricted or s.id = any ((select hub.sworn())::uuid[]));
grant select on core.offered_matter to hub_staff, hub_sower;

-- What was written of a person goes with the person.
grant select (case_id, person_id), update (reason) on core.requested_case to hub_keeper;
create policy keeper_keeps on core.requested_case to hub_keeper using (true) with check (true);
