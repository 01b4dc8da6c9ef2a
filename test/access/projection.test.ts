import { type GraphQLObjectType, getNamedType, isObjectType, Kind, parse, type SelectionSetNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dice, diceFor } from '#seeds/town/dice';
import type { FieldClass } from '#server/access/field-class';
import { type Opened, project } from '#server/access/project';
import type { Viewer } from '#server/access/viewer';
import { readRows } from '#server/database/read';
import { Unit } from '#server/database/unit';
import { departments } from '#server/departments/registry';
import { newContext } from '#server/hub/context';
import type { Subgraph } from '#server/hub/subgraph';
import { aTown, type Town } from '#test/kit/a-town';
import { todaysSession } from '#test/kit/steer';
import { makeEveryStanding } from './facts';
import {
  consented,
  type Facts,
  gatherFacts,
  isClosed,
  isGuardedRelation,
  openedTo,
  type RawRow,
  rawRows,
  rowOf,
  shapeOf,
  tellable,
} from './raw-rows';

/** Rows of each type for each viewer, and selections of each; the full run: npm run attack -- projection. */
const ROWS = Number(process.env.HUB_TEST_ROWS ?? 15);
const SELECTIONS = Number(process.env.HUB_TEST_SELECTIONS ?? 1);

let town: Town;
let facts: Facts;
let session: string;
beforeAll(async () => {
  town = await aTown();
  await makeEveryStanding(town);
  session = await todaysSession(town);
  await town.display(session);
  await town.rows(`update core.agenda_item set state = 'DONE' where session_id = $1`, [session]);
  await town.rows(
    `update core.case_card set district_shown = false where id = (select card_id from core.agenda_item where session_id = $1 and card_id is not null limit 1)`,
    [session],
  );
  facts = await gatherFacts(town.rows);
});
afterAll(() => town?.close());

const viewers = (): readonly (readonly [string, Viewer])[] => [
  ...(['facilitator', 'elderly-care', 'disability', 'livelihood', 'children', 'council', 'administrator', 'analyst'] as const).map(
    (persona) => [persona, town.viewer(persona)] as const,
  ),
  [
    'case worker who hears cases in a 支援会議',
    { ...town.viewer('disability'), sessions: secret(), sworn: secret(), heard: facts.heard, left: facts.items.slice(0, 20) },
  ],
  ['display', { audience: 'display', actor: 'display:1', roles: [], teams: [], sessions: [], session }],
  [
    'case worker of two 担当 for whom the hub vouches',
    { ...town.viewer('livelihood'), teams: ['livelihood', 'elderly-care'], cases: vouched() },
  ],
  // Some who are protected and some who are not, so that a draw meets them.
  [
    'case worker in an emergency',
    {
      ...town.viewer('disability'),
      brokenGlass: [...[...facts.holders.keys()].slice(0, 40), ...[...facts.subjects.values()].slice(0, 40)],
    },
  ],
];

const secret = () => facts.secret;

/** Every case, with classes that take turns: what the hub would vouch for on the way into a department. */
function vouched(): Record<string, readonly FieldClass[]> {
  const turns: readonly FieldClass[][] = [[], ['sensitive'], ['note'], ['sensitive', 'note'], ['identity', 'address']];
  return Object.fromEntries(
    [...new Set(facts.consents.map(({ caseId }) => caseId))].map((id, index) => [id, turns[index % turns.length] ?? []]),
  );
}

/** Computed behind the viewer's own walls: what the sower reads of it, past them all, says nothing of what the viewer is to see. */
const behindWalls = ['ItemStanding', 'OfferedMatter', 'AgendaRequest'];

/** Worked out for every session there is before one is found by its id, as nobody but this test asks: a few viewers are enough. */
const wholes = ['CarriedOver', 'OpenPoint'];

/** Types that lie in a table, with the contract's fields for this audience. */
function rowTypes({ schema }: Subgraph): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && type.extensions.row?.table !== undefined && !behindWalls.includes(type.name),
  );
}

function askable(type: GraphQLObjectType, viewer: Viewer): string[] {
  const contract = town.hub.graph.current.contracts[viewer.audience].getType(type.name);
  const offered = isObjectType(contract) ? Object.keys(contract.getFields()) : [];
  return [...tellable(type), 'withheld'].filter((name) => offered.includes(name));
}

