import { type GraphQLObjectType, getNamedType, isLeafType, isListType, isObjectType } from 'graphql';
import type { FieldClass } from '#server/access/field-class';
import type { Opened } from '#server/access/project';
import type { Viewer } from '#server/access/viewer';
import { asSystem } from '#server/database/as-viewer';
import { claimsSql } from '#server/database/prelude';
import { type FieldShape, type RowShape, snake } from '#server/database/shape';
import type { Database } from '#server/database/source';

/** A row as it lies in its table, all columns, and the values of its fields before anything is withheld. */
export interface RawRow {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export const shapeOf = (type: GraphQLObjectType, field: string) => type.getFields()[field]?.extensions.shape as FieldShape;
export const rowOf = (type: GraphQLObjectType) => type.extensions.row as RowShape & { table: string };

/** Fields that this test can tell from the table: leaves, and to-one relations whose class the row decides. */
export function tellable(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const shape = shapeOf(type, field.name);
    if (!shape) return [];
    return isLeafType(getNamedType(field.type)) || isGuardedRelation(type, field.name) ? [field.name] : [];
  });
}

const guarded: readonly FieldClass[] = ['identity', 'address', 'sensitive', 'note', 'protected'];

/** Whether the field leads to a row of a table of its own, whose policy says if it is shown. */
export function isGuardedRelation(type: GraphQLObjectType, name: string): boolean {
  const { type: output } = type.getFields()[name] ?? {};
  return isObjectType(getNamedType(output)) && !isListType(output) && guarded.includes(shapeOf(type, name).class);
}

/** Tables that only the keeper of the audit reads as the house. */
const keepers: readonly (string | undefined)[] = ['hub.retention_rule', 'hub.disclosure_request', 'hub.sign_in_event'];

/** Rows of a type straight from its table, under the viewer's claims (some values depend on who asks) and past every wall. */
export async function rawRows(database: Database, viewer: Viewer, type: GraphQLObjectType, ids: readonly string[]): Promise<RawRow[]> {
  const { table, key } = rowOf(type);
  const values = tellable(type).map(
    (name) => `'${name}', ${isGuardedRelation(type, name) ? keyBehind(type, name) : fieldValue(type, name)}`,
  );
  const text = `select to_jsonb(t) as columns, jsonb_build_object(${values.join(', ')}) as "values"
    from unnest($1::text[]) with ordinality k (id, position) join ${table} t on t.${key}::text = k.id order by k.position`;
  const isOfTheHouse = table.startsWith('hub.') || values.some((value) => /\bfrom hub\./.test(value));
  const role = keepers.includes(table) ? 'hub_keeper' : isOfTheHouse ? 'hub_system' : 'hub_sower';
  return asSystem(database, role, async (query) => {
    await query(`select ${claimsSql(viewer)}`);
    return query<{ columns: Record<string, unknown>; values: Record<string, unknown> }>(text, [ids]);
  });
}

