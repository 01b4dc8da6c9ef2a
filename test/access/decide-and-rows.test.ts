import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Action, decide } from '#server/access/decide';
import type { StaffRole, Viewer } from '#server/access/viewer';
import { Unit } from '#server/database/unit';
import { aTown, type Town } from '#test/kit/a-town';
import { gatherKinds, type Kind, makeEveryStanding } from './facts';

/** Pairs of viewer and row to compare; the full run: HUB_TEST_PAIRS=100000. */
const PAIRS = Number(process.env.HUB_TEST_PAIRS ?? 9_000);
const ROWS = 40;
const SEED = 20260401;
const teams = ['elderly-care', 'disability', 'livelihood', 'children', 'council', 'connection'];
const roles: StaffRole[] = [
  'facilitator',
  'recorder',
  'coordinator',
  'caseworker',
  'outreach',
  'administrator',
  'supervisor',
  'disclosure-officer',
];

let town: Town;
let kinds: readonly Kind[];
/** Sessions with something on their agenda. */
let boards: readonly string[];
/** People of whom some are protected; a viewer has opened a few of them in an emergency, and is tied to others. */
let people: readonly string[];
beforeAll(async () => {
  town = await aTown();
  await makeEveryStanding(town);
  kinds = await gatherKinds(town);
  boards = (await town.rows<{ id: string }>('select distinct session_id as id from core.agenda_item order by 1')).map(({ id }) => id);
  people = (
    await town.rows<{ id: string }>(
      `select c.person_id as id from core.support_case c join core.person_guard g using (person_id) order by not g.protected, c.id limit 60`,
    )
  ).map(({ id }) => id);
});
afterAll(() => town?.close());

const kindOf = (action: Action) => kinds.find((kind) => kind.action === action) as Kind;

/** Viewers of every audience, with claims that theirs never has among them: the wall of an audience must not lean on the absence of a claim. */
function aViewer(): fc.Arbitrary<Viewer> {
  const sessions = kindOf('session:read').rows.map(({ id }) => id);
  // Of those that take cases the secret ones, too: most sessions have nothing that a claim could open.
  const matters = kindOf('matter:read').rows.map(({ subject }) => subject);
  const some = (all: readonly (string | undefined)[]) => fc.uniqueArray(fc.constantFrom(...(all as string[])), { maxLength: 6 });
  const askers = kindOf('request:read').rows.map(({ subject }) => subject.askedBy ?? '');
  const withCases = matters.map(({ session }) => session?.id);
  return fc.record({
    audience: fc.constantFrom('staff', 'staff', 'staff', 'staff', 'display', 'display', 'analyst'),
    actor: fc.constantFrom('staff:drawn', ...askers),
    roles: fc.subarray(roles),
    teams: fc.subarray(teams, { maxLength: 2 }),
    sessions: some([...sessions, ...withCases, ...withCases]),
    sworn: some([...sessions, ...withCases, ...withCases]),
    heard: some(matters.map(({ caseId }) => caseId)),
    left: some(matters.map(({ item }) => item?.id)),
    session: fc.constantFrom(...boards, ...sessions.slice(0, 3)),
    tied: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 })),
    brokenGlass: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 })),
  });
}

/** Whether a claim of the viewer names the row, or what it hangs on: too rare to be drawn by chance. */
function isNamed(viewer: Viewer, { id, subject }: Kind['rows'][number]): boolean {
  const names = [viewer.session, ...viewer.sessions, ...(viewer.heard ?? []), ...(viewer.left ?? [])];
  const cases = [subject.caseId, ...(subject.cases ?? []).map(({ caseId }) => caseId)];
  const people = [subject.about, ...(subject.cases ?? []).map(({ about }) => about)];
  if (people.some((one) => one !== undefined && (viewer.brokenGlass?.includes(one) || viewer.tied?.includes(one)))) return true;
  return [id, subject.session?.id, subject.item?.id, ...cases].some((one) => one !== undefined && names.includes(one));
}

/** Rows with the same facts are one group, and every group is drawn as often: most rows are alike, and few rules bear on those. */
function someRows({ rows }: Kind): fc.Arbitrary<Kind['rows']> {
  const groups = new Map<string, Kind['rows'][number][]>();
  for (const row of rows) {
    const { session, item, caseId, cases, ...subject } = row.subject;
    const ways = cases?.map(({ caseId: _, ...way }) => way);
    const facts = JSON.stringify(
      { ...subject, session: session?.kind, item: item?.shown, isCase: caseId !== undefined, ways },
      (key, value) => (key === 'about' ? undefined : value),
    );
    groups.set(facts, [...(groups.get(facts) ?? []), row]);
  }
  const drawn = fc.constantFrom(...groups.values()).chain((group) => fc.constantFrom(...group));
  return fc.uniqueArray(drawn, { minLength: fewest({ rows }), maxLength: fewest({ rows }), selector: ({ id }) => id });
}

