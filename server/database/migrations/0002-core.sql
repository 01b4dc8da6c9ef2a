-- The core subgraph: directory, casework, resources, meetings, indicators.
create schema core;
grant usage on schema core to hub_staff, hub_display, hub_analyst, hub_system, hub_sower;

-- ── directory ────────────────────────────────────────────────────────────────────────────────────────────────
create table core.department (
  id text primary key,
  name text not null,
  fields text[] not null,
  position int not null
);
-- 担当: the unit of access (RULES 1), not the 課.
create table core.team (
  id text primary key,
  name text not null,
  department_id text references core.department,
  field text not null,
  position int not null
);
create table core.organization (
  id uuid primary key,
  key text not null unique,
  name text not null,
  reading text,
  kind text not null,
  operation text,
  team_id text references core.team,
  is_public boolean not null default true,
  position int not null default 0
);
-- Spellings of the plan that mean the same organisation.
create table core.organization_spelling (
  spelling text primary key,
  organization_id uuid not null references core.organization
);
create table core.staff (
  id uuid primary key,
  name text not null,
  team_id text references core.team,
  organization_id uuid references core.organization,
  roles text[] not null,
  active_from date not null,
  active_until date
);
create table core.programme (
  id text primary key,
  number text not null,
  name text not null,
  article text not null,
  position int not null
);
create table core.project (
  id text primary key,
  name text not null,
  spellings text[] not null default '{}'
);
create table core.programme_project (
  programme_id text not null references core.programme,
  project_id text not null references core.project,
  position int not null,
  primary key (programme_id, project_id)
);
create table core.plan_organization (
  id uuid primary key,
  position int not null unique,
  programme_id text not null references core.programme,
  article text,
  project_id text not null references core.project,
  project_name text not null,
  field text not null,
  department_id text not null references core.department,
  organization_id uuid not null references core.organization,
  base_name text not null,
  operation text,
  base_count int,
  merged_cells text[] not null
);
create table core.plan_implementer (
  id uuid primary key,
  position int not null unique,
  programme_id text not null references core.programme,
  part text not null,
  implementer text not null,
  operation text not null
);
create table core.plan_conference (
  id text primary key,
  name text not null,
  basis text not null,
  consent text,
  convener text,
  members text,
  tasks text[] not null,
  position int not null
);
create table core.statistic (
  id uuid primary key,
  series text not null,
  name text not null,
  fiscal_year int not null,
  raw text not null,
  value numeric not null,
  unit text not null,
  source text not null,
  note text,
  unique (series, fiscal_year)
);
create table core.partner (
  id uuid primary key,
  name text not null,
  position int not null
);

-- ── casework ─────────────────────────────────────────────────────────────────────────────────────────────────
-- To whom a person may be known: a row for everybody, seen by everyone until a protection stands, and then by its holders alone. Every
-- other wall asks here, so a protection closes at once whatever is about the person; without a row here there is no person.
-- teams: every 担当 that serves this person now.
create table core.person_guard (
  person_id uuid primary key,
  teams text[] not null,
  protected boolean not null default false,
  holders text[] not null default '{}'
);
create table core.person (
  id uuid primary key references core.person_guard,
  sex text not null check (sex in ('FEMALE', 'MALE', 'UNSTATED')),
  age_band text not null,
  district text not null,
  died_on date,
  moved_out_on date
);
create table core.person_identity (
  person_id uuid primary key references core.person,
  name text not null,
  name_kana text not null,
  birth_date date not null
);
create table core.person_contact (
  person_id uuid primary key references core.person,
  address text not null,
  phone text
);
create table core.household (
  id uuid primary key,
  district text not null,
  composition text not null
);
create table core.household_member (
  id uuid primary key,
  household_id uuid not null references core.household,
  person_id uuid not null references core.person,
  relationship text not null,
  since date not null,
  until date
);
create index on core.household_member (household_id);
create index on core.household_member (person_id);

