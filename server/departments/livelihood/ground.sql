-- 困窮: 自立相談, 家計・債務, 住居
create schema livelihood;
grant usage on schema livelihood to hub_staff, hub_sower;

create table livelihood.case_record (
  id uuid primary key,
  case_id uuid not null unique,
  opened_on date not null,
  income_band text not null,
  note text,
  version int not null default 1
);
create table livelihood.service_detail (
  service_id uuid primary key,
  intake text not null,
  vacancy text not null check (vacancy in ('OPEN', 'FEW', 'FULL', 'ASK')),
  checked_on date not null
);
create table livelihood.self_reliance_consultation (
  id uuid primary key,
  case_id uuid not null,
  consulted_on date not null,
  theme text not null,
  note text
);
create index on livelihood.self_reliance_consultation (case_id);
create table livelihood.debt (
  id uuid primary key,
  case_id uuid not null,
  kind text not null,
  amount_band text not null,
  arranged boolean not null
);
create index on livelihood.debt (case_id);
create table livelihood.housing (
  id uuid primary key,
  case_id uuid not null,
  status text not null check (status in ('STABLE', 'ARREARS', 'EVICTION', 'NONE')),
  since date not null
);
create index on livelihood.housing (case_id);

-- The wall: the department's own 担当, and for a case that the hub vouches is shared, what hangs on that case.
do $$
declare
  t record;
begin
  for t in select c.table_name, bool_or(c.column_name = 'case_id') as by_case
    from information_schema.columns c where c.table_schema = 'livelihood' group by c.table_name loop
    execute format('alter table livelihood.%I enable row level security', t.table_name);
    execute format('alter table livelihood.%I force row level security', t.table_name);
    execute format('grant select, insert, update on livelihood.%I to hub_staff, hub_sower', t.table_name);
    execute format('create policy sower_all on livelihood.%I to hub_sower using (true) with check (true)', t.table_name);
    execute format('create policy own_team on livelihood.%I to hub_staff using ((select hub.teams()) && ''{livelihood}'') with check ((select hub.teams()) && ''{livelihood}'')', t.table_name);
    if t.by_case then
      execute format('create policy shared_case on livelihood.%I for select to hub_staff using (case_id = any ((select hub.cases())::uuid[]))', t.table_name);
    end if;
  end loop;
end
$$;

-- What is public information anyway is open to every member of staff.
create policy public_information on livelihood.service_detail for select to hub_staff using (true);
