-- How the wall is read, and what else it may be turned to: a step of text, furigana, やさしい日本語; one indicator of the plan.

-- text_step: larger text shows less, never smaller text. indicator_id: the one that the wall is turned to, or was last.
alter table core.session
  add column text_step text not null default 'STANDARD' check (text_step in ('STANDARD', 'LARGE', 'LARGEST')),
  add column furigana text not null default 'OFF' check (furigana in ('OFF', 'TERMS', 'ALL')),
  add column easy boolean not null default false,
  add column indicator_id text references core.indicator,
  drop constraint session_focus_check,
  add constraint session_focus_check check (focus in ('MATTER', 'NOTES', 'AGREED', 'INDICATOR')),
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
