import type { ExecutionRequest } from '@graphql-tools/utils';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Conflict, Denied, Invalid } from '#server/kernel/problem';
import { answerReader } from './answer-reader';
import { askableSchema } from './askable-schema';
import { leaving } from './faults';

const read = answerReader(
  askableSchema(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT
  enum Vacancy { OPEN FULL }
  scalar Date
  type Case @key(fields: "id") { id: ID! garden: Garden }
  type Garden { plots: Int! vacancy: Vacancy names: [String!]! openedOn: Date }
  extend type Query { gardens: [Garden!]! }
  extend type Query { plots(least: Int! = 1): Int }
  type Mutation { writeNote(input: WriteNote!): Garden }
  input WriteNote { note: String }
`),
);
const canary = 'CANARY-password=hunter2';
const entities: ExecutionRequest = {
  document: parse(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Case { garden { plots vacancy shown: names } } } }',
  ),
  variables: {
    representations: [
      { __typename: 'Case', id: 'a' },
      { __typename: 'Case', id: 'b' },
    ],
  },
};
const garden = { plots: 3, vacancy: 'OPEN', shown: ['南'] };
const ofEntities = (..._entities: unknown[]) => read(entities, { data: { _entities } });
const notWhatWasAsked = expect.objectContaining({ name: 'DepartmentFault', reason: 'not what was asked' });

describe('reading the answer of a remote department', () => {
  it('takes entities in the order in which they were asked, with the type that was asked', () => {
    expect(ofEntities({ __typename: 'Case', garden }, null)).toEqual({ data: { _entities: [{ garden }, null] } });
    expect(ofEntities({ garden }, { garden: null })).toEqual({ data: { _entities: [{ garden }, { garden: null }] } });
  });

  it('reads the answers to fields of Query, however the SDL spreads that type', () => {
    expect(
      read({ document: parse('{ all: gardens { openedOn } plots }') }, { data: { all: [{ openedOn: '2026-04-01' }], plots: 2 } }).data,
    ).toEqual({ all: [{ openedOn: '2026-04-01' }], plots: 2 });
  });

  it('drops what nobody asked for, so that it never lies over the record of another department', () => {
    expect(ofEntities({ __typename: 'Case', garden: { ...garden, secret: canary }, title: canary }, null)).toEqual({
      data: { _entities: [{ garden }, null] },
    });
  });

  it.each([
    ['too few entities', [{ garden }]],
    ['too many entities', [{ garden }, { garden }, { garden }]],
    ['an entity of another type', [{ __typename: 'Person', garden }, null]],
    ['another entity than was asked', [{ __typename: 'Case', id: 'b', garden }, null]],
    ['a text for an entity', ['a', null]],
    ['a text for an object', [{ garden: 'a' }, null]],
    ['a list for an object', [{ garden: [garden] }, null]],
    ['a text for a number', [{ garden: { ...garden, plots: canary } }, null]],
    ['an object for a text', [{ garden: { ...garden, shown: [{ canary }] } }, null]],
    ['a word that the enum does not have', [{ garden: { ...garden, vacancy: canary } }, null]],
    ['nothing where something was promised', [{ garden: { ...garden, plots: null } }, null]],
  ])('refuses %s', (_, given) => {
    expect(() => ofEntities(...given)).toThrow(notWhatWasAsked);
  });

  it.each([[null], ['text'], [[]], [{}], [{ data: null }], [{ data: [] }], [{ data: { _entities: {} } }], [{ errors: [] }]])(
    'refuses %j',
    (answer) => {
      expect(() => read(entities, answer)).toThrow(notWhatWasAsked);
    },
  );

  it('does not take what the prototype holds for an answer', () => {
    const { document } = { document: parse('{ constructor: plots toString: plots }') };
    expect(read({ document }, { data: {} }).data).toEqual({ constructor: null, toString: null });
  });
});

describe('reading the errors of a remote department', () => {
  const request: ExecutionRequest = {
    document: parse('mutation ($input: WriteNote!) { writeNote(input: $input) { plots } }'),
    variables: { input: { note: 'x' } },
  };
  const errors = (...given: unknown[]) => read(request, { data: { writeNote: null }, errors: given }).errors ?? [];

  it('keeps no word of an error that it does not know', () => {
    const given = errors(
      { message: canary, path: ['writeNote', canary], extensions: { code: canary, stacktrace: [canary] } },
      canary,
      null,
      { message: canary, extensions: { code: 'constructor' } },
    );
    expect(given.map((each) => each.originalError?.name)).toEqual([
      'DepartmentFault',
      'DepartmentFault',
      'DepartmentFault',
      'DepartmentFault',
    ]);
    expect(JSON.stringify([given, given.map((each) => leaving(each))])).not.toContain('CANARY');
  });

  it('knows the problems that people may read, and says them in its own words', () => {
    const [error] = errors({ message: canary, path: ['writeNote'], extensions: { code: 'DENIED', more: canary } });
    expect(error?.originalError).toBeInstanceOf(Denied);
    expect(error?.toJSON()).toEqual({ message: new Denied().message, path: ['writeNote'] });
  });

  it('keeps of the details what is named by a word of the request', () => {
    const [invalid, conflict] = errors(
      { extensions: { code: 'INVALID', fields: { note: canary, [canary]: canary } } },
      { extensions: { code: 'CONFLICT', current: { note: 'a', [canary]: 1, plots: { canary } }, yours: canary } },
    );
    expect(invalid?.originalError).toBeInstanceOf(Invalid);
    expect(invalid?.originalError).toHaveProperty('details', { fields: { note: '内容を確かめてください。' } });
    expect(conflict?.originalError).toBeInstanceOf(Conflict);
    expect(conflict?.originalError).toHaveProperty('details', { current: { note: 'a' }, yours: {} });
  });

  it('reads no more errors than anybody could', () => {
    expect(errors(...new Array(10_000).fill({ message: canary }))).toHaveLength(50);
  });

  it('takes an answer of errors alone', () => {
    expect(read(request, { errors: [{ message: canary }] }).data).toBeNull();
  });
});
