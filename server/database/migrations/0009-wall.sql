-- What the facilitator does to the wall itself: hide it, hold it still, count the minutes, take a line off it again.

-- SHOWN: as it is. HIDDEN: nothing of the agenda leaves for the room. FROZEN: the room keeps the picture it has while the desk works on.
-- A timer runs (ends_at) or rests (left, in seconds); neither is none.
alter table core.session
  add column wall text not null default 'SHOWN' check (wall in ('SHOWN', 'HIDDEN', 'FROZEN')),
  add column timer_ends_at timestamptz,
  add column timer_left int check (timer_left between 0 and 14400),
  add check (timer_ends_at is null or timer_left is null);
grant update (wall, timer_ends_at, timer_left, facilitator_id) on core.session to hub_staff;
grant select (wall, timer_ends_at, timer_left) on core.session to hub_display;

-- A line that is held stands on desks and not on the wall. PARKED: somebody took it off. IDENTIFIER: it looked as if it named somebody; then a
-- second person lets it through, never whoever held it.
do $$
declare
  t text;
begin
  foreach t in array array['role', 'action_item'] loop
    execute format($p$alter table core.%I
      add column held text check (held in ('PARKED', 'IDENTIFIER')),
      add column held_by uuid references core.staff,
      add check ((held is null) = (held_by is null))$p$, t);
    execute format('grant update (held, held_by) on core.%I to hub_staff', t);
    execute format('drop policy on_the_wall on core.%I', t);
    execute format($p$create policy on_the_wall on core.%I for select to hub_display
      using (held is null and session_id = (select hub.session()) and exists (select 1 from core.agenda_item a where a.id = agenda_item_id))$p$, t);
  end loop;
end
$$;

-- A hidden wall has no agenda: what hangs on an item follows it.
drop policy on_the_wall on core.agenda_item;
create policy on_the_wall on core.agenda_item for select to hub_display
  using (session_id = (select hub.session()) and state <> 'WAITING' and (select wall <> 'HIDDEN' from core.session s where s.id = session_id));

-- Whoever held a line that looks as if it named somebody does not let it through themselves; rewriting it is another matter.
create function core.second_person_releases() returns trigger language plpgsql as $$
begin
  if old.held = 'IDENTIFIER' and new.held is distinct from 'IDENTIFIER' and new.title = old.title and hub.is_me(old.held_by) then
    raise insufficient_privilege using message = 'a second person releases this line';
  end if;
  return new;
end
$$;
create trigger second_person_releases before update on core.role for each row execute function core.second_person_releases();
create trigger second_person_releases before update on core.action_item for each row execute function core.second_person_releases();
