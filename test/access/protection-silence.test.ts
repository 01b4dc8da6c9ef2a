import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { buildSubgraphs } from '#server/hub/hub';
import { aPersonToGuard, type Guarded, guarded } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { storedOperations } from '#test/kit/stored-operations';
import { markersIn } from './marker-owners';

/** Personas who could not see the person before either, and what a wall and an analyst ask. */
const strangers = ['disability', 'council', 'recorder', 'administrator', 'analyst'] as const;

let town: Town;
let one: Guarded;
let guests: Record<(typeof strangers)[number] | 'livelihood', Guest>;
beforeAll(async () => {
  town = await aTown();
  one = await aPersonToGuard(town, 3);
  const signedIn = [...strangers, 'livelihood' as const].map(async (persona) => [persona, await town.as(persona)] as const);
  guests = Object.fromEntries(await Promise.all(signedIn)) as typeof guests;
});
afterAll(() => town?.close());

const whole = `id code stage topics summary openedOn person { id ageBand district identity { name } contact { address } } household { id members { relationship } }
  consultations { id note } consents { id } plan { state } roles { id } actionItems { id } protection { id kind } withheld { field reason }
  elderlyCare { id } disability { id } livelihood { id } children { id } council { id }`;
const topics = ['DV・虐待', '住まい', '介護'];

/** Everything that somebody may list, count, page through or ask for by name, in every order there is. */
const questions: readonly (readonly [text: string, variables: () => Record<string, unknown>])[] = [
  [`{ cases(limit: 200) { ${whole.replace(/elderlyCare.*/, '')} } }`, () => ({})],
  ['{ cases(limit: 200) { id } }', () => ({})],
  ['query ($after: ID) { cases(limit: 200, after: $after) { id } }', () => ({ after: one.case })],
  [`query ($id: ID!) { case(id: $id) { ${whole} } }`, () => ({ id: one.case })],
  ['{ protections(limit: 200) { id personless: kind } }', () => ({})],
  ['{ brokenGlasses(limit: 200) { id caseCode } ownGlasses { id } }', () => ({})],
  ['{ sessions(limit: 200) { id agenda { id card { id state case { id } } } } }', () => ({})],
  ['{ communityIssues(limit: 200) { id } indicators { id cells { raw } } }', () => ({})],
  ['{ elderlyCareRecords(limit: 500) { id note } disabilityRecords(limit: 500) { id } livelihoodRecords(limit: 500) { id } }', () => ({})],
  ['{ childrenRecords(limit: 500) { id } councilRecords(limit: 500) { id } }', () => ({})],
  ...topics.map((topic) => ['query ($topic: String) { cases(topic: $topic, limit: 200) { id } }', () => ({ topic })] as const),
];
const answersOf = async (guest: Guest) =>
  Promise.all(questions.map(async ([text, variables]) => (await guest.ask(text, variables())).text));

describe('a protection', () => {
  it('changes not one byte of what those are answered who could not see the person anyway, and closes fields to those who could', async () => {
    const before = await Promise.all(strangers.map((persona) => answersOf(guests[persona])));
    const serving = await answersOf(guests.livelihood);
    const { done } = await guarded(town, await town.as('elderly-care'), one.person, ['elderly-care']);
    expect(done).toBeTruthy();
    const after = await Promise.all(strangers.map((persona) => answersOf(guests[persona])));
    for (const [index, persona] of strangers.entries())
      for (const [place, [question]] of questions.entries())
        expect(after[index]?.[place], `${persona} asks ${question}`).toBe(before[index]?.[place]);
    expect(before.flat().filter((text) => text.includes('"data":{')).length).toBeGreaterThan(20);

    const now = await answersOf(guests.livelihood);
    const apart = now.flatMap((text, place) => (text === serving[place] ? [] : [place]));
    expect(apart, 'the list with its fields, and the case itself; no count, no order, no other list').toEqual([0, 3]);
    const reason = 'あなたの担当には開かれていない項目です。';
    expect(JSON.parse(now[3] ?? '').data.case).toMatchObject({
      ...JSON.parse(serving[3] ?? '').data.case,
      summary: null,
      person: null,
      household: null,
      // What other windows wrote; the own one wrote nothing here.
      consultations: [],
      withheld: ['summary', 'person', 'household'].map((field) => ({ field, reason })),
    });
  });

  it('leaves nothing of the person in any question that a screen or a sheet of paper asks, for those outside', async () => {
    const traces = await town.rows<{ text: string }>(
      `select concat_ws(' ', i.name, i.name_kana, k.address, k.phone) as text from core.person_identity i join core.person_contact k using (person_id) where person_id = $1`,
      [one.person],
    );
    const markers = [...traces.flatMap(({ text }) => markersIn(text)), one.person, one.household];
    const queries = (await storedOperations()).filter(({ operation, audience }) => operation.operation === 'query' && audience === 'staff');
    const session = (
      await town.rows<{ id: string }>(`select id from core.session where kind = 'MARUGOTO' order by held_on desc limit 1`)
    )[0]?.id;
    let asked = 0;
    for (const { document, name } of queries) {
      for (const id of [one.case, session]) {
        const text = document.loc?.source.body ?? '';
        const { text: answer } = await guests.livelihood.ask(text, { id, session: id, limit: 200 });
        expect(
          markers.filter((marker) => answer.includes(marker)),
          name,
        ).toEqual([]);
        asked += 1;
      }
    }
    console.log(`${asked} questions of screens, ${markers.length} traces`);
    expect(asked).toBeGreaterThan(20);
  });
});

describe('the schema', () => {
  const { core, departments: own } = buildSubgraphs(departments);

  it('has no argument that filters or orders by protection, and one list of them, for holders', () => {
    const roots = [core, ...own.values()].flatMap(({ schema }) => Object.values(schema.getQueryType()?.getFields() ?? {}));
    const args = roots.flatMap((field) => field.args.map((arg) => `${field.name}.${arg.name}`));
    expect(args.length).toBeGreaterThan(20);
    expect(args.filter((name) => /\.(.*(protect|hold|guard|closed|person|order|sort).*)$/i.test(name))).toEqual([]);
  });

  it('lets no department keep who somebody is or where: what a protection closes lies in the core alone', () => {
    const fields = [...own.values()].flatMap(({ schema }) =>
      Object.values(schema.getTypeMap()).flatMap((type) =>
        isObjectType(type)
          ? Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.extensions.shape?.class] as const)
          : [],
      ),
    );
    expect(fields.length).toBeGreaterThan(80);
    expect(
      fields.filter(([, fieldClass]) => ['identity', 'address', 'protected'].includes(fieldClass ?? '')).map(([name]) => name),
    ).toEqual([]);
  });
});
