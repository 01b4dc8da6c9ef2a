import { departments, holding, serving, servingGuarded, sharing, steering, type Who } from './who';

/** Who sees a field filled when they ask for the open case, the protected person's case, and the open board; nobody, where nothing is said. */
export interface Seen {
  readonly openCase?: readonly Who[];
  readonly guardedCase?: readonly Who[];
  readonly board?: readonly Who[];
}

const sees = (openCase: readonly Who[], guardedCase: readonly Who[] = [], board: readonly Who[] = []): Seen => ({
  openCase,
  guardedCase,
  board,
});
/** What a department's records say of a person: to itself, on a case that it sees; and where the person agreed, to 困窮. Never a note. */
const shared = ['livelihood'] as const;

/**
 * The matrix of sensitive fields: every field of the classes identity, address, sensitive, note and protected. One line for each; a field
 * without a line fails the run.
 */
export const fields: Readonly<Record<string, Seen>> = {
  'Case.person': sees(sharing, holding),
  'Case.household': sees(sharing, holding),
  'Case.summary': sees(serving, holding, serving),
  'Person.identity': sees(sharing, holding),
  'Person.contact': sees(serving, holding),
  'PersonIdentity.id': sees(sharing, holding),
  'PersonIdentity.name': sees(sharing, holding),
  'PersonIdentity.nameKana': sees(sharing, holding),
  'PersonIdentity.birthDate': sees(sharing, holding),
  'PersonContact.id': sees(serving, holding),
  'PersonContact.address': sees(serving, holding),
  'PersonContact.phone': sees(serving, holding),
  'Consultation.isolation': sees(['elderly-care', 'livelihood'], ['elderly-care']),
  'Consultation.note': sees(['elderly-care'], ['elderly-care']),
  'SupportPlan.longGoal': sees(sharing, servingGuarded),
  'SupportPlan.shortGoal': sees(sharing, servingGuarded),
  'Consent.purpose': sees(sharing, holding),
  'Consent.condition': sees(sharing, holding),
  'Consent.withdrawalReason': sees(serving, holding),
  'Disclosure.note': sees(serving, holding),

  'ElderlyCareRecord.careLevel': sees(['elderly-care', ...shared], ['elderly-care']),
  'ElderlyCareRecord.note': sees(['elderly-care'], ['elderly-care']),
  'CareCertification.level': sees(['elderly-care', ...shared], ['elderly-care']),
  'CenterConsultation.note': sees(['elderly-care'], ['elderly-care']),
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

  'CaseCard.note': { board: ['facilitator', 'recorder'] },
  'CaseCard.case': { board: sharing },
  'AgendaItem.note': { board: steering },
  'Session.place': { board: ['facilitator', 'recorder', ...departments, 'administrator'] },
};
