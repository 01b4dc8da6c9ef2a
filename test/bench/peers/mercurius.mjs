// Mercurius 16 with graphql-jit on Fastify: resolvers for the top, loaders (one statement for a level of the tree) for all that hangs below.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const { version } = JSON.parse(readFileSync(new URL('node_modules/mercurius/package.json', import.meta.url)));
const { databaseUrl } = JSON.parse(process.argv[2]);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
// Days are answered as the text that the database has.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

let statements = 0;
/** A prepared statement as a function from values to rows. */
const prepare = (text) => {
  const name = `statement-${(statements += 1)}`;
  return async (...values) => (await pool.query({ name, text, values })).rows;
};

/** A loader for a to-one field: rows by the key that the parent holds. */
const one = (table, columns, parentKey, key = 'id') => {
  const rows = prepare(`select ${key} as "_key", ${columns} from ${table} where ${key} = any ($1)`);
  return async (asked) => {
    const found = new Map((await rows([...new Set(asked.map(({ obj }) => obj[parentKey]))])).map((row) => [row._key, row]));
    return asked.map(({ obj }) => found.get(obj[parentKey]) ?? null);
  };
};
/** A loader for a to-many field, in order. */
const many = (table, columns, key, order, parentKey = 'id') => {
  const rows = prepare(`select ${key} as "_key", ${columns} from ${table} where ${key} = any ($1) order by ${order}`);
  return async (asked) => {
    const found = new Map(asked.map(({ obj }) => [obj[parentKey], []]));
    for (const row of await rows([...found.keys()])) found.get(row._key).push(row);
    return asked.map(({ obj }) => found.get(obj[parentKey]));
  };
};

const sessionById = prepare('select id, kind, number, title, held_on as "heldOn", status, step from core.session where id = $1');
const caseColumns = 'id, code, stage, topics, opened_on as "openedOn", version, lead_team_id, person_id, household_id';
const caseById = prepare(`select ${caseColumns} from core.support_case where id = $1`);
const newestCases = prepare(
  `select ${caseColumns} from core.support_case where lead_team_id = 'connection' order by opened_on desc, id desc limit $1`,
);

const schema = `
  type Query { session(id: ID!): Session case(id: ID!): Case cases(limit: Int!): [Case!]! }
  type Session { id: ID! kind: String! number: Int! title: String! heldOn: String! status: String! step: Int! agenda: [AgendaItem!]! }
  type AgendaItem { id: ID! position: Int! kind: String! letter: String! state: String! card: Card roles: [Role!]! actionItems: [ActionItem!]! }
  type Card { id: ID! title: String! ageBand: String! district: String strengths: [String!]! wishes: [String!]! worries: [String!]! }
  type Role { id: ID! title: String! version: Int! organization: Organization }
  type ActionItem { id: ID! title: String! dueOn: String status: String! version: Int! organization: Organization }
  type Organization { id: ID! name: String! }
  type Case { id: ID! code: String! stage: String! topics: [String!]! openedOn: String! version: Int! leadTeam: Team person: Person household: Household
    consultations: [Consultation!]! elderlyCare: ElderlyCare disability: Disability livelihood: Livelihood children: Children council: Council }
  type Team { id: ID! name: String! }
  type Person { id: ID! sex: String! ageBand: String! district: String! }
  type Household { id: ID! composition: String! }
  type Consultation { id: ID! receivedOn: String! route: String! urgency: String! }
  type ElderlyCare { id: ID! openedOn: String! careLevel: String certifications: [Certification!]! }
  type Certification { id: ID! level: String certifiedOn: String! }
  type Disability { id: ID! openedOn: String! mainDisability: String handbooks: [Handbook!]! }
  type Handbook { id: ID! kind: String grade: String }
  type Livelihood { id: ID! openedOn: String! incomeBand: String debts: [Debt!]! }
  type Debt { id: ID! kind: String amountBand: String }
  type Children { id: ID! openedOn: String! childrenCount: Int! families: [Family!]! }
  type Family { id: ID! takenOn: String! theme: String }
  type Council { id: ID! openedOn: String! concern: String! watchVisits: [Visit!]! }
  type Visit { id: ID! visitedOn: String! condition: String }`;

const organization = one('core.organization', 'id, name', 'organization_id');
const record = (schema, column) => one(`${schema}.case_record`, `id, case_id, opened_on as "openedOn", ${column}`, 'id', 'case_id');
const details = (table, columns, order) => many(table, columns, 'case_id', order, 'case_id');

const loaders = {
  Session: { agenda: many('core.agenda_item', 'id, position, kind, letter, state, card_id', 'session_id', 'position') },
  AgendaItem: {
    card: one('core.case_card', 'id, title, age_band as "ageBand", district, strengths, wishes, worries', 'card_id'),
    roles: many('core.role', 'id, title, version, organization_id', 'agenda_item_id', 'position, id'),
    actionItems: many(
      'core.action_item',
      'id, title, due_on as "dueOn", status, version, organization_id',
      'agenda_item_id',
      'created_at, id',
    ),
  },
  Role: { organization },
  ActionItem: { organization },
  Case: {
    leadTeam: one('core.team', 'id, name', 'lead_team_id'),
    person: one('core.person', 'id, sex, age_band as "ageBand", district', 'person_id'),
    household: one('core.household', 'id, composition', 'household_id'),
    consultations: many('core.consultation', 'id, received_on as "receivedOn", route, urgency', 'case_id', 'received_on desc, id'),
    elderlyCare: record('elderly_care', 'care_level as "careLevel"'),
    disability: record('disability', 'main_disability as "mainDisability"'),
    livelihood: record('livelihood', 'income_band as "incomeBand"'),
    children: record('children', 'children_count as "childrenCount"'),
    council: record('council', 'concern'),
  },
  ElderlyCare: {
    certifications: details('elderly_care.care_certification', 'id, level, certified_on as "certifiedOn"', 'certified_on desc, id'),
  },
  Disability: { handbooks: details('disability.handbook', 'id, kind, grade', 'issued_on desc, id') },
  Livelihood: { debts: details('livelihood.debt', 'id, kind, amount_band as "amountBand"', 'arranged, id') },
  Children: { families: details('children.family', 'id, taken_on as "takenOn", theme', 'taken_on desc, id') },
  Council: { watchVisits: details('council.watch_visit', 'id, visited_on as "visitedOn", condition', 'visited_on desc, id') },
};

const resolvers = {
  Query: {
    session: async (_source, { id }) => (await sessionById(id))[0] ?? null,
    case: async (_source, { id }) => (await caseById(id))[0] ?? null,
    cases: (_source, { limit }) => newestCases(limit),
  },
};

const app = Fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ ready: { address, version: `${version} on Node ${process.version}` } });
process.on('disconnect', () => process.exit());
