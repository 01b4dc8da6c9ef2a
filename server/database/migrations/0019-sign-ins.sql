-- Who may try to sign in from where, and what administrators see of it.

-- Where somebody has signed in before: keyed hashes, the same for names that exist and names that do not. From there a stranger's failures
-- elsewhere lock nobody out.
create table hub.sign_in_known (
  key text primary key,
  seen_at timestamptz not null default now()
);
create index on hub.sign_in_known (seen_at);
alter table hub.sign_in_known enable row level security;
alter table hub.sign_in_known force row level security;
grant select, insert, update, delete on hub.sign_in_known to hub_system;
create policy system_all on hub.sign_in_known to hub_system using (true) with check (true);

-- Sign-ins, failures and sign-outs for administrators: staff and moments, never who was read. `place` tells one address from another and no address;
-- `is_usual`: this person has signed in from there before.
grant select (id, at, event, way, staff_id, source) on hub.sign_in_audit to hub_staff;
create policy administrators_read on hub.sign_in_audit for select to hub_staff using ((select hub.administers()));
create index on hub.sign_in_audit (at);
create index on hub.sign_in_audit (staff_id, source) where event = 'SIGNED_IN';
create view hub.sign_in_event with (security_invoker = true) as
select a.id::text as id, a.at, a.event, a.way, a.staff_id, left(a.source, 6) as place,
  exists (select 1 from hub.sign_in_audit b where b.staff_id = a.staff_id and b.source = a.source and b.event = 'SIGNED_IN' and b.id < a.id) as is_usual
from hub.sign_in_audit a;
grant select on hub.sign_in_event to hub_staff, hub_keeper;
