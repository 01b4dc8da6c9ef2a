import { randomUUID } from 'node:crypto';
import { setTimeout as nap } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonaKey, personas } from '#seeds/personas';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { randomQuestion } from '#test/kit/random-document';
import { wholeContract } from '#test/kit/random-values';
import { type Step, steered, todaysSession } from '#test/kit/steer';
import { walkContract } from '#test/kit/walk-contract';
import { type BoardWatch, watchBoard } from '#test/kit/watch-board';

/** Questions at random for each role; the full run: npm run attack -- interference. */
const QUESTIONS = Number(process.env.HUB_TEST_QUESTIONS ?? 40);
const SEED = Number(process.env.HUB_TEST_SEED ?? 20260401);

/** Two cities that differ in nothing but secrets: where somebody lives whom 子ども alone serves, and a 支援会議 of the recorder's. */
let plain: Town;
let secret: Town;
let today: string;
const hidden = { session: randomUUID(), item: randomUUID(), role: randomUUID(), action: randomUUID(), note: randomUUID() };
let ids: readonly string[];

type Role = PersonaKey | 'display';
const entitled: readonly Role[] = ['children', 'recorder'];
const roles: readonly Role[] = [...personas.map(({ key }) => key), 'display' as const].filter((role) => !entitled.includes(role));
const audienceOf = (role: Role) => (role === 'display' || role === 'analyst' ? role : 'staff');

beforeAll(async () => {
  [plain, secret] = [await aTown(), await aTown()];
  today = await todaysSession(plain);
  const [person] = await plain.rows<{ id: string; case: string; household: string }>(
    `select c.person_id as id, c.id as case, c.household_id as household from core.support_case c join core.person_guard g on g.person_id = c.person_id
     where g.teams = '{children}' and not exists (select 1 from core.consent k where k.person_id = c.person_id or k.case_id = c.id)
     order by c.id limit 1`,
  );
  await secret.rows(`update core.person_contact set address = '別の住所', phone = '000' where person_id = $1`, [person?.id]);
  await convene(secret, person?.case ?? '');
  ids = [person?.id, person?.case, person?.household, ...Object.values(hidden), today, randomUUID()] as string[];
}, 120_000);
afterAll(async () => {
  await plain?.close();
  await secret?.close();
});