const fewest = ({ rows }: Pick<Kind, 'rows'>) => Math.min(ROWS, Math.floor(rows.length / 2));

/** Of these rows, the ones that the database shows to the viewer; a table that is closed altogether shows none. */
async function shown(viewer: Viewer, { table, key, type = 'uuid' }: Kind, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const unit = new Unit(town.database, viewer);
  const text = `select coalesce(json_agg(t.${key}::text), '[]')::text as json from ${table} t where t.${key} = any ($1::${type}[])`;
  const json = await unit
    .json({ text, values: [ids] })
    .catch((fault: { code?: string }) => (fault.code === '42501' ? '[]' : Promise.reject(fault)))
    .finally(() => unit.close());
  return new Set(JSON.parse(json ?? '[]') as string[]);
}

const asked = [
  'case:read',
  'person:read',
  'household:read',
  'member:read',
  'identity:read',
  'address:read',
  'record:read',
  'session:read',
  'card:read',
  'agenda:read',
  'matter:read',
  'agreement:read',
  'audit:review',
  'disclosure:decide',
  'exposure:trace',
  'consent:read',
  'disclosure:read',
  'request:read',
  'protection:read',
  'glass:read',
] as const;

describe('what decide allows is what the database shows, no more and no less', () => {
  const tables = (action: Action) => (['agreement:read', 'request:read', 'audit:review'].includes(action) ? [0, 1] : [0]);
  it.each(asked.flatMap((action) => tables(action).map((at) => [action, at] as const)))('%s (%i)', async (action, at) => {
    const kind = kinds.filter((each) => each.action === action)[at] as Kind;
    const reasons = new Map<string, number>();
    let pairs = 0;
    const compare = async (viewer: Viewer, drawn: Kind['rows']) => {
      const rows = [...new Set([...drawn, ...kind.rows.filter((row) => isNamed(viewer, row))])];
      const seen = await shown(
        viewer,
        kind,
        rows.map(({ id }) => id),
      );
      for (const { id, subject } of rows) {
        const { allowed, because } = decide(viewer, action, subject);
        const reason = `${allowed ? 'allowed' : 'denied'} by ${because}`;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        pairs += 1;
        if (seen.has(id) !== allowed)
          throw new Error(`${reason}, and ${seen.has(id) ? 'shown' : 'hidden'}: ${JSON.stringify({ id, viewer, subject })}`);
      }
    };
    const numRuns = Math.ceil(PAIRS / asked.length / fewest(kind));
    await fc.assert(fc.asyncProperty(aViewer(), someRows(kind), compare), { numRuns, seed: SEED });
    console.log(
      `${action}: ${pairs} pairs of ${kind.rows.length} rows; ${[...reasons].map(([reason, count]) => `${reason} ${count}`).join(', ')}`,
    );
    expect(pairs).toBeGreaterThanOrEqual(PAIRS / asked.length);
    expect([...reasons.keys()].filter((reason) => reason.startsWith('allowed')).length).toBeGreaterThan(0);
    expect([...reasons.keys()].filter((reason) => reason.startsWith('denied')).length).toBeGreaterThan(0);
  });
});

describe('protection', () => {
  it('is told of by the guard of every person for whom it is registered, with the same holders, and by no other', async () => {
    const [counted] = await town.rows<{ registered: number; apart: number; unregistered: number }>(
      `select count(t.id)::int as registered, count(*) filter (where t.id is not null and not (g.protected and g.holders = t.holders))::int as apart,
         count(*) filter (where t.id is null and (g.protected or g.holders <> '{}'))::int as unregistered
       from core.person p join core.person_guard g on g.person_id = p.id left join core.protection t on t.person_id = p.id and t.ended_at is null`,
    );
    expect(counted).toMatchObject({ apart: 0, unregistered: 0 });
    expect(counted?.registered).toBeGreaterThan(2);
  });

  it('closes and opens a person by its own row alone, whoever writes', async () => {
    const closed = (sql: string) => expect(town.rows(sql)).rejects.toThrow('a person is closed by a protection and by nothing else');
    await closed(`update core.person_guard set protected = false where person_id in (select person_id from core.protection)`);
    await closed(`update core.person_guard set holders = holders || '{livelihood}' where protected`);
    await closed(`update core.person_guard set protected = true where not protected`);
    await expect(
      town.rows(`update core.protection set ended_at = now(), ended_by = (select id from core.staff limit 1)`),
    ).rejects.toThrow();
  });
});
