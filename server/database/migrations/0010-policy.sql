-- Gaps between the two walls: whatever `decide` or a use case refuses, the database refuses too.

-- What is said of a case at a conference is a note of it: nobody writes over words that a protection keeps from them.
drop policy steers_on on core.case_item;
create policy steers_on on core.case_item for update to hub_staff
  using ((select hub.steers()) and (select true from core.person_guard g where g.person_id = case_item.person_id));
