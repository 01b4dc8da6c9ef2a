-- Who people are: accounts, sign-ins, and the changes to people's rights that take two administrators.
-- Secrets are kept as hashes, or sealed under a key that lies outside the database; only hub_system reads them.

-- A sign-in. The cookie holds 256 random bits, this table their SHA-256.
create table hub.sign_in (
  token_hash text primary key,
  id uuid not null unique default gen_random_uuid(),
  staff_id uuid not null,
  way text not null check (way in ('DEMO', 'LOCAL', 'OIDC')),
  -- Whether a second factor was shown: without it the roles that need one do not count.
  strong boolean not null,
  -- A sign-in holds as long as this is the person's epoch: raising it ends all of them at once, those under way too.
  epoch int not null,
  device text not null,
  -- The identity provider's own session, so that it can end this one (back-channel logout).
  provider_session text,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz
);
create index on hub.sign_in (staff_id) where ended_at is null;
create index on hub.sign_in (provider_session) where provider_session is not null;

-- What stands over all sign-ins of a person; no row is the first epoch. Suspended: nobody signs in until two administrators set up anew.
create table hub.sign_in_standing (
  staff_id uuid primary key references core.staff,
  epoch int not null default 0,
  suspended_at timestamptz
);

-- A local account. `login` as it is compared: NFKC, lower case.
create table hub.account (
  staff_id uuid primary key references core.staff,
  login text not null unique,
  password_hash text not null,
  totp_secret text,
  -- The last time step that was used: a code is good once.
  totp_step bigint not null default 0,
  offered_secret text,
  has_second_factor boolean not null generated always as (totp_secret is not null) stored
);
create table hub.recovery_code (
  code_hash text primary key,
  staff_id uuid not null references hub.account on delete cascade,
  used_at timestamptz
);
create index on hub.recovery_code (staff_id);

-- Between password and second factor.
create table hub.sign_in_ticket (
  token_hash text primary key,
  staff_id uuid not null,
  epoch int not null,
  tries int not null default 0,
  expires_at timestamptz not null
);

-- Failures by account and address, as keyed hashes: the same for names that exist and names that do not.
create table hub.sign_in_throttle (
  key text primary key,
  failures int not null,
  since timestamptz not null default now()
);
create index on hub.sign_in_throttle (since);

-- Whom the identity provider's subject is. Only ever written by two administrators.
create table hub.subject (
  issuer text not null,
  subject text not null,
  staff_id uuid not null references core.staff,
  primary key (issuer, subject)
);

-- Links printed on the console until two administrators can sign in.
create table hub.first_setup (
  token_hash text primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Sign-ins, failures, lock-outs and sign-outs. Ids only; `source` is a keyed hash of the address.
create table hub.sign_in_audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  event text not null,
  way text,
  staff_id uuid,
  sign_in_id uuid,
  source text
);

