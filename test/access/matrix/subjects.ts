import { randomUUID } from 'node:crypto';
import { organizationId } from '#seeds/plan/organizations';
import { type Guest, guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';
import { anAccount } from '#test/kit/visitor';

/** What everybody asks for. The table of roots names these; whoever may not see one must hear what they hear of `absent`. */
export interface Subjects {
  /** Served by 支援つなげる and 高齢者・介護, shared with 困窮 (identity and sensitive, no address, no notes); with records of every department. */
  readonly openCase: string;
  /** Of a protected person: served by 高齢者・介護 and 社協, held by 社協 alone, shared with 困窮 in every class by a consent that a protection closes. */
  readonly guardedCase: string;
  /** An open 地域まるごと支援会議 with a card at its front, a role and an action; a display that may be taken off. */
  readonly board: string;
  readonly item: string;
  /** The card at its front, drawn from the open case by 支援つなげる. */
  readonly card: string;
  readonly role: string;
  readonly action: string;
  /** A line of what was said to the item: something that is missing. */
  readonly note: string;
  readonly link: string;
  readonly decision: string;
  /** The decision, put off. */
  readonly deferral: string;
  readonly device: string;
  /** A 支援会議 of which the recorder is the only member. It hears a case that it does not serve. */
  readonly restricted: string;
  /** A 重層的支援会議 with the open case on its agenda. */
  readonly table: string;
  readonly resource: string;
  /** A shelter, whose name and place are secret. */
  readonly shelter: string;
  /** What 権限 is asked for, of whom. */
  readonly worker: string;
  /** The case worker of 高齢者・介護. */
  readonly caseworker: string;
  readonly change: string;
  readonly service: string;
  /** The open case's record in each department, and its family. */
  readonly elderlyCareRecord: string;
  readonly disabilityRecord: string;
  readonly livelihoodRecord: string;
  readonly childrenRecord: string;
  readonly councilRecord: string;
  readonly family: string;
  /** A consent to share the open case, and its review. */
  readonly consent: string;
  readonly review: string;
}

const names: readonly (keyof Subjects)[] = [
  ...([
    'openCase',
    'guardedCase',
    'board',
    'item',
    'card',
    'role',
    'action',
    'note',
    'link',
    'decision',
    'deferral',
    'device',
    'restricted',
    'resource',
    'shelter',
  ] as const),
  ...(['worker', 'change', 'service', 'elderlyCareRecord', 'disabilityRecord', 'livelihoodRecord', 'childrenRecord'] as const),
  ...(['councilRecord', 'family', 'consent', 'review', 'caseworker', 'table'] as const),
];

/** As many ids that nobody has. */
export const absent = Object.fromEntries(names.map((name) => [name, randomUUID()])) as unknown as Subjects;

/** Tables of departments that hang on a case, in the order in which they are moved onto it. */
const records = {
  elderly_care: ['case_record', 'care_certification', 'center_consultation'],
  disability: ['case_record', 'handbook', 'core_consultation'],
  livelihood: ['case_record', 'debt', 'housing', 'self_reliance_consultation'],
  children: ['case_record', 'family', 'pregnancy_consultation'],
  council: ['case_record', 'watch_visit', 'livelihood_loan'],
} as const;

export async function prepare(town: Town): Promise<{ readonly subjects: Subjects; readonly display: Guest }> {
  const [facilitator, recorder] = [await town.as('facilitator'), town.viewer('recorder').actor.slice('staff:'.length)];
  const [openCase, guardedCase] = await cases(town);
  const { session: board, version } = await aBoard(facilitator);
  const card = await one(
    town,
    `select id from core.case_card where state = 'APPROVED' and teams @> '{connection}' and case_id is not null order by id limit 1`,
  );
  await town.rows(
    `update core.case_card set case_id = $1, teams = '{connection}', risks = '{題：めずらしい事情}', note = '手元の控え KOTEI-PII-9001' where id = $2`,
    [openCase, card],
  );
  const item = (await steered(facilitator, 'putOnAgenda', { session: board, card })).id;
  await town.rows(`update core.agenda_item set note = '司会の控え KOTEI-PII-9002' where id = $1`, [item]);
  await steered(facilitator, 'bringToFront', { session: board, item, version });
  const role = (await steered(facilitator, 'addRole', { item, title: '見守り' })).id;
  const action = (await steered(facilitator, 'addActionItem', { item, title: '訪ねる', organization: organizationId('houkatsu') })).id;
  const note = (await steered(facilitator, 'addNote', { item, kind: 'GAP', title: '夕方の居場所' })).id;
  const link = (await steered(facilitator, 'addLink', { item, kind: 'STRONG', title: '近所の人たち' })).id;
  const decision = (await steered(facilitator, 'recordDecision', { item, title: '続ける' })).id;
  const owner = town.viewer('facilitator').actor.slice('staff:'.length);
  const putOff = { session: board, point: `DECISION/${decision}`, reason: '次に確かめる', owner };
  const deferral = (await steered(facilitator, 'deferPoint', putOff)).id;
  const [display, spare] = [await town.display(board), await town.display(board)];
  await administration(town);
  const restricted = await one(town, `select id from core.session where kind = 'SHIEN_KAIGI' order by id limit 1`);
  await town.rows('update core.session_member set staff_id = $1, organization_id = null where session_id = $2', [recorder, restricted]);
  await takeSeat(town, restricted, recorder, 'RECORDER');
  await town.rows(`update core.session_member set attends = 'PRESENT' where session_id = $1`, [restricted]);
  await town.rows(`update core.session set status = 'OPEN' where id = $1`, [restricted]);
  const input = { kind: 'JUSOTEKI_CASE', title: '支援の相談', heldOn: '2026-12-01', place: '会議室B' };
  const table = (await steered(facilitator, 'createSession', input)).id;
  await layCase(town, table, openCase);
  const foreign = `select c.id from core.support_case c join core.person_guard g on g.person_id = c.person_id where not g.protected and c.summary is null and not c.teams && '{connection}'`;
  await layCase(town, restricted, await one(town, `${foreign} and c.id not in ('${openCase}', '${guardedCase}') order by c.id limit 1`));
  const [resource, shelter] = await Promise.all(
    [false, true].map((confidential) => one(town, `select id from core.service where confidential = ${confidential} order by id limit 1`)),
  );
  const recordOf = (schema: string) => one(town, `select id from ${schema}.case_record where case_id = '${openCase}'`);
  const subjects = {
    ...{ ...absent, openCase, guardedCase, board, item, card, role, action, note, link, decision, deferral, device: spare.id },
    ...{ restricted, table, resource, shelter },
    elderlyCareRecord: await recordOf('elderly_care'),
    disabilityRecord: await recordOf('disability'),
    livelihoodRecord: await recordOf('livelihood'),
    childrenRecord: await recordOf('children'),
    councilRecord: await recordOf('council'),
    caseworker: town.viewer('elderly-care').actor.slice('staff:'.length),
    consent: await one(town, `select id from core.consent where case_id = '${openCase}' and withdrawn_at is null limit 1`),
    review: await one(town, `select id from core.case_review where case_id = '${openCase}' limit 1`),
    family: await one(town, `select id from children.family where case_id = '${openCase}' order by id limit 1`),
  };
  return { subjects: subjects as Subjects, display };
}

/** A case on a session's agenda, with a reason where it is heard without consent. */
export async function layCase(town: Town, session: string, caseId: string): Promise<void> {
  const item = randomUUID();
  await town.rows(
    `insert into core.agenda_item (id, session_id, restricted, position, kind, letter, note)
     select $1, id, restricted, 900, 'CASE', 'Y', '司会の控え KOTEI-PII-9008' from core.session where id = $2`,
    [item, session],
  );
  await town.rows(
    `insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason)
     select $1, s.id, s.restricted, c.id, c.person_id, case when s.restricted then 'URGENT' end, case when s.restricted then '急ぐ理由 KOTEI-PII-9009' end
     from core.session s, core.support_case c where s.id = $2 and c.id = $3`,
    [item, session, caseId],
  );
}

/** Something for administrators to see: a change that two of them have made, and a service account with it. */
async function administration(town: Town): Promise<void> {
  const expiresOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const input = { name: '試しの連携(架空)', team: 'children', purpose: '試し', scopes: ['CASES_READ'], expiresOn, reason: '試し' };
  const request = 'mutation ($input: ServiceOrder!) { requestServiceAccount(input: $input) { id } }';
  const { id } = (await (await town.as('administrator')).ask(request, { input })).data.requestServiceAccount;
  const other = guest(town.origin, { cookie: (await anAccount(town)).visitor.cookie });
  await other.ask(`mutation { approveAccessChange(input: { change: "${id}" }) }`);
}

async function one(town: Town, sql: string): Promise<string> {
  const [row] = await town.rows<{ id: string }>(sql);
  if (!row) throw new Error(`the city has no ${sql}`);
  return row.id;
}

/** Two cases with a plan and a record in every department, one of them of a protected person. */
async function cases(town: Town): Promise<[string, string]> {
  const found = await town.rows<{ id: string; personId: string }>(
    `select c.id, c.person_id as "personId" from core.support_case c join core.person_guard g on g.person_id = c.person_id
     join core.support_plan p on p.case_id = c.id
     where not g.protected and exists (select 1 from core.consultation k where k.case_id = c.id) order by c.id limit 2`,
  );
  const [open, guarded] = found as [(typeof found)[number], (typeof found)[number]];
  for (const [index, { id, personId }] of [open, guarded].entries()) {
    await town.rows(
      `update core.support_case set summary = '要約 KOTEI-PII-90${index}3', teams = $2, lead_team_id = 'elderly-care' where id = $1`,
      [id, index === 0 ? ['elderly-care', 'connection'] : ['elderly-care', 'council']],
    );
    await consents(town, id, personId, index === 0 ? ['identity', 'sensitive'] : ['identity', 'address', 'sensitive', 'note']);
    for (const [schema, tables] of Object.entries(records)) for (const table of tables) await move(town, `${schema}.${table}`, id, index);
    await town.rows(
      `update children.individual_plan set family_id = (select id from children.family where case_id = $1 order by id limit 1)
       where id = (select id from children.individual_plan order by id offset $2 limit 1)`,
      [id, index],
    );
    await town.rows(
      `update core.consultation set isolation = true, note = '相談の記録 KOTEI-PII-90${index}4', team_id = 'elderly-care' where case_id = $1`,
      [id],
    );
    await town.rows(`update core.support_plan set long_goal = '長期', short_goal = '短期' where case_id = $1`, [id]);
  }
  await town.rows(`update core.person_guard set teams = '{elderly-care,connection}' where person_id = $1`, [open.personId]);
  await town.rows(`update core.person_guard set teams = '{elderly-care,council}' where person_id = $1`, [guarded.personId]);
  await town.rows(
    `insert into core.protection (id, person_id, kind, registered_by, holders, valid_from, renew_by)
     values (gen_random_uuid(), $1, '児童虐待', '試し', '{council}', hub.today(), hub.today() + 300)`,
    [guarded.personId],
  );
  return [open.id, guarded.id];
}

/** On each case one consent that counts, for 困窮; one that was withdrawn; a line of the ledger; and a review that is due. Papers lie with 高齢者・介護 or 社協. */
async function consents(town: Town, caseId: string, personId: string, classes: readonly string[]): Promise<void> {
  await town.rows(`update core.consent set receivers = '{}', withdrawn_at = now() where case_id = $1 or person_id = $2`, [
    caseId,
    personId,
  ]);
  for (const withdrawal of ['null, null', `now(), '撤回の理由 KOTEI-PII-9006'`])
    await town.rows(
      `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, condition, form, wording, given_on, valid_from, valid_until,
         withdrawn_at, withdrawal_reason)
       values (gen_random_uuid(), $2, $1, 'SELF', '{livelihood}', $3, '試し', '電話は午後に', 'WRITTEN', '', hub.today(), now() - interval '1 day',
         now() + interval '1 day', ${withdrawal})`,
      [caseId, personId, classes],
    );
  await town.rows(
    `insert into core.disclosure (regime_id, person_id, case_id, team_id, classes, note, origin) values ('CONSENT', $2, $1, 'livelihood', $3, '書き添え KOTEI-PII-9007', 'BY_HAND')`,
    [caseId, personId, classes],
  );
  await town.rows(
    `insert into core.case_review (case_id, team_id, cause, due_on) values ($1, 'elderly-care', 'CONSENT_WITHDRAWN', hub.today())`,
    [caseId],
  );
}

/** Makes sure that a table of a department has a row on the case, with a note where it has one. */
async function move(town: Town, table: string, caseId: string, index: number): Promise<void> {
  const [has] = await town.rows(`select id from ${table} where case_id = $1 limit 1`, [caseId]);
  if (!has)
    await town.rows(
      `update ${table} set case_id = $1 where id = (select id from ${table} where case_id is not null order by id desc offset $2 limit 1)`,
      [caseId, index],
    );
  if (/record$|consultation$|visit$/.test(table))
    await town.rows(`update ${table} set note = '記録 KOTEI-PII-90${index}5' where case_id = $1`, [caseId]);
}
