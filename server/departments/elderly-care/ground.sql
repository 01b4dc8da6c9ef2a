-- 介護: 要介護認定, 地域包括支援センターの相談, 通いの場
create schema elderly_care;
grant usage on schema elderly_care to hub_staff, hub_sower;

create table elderly_care.case_record (
  id uuid primary key,
  case_id uuid not null unique,
  opened_on date not null,
  care_level text not null,
  note text,
  version int not null default 1
);
create table elderly_care.service_detail (
  service_id uuid primary key,
  intake text not null,
  vacancy text not null check (vacancy in ('OPEN', 'FEW', 'FULL', 'ASK')),
  checked_on date not null
);
create table elderly_care.care_certification (
  id uuid primary key,
  case_id uuid not null,
  level text not null,
  certified_on date not null,
  valid_until date not null
);
create index on elderly_care.care_certification (case_id);
create table elderly_care.center_consultation (
  id uuid primary key,
  case_id uuid not null,
  consulted_on date not null,
  theme text not null,
  note text
);
create index on elderly_care.center_consultation (case_id);
-- 通いの場 and the groups that use it (指標7), 第2層協議体の拠点 (指標8).
create table elderly_care.gathering_place (
  id uuid primary key,
  service_id uuid,
  name text not null,
  district text not null
);
create table elderly_care.gathering_group (
  id uuid primary key,
  place_id uuid not null references elderly_care.gathering_place,
  name text not null,
  started_on date not null,
  ended_on date
);
create table elderly_care.tier_two_base (
  id uuid primary key,
  name text not null,
  district text not null,
  opened_on date not null,
  closed_on date
);

-- The wall: the department's own 担当, and for a case that the hub vouches is shared, what hangs on that case.
do $$
declare
  t record;
begin
  for t in select c.table_name, bool_or(c.column_name = 'case_id') as by_case
    from information_schema.columns c where c.table_schema = 'elderly_care' group by c.table_name loop
    execute format('alter table elderly_care.%I enable row level security', t.table_name);
    execute format('alter table elderly_care.%I force row level security', t.table_name);
    execute format('grant select, insert, update on elderly_care.%I to hub_staff, hub_sower', t.table_name);
    execute format('create policy sower_all on elderly_care.%I to hub_sower using (true) with check (true)', t.table_name);
    execute format('create policy own_team on elderly_care.%I to hub_staff using ((select hub.teams()) && ''{elderly-care}'') with check ((select hub.teams()) && ''{elderly-care}'')', t.table_name);
    if t.by_case then
      execute format('create policy shared_case on elderly_care.%I for select to hub_staff using (case_id = any ((select hub.cases())::uuid[]))', t.table_name);
    end if;
  end loop;
end
$$;

-- What is public information anyway is open to every member of staff.
create policy public_information on elderly_care.service_detail for select to hub_staff using (true);
create policy public_information on elderly_care.gathering_place for select to hub_staff using (true);
create policy public_information on elderly_care.gathering_group for select to hub_staff using (true);
create policy public_information on elderly_care.tier_two_base for select to hub_staff using (true);
