-- Conferences as series: a time of day beside the day, and the rhythm in which a kind meets, from which next days are offered.

-- 開始・終了の予定: both or neither; sessions that were called before they were written down have none.
alter table core.session
  add column starts_at time,
  add column ends_at time,
  add check ((starts_at is null) = (ends_at is null) and starts_at < ends_at);
grant select (starts_at, ends_at) on core.session to hub_display;

-- 開催の周期: 「毎月 第3金曜日 13:30〜15:00」. weeks: 1 to 5, or -1 for the last; weekday: 1 is Monday (ISO 8601); months: of the year. Of a 支援会議 there is none:
-- a rhythm would tell that it sits.
create table core.series (
  id uuid primary key default gen_random_uuid(),
  kind text not null unique references core.plan_conference check (kind <> 'SHIEN_KAIGI'),
  weeks int[] not null check (cardinality(weeks) between 1 and 5 and weeks <@ '{1,2,3,4,5,-1}'),
  weekday int not null check (weekday between 1 and 7),
  months int[] not null check (cardinality(months) between 1 and 12 and months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'),
  starts_at time not null,
  ends_at time not null,
  place text not null,
  version int not null default 1,
  check (starts_at < ends_at)
);
-- 国民の祝日 (祝日法): days on which nothing is offered, like 29 December to 3 January.
create table core.holiday (
  day date primary key,
  name text not null
);
do $$
declare
  t text;
begin
  foreach t in array array['series', 'holiday'] loop
    execute format('alter table core.%I enable row level security', t);
    execute format('alter table core.%I force row level security', t);
    execute format('grant select, insert, update on core.%I to hub_sower', t);
    execute format('create policy sower_all on core.%I to hub_sower using (true) with check (true)', t);
    execute format('grant select on core.%I to hub_staff', t);
    execute format('create policy staff_reads on core.%I for select to hub_staff using (true)', t);
  end loop;
end
$$;
grant insert, update (weeks, weekday, months, starts_at, ends_at, place, version) on core.series to hub_staff;
create policy calls on core.series for insert to hub_staff
  with check ((select hub.roles()) && case when kind = 'CONNECT' then '{coordinator}' else '{facilitator,coordinator}' end::text[]);
create policy calls_on on core.series for update to hub_staff
  using ((select hub.roles()) && case when kind = 'CONNECT' then '{coordinator}' else '{facilitator,coordinator}' end::text[]);
