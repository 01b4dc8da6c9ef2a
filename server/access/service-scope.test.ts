import { describe, expect, it } from 'vitest';
import { type RootField, type ServiceScope, scopeOf, serviceScopes } from './service-scope';

const opened: readonly (readonly [scope: ServiceScope, fields: readonly string[]])[] = [
  ['DIRECTORY_READ', ['organizations', 'teams', 'programmes', 'statistics']],
  ['RESOURCES_READ', ['resources', 'resource', 'communityIssues']],
  ['INDICATORS_READ', ['indicators']],
  ['CASES_READ', ['cases', 'case']],
];
const ofCore = (kind: RootField['kind'], name: string) => scopeOf({ kind, name }, 'children');
const ofDepartment = (kind: RootField['kind'], department: string) => scopeOf({ kind, name: 'cases', department }, 'children');

describe('a service account', () => {
  it('may be given these scopes and no other', () => {
    expect(serviceScopes).toEqual([...opened.map(([scope]) => scope), 'RECORDS_READ', 'RECORDS_WRITE']);
  });

  it.each(opened)('reads of the core with %s: %j', (scope, fields) => {
    for (const field of fields) {
      expect(ofCore('query', field)).toBe(scope);
      expect(ofCore('mutation', field)).toBeUndefined();
      expect(ofCore('subscription', field)).toBeUndefined();
    }
  });

  it.each(['session', 'sessions', 'cards', 'me', 'staffAccounts', 'accessChanges', 'board', 'constructor', 'toString', ''])(
    'is never opened the core’s `%s`',
    (name) => {
      for (const kind of ['query', 'mutation', 'subscription'] as const) expect(ofCore(kind, name)).toBeUndefined();
    },
  );

  it('reads and writes the records of its own department, follows nothing live, and knows no other department', () => {
    expect(ofDepartment('query', 'children')).toBe('RECORDS_READ');
    expect(ofDepartment('mutation', 'children')).toBe('RECORDS_WRITE');
    expect(ofDepartment('subscription', 'children')).toBeUndefined();
    for (const kind of ['query', 'mutation', 'subscription'] as const) expect(ofDepartment(kind, 'council')).toBeUndefined();
  });
});
