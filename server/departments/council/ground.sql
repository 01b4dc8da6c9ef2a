-- 社協: 見守り, 生活福祉資金, ボランティア
create schema council;
grant usage on schema council to hub_staff, hub_sower;

create table council.case_record (
  id uuid primary key,
  case_id uuid not null unique,
  opened_on date not null,
  concern text not null,
  note text,
  version int not null default 1
);
create table council.service_detail (
  service_id uuid primary key,
  intake text not null,
  vacancy text not null check (vacancy in ('OPEN', 'FEW', 'FULL', 'ASK')),
  checked_on date not null
);
create table council.watch_visit (
  id uuid primary key,
  case_id uuid not null,
  visited_on date not null,
  condition text not null,
  note text
);
create index on council.watch_visit (case_id);
create table council.livelihood_loan (
  id uuid primary key,
  case_id uuid not null,
  kind text not null,
  status text not null check (status in ('CONSULTED', 'APPLIED', 'LENT', 'REPAID', 'DECLINED')),
  applied_on date not null
);
create index on council.livelihood_loan (case_id);
create table council.volunteer_group (
  id uuid primary key,
  service_id uuid,
  name text not null,
  activity text not null,
  members int not null,
  district text not null
);

-- The wall: the department's own 担当, and for a case that the hub vouches is shared, what hangs on that case.
do $$
declare
  t record;
begin
  for t in select c.table_name, bool_or(c.column_name = 'case_id') as by_case
    from information_schema.columns c where c.table_schema = 'council' group by c.table_name loop
    execute format('alter table council.%I enable row level security', t.table_name);
    execute format('alter table council.%I force row level security', t.table_name);
    execute format('grant select, insert, update on council.%I to hub_staff, hub_sower', t.table_name);
    execute format('create policy sower_all on council.%I to hub_sower using (true) with check (true)', t.table_name);
    execute format('create policy own_team on council.%I to hub_staff using ((select hub.teams()) && ''{council}'') with check ((select hub.teams()) && ''{council}'')', t.table_name);
    if t.by_case then
      execute format('create policy shared_case on council.%I for select to hub_staff using (case_id = any ((select hub.cases())::uuid[]))', t.table_name);
    end if;
  end loop;
end
$$;

-- What is public information anyway is open to every member of staff.
create policy public_information on council.service_detail for select to hub_staff using (true);
create policy public_information on council.volunteer_group for select to hub_staff using (true);
