-- 子ども: こども家庭センター, 妊婦等包括相談, 個別支援計画, つどいの広場, コーディネーターの出張
create schema children;
grant usage on schema children to hub_staff, hub_sower;

create table children.case_record (
  id uuid primary key,
  case_id uuid not null unique,
  opened_on date not null,
  children_count int not null,
  note text,
  version int not null default 1
);
create table children.service_detail (
  service_id uuid primary key,
  intake text not null,
  vacancy text not null check (vacancy in ('OPEN', 'FEW', 'FULL', 'ASK')),
  checked_on date not null
);
-- こども家庭センター: a family taken on in a year, and whether an 個別支援計画 was made for it in that year (指標5).
create table children.family (
  id uuid primary key,
  case_id uuid,
  taken_on date not null,
  theme text not null
);
create index on children.family (case_id);
create table children.individual_plan (
  id uuid primary key,
  family_id uuid not null references children.family,
  made_on date not null,
  goal text not null
);
create index on children.individual_plan (family_id);
create table children.pregnancy_consultation (
  id uuid primary key,
  case_id uuid not null,
  consulted_on date not null,
  stage text not null,
  note text
);
create index on children.pregnancy_consultation (case_id);
-- つどいの広場: visitors of a day at one of the three places (指標10).
create table children.plaza_day (
  id uuid primary key,
  plaza text not null,
  held_on date not null,
  visitors int not null check (visitors >= 0),
  unique (plaza, held_on)
);
-- 子育て支援総合コーディネーターの出張 (指標4).
create table children.coordinator_trip (
  id uuid primary key,
  went_on date not null,
  destination text not null,
  purpose text not null
);

-- The wall: the department's own 担当, and for a case that the hub vouches is shared, what hangs on that case.
do $$
declare
  t record;
begin
  for t in select c.table_name, bool_or(c.column_name = 'case_id') as by_case
    from information_schema.columns c where c.table_schema = 'children' group by c.table_name loop
    execute format('alter table children.%I enable row level security', t.table_name);
    execute format('alter table children.%I force row level security', t.table_name);
    execute format('grant select, insert, update on children.%I to hub_staff, hub_sower', t.table_name);
    execute format('create policy sower_all on children.%I to hub_sower using (true) with check (true)', t.table_name);
    execute format('create policy own_team on children.%I to hub_staff using ((select hub.teams()) && ''{children}'') with check ((select hub.teams()) && ''{children}'')', t.table_name);
    if t.by_case then
      execute format('create policy shared_case on children.%I for select to hub_staff using (case_id = any ((select hub.cases())::uuid[]))', t.table_name);
    end if;
  end loop;
end
$$;

-- A plan hangs on its family, and is shared with it.
create policy shared_case on children.individual_plan for select to hub_staff
  using (family_id in (select f.id from children.family f where f.case_id = any ((select hub.cases())::uuid[])));

-- What is public information anyway is open to every member of staff.
create policy public_information on children.service_detail for select to hub_staff using (true);
