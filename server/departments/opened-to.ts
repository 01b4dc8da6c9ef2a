/**
 * Field classes that a department's row opens: all (null) to its own 担当; to anyone else, who sees the row only because the hub vouches
 * that the person agreed to share the case, what the consent names and never the notes. A note is the department's working paper, with guesses
 * and third persons in it: what leaves the house of it is said at a conference, not read. The rule looks at the claims alone, since a
 * department in a process of its own has no consents beside it. `caseOf`: the case of row `t`, where it has no such column.
 */
export function openedTo(team: string, caseOf = (t: string) => `${t}.case_id`): (t: string) => string {
  return (t) =>
    `case when (select hub.teams()) && '{${team}}' then null::text[] else array(select c from unnest(hub.opened(${caseOf(t)})) c where c <> 'note') end`;
}
