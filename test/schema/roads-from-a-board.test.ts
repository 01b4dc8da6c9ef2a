import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';

/** Types whose rows a policy shows to whoever made them, and to no other of their class. */
const personal = ['AgendaRequest', 'RequestedCase'];

it('no road leads from a live board to what depends on who asks: everybody of a class is sent the same bytes', () => {
  const schema = buildSchema(readFileSync('schema/core.graphql', 'utf8'), { assumeValid: true });
  const reached = new Set<string>();
  const walk = (name: string): void => {
    const type = schema.getType(name);
    if (reached.has(name) || !isObjectType(type)) return;
    reached.add(name);
    for (const field of Object.values(type.getFields())) walk(getNamedType(field.type).name);
  };
  walk('BoardEvent');
  for (const name of personal) {
    expect(schema.getType(name), name).toBeDefined();
    expect(reached.has(name), name).toBe(false);
  }
  expect(reached.has('AgendaItem')).toBe(true);
});
