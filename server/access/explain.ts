import { type ConsentTerms, type Decision, decide, type KnownCase, type Subject } from './decide';
import { hears } from './decide-conference';
import { exposure, type FieldClass } from './field-class';
import { openedCase, openedDepartment, openedPlan, openedWindow, opening } from './opened';
import { type Opened, shows } from './project';
import type { Viewer } from './viewer';

/** A consent with its end, an ISO instant. */
export interface DatedConsent extends ConsentTerms {
  readonly until: string;
}
type Dated = Pick<Subject, 'teams' | 'protection' | 'about' | 'caseId'> & { readonly consents: readonly DatedConsent[] };

/** What is known of a case: as much as whoever asks may know. */
export interface CaseFacts {
  readonly case: Dated;
  /** Whom it is about: every 担当 that serves the person, and what they consented to on any case. */
  readonly person: Dated;
  /** Windows at which the case was brought forward, by whom, what they consented to on this case, and a protection of theirs. */
  readonly windows: readonly (Dated & { readonly team: string; readonly name: string; readonly person: 'subject' | 'housemate' })[];
  /** The consents on the case by themselves, of its person and of others, with the 担当 that serve whoever gave each. */
  readonly consents: readonly Pick<Subject, 'teams' | 'protection' | 'about' | 'consent'>[];
}

/** A type of record that hangs on a case, with the class of each field, as the schema says. */
export interface RecordType {
  readonly type: string;
  /** The way from the case, of field names with points between them; empty for the case itself. */
  readonly path: string;
  readonly name: string;
  /** 担当 of the department that keeps it; none for the core's. */
  readonly team?: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly class: FieldClass }[];
}

/** Shown, withheld on a row that is shown, or hidden with its row. */
export type AccessState = 'SHOWN' | 'WITHHELD' | 'HIDDEN';

/**
 * Why. OWN: the 担当 serves. RECORD: the 担当 wrote it. HEARD: a 支援会議 hears the case at whose table they sit (法106条の6). EMERGENCY: whoever asks opened the person (緊急閲覧). A protection has no word of its own: what it closes is CLOSED, as is whatever no rule opens. ALWAYS: whoever sees the row sees the
 * field. AUDIENCE: the wall and the analysts have no such field at all.
 */
export type AccessReason = 'OWN' | 'RECORD' | 'HEARD' | 'CONSENT' | 'EMERGENCY' | 'GRANTED' | 'ALWAYS' | 'CLOSED' | 'AUDIENCE';

/** What becomes of a record or a field, why, and until when a consent keeps it open (ISO instant, null: no end is known). */
export interface Explained {
  readonly state: AccessState;
  readonly reason: AccessReason;
  readonly until: string | null;
}
export interface ExplainedField extends Explained {
  readonly field: string;
  readonly label: string;
  readonly class: FieldClass;
}
export interface ExplainedRecord extends Explained, Pick<RecordType, 'type' | 'path' | 'name'> {
  readonly fields: readonly ExplainedField[];
}

/** How one record stands to the viewer before its fields are looked at. */
interface Row {
  readonly decision: Decision;
  readonly opened: Opened;
  readonly standing: Dated;
  /** 担当 that keeps the record; none where it is nobody's own. */
  readonly owner?: string;
  /** The class that a consent must name for the row to be there at all. */
  readonly needs?: FieldClass;
}
type Rule = (viewer: Viewer, facts: CaseFacts) => Row;

const row = (decision: Decision, opened: Opened, standing: Dated, needs?: FieldClass): Row => ({
  decision,
  opened,
  standing,
  ...(needs ? { needs } : {}),
});

/** A department is told of a shared case only by the classes that its person's consents open on it. */
const vouched = ({ consents, protection }: Dated): KnownCase => ({
  person: 'subject',
  consents: consents.filter(({ classes }) => classes.length > 0),
  ...(protection ? { protection } : {}),
});

const rules: Readonly<Record<string, Rule>> = {
  Case: (viewer, facts) => row(decide(viewer, 'case:read', facts.case), openedCase(viewer, facts.case), facts.case),
  Person: (viewer, { case: one, person }) =>
    row(decide(viewer, 'person:read', { ...person, cases: [{ ...one, person: 'subject' }] }), 'all', one),
  PersonIdentity: (viewer, { person }) => row(decide(viewer, 'identity:read', person), 'all', person, 'identity'),
  PersonContact: (viewer, { person }) => row(decide(viewer, 'address:read', person), 'all', person, 'address'),
  Household: (viewer, { case: one }) => row(decide(viewer, 'household:read', { cases: [one] }), 'all', one),
  // One of them is enough: each has a row of its own, and those that are closed are not there.
  Consent: (viewer, { consents, case: one }) => {
    const decisions = consents.map((consent) => decide(viewer, 'consent:read', consent));
    return row(decisions.find(({ allowed }) => allowed) ?? nobodys, 'all', one);
  },
  SupportPlan: (viewer, { case: one }) => row(decide(viewer, 'case:read', one), openedPlan(viewer, one), one),
};

const nobodys: Decision = { allowed: false, because: 'consent' };

/** What was said at one window, by one person: its own, and of others as far as that person consented. */
const windowRule = (
  viewer: Viewer,
  { case: one }: CaseFacts,
  { team, person, consents, protection }: CaseFacts['windows'][number],
): Row => {
  const closes = protection ? { protection } : {};
  const subject = { teams: [team], cases: [{ ...one, person, given: consents }], ...closes };
  const given = { consents, ...closes, ...(one.caseId ? { caseId: one.caseId } : {}) };
  return { ...row(decide(viewer, 'record:read', subject), openedWindow(viewer, given, team), given), owner: team };
};

