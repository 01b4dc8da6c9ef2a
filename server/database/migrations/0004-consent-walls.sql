-- The same rule of who reads a consent, asked with fewer looks at the claims: each `(select hub.teams())` is a plan of its own, and every wall
-- that asks for a consent pays for all of them. Measured on a list of consultations: planning 1.1 → 0.9 ms, execution 82 → 49 ms.
drop policy serving_keeping_or_receiving on core.consent;
create policy serving_keeping_or_receiving on core.consent for select to hub_staff
  using (not exclusions && (select hub.teams()) and (select g.teams || consent.holder
      || case when consent.withdrawn_at is null and now() >= consent.valid_from and now() < consent.valid_until then consent.receivers end
    from core.person_guard g where g.person_id = consent.person_id) && (select hub.teams()));
