/** The five departments that keep records of their own; each name is also the id of its 担当. */
export const departmentNames = ['elderly-care', 'disability', 'livelihood', 'children', 'council'] as const;
export type DepartmentName = (typeof departmentNames)[number];

/** Every table that is sown, in the order of foreign keys. */
export const tables = [
  'core.department',
  'core.team',
  'core.organization',
  'core.organization_spelling',
  'core.staff',
  'core.programme',
  'core.project',
  'core.programme_project',
  'core.contract',
  'core.plan_organization',
  'core.plan_implementer',
  'core.plan_conference',
  'core.holiday',
  'core.series',
  'core.statistic',
  'core.partner',
  'core.plan_edition',
  'core.indicator',
  'core.indicator_cell',
  'core.consent_wording',
  'core.deadline',
  'core.disclosure_regime',
  'core.reading',
  'core.service',
  'core.location',
  'core.capacity',
  'core.session',
  'core.session_member',
  'core.secrecy_acknowledgement',
  'core.person_guard',
  'core.person',
  'core.person_identity',
  'core.person_contact',
  'core.household',
  'core.household_member',
  'core.support_case',
  'core.consultation',
  'core.consent',
  'core.case_review',
  'core.disclosure',
  'core.protection',
  'core.support_plan',
  'core.participation_support',
  'core.outreach',
  'core.walk_in',
  'core.nutrition_patrol',
  'core.session_case',
  'core.community_issue',
  'core.case_card',
  'core.agenda_request',
  'core.requested_case',
  'core.agenda_item',
  'core.role',
  'core.action_item',
  'elderly_care.case_record',
  'elderly_care.service_detail',
  'elderly_care.care_certification',
  'elderly_care.center_consultation',
  'elderly_care.gathering_place',
  'elderly_care.gathering_group',
  'elderly_care.tier_two_base',
  'disability.case_record',
  'disability.service_detail',
  'disability.handbook',
  'disability.core_consultation',
  'disability.center_day',
  'livelihood.case_record',
  'livelihood.service_detail',
  'livelihood.self_reliance_consultation',
  'livelihood.debt',
  'livelihood.housing',
  'children.case_record',
  'children.service_detail',
  'children.family',
  'children.individual_plan',
  'children.pregnancy_consultation',
  'children.plaza_day',
  'children.coordinator_trip',
  'council.case_record',
  'council.service_detail',
  'council.watch_visit',
  'council.livelihood_loan',
  'council.volunteer_group',
] as const;
export type TableName = (typeof tables)[number];

/** The PostgreSQL schema of a department, or of the core. */
export function schemaOf(part: 'core' | DepartmentName): string {
  return part.replace('-', '_');
}

type Cell = string | number | boolean | null | readonly string[];
/** One row, keyed by column. Rows of one table always name the same columns. */
export type Row = Readonly<Record<string, Cell>>;
/** Rows of one table. Batches come in the order of foreign keys. */
export interface Batch {
  readonly table: TableName;
  readonly rows: readonly Row[];
}
