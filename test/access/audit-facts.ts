import type { ConferenceKind } from '#server/access/conference-profile';
import type { Town } from '#test/kit/a-town';
import type { Kind } from './facts';

/** What was written down, and who may see it: readings and refusals, requests and reports. */
export async function writtenDown(town: Town): Promise<readonly Kind[]> {
  return [
    await reviewed(town, 'hub.read_audit', 'r.receivers'),
    await reviewed(town, 'hub.denial_audit', 'array[r.actor]'),
    { action: 'disclosure:decide', table: 'hub.disclosure_request', key: 'id', rows: await plain(town, 'hub.disclosure_request') },
    { action: 'exposure:trace', table: 'hub.exposure_report', key: 'id', rows: await plain(town, 'hub.exposure_report') },
  ];
}

/** Rows that are all alike: who may see one may see all. Only the database's owner sees them here. */
async function plain(town: Town, table: string): Promise<Kind['rows']> {
  const { rows } = await town.database.pool.query<{ id: string }>(`select id from ${table} order by id`);
  return rows.map(({ id }) => ({ id, subject: {} }));
}

/** What a supervisor looks at: by whom, and at which conferences. */
async function reviewed(town: Town, table: string, actors: string): Promise<Kind> {
  const { rows } = await town.database.pool.query<{ id: string; teams: string[]; sessions: { id: string; kind: ConferenceKind }[] }>(
    `select r.id::text as id, array(select s.team_id from core.staff s where 'staff:' || s.id = any (${actors}) and s.team_id is not null) as teams,
       (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind)), '[]') from core.session s where s.id = any (r.sessions)) as sessions
     from ${table} r order by r.id`,
  );
  return {
    action: 'audit:review',
    table,
    key: 'id',
    type: 'bigint',
    rows: rows.map(({ id, ...subject }) => ({ id, subject })),
  };
}

/** Readings and refusals by colleagues of every 担当, at conferences of every kind and at none; requests and reports. Nobody can take them back. */
export async function makeReadings(town: Town): Promise<void> {
  await town.database.pool.query(
    `insert into hub.read_audit (receivers, audience, operation, document, classes, sessions)
     select array['staff:' || s.id], 'staff', '', '', '{identity}', case when n = 0 then '{}' else array(select x.id from core.session x
       where x.restricted = (n = 1) order by md5(x.id::text || s.id::text) limit n) end
     from core.staff s cross join generate_series(0, 2) n`,
  );
  await town.database.pool.query(
    `insert into hub.denial_audit (actor, audience, action, because, sessions)
     select r.receivers[1], r.audience, 'moveOn', 'role', nullif(r.sessions, '{}') from hub.read_audit r where r.document = '' order by r.id`,
  );
  await town.database.pool.query(
    `insert into hub.disclosure_request (id, person_id, case_id, case_code, requester, received_on, asked_by)
     select gen_random_uuid(), c.person_id, c.id, c.code, 'SELF', hub.today(), (select id from core.staff order by id limit 1) from core.support_case c order by c.id limit 8`,
  );
  await town.database.pool.query(
    `insert into hub.exposure_report (id, kind, target, since, until, reason, reads, persons, cases, households, beyond, made_by)
     select gen_random_uuid(), 'STAFF', s.id, now(), now(), '試し', 0, 0, 0, 0, 0, s.id from core.staff s order by s.id limit 8`,
  );
}
