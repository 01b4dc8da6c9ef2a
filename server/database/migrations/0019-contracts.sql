-- 委託契約 are drawn up and extended as roles are given: one administrator asks, another approves. A contract names the 担当 whose records its
-- people reach, and whoever is taken in from a contractor is known to be the contractor's.

alter table core.contract
  -- The 担当 whose records the contract opens; without one its people sit at the table and reach no records.
  add column team_id text references core.team,
  drop constraint contract_organization_id_programme_id_valid_from_key,
  add check (valid_until >= valid_from);
-- An ended contract may be followed by another from the same day.
create unique index on core.contract (organization_id, programme_id, team_id, valid_from) nulls not distinct where ended_at is null;
update core.contract c set team_id = o.team_id from core.organization o where o.id = c.organization_id;

alter table hub.access_change
  add column contract_id uuid,
  add column organization_id uuid references core.organization,
  add column programme_id text references core.programme,
  add column active_from date,
  add column sworn_by text,
  add column sworn_on date,
  drop constraint access_change_kind_check,
  add constraint access_change_kind_check check (kind in ('ROLES', 'ENROL', 'SETUP', 'SUBJECT', 'SERVICE', 'CONTRACT', 'EXTENSION')),
  drop constraint access_change_check,
  add check ((kind in ('SERVICE', 'CONTRACT', 'EXTENSION')) = (staff_id is null)),
  add check ((kind in ('CONTRACT', 'EXTENSION')) = (contract_id is not null)),
  add check (kind not in ('CONTRACT', 'EXTENSION') or (organization_id is not null and active_until is not null)),
  -- No access without the duty of secrecy (法106条の4第5項): who acknowledged it, and when.
  add check (kind <> 'CONTRACT' or (programme_id is not null and active_from is not null and sworn_by is not null and sworn_on is not null));
grant select (contract_id, organization_id, programme_id, active_from, sworn_by, sworn_on),
  insert (contract_id, organization_id, programme_id, active_from, sworn_by, sworn_on) on hub.access_change to hub_staff;

-- The one who decides is nobody of the contractor.
create function hub.is_mine(organization uuid) returns boolean language sql stable
  as $$ select exists (select 1 from core.staff s where hub.is_me(s.id) and s.organization_id = organization) $$;

drop policy approved_enrolment on core.staff;
create policy approved_enrolment on core.staff for insert to hub_staff with check (exists (
  select 1 from hub.access_change c where c.kind = 'ENROL' and c.staff_id = staff.id and c.name = staff.name and c.roles = staff.roles
    and c.team_id is not distinct from staff.team_id and c.organization_id is not distinct from staff.organization_id
    and c.active_until is not distinct from staff.active_until and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));

grant insert (id, organization_id, programme_id, team_id, valid_from, valid_until, secrecy_acknowledged_at, secrecy_acknowledged_by),
  update (valid_until) on core.contract to hub_staff;
create policy approved_contract on core.contract for insert to hub_staff with check (ended_at is null and not hub.is_mine(organization_id) and exists (
  select 1 from hub.access_change c where c.kind = 'CONTRACT' and c.contract_id = contract.id and c.organization_id = contract.organization_id
    and c.programme_id = contract.programme_id and c.team_id is not distinct from contract.team_id and c.active_from = contract.valid_from
    and c.active_until = contract.valid_until and c.sworn_by = contract.secrecy_acknowledged_by
    and c.sworn_on::timestamp at time zone 'Asia/Tokyo' = contract.secrecy_acknowledged_at
    and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));
create policy approved_extension on core.contract for update to hub_staff
  using ((select hub.administers()) and ended_at is null and valid_until >= hub.today())
  with check (ended_at is null and ended_by is null and not hub.is_mine(organization_id) and exists (
    select 1 from hub.access_change c where c.kind = 'EXTENSION' and c.contract_id = contract.id and c.active_until = contract.valid_until
      and c.state = 'APPROVED' and c.decided_at = now() and hub.is_me(c.decided_by)));

-- What the house looks up with every sign-in.
grant select (team_id) on core.contract to hub_system;
