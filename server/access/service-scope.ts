/** What a service account may be given: closed list. Each is a set of root fields; none goes beyond what the people of its 担当 may. */
export const serviceScopes = [
  'DIRECTORY_READ',
  'RESOURCES_READ',
  'INDICATORS_READ',
  'CASES_READ',
  'RECORDS_READ',
  'RECORDS_WRITE',
] as const;
export type ServiceScope = (typeof serviceScopes)[number];

/** A root field of the API, and the department that owns it; undefined for the core. */
export interface RootField {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string;
  readonly department?: string;
}

const core: Readonly<Record<string, ServiceScope>> = {
  organizations: 'DIRECTORY_READ',
  teams: 'DIRECTORY_READ',
  programmes: 'DIRECTORY_READ',
  statistics: 'DIRECTORY_READ',
  resources: 'RESOURCES_READ',
  resource: 'RESOURCES_READ',
  communityIssues: 'RESOURCES_READ',
  indicators: 'INDICATORS_READ',
  cases: 'CASES_READ',
  case: 'CASES_READ',
};

/**
 * The scope that opens a root field to a service of this 担当; undefined: none does. Boards, conferences, people's rights and other departments'
 * records are never opened: default is to deny.
 */
export function scopeOf(field: RootField, team: string): ServiceScope | undefined {
  if (field.department !== undefined) {
    if (field.department !== team) return undefined;
    return field.kind === 'query' ? 'RECORDS_READ' : field.kind === 'mutation' ? 'RECORDS_WRITE' : undefined;
  }
  return field.kind === 'query' && Object.hasOwn(core, field.name) ? core[field.name] : undefined;
}
