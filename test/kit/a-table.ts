import type { Guest, Town } from './a-town';
import { steered } from './steer';

/** An open 重層的支援会議 that hears of one case, with the consent of its person. */
export async function aTable(town: Town, facilitator: Guest): Promise<{ readonly session: string; readonly item: string }> {
  const [one] = await town.rows<{ id: string; person: string }>(
    `select c.id, c.person_id as person from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected
     where 'connection' = any (c.teams) and not exists (select 1 from core.consent k where k.case_id = c.id) order by c.id limit 1`,
  );
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     values (gen_random_uuid(), $1, $2, 'SELF', '{connection}', '{identity,note}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day')`,
    [one?.person, one?.id],
  );
  const made = await steered(facilitator, 'createSession', {
    kind: 'JUSOTEKI_CASE',
    title: '支援の相談',
    heldOn: '2026-11-30',
    place: '会議室',
  });
  await steered(facilitator, 'openSession', { session: made.id, version: made.version });
  const { id: item } = await steered(facilitator, 'putOnAgenda', { session: made.id, case: one?.id });
  return { session: made.id, item };
}
