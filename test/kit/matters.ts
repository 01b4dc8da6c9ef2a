import type { Town } from './a-town';

/** What can stand on an agenda, one of each. */
export type Matters = Readonly<Record<'case' | 'issue' | 'card', string>>;

/** A case of the facilitator's whose person agreed that their 担当 speaks of it, an approved issue and an approved card. */
export async function mattersIn(town: Town): Promise<Matters & { readonly code: string }> {
  const one = async (sql: string) => (await town.rows<{ id: string; code: string }>(sql))[0] as { id: string; code: string };
  const theCase = await one(
    `select c.id, c.code from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected
     where c.teams @> '{connection}' and not 'disability' = any (c.teams) and not exists (select 1 from core.consent k where k.case_id = c.id)
     order by c.id limit 1`,
  );
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     select gen_random_uuid(), person_id, id, 'SELF', '{connection}', '{identity}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day'
     from core.support_case where id = $1`,
    [theCase.id],
  );
  return {
    case: theCase.id,
    code: theCase.code,
    issue: (await one(`select id from core.community_issue where state = 'APPROVED' order by id limit 1`)).id,
    card: (await one(`select id from core.case_card where state = 'APPROVED' order by id limit 1`)).id,
  };
}