function fieldValue(type: GraphQLObjectType, name: string): string {
  const value = shapeOf(type, name).sql?.('t') ?? `t.${snake(name)}`;
  const isInstant = getNamedType(type.getFields()[name]?.type)?.name === 'DateTime';
  return isInstant ? `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : value;
}

/** The key of the row that a relation leads to, whoever may see it. */
function keyBehind(type: GraphQLObjectType, name: string): string {
  const target = rowOf(getNamedType(type.getFields()[name]?.type) as GraphQLObjectType);
  const { one, on } = shapeOf(type, name);
  return `(select u.${target.key} from ${target.table} u where ${on ? on('t', 'u') : `u.${target.key} = t.${one}`})`;
}

/** What rows of several types lean on: whose cases, consents and protections there are. */
export interface Facts {
  readonly consents: readonly CaseConsent[];
  /** Case → 担当 that serve it. */
  readonly serving: ReadonlyMap<string, readonly string[]>;
  /** Case → the person whom it is about. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Protected person → holders. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  /** Family → its case. */
  readonly families: ReadonlyMap<string, string>;
  /** 支援会議 with cases on their agenda, these cases, and the items of all agendas that hold one. */
  readonly secret: readonly string[];
  readonly heard: readonly string[];
  readonly items: readonly string[];
}

/** A consent on a case, as it stands. */
export interface CaseConsent {
  readonly caseId: string;
  readonly personId: string;
  readonly receivers: readonly string[];
  readonly exclusions: readonly string[];
  readonly classes: readonly string[];
  readonly live: boolean;
}

export async function gatherFacts(rows: <R>(sql: string) => Promise<R[]>): Promise<Facts> {
  const consents = await rows<CaseConsent>(
    `select case_id as "caseId", person_id as "personId", receivers, exclusions, classes,
       withdrawn_at is null and now() >= valid_from and now() < valid_until as live from core.consent`,
  );
  const cases = await rows<{ id: string; teams: string[]; personId: string }>(
    'select id, teams, person_id as "personId" from core.support_case',
  );
  const closed = await rows<{ id: string; holders: string[] }>('select person_id as id, holders from core.person_guard where protected');
  const families = await rows<{ id: string; caseId: string }>(
    'select id, case_id as "caseId" from children.family where case_id is not null',
  );
  const matters = await rows<{ session: string; item: string; case: string; secret: boolean }>(
    'select session_id as session, agenda_item_id as item, case_id as case, restricted as secret from core.case_item order by agenda_item_id',
  );
  const secret = matters.filter((one) => one.secret);
  return {
    secret: [...new Set(secret.map((one) => one.session))],
    heard: [...new Set(secret.map((one) => one.case))],
    items: matters.map((one) => one.item),
    consents,
    serving: new Map(cases.map(({ id, teams }) => [id, teams])),
    subjects: new Map(cases.map(({ id, personId }) => [id, personId])),
    holders: new Map(closed.map(({ id, holders }) => [id, holders])),
    families: new Map(families.map(({ id, caseId }) => [id, caseId])),
  };
}

type Columns = Readonly<Record<string, unknown>>;
const overlap = (some: unknown, others: readonly string[]) => ((some ?? []) as readonly string[]).some((one) => others.includes(one));

/** What a 支援会議 opens of its cases to those who hear them (the visibility table). */
const everything: readonly FieldClass[] = ['identity', 'address', 'sensitive', 'note', 'protected'];
const hears = (caseId: unknown, { heard = [] }: Viewer) => heard.includes(String(caseId));
const heardOr = (other: typeof consented, row: Columns, viewer: Viewer, facts: Facts) =>
  hears(row.case_id, viewer) ? everything : other(row.case_id, viewer, facts);

/** What each type's rows open to a member of staff, told from the facts and not from the SQL that is to be tested. */
const openedByType: Readonly<Record<string, (row: Columns, viewer: Viewer, facts: Facts) => Opened>> = {
  Case: (row, viewer, facts) => {
    if (isClosed(row.person_id, viewer, facts)) return ['sensitive'];
    if (overlap(row.teams, viewer.teams)) return 'all';
    const emergency: FieldClass[] = viewer.brokenGlass?.includes(String(row.person_id)) ? ['protected', 'sensitive'] : [];
    const heard = hears(row.id, viewer);
    return [...emergency, ...(heard ? everything : [...consented(row.id, viewer, facts), 'protected' as const])];
  },
  SupportPlan: (row, viewer, facts) =>
    overlap(facts.serving.get(String(row.case_id)), viewer.teams) ? 'all' : heardOr(consented, row, viewer, facts),
  RequestedCase: (row, viewer, facts) => openedByType.CaseItem?.(row, viewer, facts) ?? [],
  CaseItem: (row, viewer, facts) => {
    if (isClosed(row.person_id, viewer, facts)) return [];
    if (isSteering(viewer) || overlap(facts.serving.get(String(row.case_id)), viewer.teams)) return 'all';
    return heardOr(consented, row, viewer, facts);
  },
  ActionItem: (row, viewer, facts) => {
    if (!row.case_id) return 'all';
    if (isClosed(facts.subjects.get(String(row.case_id)), viewer, facts)) return [];
    if (isSteering(viewer) || overlap(facts.serving.get(String(row.case_id)), viewer.teams)) return 'all';
    return heardOr(consented, row, viewer, facts);
  },
  Correction: (row, viewer, facts) => openedByType.ActionItem?.(row, viewer, facts) ?? [],
  CaseCard: (row, viewer) => (overlap(row.teams, viewer.teams) || isSteering(viewer) ? 'all' : ['sensitive']),
  AgendaItem: (_row, viewer) => (isSteering(viewer) ? 'all' : []),
  Consultation: (row, viewer, facts) => {
    if (viewer.teams.includes(String(row.team_id))) return 'all';
    return hears(row.case_id, viewer) ? everything : consented(row.case_id, viewer, facts, String(row.person_id));
  },
};

const isSteering = ({ roles }: Viewer) => overlap(['facilitator', 'recorder', 'coordinator'], roles);

export function isClosed(personId: unknown, viewer: Viewer, { holders }: Facts): boolean {
  const held = holders.get(String(personId));
  return held !== undefined && !overlap(held, viewer.teams) && !viewer.brokenGlass?.includes(String(personId));
}

/** What this person, or the one whom the case is about, agreed to open of the case to the viewer. */
export function consented(caseId: unknown, viewer: Viewer, facts: Facts, personId = facts.subjects.get(String(caseId))): FieldClass[] {
  const live = facts.consents.filter(
    (consent) =>
      consent.live &&
      consent.caseId === caseId &&
      consent.personId === personId &&
      overlap(consent.receivers, viewer.teams) &&
      !overlap(consent.exclusions, viewer.teams) &&
      !isClosed(consent.personId, viewer, facts),
  );
  return live.flatMap(({ classes }) => classes as FieldClass[]);
}

/** What a row opens to a viewer. `team`: of the department that the type belongs to. Throws for a type that opens by a rule not told here. */
export function openedTo(viewer: Viewer, type: GraphQLObjectType, row: Columns, facts: Facts, team?: string): Opened {
  if (viewer.audience !== 'staff') return type.name === 'CaseCard' && row.district_shown ? ['generalised'] : [];
  if (!rowOf(type).opened) return 'all';
  if (team) return viewer.teams.includes(team) ? 'all' : vouched(row.case_id ?? facts.families.get(String(row.family_id)), viewer);
  const rule = openedByType[type.name];
  if (!rule) throw new Error(`${type.name} opens by a rule that this test does not know: tell it here`);
  return rule(row, viewer, facts);
}

/** A department opens what the hub vouches for, and never its notes. */
const vouched = (caseId: unknown, viewer: Viewer) =>
  (viewer.cases?.[String(caseId)] ?? []).filter((each) => each !== 'note') as FieldClass[];
