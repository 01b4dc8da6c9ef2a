-- What else goes with a person whose time has come: what was said of them in a conference, asked for, written in an emergency, put on a card that
-- nobody has let through. The keeper finds it by its keys and never reads it.
grant select (case_id) on core.role, core.action_item, core.board_note, core.decision, core.deferral to hub_keeper;
grant select (id) on core.agenda_item to hub_keeper;
grant select (state), update (title, strengths, wishes, worries) on core.case_card to hub_keeper;
grant update (purpose) on core.consent to hub_keeper;
grant select (case_id, agenda_item_id, restricted), update (reason) on core.case_item to hub_keeper;
grant select (person_id, ending_asked_at), update (ending_reason) on core.protection to hub_keeper;
grant select (person_id, reviewed_at), update (reason, review_note) on core.break_glass to hub_keeper;
grant select (person_id), update (reason) on hub.disclosure_row to hub_keeper;
create policy keeper_keeps on core.case_item to hub_keeper using (true) with check (true);
create policy keeper_keeps on core.protection to hub_keeper using (true) with check (true);
create policy keeper_keeps on core.break_glass to hub_keeper using (true) with check (true);
create policy keeper_keeps on hub.disclosure_row to hub_keeper using (true) with check (true);
