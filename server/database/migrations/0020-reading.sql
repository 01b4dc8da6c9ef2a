-- A row of a conference that belongs to a case asks the case's own wall, and only then: as a function the wall is not prepared for each of
-- the rows that belong to none, which on a board before citizens are all. As the viewer, and so behind every wall of a case.
create function core.knows_case(case_id uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return (select true from core.support_case c where c.id = case_id);
end
$$;

do $$
declare t text;
begin
  foreach t in array array['role', 'action_item', 'decision', 'deferral', 'board_note'] loop
    execute format($p$alter policy known_case on core.%I using (case when restricted then session_id = any ((select hub.sessions())::uuid[])
      else case_id is null or core.knows_case(case_id) end)$p$, t);
  end loop;
end
$$;
