import { buildSchema, getOperationAST, type OperationDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { plainDocument } from './plain-document';

const schema = buildSchema(`
  type Query { cases(limit: Int): [Case!]! node: Node }
  type Case { id: ID! title: String! people: [Person!]! }
  type Person { id: ID! name: String }
  interface Node { id: ID! } type Thing implements Node { id: ID! size: Int }`);

function plain(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const made = plainDocument(schema, document, getOperationAST(document) as OperationDefinitionNode, variables);
  return { ...made, text: print(made.document).replace(/\s+/g, ' ').trim() };
}

describe('a document made plain', () => {
  it('asks for every key once, with everything that was asked below it', () => {
    const { text } = plain(
      'query Q { cases { id ...A people { id } } cases { ... on Case { people { name } } } } fragment A on Case { title people { id } }',
    );
    expect(text).toBe('query Q { cases { id title people { id name } } }');
  });

  it('leaves out what is skipped, and the variables that nobody needs any more', () => {
    const text =
      'query Q($n: Int, $a: Boolean!, $b: Boolean! = false) { cases(limit: $n) { id @skip(if: $a) title @include(if: $b) people @include(if: true) { id } } }';
    expect(plain(text, { n: 3, a: true, b: false }).text).toBe('query Q($n: Int) { cases(limit: $n) { people { id } } }');
    expect(plain(text, { n: 3, a: false, b: true }).text).toBe('query Q($n: Int) { cases(limit: $n) { id title people { id } } }');
  });

  it('asks for something where nothing is left, and takes it out of the answer again', () => {
    const { text, cleared, isEmpty } = plain('{ cases { people { id @skip(if: true) } id } }');
    expect(text).toBe('{ cases { people { nothing_was_asked: __typename } id } }');
    expect(isEmpty).toBe(false);
    expect(cleared({ cases: [{ people: [{ nothing_was_asked: 'Person' }], id: '1' }] })).toEqual({ cases: [{ people: [{}], id: '1' }] });
    expect(plain('{ cases @skip(if: true) { id } }').isEmpty).toBe(true);
  });

  it('is one and the same for the same shape, since planners keep their plans by it', () => {
    const document = parse('query ($a: Boolean!, $n: Int) { cases(limit: $n) { id @skip(if: $a) title } }');
    const operation = getOperationAST(document) as OperationDefinitionNode;
    const made = [
      { a: true, n: 1 },
      { a: true, n: 2 },
      { a: false, n: 1 },
    ].map((variables) => plainDocument(schema, document, operation, variables).document);
    expect(made[1]).toBe(made[0]);
    expect(made[2]).not.toBe(made[0]);
  });

  it('goes as it is when it asks about an interface', () => {
    const text = '{ node { id ... on Thing { size } } }';
    expect(plain(text).text).toBe(text);
  });
});
