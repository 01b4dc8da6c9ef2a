import { benchId } from './bench-id';
import type { limitSql } from './limit-sql';
import type { Volume } from './volume';

/** A question that every server is asked in its own words; all must answer the same. */
export interface Question {
  readonly name: keyof typeof limitSql;
  readonly says: string;
  /** For the hub and for Mercurius, whose schema is made to measure. */
  readonly document: string;
  readonly postgraphile: string;
  /** Variables, asked in turn. */
  variables(volume: Volume): readonly Record<string, unknown>[];
}

const many = (most: number, of: (n: number) => Record<string, unknown>) => Array.from({ length: most }, (_, n) => of(n));

const boardFields = (
  agenda: string,
  card: string,
  roles: string,
  actions: string,
  organization: string,
  id: string,
) => `${id} kind number title heldOn status step
    agenda${agenda} { ${id} position kind letter state card${card} { ${id} title ageBand district strengths wishes worries }
      roles${roles} { ${id} title version organization${organization} { ${id} name } }
      actionItems${actions} { ${id} title dueOn status version organization${organization} { ${id} name } } }`;

/** Its ids are `rowId`, its relations lists that must be told their order. */
const id = 'id: rowId';
const org = ': organizationByOrganizationId';

export const questions: readonly Question[] = [
  {
    name: 'Board',
    says: 'board of about 100 objects',
    document: `query Board($id: ID!) { session(id: $id) { ${boardFields('', '', '', '', '', 'id')} } }`,
    postgraphile: `query Board($id: UUID!) { session: sessionByRowId(rowId: $id) { ${boardFields(
      ': agendaItemsBySessionIdAndRestrictedList(orderBy: [POSITION_ASC])',
      ': caseCardByCardId',
      ': rolesByAgendaItemIdList(orderBy: [POSITION_ASC, ROW_ID_ASC])',
      ': actionItemsByAgendaItemIdList(orderBy: [CREATED_AT_ASC, ROW_ID_ASC])',
      org,
      id,
    )} } }`,
    variables: ({ boards }) => many(boards, (n) => ({ id: benchId('board', n + 1) })),
  },
  {
    name: 'List',
    says: 'list of 50 cases',
    document: `query List { cases(limit: 50) { id code stage topics openedOn leadTeam { id name } person { id sex ageBand district }
      household { id composition } consultations { id receivedOn route urgency } } }`,
    postgraphile: `query List { cases: allSupportCasesList(condition: { leadTeamId: "connection" }, orderBy: [OPENED_ON_DESC, ROW_ID_DESC], first: 50) {
      ${id} code stage topics openedOn leadTeam: teamByLeadTeamId { ${id} name } person: personByPersonId { ${id} sex ageBand district }
      household: householdByHouseholdId { ${id} composition }
      consultations: consultationsByCaseIdList(orderBy: [RECEIVED_ON_DESC, ROW_ID_ASC]) { ${id} receivedOn route urgency } } }`,
    variables: () => [{}],
  },
  {
    name: 'Point',
    says: 'one case, five fields',
    document: 'query Point($id: ID!) { case(id: $id) { id code stage openedOn version } }',
    postgraphile: `query Point($id: UUID!) { case: supportCaseByRowId(rowId: $id) { ${id} code stage openedOn version } }`,
    variables: ({ cases }) => many(Math.floor(cases / 3), (n) => ({ id: benchId('case', (n + 1) * 3) })),
  },
  {
    name: 'Departments',
    says: 'one case across five departments',
    document: `query Departments($id: ID!) { case(id: $id) { id code stage person { id ageBand district } household { id composition }
      consultations { id receivedOn route }
      elderlyCare { id openedOn careLevel certifications { id level certifiedOn } }
      disability { id openedOn mainDisability handbooks { id kind grade } }
      livelihood { id openedOn incomeBand debts { id kind amountBand } }
      children { id openedOn childrenCount families { id takenOn theme } }
      council { id openedOn concern watchVisits { id visitedOn condition } } } }`,
    postgraphile: `query Departments($id: UUID!) { case: supportCaseByRowId(rowId: $id) { ${id} code stage
      person: personByPersonId { ${id} ageBand district } household: householdByHouseholdId { ${id} composition }
      consultations: consultationsByCaseIdList(orderBy: [RECEIVED_ON_DESC, ROW_ID_ASC]) { ${id} receivedOn route }
      elderlyCare { ${id} openedOn careLevel certifications(orderBy: [CERTIFIED_ON_DESC, ROW_ID_ASC]) { ${id} level certifiedOn } }
      disability { ${id} openedOn mainDisability handbooks(orderBy: [ISSUED_ON_DESC, ROW_ID_ASC]) { ${id} kind grade } }
      livelihood { ${id} openedOn incomeBand debts(orderBy: [ARRANGED_ASC, ROW_ID_ASC]) { ${id} kind amountBand } }
      children { ${id} openedOn childrenCount families(orderBy: [TAKEN_ON_DESC, ROW_ID_ASC]) { ${id} takenOn theme } }
      council { ${id} openedOn concern watchVisits(orderBy: [VISITED_ON_DESC, ROW_ID_ASC]) { ${id} visitedOn condition } } } }`,
    variables: ({ cases }) => many(Math.floor((cases - 2) / 3), (n) => ({ id: benchId('case', n * 3 + 2) })),
  },
];
