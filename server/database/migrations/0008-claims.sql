-- A list among the claims comes as a setting of its own (access/claims.ts), so that asking for it is a plain expression. Read out of the
-- JSON it was a function that PostgreSQL set up anew at every place of a statement that asked: a list of cases spent half its time there.
create or replace function hub.texts(claim text) returns text[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('hub.' || claim, true), '')::text[], '{}') $$;