create table core.support_case (
  id uuid primary key,
  code text not null unique,
  person_id uuid not null references core.person,
  household_id uuid not null references core.household,
  lead_team_id text not null references core.team,
  teams text[] not null,
  stage text not null check (stage in ('RECEIVED', 'SINGLE_AGENCY', 'OUTREACH', 'REQUESTED', 'ASSESSING', 'PLAN_DRAFT', 'ACTIVE', 'MONITORING', 'SUSPENDED', 'CLOSED')),
  topics text[] not null,
  summary text,
  opened_on date not null,
  closed_on date,
  version int not null default 1
);
create index on core.support_case (person_id);
create index on core.support_case (household_id);
create index on core.support_case (opened_on desc, id);
create index on core.support_case using gin (teams);

create table core.consultation (
  id uuid primary key,
  organization_id uuid not null references core.organization,
  team_id text not null references core.team,
  person_id uuid not null references core.person,
  case_id uuid references core.support_case,
  received_on date not null,
  route text not null,
  topics text[] not null,
  urgency text not null check (urgency in ('NORMAL', 'SOON', 'IMMEDIATE')),
  is_new boolean not null,
  isolation boolean not null,
  outcome text,
  note text
);
create index on core.consultation (case_id);
create index on core.consultation (person_id);
create index on core.consultation (received_on);

-- 同意: per person; who may receive what, from when until when.
create table core.consent (
  id uuid primary key,
  person_id uuid not null references core.person,
  case_id uuid not null references core.support_case,
  giver text not null check (giver in ('SELF', 'REPRESENTATIVE')),
  receivers text[] not null,
  classes text[] not null,
  purpose text not null,
  form text not null check (form in ('WRITTEN', 'ORAL_WITNESSED')),
  wording text not null,
  given_on date not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  withdrawn_at timestamptz
);
create index on core.consent (case_id);
create index on core.consent (person_id);
-- A live board asks which consent ends next.
create index on core.consent (valid_until) where withdrawn_at is null;

-- 保護 (DV等支援措置, stalking, abuse), as registered; what it closes is told by person_guard. Only its holders may read that it exists.
create table core.protection (
  id uuid primary key,
  person_id uuid not null references core.person,
  kind text not null,
  registered_by text not null,
  holders text[] not null,
  valid_from date not null,
  renew_by date not null
);
create index on core.protection (person_id);

create table core.support_plan (
  id uuid primary key,
  case_id uuid not null references core.support_case,
  edition int not null,
  state text not null check (state in ('DRAFT', 'DECIDED', 'ACTIVE', 'MONITORING', 'REPLANNED', 'CLOSED')),
  long_goal text not null,
  short_goal text not null,
  decided_on date,
  session_id uuid,
  next_monitoring_on date,
  unique (case_id, edition)
);

-- 参加支援 (第2号): what was tried, whether a change was seen, which resource it was matched with.
create table core.participation_support (
  id uuid primary key,
  person_id uuid not null references core.person,
  case_id uuid references core.support_case,
  team_id text not null references core.team,
  kind text not null check (kind in ('HOUSING', 'EMPLOYMENT', 'EXPERIENCE', 'PLACE')),
  started_on date not null,
  evaluated_on date,
  change_seen boolean,
  service_id uuid,
  matched_on date
);
-- アウトリーチ (第4号): a relationship followed by an outreach worker until support begins and after.
create table core.outreach (
  id uuid primary key,
  person_id uuid not null references core.person,
  case_id uuid references core.support_case,
  team_id text not null references core.team,
  staff_id uuid not null references core.staff,
  started_on date not null,
  heard_at text not null,
  connected_on date
);
-- 出張相談会 (ふらっとよりみち相談会).
create table core.walk_in (
  id uuid primary key,
  project_id text not null references core.project,
  team_id text not null references core.team,
  person_id uuid not null references core.person,
  held_on date not null,
  place text not null,
  connected_on date
);
-- 栄養パトロール: visit, problem found, taken to コネクト会議, connected.
create table core.nutrition_patrol (
  id uuid primary key,
  person_id uuid not null references core.person,
  team_id text not null references core.team,
  visited_on date not null,
  problem_found boolean not null,
  session_id uuid,
  connected_on date
);

