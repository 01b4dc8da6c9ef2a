-- A refusal of the audit belongs to the 支援会議 that the refused change was about, as far as whoever was refused knows them: a supervisor who may not know
-- of one does not find it among the refusals, and counts none.
alter table hub.denial_audit add column sessions uuid[];
drop policy supervisor_reads on hub.denial_audit;
create policy supervisor_reads on hub.denial_audit for select to hub_staff
  using ((select hub.reviews()) and actor = any ((select hub.team_actors())::text[])
    and (select count(*) from core.session s where s.id = any (sessions)) = coalesce(cardinality(sessions), 0));