const departmentRule = (viewer: Viewer, { case: one }: CaseFacts, team: string): Row => {
  const decision = decide(viewer, 'record:read', { teams: [team], cases: [vouched(one)] });
  // What a 支援会議 hears of, departments do not open.
  const { caseId, ...standing } = one;
  return { ...row(decision, openedDepartment(viewer, one, team), standing), owner: team };
};

/** Types of the core that are explained, with the way to each from the case and the name it has on the screen. */
export const explainedTypes: readonly Pick<RecordType, 'type' | 'path' | 'name'>[] = [
  { type: 'Case', path: '', name: '事例' },
  { type: 'Person', path: 'person', name: '本人' },
  { type: 'PersonIdentity', path: 'person.identity', name: '氏名と生年月日' },
  { type: 'PersonContact', path: 'person.contact', name: '住所と電話' },
  { type: 'Household', path: 'household', name: '世帯' },
  { type: 'Consultation', path: 'consultations', name: '相談' },
  { type: 'Consent', path: 'consents', name: '同意' },
  { type: 'SupportPlan', path: 'plan', name: '支援プラン' },
];

/**
 * What of a case the viewer would see, field by field, and why: nothing else than `decide`, `exposure` and `shows`, asked one after another in
 * the order in which a query meets them. A record is reached only by a way that is shown, so what lies behind a hidden one is hidden.
 */
export function explain(viewer: Viewer, facts: CaseFacts, types: readonly RecordType[]): readonly ExplainedRecord[] {
  const all: ExplainedRecord[] = [];
  for (const type of types) {
    // Before the case itself there is none.
    const parent = all.find(({ path }) => path === type.path.split('.').slice(0, -1).join('.'));
    if (type.type !== 'Consultation') all.push(explainRecord(viewer, type, rowOf(viewer, facts, type), parent));
    else
      for (const window of facts.windows)
        all.push(explainRecord(viewer, { ...type, name: `${type.name}（${window.name}）` }, windowRule(viewer, facts, window), parent));
  }
  return all.map((record) => ({ ...record, fields: record.fields.map((field) => asFarAsTheWay(viewer, record, field, all)) }));
}

function rowOf(viewer: Viewer, facts: CaseFacts, { type, team }: RecordType): Row {
  if (team !== undefined) return departmentRule(viewer, facts, team);
  const rule = rules[type];
  if (!rule) throw new Error(`${type} has no rule that explains it`);
  return rule(viewer, facts);
}

function explainRecord(
  viewer: Viewer,
  { type, path, name, fields }: RecordType,
  found: Row,
  parent: ExplainedRecord | undefined,
): ExplainedRecord {
  const way = parent?.fields.find((each) => each.field === path.split('.').at(-1));
  const isReached = parent === undefined || (parent.state === 'SHOWN' && way?.state !== 'WITHHELD');
  const state = explainRow(viewer, found, isReached);
  const one = (field: RecordType['fields'][number]): ExplainedField => ({
    field: field.name,
    label: field.label,
    class: field.class,
    ...explainField(viewer, field.class, found, state),
  });
  return { type, path, name, ...state, fields: fields.map(one) };
}

const reasons: Readonly<Partial<Record<Decision['because'], AccessReason>>> = {
  consent: 'CONSENT',
  glass: 'EMERGENCY',
  conference: 'HEARD',
};

function explainRow(viewer: Viewer, { decision, opened, standing, needs, owner }: Row, isReached: boolean): Explained {
  if (!decision.allowed || !isReached) return closed(viewer, 'HIDDEN');
  const own = owner && opened === 'all' ? 'RECORD' : 'OWN';
  const reason = decision.because === 'own' ? own : (reasons[decision.because] ?? 'GRANTED');
  return { state: 'SHOWN', reason, until: reason === 'CONSENT' ? endOf(viewer, standing, needs) : null };
}

function explainField(viewer: Viewer, fieldClass: FieldClass, { opened, standing }: Row, record: Explained): Explained {
  if (record.state !== 'SHOWN') return record;
  if (!shows(viewer, fieldClass, opened)) return closed(viewer, 'WITHHELD');
  if (exposure[viewer.audience][fieldClass] === 'always') return { state: 'SHOWN', reason: 'ALWAYS', until: record.until };
  if (opened === 'all' || record.reason === 'EMERGENCY') return record;
  if (hears(viewer, standing.caseId)) return { state: 'SHOWN', reason: 'HEARD', until: null };
  const named = standing.consents.some(({ classes }) => classes.includes(fieldClass)) ? fieldClass : undefined;
  return { state: 'SHOWN', reason: 'CONSENT', until: endOf(viewer, standing, named) };
}

/** A field that leads to a row of its own is withheld with that row, where its class leaves it to rows at all. */
function asFarAsTheWay(viewer: Viewer, record: ExplainedRecord, field: ExplainedField, all: readonly ExplainedRecord[]): ExplainedField {
  const path = record.path === '' ? field.field : `${record.path}.${field.field}`;
  const behind = all.find((each) => each.path === path);
  const isGuarded = exposure[viewer.audience][field.class] === 'row';
  if (field.state !== 'SHOWN' || !isGuarded || !behind || behind.state === 'SHOWN') return field;
  return { ...field, ...closed(viewer, 'WITHHELD') };
}

const closed = (viewer: Viewer, state: AccessState): Explained => ({
  state,
  reason: viewer.audience === 'staff' ? 'CLOSED' : 'AUDIENCE',
  until: null,
});

/** The day on which the last of the consents ends that open it now. */
function endOf(viewer: Viewer, standing: Dated, named?: FieldClass): string | null {
  const ends = opening(viewer, standing.consents, standing, named).map(({ until }) => until);
  return ends.sort().at(-1) ?? null;
}