-- ── resources (HSDS words) ───────────────────────────────────────────────────────────────────────────────────
create table core.service (
  id uuid primary key,
  organization_id uuid not null references core.organization,
  name text not null,
  description text not null,
  category text not null,
  topics text[] not null,
  district text,
  eligibility text,
  fees text,
  is_public boolean not null,
  confidential boolean not null default false,
  updated_on date not null
);
create index on core.service using gin (topics);
create table core.location (
  id uuid primary key,
  service_id uuid not null references core.service,
  name text not null,
  district text not null,
  address text,
  confidential boolean not null default false
);
create index on core.location (service_id);
create table core.capacity (
  service_id uuid primary key references core.service,
  available int not null,
  maximum int not null,
  as_of date not null
);
create table core.community_issue (
  id uuid primary key,
  title text not null,
  description text not null,
  topics text[] not null,
  state text not null check (state in ('DRAFT', 'APPROVED')),
  drafted_by uuid references core.staff,
  approved_by uuid references core.staff,
  case_count int not null,
  version int not null default 1,
  check (state <> 'APPROVED' or (approved_by is not null and approved_by <> drafted_by))
);

-- ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────
-- restricted: only members may know that the session exists (支援会議, 法106条の6). What hangs on a session cannot differ from it in this.
create table core.session (
  id uuid primary key,
  kind text not null references core.plan_conference,
  restricted boolean not null,
  number int not null,
  title text not null,
  held_on date not null,
  place text not null,
  status text not null check (status in ('PREPARING', 'OPEN', 'CLOSED')),
  step int not null default 0,
  front_item_id uuid,
  facilitator_id uuid references core.staff,
  version int not null default 1,
  check (restricted = (kind = 'SHIEN_KAIGI')),
  unique (id, restricted)
);
create index on core.session (held_on desc);
create table core.session_member (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references core.session,
  staff_id uuid references core.staff,
  organization_id uuid references core.organization,
  duty text not null check (duty in ('FACILITATOR', 'RECORDER', 'COORDINATOR', 'MEMBER', 'OBSERVER')),
  acknowledged_at timestamptz
);
create index on core.session_member (session_id);
create index on core.session_member (staff_id);
-- Cases before a conference of individuals.
create table core.session_case (
  session_id uuid not null references core.session,
  case_id uuid not null references core.support_case,
  primary key (session_id, case_id)
);
-- 事例カード: de-identified, drafted from a case, approved by a second person.
create table core.case_card (
  id uuid primary key,
  case_id uuid references core.support_case,
  teams text[] not null,
  title text not null,
  age_band text not null,
  district text,
  district_shown boolean not null default false,
  strengths text[] not null,
  wishes text[] not null,
  worries text[] not null,
  note text,
  state text not null check (state in ('DRAFT', 'APPROVED', 'RETURNED')),
  drafted_by uuid not null references core.staff,
  approved_by uuid references core.staff,
  approved_at timestamptz,
  version int not null default 1,
  check (state <> 'APPROVED' or (approved_by is not null and approved_by <> drafted_by and approved_at is not null))
);
create table core.agenda_item (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  position int not null,
  kind text not null check (kind in ('CARD', 'ISSUE')),
  card_id uuid references core.case_card,
  issue_id uuid references core.community_issue,
  letter text not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'FRONT', 'DONE')),
  note text,
  version int not null default 1,
  check ((kind = 'CARD') = (card_id is not null) and (kind = 'ISSUE') = (issue_id is not null)),
  unique (session_id, letter),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.agenda_item (session_id, position);
