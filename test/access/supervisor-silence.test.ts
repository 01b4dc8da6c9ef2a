import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readTogether } from '#server/database/unit';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steer } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';
import { watchBoard } from '#test/kit/watch-board';

/** Two cities, one of which has a 支援会議 that a caseworker of 高齢者・介護 sits in and hears a case of another 担当 at; their supervisor does not. */
let plain: Town;
let secret: Town;
const hidden = { session: randomUUID(), item: randomUUID(), caseItem: randomUUID(), role: randomUUID() };
/** A case of 高齢者・介護's own, and the one that is heard. */
let own: string;
let heard: string;

beforeAll(async () => {
  [plain, secret] = [await aTown(), await aTown()];
  const caseOf = async (condition: string) =>
    (
      await plain.rows<{ id: string }>(`select c.id from core.support_case c join core.person_guard g using (person_id)
        where not g.protected and ${condition} and not exists (select 1 from core.consent k where k.case_id = c.id) order by c.id limit 1`)
    )[0]?.id ?? '';
  own = await caseOf(`c.teams = '{elderly-care}'`);
  heard = await caseOf(`c.teams = '{children}'`);
  await convene();
}, 120_000);
afterAll(async () => {
  await plain?.close();
  await secret?.close();
});

const me = () => plain.viewer('elderly-care').actor.slice('staff:'.length);

async function convene(): Promise<void> {
  const { session, item, caseItem, role } = hidden;
  await secret.rows(
    `insert into core.session (id, kind, restricted, number, title, held_on, place, status, step, version)
     values ($1, 'SHIEN_KAIGI', true, 99, '秘密', '2020-01-01', '秘密', 'OPEN', 0, 1)`,
    [session],
  );
  await takeSeat(secret, session, me());
  await secret.rows(`update core.session_member set attends = 'PRESENT' where session_id = $1`, [session]);
  await secret.rows(
    `insert into core.agenda_item (id, session_id, restricted, position, kind, letter) values ($1, $2, true, 1, 'CASE', 'A')`,
    [item, session],
  );
  await secret.rows(
    `insert into core.case_item (id, agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason)
     select $1, $2, $3, true, c.id, c.person_id, 'URGENT', '秘密' from core.support_case c where c.id = $4`,
    [caseItem, item, session, heard],
  );
  await secret.rows(
    `insert into core.role (id, session_id, restricted, agenda_item_id, case_id, title, position) values ($1, $2, true, $3, $4, '秘密', 0)`,
    [role, session, item, own],
  );
}

/** What the caseworker asks in either city; the heard case, the session and the role are there in one of them alone. */
const questions: readonly string[] = [
  'query Sessions { sessions(limit: 200) { title agenda { caseItem { case { stage person { ageBand identity { name } } } } } } }',
  'query One { one: case(id: "$own") { stage person { identity { name } } } other: case(id: "$heard") { stage person { identity { name } } } }',
  'query Roles { case(id: "$own") { stage roles { title } actionItems { title } } }',
  'query Topics { cases(topic: "$topic", limit: 200) { stage person { ageBand identity { name } contact { phone } } } }',
  'query Nobody { organizations { name } }',
  'query Planned { case(id: "$own") { elderlyCare { careLevel } } }',
];
const refusals: readonly (readonly [string, Record<string, unknown>])[] = [
  ['createSession', { kind: 'MARUGOTO', title: 'x', heldOn: '2026-12-01', place: 'y' }],
  ['moveOn', { session: randomUUID(), step: 1, version: 1 }],
];
/** What is asked only where it is there. */
const atTheTable = [
  'query { session(id: "$session") { title place agenda { letter caseItem { reason case { stage } } } } }',
  'query { case(id: "$heard") { stage person { identity { name } } } whyVisible(case: "$heard") { code } }',
  'query { minutes(session: "$session", level: OFFICE) { title } }',
];
const refusedAtTheTable: readonly (readonly ['moveOn' | 'addRole' | 'renameRole' | 'leaveTable', Record<string, unknown>])[] = [
  ['moveOn', { session: hidden.session, step: 1, version: 1 }],
  ['addRole', { item: hidden.item, title: '見守り' }],
  ['renameRole', { role: hidden.role, title: '見守り', version: 1 }],
];

