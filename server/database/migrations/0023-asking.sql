-- What is asked of a conference: who reads it, when it was said, and how long it is kept.

-- ── who reads it ────────────────────────────────────────────────────────────────────────────────────────────────
-- A request to a 支援会議 is read by whoever made it and by the coordinators who call one, and by none of their colleagues: a contractor's person in the
-- same 担当 knows the case, and is not to learn from it that a 支援会議 may sit. No live board reads requests, so who asks may be asked here (decision 33).
-- Which case, and why: for those of them who know the case and are impartial; the row stands on the letter, which asks for it no more.
alter policy own_team_or_agenda on core.agenda_request using (
  (team_id = any ((select hub.teams())::text[]) and (not restricted or hub.is_me(requested_by)))
  or ((select hub.steers()) and (not restricted or 'coordinator' = any ((select hub.roles())::text[]))));
alter policy known_case on core.requested_case using ((select true from core.support_case c where c.id = case_id) and not hub.is_barred(person_id)
  and (select true from core.agenda_request r where r.id = request_id));

-- ── when it was said ────────────────────────────────────────────────────────────────────────────────────────────
-- The clock of the database says when a row was written and when something became of it, whatever the program writes there: what may be taken back within ten
-- minutes, what comes first and what the minutes tell hang on it.
create function core.clock_says_when() returns trigger language plpgsql as $$
declare
  moment text;
begin
  foreach moment in array tg_argv loop
    if to_jsonb(new) ->> moment is not null and (tg_op = 'INSERT' or to_jsonb(new) ->> moment is distinct from to_jsonb(old) ->> moment) then
      new := jsonb_populate_record(new, jsonb_build_object(moment, clock_timestamp()));
    end if;
  end loop;
  return new;
end
$$;
do $$
declare
  made record;
begin
  for made in select * from (values
    ('agenda_request', '{requested_at,declined_at,withdrawn_at}'::text[]), ('role', '{created_at}'), ('action_item', '{created_at,done_at,back_left_at}'),
    ('decision', '{created_at,read_back_at}'), ('board_note', '{created_at,taken_at}'), ('eco_link', '{created_at,taken_at}'), ('proposal', '{created_at}'),
    ('deferral', '{deferred_at,settled_at}'), ('crossing', '{crossed_at}'), ('item_absence', '{left_at,back_at}')) m (name, moments)
  loop
    execute format($p$create trigger clock_says_when before insert or update on core.%I for each row when (current_user = 'hub_staff')
      execute function core.clock_says_when(%s)$p$, made.name, (select string_agg(quote_literal(moment), ', ') from unnest(made.moments) moment));
  end loop;
end
$$;
-- An event of a board is added at the moment that it is of.
revoke insert on hub.board_event from hub_staff;
grant insert (session_id, audience, seq, kind, subject_type, subject_id) on hub.board_event to hub_staff;

-- ── how long it is kept ─────────────────────────────────────────────────────────────────────────────────────────
-- What was asked of a 支援会議 is kept as long as its other material, from the day on which it was asked, taken or not: when it goes tells of no session.
-- Whoever owns the table puts this right, which its walls would hide from an owner who is no superuser.
alter table hub.retention_rule no force row level security;
update hub.retention_rule set counted_from = '会議の日（依頼は、依頼した日）' where class = 'SHIEN_KAIGI';
alter table hub.retention_rule force row level security;
grant select (id, restricted, requested_at, declined_at, declined_because, withdrawn_at, title, words, reason),
  update (declined_because, withdrawn_at, title, words, reason) on core.agenda_request to hub_keeper;
create policy keeper_keeps on core.agenda_request to hub_keeper using (true) with check (true);
grant select (request_id) on core.requested_case to hub_keeper;
