-- How the wall is read, and what else it may be turned to: a step of text, furigana, やさしい日本語; one indicator of the plan.

-- text_step: larger text shows less, never smaller text. indicator_id: the one that the wall is turned to, or was last.
alter table core.session
  add column text_step text not null default 'STANDARD' check (text_step in ('STANDARD', 'LARGE', 'LARGEST')),
  add column furigana text not null default 'OFF' check (furigana in ('OFF', 'TERMS', 'ALL')),
  add column easy boolean not null default false,
  add column indicator_id text references core.indicator,
  drop constraint session_focus_check,
  add constraint session_focus_check check (focus in ('MATTER', 'NOTES', 'AGREED', 'ECOMAP', 'INDICATOR')),
  add check (focus <> 'INDICATOR' or indicator_id is not null);
grant update (text_step, furigana, easy, indicator_id) on core.session to hub_staff;
grant select (text_step, furigana, easy, indicator_id) on core.session to hub_display;

-- Of the plan a display reads the one indicator that its session was turned to, as printed.
grant select on core.indicator, core.indicator_cell to hub_display;
create policy on_the_wall on core.indicator for select to hub_display
  using (id = (select s.indicator_id from core.session s where s.id = (select hub.session())));
create policy on_the_wall on core.indicator_cell for select to hub_display
  using (indicator_id = (select s.indicator_id from core.session s where s.id = (select hub.session())));

-- How terms, places and offices are read. id: the term itself; furigana: the same with the reading behind each part, 役割[やくわり].
create table core.reading (
  id text primary key,
  furigana text not null check (regexp_replace(furigana, '\[[^][]+\]', '', 'g') = id and furigana <> id),
  kind text not null check (kind in ('TERM', 'PLACE', 'OFFICE'))
);
alter table core.reading enable row level security;
alter table core.reading force row level security;
grant select, insert, update on core.reading to hub_sower;
create policy sower_all on core.reading to hub_sower using (true) with check (true);
grant select on core.reading to hub_staff, hub_display;
create policy public_words on core.reading for select to hub_staff, hub_display using (true);

-- エコマップ: what a matter is tied to, one line each: an organisation, or somebody in words that name nobody. It hangs on sessions that are open
-- to be known of (restricted is false, and the key says so): nothing of a 支援会議 can ever be drawn. taken_at: as with what is said.
create table core.eco_link (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null,
  restricted boolean not null default false check (not restricted),
  agenda_item_id uuid not null references core.agenda_item,
  organization_id uuid references core.organization,
  title text not null default '',
  kind text not null check (kind in ('STRONG', 'WEAK', 'STRAINED', 'PLANNED')),
  held text check (held in ('PARKED', 'IDENTIFIER')),
  held_by uuid references core.staff,
  taken_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  version int not null default 1,
  check ((held is null) = (held_by is null)),
  check ((organization_id is null) = (title <> '')),
  foreign key (session_id, restricted) references core.session (id, restricted)
);
create index on core.eco_link (agenda_item_id);
create index on core.eco_link (session_id);
create unique index on core.eco_link (agenda_item_id, organization_id) where taken_at is null;
alter table core.eco_link enable row level security;
alter table core.eco_link force row level security;
grant select, insert, update on core.eco_link to hub_sower;
create policy sower_all on core.eco_link to hub_sower using (true) with check (true);

grant select, insert, update (kind, held, held_by, taken_at, version) on core.eco_link to hub_staff;
create policy staff_reads on core.eco_link for select to hub_staff using (true);
create policy steers on core.eco_link for insert to hub_staff with check ((select hub.steers()));
create policy steers_on on core.eco_link for update to hub_staff using ((select hub.steers()));
create policy at_the_table on core.eco_link as restrictive to hub_staff using (agenda_item_id <> all ((select hub.left_items())::uuid[]));

-- A shelter's name is no word for a wall: the organisation's own wall leaves it out, and its line with it.
grant select (id, session_id, agenda_item_id, organization_id, title, kind, taken_at, created_at, version) on core.eco_link to hub_display;
create policy on_the_wall on core.eco_link for select to hub_display
  using (held is null and taken_at is null and session_id = (select hub.session()) and exists (select 1 from core.agenda_item a where a.id = agenda_item_id)
    and (organization_id is null or exists (select 1 from core.organization o where o.id = organization_id)));

grant select (session_id, organization_id), update (title) on core.eco_link to hub_keeper;
create policy keeper_keeps on core.eco_link to hub_keeper using (true) with check (true);

create trigger second_person_releases before update on core.eco_link for each row execute function core.second_person_releases();
