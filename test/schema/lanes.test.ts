import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import type { Viewer } from '#server/access/viewer';
import { limitFault } from '#server/hub/limits';
import { aTown, type Town } from '#test/kit/a-town';
import { type Lanes, lanesOf } from '#test/kit/lanes';
import { type Ground, randomQuestion } from '#test/kit/random-document';
import { steered, todaysSession } from '#test/kit/steer';

/** How many questions are asked in all, and each persona's share of them; the full run: npm run attack -- lanes. */
const QUESTIONS = Number(process.env.HUB_TEST_QUESTIONS ?? 300);
const shares = { facilitator: 0.3, children: 0.25, council: 0.2, analyst: 0.15, display: 0.1 } as const;
const ABROAD = Math.ceil(QUESTIONS / 10);
const SEED = 20261123;

let town: Town;
let lanes: Lanes;
let today: string;
let ids: Record<'case' | 'session' | 'resource' | 'programme', readonly string[]>;

beforeAll(async () => {
  town = await aTown();
  today = await todaysSession(town);
  const facilitator = await town.as('facilitator');
  const [front] = await town.rows<{ id: string }>(`select id from core.agenda_item where session_id = $1 and letter = 'A'`, [today]);
  const { version } = await steered(facilitator, 'openSession', { session: today, version: 1 });
  await steered(facilitator, 'bringToFront', { session: today, item: front?.id, version });
  await steered(facilitator, 'addActionItem', { item: front?.id, title: '当番表', dueOn: '2026-12-01' });
  lanes = await lanesOf(town);
  const some = async (sql: string) => [
    ...(await town.rows<{ id: string }>(sql)).map(({ id }) => id),
    '00000000-0000-4000-8000-000000000000',
    'そんなものはない',
  ];
  ids = {
    case: await some(`select id from core.support_case where 'children' = any (teams) or 'council' = any (teams) order by id limit 4`),
    session: [
      today,
      today,
      today,
      today,
      ...(await some(`select id from core.session where kind in ('MARUGOTO', 'SHIEN_KAIGI') order by held_on desc limit 3`)),
    ],
    resource: await some('select id from core.service order by id limit 2'),
    programme: await some('select id from core.programme order by id limit 2'),
  };
});
afterAll(() => town?.close());

function valuesOf(field: string, argument: string): readonly unknown[] {
  if (argument === 'limit') return [0, 1, 2, 3, 4];
  if (argument === 'id') return ids[field.split('.')[1] as keyof typeof ids] ?? ids.case;
  if (argument === 'after') return ids.case;
  if (argument === 'kind') return ['MARUGOTO', 'JUSOTEKI_CASE', 'SHIEN_KAIGI'];
  if (argument === 'state') return ['APPROVED', 'DRAFT', 'RETURNED'];
  if (argument === 'from' || argument === 'to') return ['2026-01-01', '2026-09-30'];
  if (argument === 'topic') return ['介護', '住まい', '孤独・孤立', "' or true --"];
  return ['なし', '相談'];
}

async function viewerOf(persona: PersonaKey | 'display'): Promise<Viewer> {
  if (persona === 'display') return { audience: 'display', actor: 'display:1', roles: [], teams: [], sessions: [], session: today };
  const viewer = town.viewer(persona);
  const member = await town.rows<{ id: string }>('select session_id as id from core.session_member where staff_id = $1', [
    viewer.actor.slice('staff:'.length),
  ]);
  const sessions = viewer.audience === 'staff' ? member.map(({ id }) => id) : [];
  return { ...viewer, sessions, sworn: sessions };
}

describe('a question about what the core alone owns', () => {
  it.each(Object.keys(shares) as (keyof typeof shares)[])('is answered alike on every road: %s', async (persona) => {
    const count = Math.ceil(QUESTIONS * shares[persona]);
    const viewer = await viewerOf(persona);
    const { current } = town.hub.graph;
    const schema = current.contracts[viewer.audience];
    const heavy = ['Query.organizations', 'Query.statistics'];
    const ground: Ground = { schema, may: (field) => current.coreOwned.has(field) && !heavy.includes(field), values: valuesOf, depth: 4 };
    const seen = { compiled: 0, bytes: 0, rows: 0 };
    await fc.assert(
      fc.asyncProperty(randomQuestion(ground), async ({ query, variables, again }) => {
        const [document, own] = [parse(query), parse(query)];
        // What repeats itself more than the hub bears is refused before any lane: now and then chance writes it.
        fc.pre(!limitFault(document));
        expect(validate(schema, document)).toEqual([]);
        for (const values of [variables, again]) {
          const question = { document, variables: values };
          const truth = await lanes.core(question, viewer);
          // The hub keeps its plans by the document, so it has one to itself, asked twice.
          const hub = await lanes.hub({ document: own, variables: values }, viewer);
          for (const [lane, answer] of [
            ['hub', hub],
            ['native', await lanes.native(question, viewer)],
            ['javascript', await lanes.javascript(question, viewer)],
          ] as const) {
            expect([lane, answer.data, answer.errors]).toEqual([lane, truth.data, truth.errors]);
          }
          seen.compiled += Number(hub.isCompiled);
          seen.bytes += truth.data.length;
          seen.rows += Number(/:(\[\{|\{)/.test(truth.data));
        }
      }),
      { seed: SEED, numRuns: count, endOnFailure: true },
    );
    console.log(
      `${persona}: ${count} questions, each asked twice: ${seen.compiled} compiled, ${seen.rows} with rows, ${Math.round(seen.bytes / 1000)} kB`,
    );
    // The others ask for something that is worked out, as the minutes and the reasons are.
    expect(seen.compiled).toBeGreaterThan(2 * count * 0.75);
    expect(seen.rows).toBeGreaterThan(2 * count * 0.33);
  });
});

describe('a question across departments', () => {
  it.each(['children', 'council', 'elderly-care'] as const)(
    'is answered alike by both planners, and by the hub as by its planner: %s',
    async (persona) => {
      const viewer = await viewerOf(persona);
      const { current } = town.hub.graph;
      const schema = current.contracts.staff;
      const heavy = ['Query.organizations', 'Query.statistics', 'Query.programmes', 'Query.indicators'];
      const ground: Ground = { schema, may: (field) => !heavy.includes(field), values: valuesOf, depth: 4 };
      const seen = { rows: 0, planned: 0 };
      await fc.assert(
        fc.asyncProperty(randomQuestion(ground), async ({ query, variables, again }) => {
          const [document, own] = [parse(query), parse(query)];
          // What repeats itself more than the hub bears is refused before any lane: now and then chance writes it.
          fc.pre(!limitFault(document));
          expect(validate(schema, document)).toEqual([]);
          for (const values of [variables, again]) {
            const question = { document, variables: values };
            const native = await lanes.native(question, viewer);
            const javascript = await lanes.javascript(question, viewer);
            const hub = await lanes.hub({ document: own, variables: values }, viewer);
            expect([javascript.data, javascript.errors]).toEqual([native.data, native.errors]);
            expect([hub.data, hub.errors]).toEqual([native.data, native.errors]);
            seen.planned += Number(!hub.isCompiled);
            seen.rows += Number(/:(\[\{|\{)/.test(native.data));
          }
        }),
        { seed: SEED, numRuns: ABROAD, endOnFailure: true },
      );
      console.log(`${persona}: ${seen.planned} planned, ${seen.rows} with rows`);
      expect(seen.planned).toBeGreaterThan(ABROAD / 5);
    },
  );
});
