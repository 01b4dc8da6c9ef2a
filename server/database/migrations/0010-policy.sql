-- Gaps between the two walls: whatever `decide` or a use case refuses, the database refuses too.

-- What is said of a case at a conference is a note of it: nobody writes over words that a protection keeps from them.
drop policy steers_on on core.case_item;
create policy steers_on on core.case_item for update to hub_staff
  using ((select hub.steers()) and (select true from core.person_guard g where g.person_id = case_item.person_id));

-- A sheet leaves the house only by those who steer, and of the kinds whose law leaves anything on paper (conference-profile.ts).
drop policy own_exports on hub.export_audit;
create policy own_exports on hub.export_audit for insert to hub_staff
  with check (actor = (select hub.actor()) and (kind <> 'PRINT' or subject_type <> 'Session' or ((select hub.steers()) and session_id = subject_id
    and (select s.kind in ('JUSOTEKI_EVALUATION', 'CHONAI', 'WORKING', 'MARUGOTO', 'OPEN_TALKING_BAR') from core.session s where s.id = session_id))));

-- The chair: whoever may call a session takes it for themselves, and whoever has it hands it to somebody at the table. Nobody seats a third person.
create function core.chair_is_taken_or_handed_over() returns trigger language plpgsql as $$
begin
  if (hub.is_me(new.facilitator_id) and (select hub.roles()) && '{facilitator,coordinator}')
    or (hub.is_me(old.facilitator_id) and exists (select 1 from core.session_member m where m.session_id = new.id and m.staff_id = new.facilitator_id)) then
    return new;
  end if;
  raise insufficient_privilege using message = 'the chair is taken for oneself, or handed over by whoever has it';
end
$$;
create trigger chair_is_taken_or_handed_over before update of facilitator_id on core.session for each row
  when (old.facilitator_id is distinct from new.facilitator_id and current_user <> 'hub_sower') execute function core.chair_is_taken_or_handed_over();
create policy in_the_own_chair on core.session as restrictive for insert to hub_staff
  with check (facilitator_id is null or hub.is_me(facilitator_id));

-- The read audit names the emergency under which somebody was read.
grant select (id) on core.break_glass to hub_system;
grant select (household_id) on core.support_case to hub_system;
