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
