import fc from 'fast-check';
import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateScalar } from '#server/database/scalars';
import { coercedVariables } from './coerced-variables';
import { leaving } from './faults';

const schema = buildSchema(`
  scalar Date
  enum Kind { MEETING VISIT }
  input Visit { title: String!, on: Date, kind: Kind, hours: [Int!], with: Visit }
  type Query { visits(limit: Int! = 5, kind: Kind, on: Date, with: Visit): [String!] }
`);
Object.assign(schema.getType('Date') as object, { parseValue: DateScalar.parseValue, parseLiteral: DateScalar.parseLiteral });

const canary = '山田太郎の電話は0553-22-1111';
const quoted = JSON.stringify(canary);

/** What leaves of a document, and of variables that are sent with it. */
function told(text: string, sent: Record<string, unknown> = {}): string[] {
  const messages = (faults: readonly GraphQLError[]) => faults.map((fault) => leaving(fault).message);
  try {
    const document = parse(text);
    const faults = validate(schema, document);
    const [operation] = document.definitions;
    if (faults.length > 0 || operation?.kind !== 'OperationDefinition') return messages(faults);
    const coerced = coercedVariables(schema, operation, sent);
    return 'faults' in coerced ? messages(coerced.faults) : [];
  } catch (fault) {
    return messages([fault as GraphQLError]);
  }
}

describe('what is wrong with a request', () => {
  it.each([
    [`{ visits(limit: ${quoted}) }`, '値が、型「Int」に合いません。'],
    [`{ visits(kind: ${quoted}) }`, '値が、型「Kind」に合いません。'],
    [`{ visits(on: ${quoted}) }`, '値が、求められている型に合いません。'],
    [`{ visits(with: ${quoted}) }`, '値が、型「Visit」に合いません。'],
    [`{ visits(with: { title: [${quoted}] }) }`, '値が、型「String」に合いません。'],
    [`{ visits(with: { kind: VISIT }) }`, 'Field "Visit.title" of required type "String!" was not provided.'],
    [`{ visits(limit ${quoted}) }`, 'Syntax Error: Expected ":", found String.'],
    [`{ visits(limit: 5) ${quoted} }`, 'Syntax Error: Expected Name, found String.'],
    [`{ visits(limit: 5) """${canary}""" }`, 'Syntax Error: Expected Name, found BlockString.'],
    ['{ visitors }', 'Cannot query field "visitors" on type "Query".'],
  ])('%s is told without the value', (text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it.each([
    ['$limit: Int!', { limit: canary }, ['変数「$limit」の値が、型「Int!」に合いません。']],
    ['$limit: Int!', {}, ['変数「$limit」の値が、型「Int!」に合いません。']],
    ['$kind: Kind', { kind: canary }, ['変数「$kind」の値が、型「Kind」に合いません。']],
    ['$with: Visit', { with: canary }, ['変数「$with」の値が、型「Visit」に合いません。']],
    ['$with: Visit', { with: { title: 'a', on: canary } }, ['変数「$with.on」の値が、型「Date」に合いません。']],
    ['$with: Visit', { with: { title: 'a', hours: [1, canary] } }, ['変数「$with.hours.1」の値が、型「Int!」に合いません。']],
    [
      '$with: Visit',
      { with: { title: 'a', with: {} } },
      ['変数「$with.with」の値が、型「Visit」に合いません。項目「title」がありません。'],
    ],
    ['$with: Visit', { with: { title: 'a', name: canary } }, ['変数「$with」の値が、型「Visit」に合いません。項目「name」はありません。']],
  ])('a variable %s, sent as %j, is told with its place and type, without the value', (definition, sent, messages) => {
    const [name] = Object.keys({ limit: 0, kind: 0, with: 0 }).filter((each) => definition.startsWith(`$${each}`));
    expect(told(`query (${definition}) { visits(${name}: $${name}) }`, sent)).toEqual(messages);
  });

  it('is told of no more than five variables', () => {
    expect(told('query ($with: Visit) { visits(with: $with) }', { with: { title: 'a', hours: Array(50).fill('x') } })).toHaveLength(5);
  });

  it('never tells a 個人番号, wherever in the request it stands', () => {
    const places: ((number: string) => string[])[] = [
      (n) => told(`{ visits(limit: ${n}) }`),
      (n) => told(`{ visits(limit: "${n}") }`),
      (n) => told(`{ visits(on: "${n}") }`),
      (n) => told(`{ visits(kind: K${n}) }`),
      (n) => told(`{ visits(with: { title: "a", f${n}: 1 }) }`),
      (n) => told(`{ v${n} }`),
      (n) => told(`{ visits ${n} }`),
      (n) => told(`{ ...F${n} }`),
      (n) => told(`{ visits @d${n} }`),
      (n) => told(`query ($v${n}: Kind) { visits(limit: $v${n}) }`),
      (n) => told('query ($limit: Int!) { visits(limit: $limit) }', { limit: n }),
      (n) => told('query ($with: Visit) { visits(with: $with) }', { with: { title: 'a', [`f${n}`]: 1 } }),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), myNumbers, (place, number) => {
        const messages = place(number);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) expect(message).not.toContain(number);
      }),
      { numRuns: 300 },
    );
  });

  it('is told with the beginning of a name that is too long to be one', () => {
    const [message] = told(`{ ${'a'.repeat(500_000)} }`);
    expect(message).toMatch(/^Cannot query field "a{60}…" on type "Query"\.$/);
  });

  it('does not say where, when the place is named by a 個人番号', () => {
    expect(leaving(new GraphQLError('', { path: ['cases', 3, 'a123456789018'], originalError: new Error('x') })).path).toBeUndefined();
    expect(leaving(new GraphQLError('', { path: ['cases', 3, 'a123456789012'], originalError: new Error('x') })).path).toHaveLength(3);
  });
});

/** Eleven digits and the check digit that belongs to them (番号法施行令8条). */
const myNumbers = fc.stringMatching(/^[1-9]\d{10}$/).map((digits) => {
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (index < 6 ? index + 2 : index - 4), 0);
  return `${digits}${sum % 11 <= 1 ? 0 : 11 - (sum % 11)}`;
});
