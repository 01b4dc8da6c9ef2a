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
    const given = [...Object.keys(example.variables), ...Object.keys(example.firstIdOf ?? {})];
    expect(given).toEqual(expect.arrayContaining(required.map((variable) => variable.variable.name.value)));
  }
});

it('shows analysts their own examples only, and staff all of them', () => {
  expect(examplesFor('staff')).toEqual(examples);
  expect(new Set(examplesFor('analyst').map((example) => example.audience))).toEqual(new Set(['analyst']));
  expect(examplesFor('analyst').length).toBeGreaterThanOrEqual(4);
  expect(examplesFor('something new')).toEqual(examplesFor('analyst'));
});

it('fills in the first id that this person sees', async () => {
  const live = examples.find((example) => example.query.startsWith('subscription'));
  if (!live) throw new Error('no example watches a board');
  const asked: string[] = [];
  const variables = await fillIn(live, async (query) => {
    asked.push(query);
    return { sessions: [{ id: 'S-1' }] };
  });
  expect(asked).toEqual(['{ sessions(limit: 1) { id } }']);
  expect(variables).toEqual({ session: 'S-1' });
});
