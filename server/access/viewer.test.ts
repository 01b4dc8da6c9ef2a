import { expect, it } from 'vitest';
import { audiences, databaseRole, staffRoles } from './viewer';

it('each audience reads under a database role of its own', () => {
  expect(databaseRole).toEqual({ staff: 'hub_staff', display: 'hub_display', analyst: 'hub_analyst' });
  expect(Object.keys(databaseRole).sort()).toEqual([...audiences].sort());
});

it('these are the roles that a person may hold', () => {
  expect(staffRoles).toEqual([
    'facilitator',
    'recorder',
    'coordinator',
    'caseworker',
    'outreach',
    'analyst',
    'administrator',
    'supervisor',
    'disclosure-officer',
  ]);
});
