-- The same wall as in 0004, asked otherwise: a case is asked for its own consents, by its key. All live consents of a 担当 read once, as
-- `exists` does it, took longer the more there were, however few cases were asked for; and it is planned twice wherever a wall asks for a case.
drop policy serving_or_consented on core.support_case;
create policy serving_or_consented on core.support_case for select to hub_staff
  using (teams && (select hub.teams()) or (select count(*) > 0 from core.consent k where k.case_id = support_case.id and k.person_id = support_case.person_id
      and k.receivers && (select hub.teams()) and k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until));