/** Ids of rows that the viewer sees, out of some drawn from everywhere: those on which a rule bears are rare. */
async function seenIds(viewer: Viewer, type: GraphQLObjectType, dice: Dice): Promise<string[]> {
  const { table, key, keyType } = rowOf(type);
  const every = await everyId(table, key);
  const drawn = dice.shuffle(every).slice(0, 8 * ROWS);
  const unit = new Unit(town.database, viewer);
  const json = await unit
    .json({
      // What is there for a viewer alone, as an inbox is, is drawn from the whole of it.
      text: `select coalesce(json_agg(${key}::text order by ${key}), '[]')::text as json from ${table}
        where ${every.length > 0 ? `${key} = any ($1::${keyType}[])` : 'cardinality($1::text[]) = 0'}`,
      values: [drawn],
    })
    .catch((fault: { code?: string }) => (fault.code === '42501' ? '[]' : Promise.reject(fault)))
    .finally(() => unit.close());
  return dice.shuffle(JSON.parse(json ?? '[]') as string[]).slice(0, ROWS);
}

const everyIdOf = new Map<string, Promise<string[]>>();

/** Past all walls, once for every table. */
function everyId(table: string, key: string): Promise<string[]> {
  const sql = `select ${key}::text as id from ${table} order by 1`;
  const ids =
    everyIdOf.get(table) ?? town.database.pool.query(sql).then(({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id));
  everyIdOf.set(table, ids);
  return ids;
}

/** Some of the fields in some order, a few of them twice under names of their own. */
function draw(fields: readonly string[], type: GraphQLObjectType, dice: Dice): { key: string; name: string; text: string }[] {
  const some = dice.shuffle(fields).slice(0, dice.between(1, fields.length));
  return [...some, ...some.filter(() => dice.chance(0.15))].map((name, index) => {
    const key = dice.chance(0.3) || index >= some.length ? `${name}_${index}` : name;
    const below = name === 'withheld' ? ' { field reason }' : isGuardedRelation(type, name) ? ' { id }' : '';
    return { key, name, text: `${key}: ${name}${below}` };
  });
}

const selectionOf = (text: string): SelectionSetNode => {
  const [definition] = parse(`{ ${text} }`).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no selection');
  return definition.selectionSet;
};

/** What counts rows, each behind its own wall: past the walls it counts others. `test/journeys/inbox.test.ts` holds it to what is seen. */
const counting = ['core.InboxStanding'];

/** Changes to people's rights, what crossed over, what is drawn on a map, who is connected, what oversight drafts: the invented city begins without any, and their fields are open to whoever sees the row. */
const unsown = [
  ...[
    'AccessChange',
    'ServiceAccount',
    'Crossing',
    'Proposal',
    'Presence',
    'EcoLink',
    'DisclosureRequest',
    'DisclosureRow',
    'ExposureReport',
    'ExposureSubject',
    'ReadReview',
  ],
].map((type) => `core.${type}`);

describe('the compiled answer is the projection of the raw row', () => {
  it('for every type with rows, whoever asks for whatever', async () => {
    const counts = { types: new Set<string>(), answers: 0, withheld: 0 };
    const [core, ...others] = town.hub.subgraphs as readonly [Subgraph, ...Subgraph[]];
    for (const subgraph of [core, ...others]) {
      const team = departments.find(({ key }) => key === subgraph.name)?.team;
      for (const type of rowTypes(subgraph)) {
        const asking = viewers().filter((_, place) => !wholes.includes(type.name) || place % 4 === 0);
        for (const [who, viewer] of asking) await compare(subgraph, type, who, viewer, team, counts);
      }
    }
    const all = [core, ...others].flatMap((subgraph) => rowTypes(subgraph).map((type) => `${subgraph.name}.${type.name}`));
    console.log(`projection: ${counts.types.size} of ${all.length} types, ${counts.answers} answers, ${counts.withheld} fields withheld`);
    expect(all.filter((name) => !counts.types.has(name) && !unsown.includes(name) && !counting.includes(name))).toEqual([]);
    expect(counts.withheld).toBeGreaterThan(300);
  });
});

async function compare(
  { name: subgraph, schema }: Subgraph,
  type: GraphQLObjectType,
  who: string,
  viewer: Viewer,
  team: string | undefined,
  counts: { types: Set<string>; answers: number; withheld: number },
): Promise<void> {
  const fields = counting.includes(`${subgraph}.${type.name}`) ? [] : askable(type, viewer);
  const dice = diceFor('projection', subgraph, type.name, who);
  const ids = fields.length > 0 ? await seenIds(viewer, type, dice) : [];
  if (ids.length === 0) return;
  counts.types.add(`${subgraph}.${type.name}`);
  const raw = (await rawRows(town.database, viewer, type, ids)).map((row) => asGuarded(viewer, type, row));
  const shown = await shownRelations(viewer, type, raw);
  for (let turn = 0; turn < SELECTIONS; turn += 1) {
    const asked = draw(fields, type, dice);
    const answered = await compiled(schema, viewer, type, asked.map(({ text }) => text).join(' '), ids);
    for (const [place, row] of raw.entries()) {
      const opened = openedTo(viewer, type, row.columns, facts, team);
      const projected = projection(viewer, type, row, opened, shown, asked);
      const expected = asked.map(({ key, name }) => [key, name === 'withheld' ? projected.withheld : projected.record[name]]);
      expect(Object.entries(answered[place] as object), `${who} ${type.name} ${ids[place]}`).toEqual(expected);
      counts.answers += 1;
      counts.withheld += projected.withheld.length;
    }
  }
}

/** The sower is past the guards that this value leans on: told from the facts, as PostgreSQL sorts them. */
function asGuarded(viewer: Viewer, { name }: GraphQLObjectType, row: RawRow): RawRow {
  if (name !== 'Case') return row;
  const classes = isClosed(row.columns.person_id, viewer, facts) ? [] : consented(row.columns.id, viewer, facts);
  return { ...row, values: { ...row.values, consentedClasses: [...new Set(classes)].sort() } };
}

/** One statement for these rows, as a root field or an entity of a department would read them. */
async function compiled(
  schema: Subgraph['schema'],
  viewer: Viewer,
  type: GraphQLObjectType,
  text: string,
  ids: readonly string[],
): Promise<unknown[]> {
  const context = newContext(town.database, viewer);
  return readRows(context, { schema, fragments: {}, variableValues: {} }, type, [selectionOf(text)], ids).finally(() =>
    context.unit.close(),
  );
}

const everyClass: readonly FieldClass[] = ['generalised', 'identity', 'address', 'sensitive', 'note', 'protected'];

/** `project()` on the raw row. A relation to a row that is hidden by its own table's policy closes the relation's class here. */
function projection(
  viewer: Viewer,
  type: GraphQLObjectType,
  row: RawRow,
  opened: Opened,
  shown: ReadonlySet<string>,
  asked: readonly { readonly name: string }[],
) {
  const names = [...new Set(asked.map(({ name }) => name))].filter((name) => name !== 'withheld');
  const relations = names.filter((name) => isGuardedRelation(type, name));
  const closed = relations.filter((name) => !shown.has(`${name} ${row.values[name]}`)).map((name) => shapeOf(type, name).class);
  const left =
    closed.length > 0 ? everyClass.filter((each) => !closed.includes(each) && (opened === 'all' || opened.includes(each))) : opened;
  const classes = Object.fromEntries(names.map((name) => [name, shapeOf(type, name).class]));
  const record = Object.fromEntries(names.map((name) => [name, relations.includes(name) ? { id: row.values[name] } : row.values[name]]));
  return project(viewer, classes, record, left);
}

/** `relation key` of the rows behind guarded relations that the viewer sees. */
async function shownRelations(viewer: Viewer, type: GraphQLObjectType, raw: readonly RawRow[]): Promise<ReadonlySet<string>> {
  const relations = viewer.audience === 'staff' ? tellable(type).filter((name) => isGuardedRelation(type, name)) : [];
  const unit = new Unit(town.database, viewer);
  const found = await Promise.all(
    relations.map((name) => {
      const { table, key } = rowOf(getNamedType(type.getFields()[name]?.type) as GraphQLObjectType);
      return unit.json({
        text: `select coalesce(json_agg(${key}), '[]')::text as json from ${table} where ${key} = any ($1::uuid[])`,
        values: [raw.map(({ values }) => values[name])],
      });
    }),
  ).finally(() => unit.close());
  return new Set(found.flatMap((json, index) => (JSON.parse(json ?? '[]') as string[]).map((key) => `${relations[index]} ${key}`)));
}
