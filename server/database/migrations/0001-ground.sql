-- The ground every hub and every department process stands on: roles, claims, and the tables of the house itself.
-- Roles belong to the cluster, so two databases may create them at the same time: the second finds them there.
do $$
declare
  r text;
begin
  foreach r in array array['hub_staff', 'hub_display', 'hub_analyst', 'hub_system', 'hub_sower'] loop
    begin
      execute format('create role %I nologin nosuperuser nobypassrls', r);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', r);
  end loop;
end
$$;

create schema hub;
grant usage on schema hub to hub_staff, hub_display, hub_analyst, hub_system, hub_sower;

-- Claims: one JSON text per transaction, set by as-viewer and by nobody else. Policies wrap every call in (select …), so each
-- is read once per statement and not once per row.
create function hub.viewer() returns jsonb language sql stable parallel safe
  as $$ select nullif(current_setting('hub.viewer', true), '')::jsonb $$;
create function hub.texts(claim text) returns text[] language sql stable parallel safe
  as $$ select coalesce(array(select jsonb_array_elements_text(hub.viewer() -> claim)), '{}') $$;
create function hub.roles() returns text[] language sql stable parallel safe as $$ select hub.texts('roles') $$;
create function hub.teams() returns text[] language sql stable parallel safe as $$ select hub.texts('teams') $$;
-- Conference sessions the viewer is a member of.
create function hub.sessions() returns uuid[] language sql stable parallel safe as $$ select hub.texts('sessions')::uuid[] $$;
-- Cases whose records the hub vouches are shared with the viewer (consent); sealed into a department's actor token.
create function hub.cases() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(array(select jsonb_object_keys(hub.viewer() -> 'cases')::uuid), '{}') $$;
-- Field classes that the hub vouches are open to the viewer on one of these cases.
create function hub.opened(case_id uuid) returns text[] language sql stable parallel safe
  as $$ select coalesce(array(select jsonb_array_elements_text(hub.viewer() -> 'cases' -> case_id::text)), '{}') $$;
-- The one session a display is paired with.
create function hub.session() returns uuid language sql stable parallel safe as $$ select (hub.viewer() ->> 'session')::uuid $$;
create function hub.actor() returns text language sql stable parallel safe as $$ select hub.viewer() ->> 'actor' $$;
-- Today in the city, wherever the server stands (kernel/clock.ts says the same).
create function hub.today() returns date language sql stable parallel safe as $$ select (now() at time zone 'Asia/Tokyo')::date $$;

-- A projector asking to be paired, then paired with exactly one session.
create table hub.display_device (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  code text not null,
  session_id uuid,
  created_at timestamptz not null default now(),
  paired_by uuid,
  paired_at timestamptz,
  valid_until timestamptz not null,
  revoked_at timestamptz
);
create unique index display_device_code on hub.display_device (code) where session_id is null and revoked_at is null;

-- The board log: a gapless counter for each board and audience, so that what one audience cannot see leaves neither gap nor tick.
create table hub.board_counter (
  session_id uuid not null,
  audience text not null check (audience in ('console', 'display')),
  seq int not null,
  primary key (session_id, audience)
);
create table hub.board_event (
  session_id uuid not null,
  audience text not null,
  seq int not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (session_id, audience, seq)
);

-- One row per accepted change; a repeated key answers what the first one answered.
create table hub.idempotency (
  actor text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (actor, key)
);

create table hub.change_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  session_id uuid
);
-- One row for one reading: an answer has one receiver, an event of a live board everybody of a class of viewers who was sent it.
create table hub.read_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  receivers text[] not null check (cardinality(receivers) > 0),
  audience text not null,
  operation text not null,
  document text not null,
  classes text[] not null,
  -- Persons, households and cases whose records were read, as far as there is room, and how many more there were. Not indexed: a list of cases
  -- names hundreds, and every answer waits for this row.
  subjects uuid[] not null default '{}',
  beyond int not null default 0,
  connections int not null default 1
);
-- What did this person see? `where receivers @> array['staff:…']`
create index read_audit_receivers on hub.read_audit using gin (receivers);

-- Facts about this database: anchor day of the invented city, seed, scale, when sown.
create table hub.fact (
  key text primary key,
  value text not null
);

do $$
declare
  t text;
begin
  foreach t in array array['display_device', 'board_counter', 'board_event', 'idempotency', 'change_audit', 'read_audit', 'fact'] loop
    execute format('alter table hub.%I enable row level security', t);
    execute format('alter table hub.%I force row level security', t);
  end loop;
end
$$;
grant select, insert, update, delete on hub.display_device to hub_system;
create policy system_all on hub.display_device to hub_system using (true) with check (true);

grant select, insert, update on hub.board_counter to hub_staff;
grant select, insert on hub.board_event to hub_staff;
grant select on hub.board_counter, hub.board_event to hub_system;
create policy system_reads on hub.board_counter for select to hub_system using (true);
create policy system_reads on hub.board_event for select to hub_system using (true);

grant select, insert, update on hub.idempotency to hub_staff;
create policy own_keys on hub.idempotency to hub_staff
  using (actor = (select hub.actor())) with check (actor = (select hub.actor()));
grant insert on hub.change_audit to hub_staff;
create policy own_changes on hub.change_audit for insert to hub_staff with check (actor = (select hub.actor()));
grant insert on hub.read_audit to hub_system;
create policy system_writes on hub.read_audit for insert to hub_system with check (true);
grant select, insert on hub.change_audit to hub_system;
create policy system_reads on hub.change_audit for select to hub_system using (true);
create policy system_writes on hub.change_audit for insert to hub_system with check (true);
grant select, insert, update on hub.fact to hub_sower, hub_system;
create policy sower_all on hub.fact to hub_sower, hub_system using (true) with check (true);

-- The list of migrations is a table like any other: only its owner reads it.
do $$
begin
  if to_regclass('public.hub_migration') is not null then
    alter table public.hub_migration enable row level security;
    alter table public.hub_migration force row level security;
    execute format('create policy owner_all on public.hub_migration to %I using (true) with check (true)', current_user);
  end if;
end
$$;
