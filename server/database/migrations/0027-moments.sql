-- When anything was written down is the database's to say, also of the audit itself: a row that staff add to it has the moment at which it was added.
do $$
declare
  made record;
begin
  for made in select * from (values
    ('hub.change_audit', '{id,at}'::text[]), ('hub.export_audit', '{id,at}'), ('hub.projection_audit', '{id,at}'), ('hub.exposure_report', '{made_at}'),
    ('hub.idempotency', '{at,answer}')) m (name, theirs)
  loop
    execute format('revoke insert on %s from hub_staff', made.name);
    execute format('grant insert (%s) on %s to hub_staff', (select string_agg(quote_ident(attname), ', ') from pg_attribute
      where attrelid = made.name::regclass and attnum > 0 and not attisdropped and attname <> all (made.theirs)), made.name);
  end loop;
  for made in select * from (values
    ('core.consent', '{recorded_at}'::text[]), ('core.disclosure', '{disclosed_at}'), ('core.case_card', '{approved_at}'), ('core.case_review', '{done_at}'),
    ('hub.disclosure_request', '{drafted_at,done_at}'), ('hub.disclosure_row', '{decided_at}'), ('hub.display_device', '{paired_at,revoked_at}'),
    ('hub.presence', '{seen_at}'), ('hub.sign_in_standing', '{suspended_at}')) m (name, theirs)
  loop
    execute format($p$create trigger clock_says_when before insert or update on %s for each row when (current_user = 'hub_staff')
      execute function core.clock_says_when(%s)$p$, made.name, (select string_agg(quote_literal(moment), ', ') from unnest(made.theirs) moment));
  end loop;
end
$$;
revoke update on hub.idempotency from hub_staff;
grant update (answer) on hub.idempotency to hub_staff;
-- A consent ends when it is ended, not before.
alter policy serving_or_keeping_ends on core.consent with check (withdrawn_at = now() and ('staff:' || withdrawn_by) = (select hub.actor()));
