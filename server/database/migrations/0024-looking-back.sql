-- Who decides about whom, and what a log tells of a case.

-- ── four eyes ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Whoever works for a contractor decides on nobody's coming to it, nor on what its people may, how they sign in and what it is paid for.
create function hub.contractor_of(organization uuid, staff uuid) returns uuid language sql stable as $$
  select o.id from core.organization o
  where o.operation = '委託' and o.id = coalesce(organization, (select s.organization_id from core.staff s where s.id = staff))
$$;
alter policy another_decides on hub.access_change
  with check ((select hub.administers()) and hub.is_me(decided_by) and decided_at = now()
    and (state <> 'APPROVED' or not coalesce(hub.is_mine(hub.contractor_of(organization_id, staff_id)), false)));
