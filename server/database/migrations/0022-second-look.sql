-- What a second look at requests, corrections, desks and maps found open between the two walls.

-- ── 議題の依頼 ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Nobody brings a case to whose person a tie binds them.
alter policy serves on core.requested_case with check (team_id = any ((select hub.teams())::text[]) and not hub.is_barred(person_id)
  and (select c.teams && (select hub.teams()) from core.support_case c where c.id = case_id));
