-- 障害: 手帳, 基幹相談, 地域活動支援センター
create schema disability;
grant usage on schema disability to hub_staff, hub_sower;

create table disability.case_record (
  id uuid primary key,
  case_id uuid not null unique,
  opened_on date not null,
  main_disability text not null,
  note text,
  version int not null default 1
);
create table disability.service_detail (
  service_id uuid primary key,
  intake text not null,
  vacancy text not null check (vacancy in ('OPEN', 'FEW', 'FULL', 'ASK')),
  checked_on date not null
);
create table disability.handbook (
  id uuid primary key,
  case_id uuid not null,
  kind text not null check (kind in ('PHYSICAL', 'INTELLECTUAL', 'MENTAL')),
  grade text not null,
  issued_on date not null
);
create index on disability.handbook (case_id);
create table disability.core_consultation (
  id uuid primary key,
  case_id uuid not null,
  consulted_on date not null,
  theme text not null,
  note text
);
create index on disability.core_consultation (case_id);
-- 地域活動支援センター オアシスやまなし結: a day it was open, and how many came (指標9).
create table disability.center_day (
  id uuid primary key,
  held_on date not null unique,
  users int not null check (users >= 0)
);

-- The wall: the department's own 担当, and for a case that the hub vouches is shared, what hangs on that case.
do $$
declare
  t record;
begin
  for t in select c.table_name, bool_or(c.column_name = 'case_id') as by_case
    from information_schema.columns c where c.table_schema = 'disability' group by c.table_name loop
    execute format('alter table disability.%I enable row level security', t.table_name);
    execute format('alter table disability.%I force row level security', t.table_name);
    execute format('grant select, insert, update on disability.%I to hub_staff, hub_sower', t.table_name);
    execute format('create policy sower_all on disability.%I to hub_sower using (true) with check (true)', t.table_name);
    execute format('create policy own_team on disability.%I to hub_staff using ((select hub.teams()) && ''{disability}'') with check ((select hub.teams()) && ''{disability}'')', t.table_name);
    if t.by_case then
      execute format('create policy shared_case on disability.%I for select to hub_staff using (case_id = any ((select hub.cases())::uuid[]))', t.table_name);
    end if;
  end loop;
end
$$;

-- What is public information anyway is open to every member of staff.
create policy public_information on disability.service_detail for select to hub_staff using (true);
