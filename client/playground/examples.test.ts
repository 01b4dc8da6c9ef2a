import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { examples, examplesFor } from './examples';
import { fillIn } from './fill-in';

it('offers a dozen examples or more, each under a title of its own', () => {
  expect(examples.length).toBeGreaterThanOrEqual(12);
  expect(new Set(examples.map((example) => example.title)).size).toBe(examples.length);
});

it('holds one named operation per example, whose variables are all given or looked up', () => {
  for (const example of examples) {
    const [operation, ...others] = parse(example.query).definitions;
    expect(others).toEqual([]);
    if (operation?.kind !== 'OperationDefinition') throw new Error(`${example.title} is no operation`);
    expect(operation.name?.value).toBeTruthy();
    const required = (operation.variableDefinitions ?? []).filter((variable) => variable.type.kind === 'NonNullType');
    const given = [...Object.keys(example.variables), ...Object.keys(example.found ?? {})];
    expect(given).toEqual(expect.arrayContaining(required.map((variable) => variable.variable.name.value)));
  }
});

it('shows analysts their own examples only, and staff all of them', () => {
  expect(examplesFor('staff')).toEqual(examples);
  expect(new Set(examplesFor('analyst').map((example) => example.audience))).toEqual(new Set(['analyst']));
  expect(examplesFor('analyst').length).toBeGreaterThanOrEqual(4);
  expect(examplesFor('something new')).toEqual(examplesFor('analyst'));
});

const named = (start: string) => {
  const found = examples.find((example) => example.query.startsWith(start));
  if (!found) throw new Error(`no example ${start}`);
  return found;
};

it('watches the board that goes on or is to begin, not the one that was held last', async () => {
  const sessions = [
    { id: 'S-1', status: 'CLOSED', agenda: [{ id: 'A' }] },
    { id: 'S-2', status: 'PREPARING', agenda: [] },
    { id: 'S-3', status: 'PREPARING', agenda: [{ id: 'B' }] },
  ];
  expect(await fillIn(named('subscription'), async () => ({ found: sessions }))).toEqual({ session: 'S-3' });
});

it('lays the records of the 担当 side by side for a case that has some', async () => {
  const cases = [
    { id: 'C-1', elderlyCare: null, council: null },
    { id: 'C-2', elderlyCare: { openedOn: '2026-01-01' }, council: null },
    { id: 'C-3', elderlyCare: { openedOn: '2026-01-01' }, council: { openedOn: '2026-01-01' } },
  ];
  expect(await fillIn(named('query CaseAcrossDepartments'), async () => ({ found: cases }))).toEqual({ id: 'C-3' });
});

it('asks for nothing where this person sees nothing', async () => {
  expect(await fillIn(named('query Case('), async () => null)).toEqual({ id: '00000000-0000-0000-0000-000000000000' });
});
