import type { ConferenceKind } from '#server/access/conference-profile';
import type { Action, ConsentTerms, Subject } from '#server/access/decide';
import type { Town } from '#test/kit/a-town';

/** Rows about which `decide` has something to say: how they are read, and the facts of each as the sower sees them. */
export interface Kind {
  readonly action: Action;
  readonly table: string;
  readonly key: string;
  readonly rows: readonly { readonly id: string; readonly subject: Subject }[];
}

const consents = (condition: string) => `(select coalesce(json_agg(json_build_object('receivers', k.receivers, 'classes', k.classes,
  'live', k.withdrawn_at is null and now() >= k.valid_from and now() < k.valid_until)), '[]') from core.consent k where ${condition}) as consents`;

interface PersonRow {
  readonly id: string;
  readonly teams: string[];
  readonly consents: ConsentTerms[];
  readonly protected: boolean;
  readonly holders: string[];
}

/** Everything that `decide` can be asked about in this city. */
export async function gatherKinds(town: Town): Promise<readonly Kind[]> {
  const cases = await town.rows<{ id: string; teams: string[]; consents: ConsentTerms[] }>(
    `select c.id, c.teams, ${consents('k.case_id = c.id')} from core.support_case c
     order by c.id`,
  );
  const sessions = await town.rows<{ id: string; kind: ConferenceKind }>('select id, kind from core.session order by id');
  const cards = await town.rows<{ id: string; teams: string[]; approved: boolean; walls: string[] }>(
    `select d.id, d.teams, d.state = 'APPROVED' as approved,
       array(select a.session_id from core.agenda_item a where a.card_id = d.id and a.state <> 'WAITING')::text[] as walls
     from core.case_card d order by d.id`,
  );
  return [
    { action: 'case:read', table: 'core.support_case', key: 'id', rows: cases.map(({ id, ...subject }) => ({ id, subject })) },
    await people(town, 'identity:read', 'core.person_identity'),
    await people(town, 'address:read', 'core.person_contact'),
    {
      action: 'session:read',
      table: 'core.session',
      key: 'id',
      rows: sessions.map((session) => ({ id: session.id, subject: { session } })),
    },
    {
      action: 'card:read',
      table: 'core.case_card',
      key: 'id',
      rows: cards.map(({ id, teams, ...card }) => ({ id, subject: { teams, card } })),
    },
  ];
}

async function people(town: Town, action: Action, table: string): Promise<Kind> {
  const rows = await town.rows<PersonRow>(
    `select i.person_id as id, p.teams, i.protected, i.holders, ${consents('k.person_id = p.id')}
     from ${table} i join core.person p on p.id = i.person_id
     order by p.id`,
  );
  const subject = ({ teams, consents: given, holders, ...row }: PersonRow): Subject => ({
    teams,
    consents: given,
    ...(row.protected ? { protection: { holders } } : {}),
  });
  return { action, table, key: 'person_id', rows: rows.map((row) => ({ id: row.id, subject: subject(row) })) };
}

/**
 * Gives the city what its invented lives happen not to hold: consents of every standing, protections held by some and by nobody, a card
 * that was returned after it had stood on a wall.
 */
export async function makeEveryStanding(town: Town): Promise<void> {
  const columns =
    'id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until, withdrawn_at';
  const standings = [
    [`now() - interval '1 day'`, `now() + interval '1 day'`, 'null'],
    [`now() + interval '1 hour'`, `now() + interval '1 day'`, 'null'],
    [`now() - interval '2 days'`, `now() - interval '1 hour'`, 'null'],
    [`now() - interval '2 days'`, `now() + interval '1 day'`, `now() - interval '1 hour'`],
  ];
  const classes = ['{}', '{identity}', '{address}', '{identity,address,sensitive}', '{sensitive,note}'];
  const receivers = ['{children}', '{livelihood,council}', '{disability}', '{elderly-care,connection}'];
  for (const [index, [from, until, withdrawn]] of standings.entries()) {
    await town.rows(
      `insert into core.consent (${columns})
       select gen_random_uuid(), c.person_id, c.id, 'SELF', (array['${receivers.join("','")}'])[1 + (c.n + ${index}) % ${receivers.length}]::text[],
         (array['${classes.join("','")}'])[1 + c.n % ${classes.length}]::text[], '試し', 'WRITTEN', '', current_date, ${from}, ${until}, ${withdrawn}
       from (select id, person_id, row_number() over (order by id) as n from core.support_case) c where c.n % 7 = ${index}`,
    );
  }
  for (const table of ['core.person_identity', 'core.person_contact']) {
    await town.rows(
      `update ${table} set protected = true, holders = case when person_id::text < '1' then '{}' else '{council,connection}' end::text[]
       where person_id::text < '2' and not protected`,
    );
  }
  await town.rows(`update core.case_card set state = 'RETURNED'
    where id in (select card_id from core.agenda_item where state <> 'WAITING' and card_id is not null order by card_id limit 1)`);
}