/** The 支援会議 that one of the cities has and the other has not: open, with a case, an agenda, a role and an action. */
async function convene(town: Town, caseId: string): Promise<void> {
  const { session, item, role, action, note } = hidden;
  const recorder = town.viewer('recorder').actor.slice('staff:'.length);
  const place = { session_id: session, restricted: true };
  const on = { ...place, agenda_item_id: item, case_id: caseId, title: '秘密', version: 1 };
  const issue = (await town.rows<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' order by id limit 1`))[0]
    ?.id;
  const rows: readonly (readonly [string, Record<string, unknown>])[] = [
    [
      'core.session',
      {
        ...{ id: session, kind: 'SHIEN_KAIGI', restricted: true, number: 99, title: '秘密', held_on: '2099-01-01', place: '秘密' },
        ...{ status: 'OPEN', step: 0, version: 1 },
      },
    ],
    ['core.session_member', { id: randomUUID(), session_id: session, staff_id: recorder, duty: 'RECORDER', attends: 'PRESENT' }],
    ['core.secrecy_acknowledgement', { session_id: session, staff_id: recorder, wording: '', acknowledged_at: '2026-11-23T00:00:00Z' }],
    ['core.session_case', { session_id: session, case_id: caseId }],
    [
      'core.agenda_item',
      { ...place, id: item, position: 1, kind: 'ISSUE', issue_id: issue, letter: 'A', state: 'FRONT', note: '秘密', version: 1 },
    ],
    ['core.role', { ...on, id: role, position: 0 }],
    ['core.action_item', { ...on, id: action, status: 'OPEN', created_at: '2026-11-23T00:00:00Z' }],
    ['core.board_note', { ...on, id: note, kind: 'IDEA', created_at: '2026-11-23T00:00:00Z' }],
  ];
  for (const [table, row] of rows) {
    const columns = Object.keys(row).join(', ');
    await town.rows(`insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1::json)`, [
      JSON.stringify(row),
    ]);
  }
}

const guestOf = (town: Town, role: Role): Promise<Guest> => (role === 'display' ? town.display(today) : town.as(role));
/** What is of this run alone: references to the log, and the moment at which something was read. */
const withoutRun = (text: string) =>
  text.replace(/"reference":"[0-9a-f]{8}"|参照番号 [0-9a-f]{8}/g, 'reference').replace(/"(lastUsedAt|at)":"[^"]*"/g, '"$1":now');

/** Both cities' answers. A department that is late on a busy machine says so in one of them and not in the other: both are asked once more, three times at most. */
async function bothAnswer(here: Guest, there: Guest, query: string, variables: Record<string, unknown>) {
  for (let tries = 1; ; tries += 1) {
    const answers = await Promise.all([here.ask(query, variables), there.ask(query, variables)]);
    const isLate = answers.some(({ text }) => /"code":"(DEPARTMENT_)?UNAVAILABLE"/.test(text));
    if (!isLate || tries === 3) return answers;
  }
}

describe('a secret changes no byte for those who may not know it', () => {
  it.each(roles)('%s is answered alike in both cities, whatever is asked', async (role) => {
    const [here, there] = [await guestOf(plain, role), await guestOf(secret, role)];
    const { contractSdl, contracts } = plain.hub.graph.current;
    const audience = audienceOf(role);
    const walks = ids.flatMap((id, index) =>
      walkContract(contractSdl[audience], () => id, 2).queries.filter((query) => index === 0 || query.includes(id)),
    );
    const drawn = fc.sample(randomQuestion(wholeContract(contracts[audience], ids, 4)), { numRuns: QUESTIONS, seed: SEED });
    const changes = ['openSession', 'closeSession'].map(
      (step) => `mutation { ${step}(input: { session: "${hidden.session}", version: 1 }) { id } }`,
    );
    // What colleagues have read here, and when they signed in, is no secret of the city's but this test's own trace: one city was asked before the
    // other.
    const questions = [...[...walks, ...changes].map((query) => ({ query, variables: {} })), ...drawn].filter(
      ({ query }) => !/readReviews|signInEvents/.test(query),
    );
    let bytes = 0;
    for (const { query, variables } of questions) {
      const [one, other] = await bothAnswer(here, there, query, variables);
      expect(withoutRun(other.text), query).toBe(withoutRun(one.text));
      expect(other.status, query).toBe(one.status);
      bytes += one.text.length;
    }
    console.log(`${role}: ${questions.length} questions, ${bytes} characters alike in both cities`);
  });

  it('on live boards, too: no event, no gap and no tick', async () => {
    const watching = async (town: Town) => {
      const watches: BoardWatch[] = [];
      // Everybody is there, the display paired, before the first looks: that a wall was paired is an event with an id of its own.
      const guests = await Promise.all(roles.filter((each) => each !== 'analyst').map((role) => guestOf(town, role)));
      for (const guest of guests) {
        for (const session of [today, hidden.session])
          watches.push(await watchBoard(town, guest, session, { selection: 'id step version' }));
      }
      for (const watch of watches) await watch.next();
      return watches;
    };
    const play = async (town: Town, isSecret: boolean) => {
      const watches = await watching(town);
      const [facilitator, recorder] = [await town.as('facilitator'), await town.as('recorder')];
      // Each change is seen before the next is made: a frame shows the board as it stands when read, so changes in a hurry differ by chance.
      const seen = async (version: number) => {
        for (const [index, { frames }] of watches.entries())
          while (index % 2 === 0 && (frames.at(-1)?.session?.version ?? 0) < version) await nap(10);
        return version;
      };
      let { version } = (await facilitator.ask('query ($s: ID!) { session(id: $s) { version } }', { s: today })).data.session;
      const change = async (step: Step, input: Record<string, unknown>) => {
        version = await seen((await steered(facilitator, step, { session: today, version, ...input })).version);
      };
      await change('openSession', {});
      for (const step of [1, 2, 3]) {
        if (isSecret) await steered(recorder, 'moveOn', { session: hidden.session, step, version: step });
        await change('moveOn', { step });
      }
      await nap(1_200); // one poll of the counters, too
      for (const watch of watches) watch.cut();
      return watches.map(({ frames }) => withoutRun(JSON.stringify(frames)));
    };
    const [without, withIt] = [await play(plain, false), await play(secret, true)];
    expect(withIt).toEqual(without);
    expect(without[0]).toContain('STEP_CHANGED');
  }, 60_000);

  it('while those who may know it are told', async () => {
    const ask = async (town: Town, role: PersonaKey, query: string) => (await (await town.as(role)).ask(query)).text;
    const session = `{ session(id: "${hidden.session}") { title } }`;
    expect(await ask(secret, 'recorder', session)).not.toBe(await ask(plain, 'recorder', session));
    const address = `{ case(id: "${ids[1]}") { person { contact { address } } } }`;
    expect(await ask(secret, 'children', address)).not.toBe(await ask(plain, 'children', address));
  });
});
