-- The keeper forgets cases whose time has come, by their keys: it never reads what a record says.
grant usage on schema children to hub_keeper;
do $$
declare
  t text;
begin
  foreach t in array array['case_record', 'family', 'pregnancy_consultation'] loop
    execute format('grant select (id, case_id), delete on children.%I to hub_keeper', t);
    execute format('create policy keeper_keeps on children.%I to hub_keeper using (true) with check (true)', t);
  end loop;
end
$$;
-- What the plan counts (指標5) keeps its row, and loses its case and its words.
grant update (case_id, theme) on children.family to hub_keeper;
grant select (family_id), update (goal) on children.individual_plan to hub_keeper;
create policy keeper_keeps on children.individual_plan to hub_keeper using (true) with check (true);
