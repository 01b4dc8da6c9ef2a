import { expect, it } from 'vitest';
import { departments } from '#server/departments/registry';
import { buildSubgraphs } from './hub';
import { remoteSdlFaults } from './remote-sdl';

const twin = 'type Query { families: [String] } type Case @key(fields: "id") { id: ID! note: String @tag(name: "analyst") }';

it('a department may offer what was reviewed, and fields of its own', () => {
  expect(remoteSdlFaults(twin, twin)).toEqual([]);
  expect(remoteSdlFaults(twin.replace('families: [String]', 'families: [String] more: Int'), twin)).toEqual([]);
  for (const { sdl } of buildSubgraphs(departments).departments.values()) expect(remoteSdlFaults(sdl, sdl)).toEqual([]);
});

it.each([
  ['takes over a field of the core', 'type Case @key(fields: "id") { id: ID! code: String @override(from: "core") }'],
  ['puts a field before the display', 'type Case @key(fields: "id") { id: ID! note: String @tag(name: "display") }'],
  ['puts a type before analysts', 'type ChildrenRecord @tag(name: "analyst") { id: ID! }'],
  [
    'asks for fields of the core',
    'type Case @key(fields: "id") { id: ID! summary: String @external note: String @requires(fields: "summary") }',
  ],
  ['cannot be parsed', 'type {'],
])('is refused when it %s', (_what, sdl) => {
  expect(remoteSdlFaults(sdl, twin).length).toBeGreaterThan(0);
});
