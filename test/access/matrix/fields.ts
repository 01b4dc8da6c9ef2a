import { elderlyCare, holding, serving, servingGuarded, sharing, type Who } from './who';

/** Who sees a field filled when they ask for the open case, and for the protected person's case; nobody, where nothing is said. */
export interface Seen {
  readonly openCase?: readonly Who[];
  readonly guardedCase?: readonly Who[];
}

const sees = (openCase: readonly Who[], guardedCase: readonly Who[] = []): Seen => ({ openCase, guardedCase });
/** What a department's records say of a person: to itself, on a case that it sees; and where the person agreed, to 困窮. Never a note. */
const shared = ['livelihood'] as const;

/** Fields that no case, person or board leads to. */
const apart = (type: string, names: readonly string[]): Readonly<Record<string, Seen>> =>
  Object.fromEntries(names.map((name) => [`${type}.${name}`, {}]));

/**
 * The matrix of sensitive fields: every field of the classes identity, address, sensitive, note and protected. One line for each; a field
 * without a line fails the run.
 */
export const fields: Readonly<Record<string, Seen>> = {
  'Case.person': sees(sharing, holding),
  'Case.household': sees(sharing, holding),
  'Case.summary': sees(serving, holding),
  'Person.identity': sees(sharing, holding),
  'Person.contact': sees(serving, holding),
  'PersonIdentity.id': sees(sharing, holding),
  'PersonIdentity.name': sees(sharing, holding),
  'PersonIdentity.nameKana': sees(sharing, holding),
  'PersonIdentity.birthDate': sees(sharing, holding),
  'PersonContact.id': sees(serving, holding),
  'PersonContact.address': sees(serving, holding),
  'PersonContact.phone': sees(serving, holding),
  'Consultation.isolation': sees([...elderlyCare, 'livelihood'], elderlyCare),
  'Consultation.note': sees(elderlyCare, elderlyCare),
  'SupportPlan.longGoal': sees(sharing, servingGuarded),
  'SupportPlan.shortGoal': sees(sharing, servingGuarded),
  'Consent.purpose': sees(sharing, holding),
  'Consent.condition': sees(sharing, holding),
  'Consent.withdrawalReason': sees(serving, holding),
  'Disclosure.note': sees(serving, holding),

  'ElderlyCareRecord.careLevel': sees([...elderlyCare, ...shared], elderlyCare),
  'ElderlyCareRecord.note': sees(elderlyCare, elderlyCare),
  'CareCertification.level': sees([...elderlyCare, ...shared], elderlyCare),
  'CenterConsultation.note': sees(elderlyCare, elderlyCare),
  'DisabilityRecord.mainDisability': sees(shared),
  'DisabilityRecord.note': sees([]),
  'Handbook.kind': sees(shared),
  'Handbook.grade': sees(shared),
  'CoreConsultation.note': sees([]),
  'LivelihoodRecord.incomeBand': sees(['livelihood']),
  'LivelihoodRecord.note': sees(['livelihood']),
  'Debt.kind': sees(['livelihood']),
  'Debt.amountBand': sees(['livelihood']),
  'Debt.arranged': sees(['livelihood']),
  'Housing.status': sees(['livelihood']),
  'SelfRelianceConsultation.note': sees(['livelihood']),
  'ChildrenRecord.note': sees([]),
  'Family.theme': sees(shared),
  'IndividualPlan.goal': sees(shared),
  'PregnancyConsultation.stage': sees(shared),
  'PregnancyConsultation.note': sees([]),
  'CouncilRecord.note': sees([], ['council']),
  'LivelihoodLoan.kind': sees(shared, ['council']),
  'LivelihoodLoan.status': sees(shared, ['council']),
  'WatchVisit.condition': sees(shared, ['council']),
  'WatchVisit.note': sees([], ['council']),

  // What hangs on a conference: see the matrix of kinds.
  ...apart('CaseCard', ['note', 'risks', 'enough', 'case']),
  ...apart('AgendaItem', ['note']),
  ...apart('CaseItem', ['reason']),
  // What a desk answered, for whoever sees what was assigned to it (test/journeys/inbox).
  ...apart('ActionItem', ['doneNote', 'backReason']),
  // Why a record was corrected, for whoever is told of its case (test/journeys/corrections).
  ...apart('Correction', ['reason', 'refusal']),
  // Of what is asked for, only who makes an agenda and the 担当 that asked hear.
  ...apart('RequestedCase', ['reason']),
  ...apart('Session', ['place', 'cancelledBecause']),
  ...apart('Minutes', ['place']),
  ...apart('MinutesItem', ['note']),

  ...Object.fromEntries(
    ['id', 'kind', 'registeredBy', 'validFrom', 'renewBy', 'version'].map((name) => [`Protection.${name}`, sees([], holding)]),
  ),
  ...apart('Protection', ['renewedOn', 'alert', 'endingAskedAt', 'endingReason', 'endedAt']),

  // Of 緊急閲覧 and oversight nothing hangs on a case, a person or a board: whoever may ask does so by roots of their own.
  ...apart('BrokenGlass', ['reason', 'reviewNote']),
  ...apart('ExposureSubject', ['subjectId', 'kind', 'reads', 'classes', 'firstAt', 'lastAt']),
  ...apart('DisclosureRow', ['reader', 'staff', 'day', 'firstAt', 'lastAt', 'reads', 'classes', 'ground', 'decision', 'reason']),
  ...apart('DisclosureRequest', ['protectionNear']),
};

/** Which types a department keeps, and to whom it opens them by itself. */
const keepers: readonly (readonly [RegExp, readonly Who[]])[] = [
  [/^(ElderlyCareRecord|CareCertification|CenterConsultation)\./, elderlyCare],
  [/^(DisabilityRecord|Handbook|CoreConsultation)\./, ['disability']],
  [/^(LivelihoodRecord|Debt|Housing|SelfRelianceConsultation)\./, ['livelihood']],
  [/^(ChildrenRecord|Family|IndividualPlan|PregnancyConsultation)\./, ['children']],
  [/^(CouncilRecord|LivelihoodLoan|WatchVisit)\./, ['council']],
];

/** Whose department keeps a field's record; undefined: the core. */
export const recordsOf = (field: string): readonly Who[] | undefined => keepers.find(([types]) => types.test(field))?.[1];