-- A change to somebody's rights: asked for by one administrator, decided by another, who is not the person concerned either.
create table hub.access_change (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('ROLES', 'ENROL', 'SETUP', 'SUBJECT', 'SERVICE')),
  staff_id uuid,
  name text,
  roles text[],
  team_id text references core.team,
  active_until date,
  login text,
  issuer text,
  subject text,
  purpose text,
  scopes text[],
  reason text not null,
  requested_by uuid not null references core.staff,
  requested_at timestamptz not null default now(),
  state text not null default 'WAITING' check (state in ('WAITING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  decided_by uuid references core.staff,
  decided_at timestamptz,
  -- A setup link has two halves: the one who asked holds the link, the one who approved the code. Neither can use it alone.
  link_token_hash text unique,
  code_token_hash text,
  used_at timestamptz,
  check ((kind = 'SERVICE') = (staff_id is null)),
  check (kind <> 'ROLES' or roles is not null),
  check (kind <> 'ENROL' or (name is not null and roles is not null)),
  check (kind <> 'SETUP' or (login is not null and link_token_hash is not null)),
  check (kind <> 'SUBJECT' or (issuer is not null and subject is not null)),
  check (kind <> 'SERVICE' or (name is not null and team_id is not null and purpose is not null and scopes is not null and active_until is not null)),
  check ((state = 'WAITING') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state <> 'APPROVED' or (decided_by <> requested_by and decided_by is distinct from staff_id)),
  check (state <> 'WITHDRAWN' or decided_by = requested_by)
);
create index on hub.access_change (requested_at desc);

-- A department's own program.
create table hub.service_account (
  id uuid primary key default gen_random_uuid(),
  change_id uuid not null unique references hub.access_change,
  name text not null,
  team_id text not null references core.team,
  purpose text not null,
  scopes text[] not null,
  token_hash text not null unique,
  made_at timestamptz not null default now(),
  expires_on date not null,
  revoked_at timestamptz,
  revoked_by uuid references core.staff,
  last_used_at timestamptz
);

do $$
declare
  t text;
begin
  foreach t in array array['sign_in', 'sign_in_standing', 'account', 'recovery_code', 'sign_in_ticket', 'sign_in_throttle', 'subject', 'first_setup',
    'sign_in_audit', 'access_change', 'service_account'] loop
    execute format('alter table hub.%I enable row level security', t);
    execute format('alter table hub.%I force row level security', t);
  end loop;
  foreach t in array array['sign_in', 'sign_in_standing', 'account', 'recovery_code', 'sign_in_ticket', 'sign_in_throttle', 'first_setup'] loop
    execute format('grant select, insert, update, delete on hub.%I to hub_system', t);
    execute format('create policy system_all on hub.%I to hub_system using (true) with check (true)', t);
  end loop;
end
$$;
grant select on hub.subject to hub_system;
create policy system_reads on hub.subject for select to hub_system using (true);
-- What happened is added to, never changed.
grant select, insert on hub.sign_in_audit to hub_system;
create policy system_reads on hub.sign_in_audit for select to hub_system using (true);
create policy system_writes on hub.sign_in_audit for insert to hub_system with check (true);
grant select on hub.access_change to hub_system;
grant update (used_at) on hub.access_change to hub_system;
create policy system_reads on hub.access_change for select to hub_system using (true);
create policy system_uses on hub.access_change for update to hub_system using (kind = 'SETUP' and state = 'APPROVED') with check (kind = 'SETUP' and state = 'APPROVED');
grant select on hub.service_account to hub_system;
grant update (last_used_at) on hub.service_account to hub_system;
create policy system_reads on hub.service_account for select to hub_system using (true);
create policy system_uses on hub.service_account for update to hub_system using (true) with check (true);
-- The first administrators, while there are fewer than two: nobody is there yet to ask, and nobody to approve.
grant insert on core.staff to hub_system;
create policy first_administrators on core.staff for insert to hub_system with check (roles = '{administrator}' and team_id is null and exists (
  select 1 from hub.first_setup f where f.used_at = now()));

-- Administrators. Whatever gives a right must match a change that this very transaction approves, and that another one asked for.
create function hub.administers() returns boolean language sql stable parallel safe
  as $$ select hub.viewer() ->> 'audience' = 'staff' and 'administrator' = any (hub.roles()) $$;
create function hub.is_me(staff uuid) returns boolean language sql stable parallel safe as $$ select 'staff:' || staff = hub.actor() $$;

grant select (id, kind, staff_id, name, roles, team_id, active_until, login, issuer, subject, purpose, scopes, reason, requested_by, requested_at, state,
  decided_by, decided_at, used_at) on hub.access_change to hub_staff;
grant insert (id, kind, staff_id, name, roles, team_id, active_until, login, issuer, subject, purpose, scopes, reason, requested_by, link_token_hash)
  on hub.access_change to hub_staff;
grant update (state, decided_by, decided_at, code_token_hash) on hub.access_change to hub_staff;
create policy administrators_read on hub.access_change for select to hub_staff using ((select hub.administers()));
create policy administrators_ask on hub.access_change for insert to hub_staff
  with check ((select hub.administers()) and hub.is_me(requested_by) and requested_at = now() and state = 'WAITING');
create policy another_decides on hub.access_change for update to hub_staff
  using ((select hub.administers()) and state = 'WAITING' and requested_at > now() - interval '14 days')
  with check ((select hub.administers()) and hub.is_me(decided_by) and decided_at = now());

grant insert (id, name, team_id, organization_id, roles, active_from, active_until), update (team_id, roles, active_until) on core.staff to hub_staff;
create policy approved_enrolment on core.staff for insert to hub_staff with check (exists (
  select 1 from hub.access_change c where c.kind = 'ENROL' and c.staff_id = staff.id and c.name = staff.name and c.roles = staff.roles
    and c.team_id is not distinct from staff.team_id and c.active_until is not distinct from staff.active_until
    and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));
create policy approved_roles on core.staff for update to hub_staff using ((select hub.administers())) with check (exists (
  select 1 from hub.access_change c where c.kind = 'ROLES' and c.staff_id = staff.id and c.roles = staff.roles
    and c.team_id is not distinct from staff.team_id and c.active_until is not distinct from staff.active_until
    and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));

grant select (issuer, subject, staff_id), insert on hub.subject to hub_staff;
create policy administrators_read on hub.subject for select to hub_staff using ((select hub.administers()));
create policy approved_subject on hub.subject for insert to hub_staff with check (exists (
  select 1 from hub.access_change c where c.kind = 'SUBJECT' and c.staff_id = subject.staff_id and c.issuer = subject.issuer and c.subject = subject.subject
    and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));

grant select (id, change_id, name, team_id, purpose, scopes, made_at, expires_on, revoked_at, revoked_by, last_used_at) on hub.service_account to hub_staff;
grant insert (change_id, name, team_id, purpose, scopes, token_hash, expires_on), update (revoked_at, revoked_by) on hub.service_account to hub_staff;
create policy administrators_read on hub.service_account for select to hub_staff using ((select hub.administers()));
create policy approved_service on hub.service_account for insert to hub_staff with check (exists (
  select 1 from hub.access_change c where c.id = change_id and c.kind = 'SERVICE' and c.name = service_account.name and c.team_id = service_account.team_id
    and c.purpose = service_account.purpose and c.scopes = service_account.scopes and c.active_until = service_account.expires_on
    and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));
create policy any_administrator_revokes on hub.service_account for update to hub_staff using ((select hub.administers()) and revoked_at is null)
  with check ((select hub.administers()) and revoked_at = now() and hub.is_me(revoked_by));

-- Taking away needs no second person: every sign-in of somebody ended, and nobody let in as them any more.
grant select, insert (staff_id, epoch, suspended_at), update (epoch, suspended_at) on hub.sign_in_standing to hub_staff;
create policy administrators_read on hub.sign_in_standing for select to hub_staff using ((select hub.administers()));
create policy administrators_suspend on hub.sign_in_standing for insert to hub_staff with check ((select hub.administers()) and suspended_at is not null);
create policy administrators_suspend_again on hub.sign_in_standing for update to hub_staff
  using ((select hub.administers())) with check ((select hub.administers()) and suspended_at is not null);
grant select (staff_id, login, has_second_factor) on hub.account to hub_staff;
create policy administrators_read on hub.account for select to hub_staff using ((select hub.administers()));