alter table core.session add foreign key (front_item_id) references core.agenda_item deferrable initially deferred;
create table core.role (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  agenda_item_id uuid references core.agenda_item,
  case_id uuid references core.support_case,
  title text not null,
  organization_id uuid references core.organization,
  position int not null default 0,
  version int not null default 1,
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.role (agenda_item_id);
create index on core.role (case_id);
create table core.action_item (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null,
  agenda_item_id uuid references core.agenda_item,
  case_id uuid references core.support_case,
  title text not null,
  organization_id uuid references core.organization,
  due_on date,
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE')),
  done_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.action_item (agenda_item_id);
create index on core.action_item (case_id);
create index on core.action_item (session_id);

-- ── indicators ───────────────────────────────────────────────────────────────────────────────────────────────
create table core.plan_edition (
  id text primary key,
  title text not null,
  revised text not null,
  period text not null,
  legal_basis text not null,
  publisher text not null,
  first_fiscal_year int not null,
  last_fiscal_year int not null
);
create table core.indicator (
  id text primary key,
  number int not null unique,
  programme_id text not null references core.programme,
  article text not null,
  sub_programme text not null,
  organization_name text not null,
  name text not null,
  unit text,
  nature text not null check (nature in ('REFERENCE', 'TARGET')),
  definition text not null,
  reading_note text,
  decimals int not null default 0
);
create table core.indicator_cell (
  id uuid primary key,
  edition_id text not null references core.plan_edition,
  indicator_id text not null references core.indicator,
  fiscal_year int not null,
  kind text not null check (kind in ('ACTUAL', 'EXPECTED', 'FORECAST', 'TARGET')),
  raw text not null,
  value numeric,
  unique (edition_id, indicator_id, fiscal_year)
);

-- ── walls ────────────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  t record;
begin
  for t in select tablename from pg_tables where schemaname = 'core' loop
    execute format('alter table core.%I enable row level security', t.tablename);
    execute format('alter table core.%I force row level security', t.tablename);
    execute format('grant select, insert, update on core.%I to hub_sower', t.tablename);
    execute format('create policy sower_all on core.%I to hub_sower using (true) with check (true)', t.tablename);
  end loop;
end
$$;

-- What everyone of the city may read: who there is, and what the plan says.
do $$
declare
  t text;
begin
  foreach t in array array['department', 'team', 'organization_spelling', 'programme', 'project', 'programme_project', 'plan_organization',
    'plan_implementer', 'plan_conference', 'statistic', 'partner', 'plan_edition', 'indicator', 'indicator_cell'] loop
    execute format('grant select on core.%I to hub_staff, hub_analyst', t);
    execute format('create policy public_facts on core.%I for select to hub_staff, hub_analyst using (true)', t);
  end loop;
end
$$;
-- A shelter's very name is for the 担当 that use it.
grant select on core.organization to hub_staff;
create policy public_or_own on core.organization for select to hub_staff using (is_public or team_id = any ((select hub.teams())::text[]));
grant select (id, key, name, reading, kind, operation, team_id, position, is_public) on core.organization to hub_analyst;
grant select (id, name, position, is_public) on core.organization to hub_display;
create policy outside_reads on core.organization for select to hub_analyst, hub_display using (is_public);
grant select on core.staff to hub_staff, hub_system;
create policy staff_reads on core.staff for select to hub_staff, hub_system using (true);
grant select (id, name, roles) on core.staff to hub_analyst;
create policy oneself on core.staff for select to hub_analyst using ('staff:' || id = (select hub.actor()));

-- People. A protection closes to everyone but its holders whatever is about the person, before a consent could open it; a 担当 that serves
-- keeps the case and its own records of it, and they name neither who the person is nor where. (decide.ts holds the same rules.)
-- Other tables are asked by `(select true from …)`, or `count(*) > 0` for many rows, and not by `exists`: that PostgreSQL plans twice, to look a
-- row up and to read the whole table, so walls that ask one another would double with every step. What is not shown is null, and a wall
-- opens to true alone.
grant select (person_id, teams) on core.person_guard to hub_staff;
create policy unprotected_or_held on core.person_guard for select to hub_staff using (not protected or holders && (select hub.teams()));

-- A person opens to the 担当 that serve them, to whoever knows a case about them, and as one of a household (below).
grant select, update on core.person to hub_staff;
create policy serving_or_known on core.person for select to hub_staff
  using (case (select g.teams && (select hub.teams()) from core.person_guard g where g.person_id = person.id)
    when true then true
    when false then (select count(*) > 0 from core.support_case c where c.person_id = person.id)
      or (select count(*) > 0 from core.household_member m where m.person_id = person.id) end);
create policy own_team_changes on core.person for update to hub_staff
  using ((select g.teams && (select hub.teams()) from core.person_guard g where g.person_id = person.id));
grant select (person_id, name, name_kana, birth_date) on core.person_identity to hub_staff;
create policy own_or_consented on core.person_identity for select to hub_staff
  using ((select g.teams && (select hub.teams()) from core.person_guard g where g.person_id = person_identity.person_id)
    or (select count(*) > 0 from core.consent k where k.person_id = person_identity.person_id
      and 'identity' = any (k.classes) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until));
grant select (person_id, address, phone) on core.person_contact to hub_staff;
create policy own_or_consented on core.person_contact for select to hub_staff
  using ((select g.teams && (select hub.teams()) from core.person_guard g where g.person_id = person_contact.person_id)
    or (select count(*) > 0 from core.consent k where k.person_id = person_contact.person_id
      and 'address' = any (k.classes) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until));
-- A household opens by a case whose person is not closed. Who serves that case sees all who live there, as what and how old, though not who
-- they are; who knows it by consent sees its person and whoever consented to it themselves.
grant select on core.household to hub_staff;
create policy known_case on core.household for select to hub_staff
  using ((select count(*) > 0 from core.support_case c where c.household_id = household.id
    and (select true from core.person_guard g where g.person_id = c.person_id)));
grant select on core.household_member to hub_staff;
create policy known_case on core.household_member for select to hub_staff
  using ((select true from core.person_guard g where g.person_id = household_member.person_id)
    and (select count(*) > 0 from core.support_case c where c.household_id = household_member.household_id
      and (select true from core.person_guard g where g.person_id = c.person_id)
      and (c.person_id = household_member.person_id
        or (household_member.until is null and c.teams && (select hub.teams()))
        or (select count(*) > 0 from core.consent k where k.case_id = c.id and k.person_id = household_member.person_id
          and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until))));

grant select, update on core.support_case to hub_staff;
-- Here `exists`, and only here: a list of cases reads all live consents once.
create policy serving_or_consented on core.support_case for select to hub_staff
  using (teams && (select hub.teams()) or (exists (select 1 from core.consent k where k.case_id = support_case.id
      and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until)
    and (select true from core.person_guard g where g.person_id = support_case.person_id)));
create policy own_team_changes on core.support_case for update to hub_staff using (teams && (select hub.teams())) with check (teams && (select hub.teams()));
-- Whose a consent is, this wall alone says: the others only ask for those that are seen.
grant select on core.consent to hub_staff;
create policy receivers on core.consent for select to hub_staff
  using (receivers && (select hub.teams()) and (select true from core.person_guard g where g.person_id = consent.person_id));
grant select on core.protection to hub_staff;
create policy holders on core.protection for select to hub_staff using (holders && (select hub.teams()));
grant select, insert, update on core.consultation to hub_staff;
create policy own_window on core.consultation for select to hub_staff
  using (team_id = any ((select hub.teams())::text[]) or ((select true from core.person_guard g where g.person_id = consultation.person_id)
    and (select true from core.support_case c where c.id = case_id)));
create policy own_team_changes on core.consultation for update to hub_staff using (team_id = any ((select hub.teams())::text[])) with check (team_id = any ((select hub.teams())::text[]));
create policy own_team_adds on core.consultation for insert to hub_staff with check (team_id = any ((select hub.teams())::text[]));
grant select on core.support_plan to hub_staff;
create policy seen_case on core.support_plan for select to hub_staff
  using ((select true from core.support_case c where c.id = case_id));
do $$
declare
  t text;
begin
  foreach t in array array['participation_support', 'outreach', 'walk_in', 'nutrition_patrol'] loop
    execute format('grant select, insert, update on core.%I to hub_staff', t);
    execute format('create policy own_window on core.%I to hub_staff using (team_id = any ((select hub.teams())::text[])) with check (team_id = any ((select hub.teams())::text[]))', t);
  end loop;
end
$$;

-- Resources: a shelter is known to the 担当 that use it and to nobody else.
grant select on core.service to hub_staff;
create policy open_services on core.service for select to hub_staff
  using (not confidential or exists (select 1 from core.organization o where o.id = organization_id and o.team_id = any ((select hub.teams())::text[])));
grant select (id, organization_id, name, description, category, topics, district, eligibility, fees, is_public, confidential, updated_on) on core.service to hub_analyst;
create policy public_services on core.service for select to hub_analyst using (is_public and not confidential);
grant select on core.location, core.capacity to hub_staff, hub_analyst;
create policy open_locations on core.location for select to hub_staff, hub_analyst
  using (not confidential and exists (select 1 from core.service s where s.id = service_id));
create policy open_capacity on core.capacity for select to hub_staff, hub_analyst
  using (exists (select 1 from core.service s where s.id = service_id));
grant select on core.community_issue to hub_staff;
create policy staff_reads on core.community_issue for select to hub_staff using (true);
grant select (id, title, description, topics, state) on core.community_issue to hub_display;
create policy approved_issues on core.community_issue for select to hub_display
  using (state = 'APPROVED' and exists (select 1 from core.agenda_item a where a.issue_id = community_issue.id));

-- Conferences. Staff see open sessions and those they are members of; a display sees the one it is paired with.
grant select, insert, update (status, step, front_item_id, version) on core.session to hub_staff;
create policy open_or_member on core.session for select to hub_staff
  using (not restricted or id = any ((select hub.sessions())::uuid[]));
create policy steers on core.session for update to hub_staff
  using ((not restricted or id = any ((select hub.sessions())::uuid[])) and (select hub.roles()) && '{facilitator,recorder,coordinator}');
create policy convenes on core.session for insert to hub_staff
  with check (not restricted and (select hub.roles()) && '{facilitator,coordinator}');
grant select (id, kind, number, title, held_on, status, step, front_item_id, version) on core.session to hub_display;
create policy paired on core.session for select to hub_display using (id = (select hub.session()));
grant select on core.session to hub_system;
create policy system_reads on core.session for select to hub_system using (true);
grant select on core.session_member to hub_staff;
create policy seen_session on core.session_member for select to hub_staff
  using (exists (select 1 from core.session s where s.id = session_id));
grant select on core.session_member to hub_system;
create policy system_reads on core.session_member for select to hub_system using (true);
grant select on core.session_case to hub_staff;
create policy seen_case on core.session_case for select to hub_staff
  using (exists (select 1 from core.session s where s.id = session_id) and (select true from core.support_case c where c.id = case_id));
grant select, update on core.case_card to hub_staff;
create policy approved_or_own on core.case_card for select to hub_staff using (state = 'APPROVED' or teams && (select hub.teams()));
create policy own_team_changes on core.case_card for update to hub_staff using (teams && (select hub.teams())) with check (teams && (select hub.teams()));
grant select (id, title, age_band, district, district_shown, strengths, wishes, worries, state, version) on core.case_card to hub_display;
create policy on_the_wall on core.case_card for select to hub_display
  using (state = 'APPROVED' and exists (select 1 from core.agenda_item a where a.card_id = case_card.id));
grant select, insert, update (state, note, position, version), delete on core.agenda_item to hub_staff;
grant select, insert, update (title, organization_id, position, version) on core.role to hub_staff;
grant select, insert, update (title, organization_id, due_on, status, done_at, version) on core.action_item to hub_staff;
create policy open_or_member on core.agenda_item for select to hub_staff using (not restricted or session_id = any ((select hub.sessions())::uuid[]));
create policy takes_off on core.agenda_item for delete to hub_staff
  using ((not restricted or session_id = any ((select hub.sessions())::uuid[])) and (select hub.roles()) && '{facilitator,recorder,coordinator}');
do $$
declare
  t text;
  steering text := $p$(not restricted or session_id = any ((select hub.sessions())::uuid[])) and (select hub.roles()) && '{facilitator,recorder,coordinator}'$p$;
begin
  -- Of a case, what an open session agreed on is for whoever knows the case; a restricted one is there for its members without that (法106条の6).
  foreach t in array array['role', 'action_item'] loop
    execute format($p$create policy known_case on core.%I for select to hub_staff using (case when restricted then session_id = any ((select hub.sessions())::uuid[])
      else case_id is null or (select true from core.support_case c where c.id = case_id) end)$p$, t);
  end loop;
  foreach t in array array['agenda_item', 'role', 'action_item'] loop
    execute format('create policy steers on core.%I for insert to hub_staff with check (%s)', t, steering);
    execute format('create policy steers_on on core.%I for update to hub_staff using (%s)', t, steering);
  end loop;
end
$$;
grant select (id, session_id, position, kind, card_id, issue_id, letter, state, version) on core.agenda_item to hub_display;
create policy on_the_wall on core.agenda_item for select to hub_display
  using (session_id = (select hub.session()) and state <> 'WAITING');
grant select (id, session_id, agenda_item_id, title, organization_id, position, version) on core.role to hub_display;
grant select (id, session_id, agenda_item_id, title, organization_id, due_on, status, created_at, version) on core.action_item to hub_display;
create policy on_the_wall on core.role for select to hub_display
  using (session_id = (select hub.session()) and exists (select 1 from core.agenda_item a where a.id = agenda_item_id));
create policy on_the_wall on core.action_item for select to hub_display
  using (session_id = (select hub.session()) and exists (select 1 from core.agenda_item a where a.id = agenda_item_id));

-- The log is written with the change that it tells of, by whoever may make that change.
create policy steers on hub.board_counter to hub_staff
  using ((select hub.roles()) && '{facilitator,recorder,coordinator}' and exists (select 1 from core.session s where s.id = session_id));
create policy seen_session on hub.board_event for select to hub_staff using (exists (select 1 from core.session s where s.id = session_id));
create policy steers on hub.board_event for insert to hub_staff
  with check ((select hub.roles()) && '{facilitator,recorder,coordinator}' and exists (select 1 from core.session s where s.id = session_id));

-- Displays: whoever may pair one sees those that wait for a code and those of the sessions they see; never the token's hash.
grant select (id, code, session_id, created_at, paired_at, paired_by, valid_until, revoked_at) on hub.display_device to hub_staff;
grant update (session_id, paired_at, paired_by, valid_until, revoked_at) on hub.display_device to hub_staff;
create policy waiting_or_seen_session on hub.display_device for select to hub_staff
  using ((session_id is null and (select hub.roles()) && '{facilitator,coordinator}') or exists (select 1 from core.session s where s.id = session_id));
create policy pairs on hub.display_device for update to hub_staff
  using ((select hub.roles()) && '{facilitator,coordinator}') with check (exists (select 1 from core.session s where s.id = session_id));