async function play(town: Town, topic: string): Promise<void> {
  const caseworker = await town.as('elderly-care');
  const ask = async (query: string) => {
    const values: Record<string, string> = { own, heard, topic, session: hidden.session };
    const answer = await caseworker.ask(query.replace(/\$(\w+)/g, (_, name: string) => values[name] ?? ''));
    expect(answer.text).not.toContain('INTERNAL');
    return answer;
  };
  const isThere = town === secret;
  if (isThere) await vi.waitFor(async () => expect((await ask('{ case(id: "$heard") { standing } }')).data.case).toBeTruthy());
  for (const query of questions) await ask(query);
  for (const [step, input] of refusals) expect((await steer(caseworker, step as 'moveOn', input)).problem).toBeDefined();
  if (!isThere) return;
  for (const query of atTheTable) await ask(query);
  for (const [step, input] of refusedAtTheTable)
    expect((await steer(caseworker, step, input)).problem?.code, step).toMatch(/DENIED|NOT_FOUND/);
  await deniedOfTheHeard(caseworker);
  const watch = await watchBoard(town, caseworker, hidden.session, { selection: 'title agenda { caseItem { case { stage } } }' });
  await watch.next();
  watch.cut();
}

/** What touches the case that is heard, by which a supervisor could tell that it was heard. */
async function deniedOfTheHeard(caseworker: Guest): Promise<void> {
  const { errors } = await caseworker.ask('mutation ($case: ID!) { draftCard(input: { case: $case }) { id } }', { case: heard });
  expect(errors?.[0]?.extensions.code).toMatch(/DENIED|NOT_FOUND/);
}

const NUMBERS = '{ readReviews(limit: 200) { id staff { id } day reads subjects offHours withReason denials unusual } }';
/** The audit as the second wall lets a supervisor see it, but for what is of the run alone. */
const AUDIT = `select json_agg(json_build_array(r.receivers, r.audience, r.operation, r.classes, (select array_agg(s order by s) from unnest(r.subjects) s),
    r.beyond, (select array_agg(s order by s) from unnest(r.sessions) s)) order by r.id)::text as json from hub.read_audit r`;
const DENIALS = `select json_agg(json_build_array(d.actor, d.audience, d.action, d.because) order by d.id)::text as json from hub.denial_audit d`;

describe('a supervisor who may not know of a 支援会議', () => {
  it('reviews the same numbers, and the second wall shows the same rows, with it and without', async () => {
    const [frequent] = await plain.rows<{ topic: string }>(
      `select t as topic from core.support_case c, unnest(c.topics) t where c.id = $1 and (select count(*) from core.support_case o
         where t = any (o.topics) and o.teams && '{elderly-care}') < 190 order by t limit 1`,
      [heard],
    );
    const seen = [];
    for (const town of [plain, secret]) {
      await play(town, frequent?.topic ?? '');
      const { text } = await (await town.as('supervisor')).ask(NUMBERS);
      const rows = await readTogether(town.database, town.viewer('supervisor'), [
        { text: AUDIT, values: [] },
        { text: DENIALS, values: [] },
      ]);
      seen.push({ text, rows });
    }
    expect(seen[1]).toEqual(seen[0]);
    const { text, rows } = seen[0] as (typeof seen)[number];
    expect(JSON.parse(text).data.readReviews.find((each: { staff: { id: string } }) => each.staff.id === me())).toMatchObject({
      denials: refusals.length,
    });
    expect(rows.join()).not.toContain(heard);
    expect(rows.join()).toContain(own);
  }, 60_000);

  it('while the rows are there for whoever may know of it', async () => {
    const mine = { ...secret.viewer('supervisor'), sessions: [hidden.session], sworn: [hidden.session] };
    const [audit, denials] = await readTogether(secret.database, mine, [
      { text: AUDIT, values: [] },
      { text: DENIALS, values: [] },
    ]);
    expect(audit).toContain(heard);
    expect(JSON.parse(denials ?? '[]')).toHaveLength(refusals.length + refusedAtTheTable.length + 1);
  });
});
