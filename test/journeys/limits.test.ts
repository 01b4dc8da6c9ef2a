import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '#server/hub/limits';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { askOverSocket } from '#test/kit/raw-socket';

let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

/** The errors of one question, over HTTP and over a socket. */
const roads: [
  string,
  (
    query: string,
    variables?: Record<string, unknown>,
    operationName?: string,
  ) => Promise<{ message: string; extensions: Record<string, unknown> }[]>,
][] = [
  [
    'HTTP',
    async (query, variables, operationName) => {
      const answer = await fetch(`${town.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...facilitator.headers },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return ((await answer.json()) as { errors: never }).errors ?? [];
    },
  ],
  [
    'a socket',
    async (query, variables, operationName) => {
      const { type, payload } = await askOverSocket(town, facilitator, {
        query,
        ...(variables ? { variables } : {}),
        ...(operationName ? { operationName } : {}),
      });
      return type === 'error' ? payload : (payload.errors ?? []);
    },
  ],
];

/** 26 fields, nine of which are plain. */
const SESSION =
  'id kind kindName number title heldOn place status step steps version frontItem { id letter } agenda { id letter state kind position note version card { id title } issue { id title } } withheld { field reason }';
const SESSION_LISTS = `sessions(limit: 1) { ${SESSION} } cards { id title } communityIssues { id title }`;

describe.each(roads)('over %s', (_, ask) => {
  it('a document that asks for too much is refused in words that name the limit', async () => {
    const tooDeep = `{ cases(limit: 1) { ${'children { case { '.repeat(10)} id ${'} }'.repeat(10)} } }`;
    expect((await ask(tooDeep)).map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['LIMIT_EXCEEDED', '入れ子が深すぎます（20段まで）。問い合わせを分けてください。'],
    ]);
    const wide = `{ ${Array.from({ length: 45 }, (__, index) => `s${index}: sessions(limit: 1) { ${SESSION} }`).join(' ')} }`;
    expect((await ask(wide)).map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['LIMIT_EXCEEDED', '項目が多すぎます（1000まで）。問い合わせを分けてください。'],
    ]);
    const aliased = `{ sessions(limit: 1) { ${Array.from({ length: 61 }, (__, index) => `a${index}: id`).join(' ')} } }`;
    expect((await ask(aliased)).map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['LIMIT_EXCEEDED', '別名が多すぎます（60まで）。問い合わせを分けてください。'],
    ]);
  });

  it('an alias that the answer could not carry is refused too', async () => {
    const named = (length: number) => `{ communityIssues(limit: 1) { ${'a'.repeat(length)}: id } }`;
    expect(await ask(named(63))).toEqual([]);
    expect((await ask(named(64))).map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('fragments do not hide how much is asked for', async () => {
    const fragments = Array.from(
      { length: 10 },
      (__, index) =>
        `fragment f${index} on Session { ${index === 9 ? SESSION : `...f${index + 1} agenda { ...g${index} }`} } fragment g${index} on AgendaItem { id letter state }`,
    );
    const bomb = `{ ${Array.from({ length: 40 }, (__, index) => `s${index}: sessions(limit: 1) { ...f0 }`).join(' ')} } ${fragments.join(' ')}`;
    const codes = (await ask(bomb)).map(({ extensions }) => extensions.code);
    expect(codes).toContain('LIMIT_EXCEEDED');
    const circle = await ask('{ sessions { ...a } } fragment a on Session { ...b } fragment b on Session { ...a }');
    expect(circle[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('a document of too many tokens is not even read', async () => {
    const [fault, ...more] = await ask(`{ ${'a '.repeat(4_100)} }`);
    expect(more).toEqual([]);
    expect(fault?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
    expect(fault?.message).toContain('4000 tokens');
  });

  it('so is one that says the same again and again, or declares more than it could use', async () => {
    const many = (count: number, write: (index: number) => string) => Array.from({ length: count }, (__, index) => write(index)).join(' ');
    const told = async (query: string) => (await ask(query)).map(({ extensions, message }) => [extensions.code, message]);
    const refusedFor = (words: string) => [['LIMIT_EXCEEDED', expect.stringContaining(words)]];
    expect(await told(`{ sessions(limit: 1) { ${'id '.repeat(LIMITS.repeats + 1)} } }`)).toEqual(refusedFor('同じ項目が何度も'));
    // Fields that are merged count together: seven times five of one are thirty-five.
    expect(await told(`{ ${'sessions(limit: 1) { id id id id id } '.repeat(7)} }`)).toEqual(refusedFor('同じ項目が何度も'));
    const fragments = many(LIMITS.fragments + 1, (index) => `fragment f${index} on Session { id }`);
    expect(await told(`{ sessions(limit: 1) { ${many(LIMITS.fragments + 1, (index) => `...f${index}`)} } } ${fragments}`)).toEqual(
      refusedFor('フラグメントが多すぎます'),
    );
    expect(await told(`{ sessions(limit: 1) { id ${'@include(if: true) '.repeat(LIMITS.directives + 1)} } }`)).toEqual(
      refusedFor('ディレクティブが多すぎます'),
    );
    const given = many(LIMITS.arguments + 1, (index) => `a${index}: 1`);
    expect(await told(`{ sessions(${given}) { id } }`)).toEqual(refusedFor('引数が多すぎます'));
    const variables = many(LIMITS.variables + 1, (index) => `$v${index}: Int`);
    expect(await told(`query (${variables}) { sessions(limit: 1) { id } }`)).toEqual(refusedFor('変数が多すぎます'));
  });

  it('fragments that lead nowhere are not followed for ever', async () => {
    // Each spreads the next one twice, and the last one is missing: two to the power of forty ways to nothing.
    const doubling = Array.from({ length: 40 }, (__, index) => `fragment d${index} on Session { ...d${index + 1} ...d${index + 1} }`);
    // Each spreads all the others: as many ways as there are orders of thirty.
    const all = Array.from({ length: 30 }, (__, index) => `...c${index}`).join(' ');
    const circles = Array.from({ length: 30 }, (__, index) => `fragment c${index} on Session { ${all} }`);
    for (const [first, fragments] of [
      ['d0', doubling],
      ['c0', circles],
    ] as const) {
      const [fault] = await ask(`{ sessions(limit: 1) { id ...${first} } } ${fragments.join(' ')}`);
      expect(fault?.extensions.code).toBe('LIMIT_EXCEEDED');
    }
  });

  it('an answer that could grow too large is refused by what is asked for, whatever there is', async () => {
    const nested = (limit: string) => `cases(limit: ${limit}) { id resources(limit: 100) { id name } }`;
    const [fault, ...more] = await ask(`{ ${nested('500')} }`);
    expect([more, fault?.extensions.code, fault?.message]).toEqual([[], 'LIMIT_EXCEEDED', expect.stringContaining('limit を小さく')]);
    expect(await ask(`{ ${nested('20')} }`)).toEqual([]);
    const byVariable = `query ($limit: Int! = 20) { ${nested('$limit')} }`;
    expect(await ask(byVariable)).toEqual([]);
    expect((await ask(byVariable, { limit: 500 })).map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
    expect(await ask(byVariable, { limit: 20 })).toEqual([]);
  });

  it('what fits the limits is answered', async () => {
    expect(
      await ask(`{ sessions(limit: 1) { ${Array.from({ length: 60 }, (__, index) => `a${index}: id`).join(' ')} } ${SESSION_LISTS} }`),
    ).toEqual([]);
  });

  it('a slip of the pen is told without guessing what was meant', async () => {
    const slips = [
      '{ sesions { id } }',
      '{ sessions { titel } }',
      '{ sessions(limt: 1) { id } }',
      '{ sessions(kind: MARUGOT) { id } }',
      '{ sessions { ... on Sesion { id } } }',
      'query ($k: ConferenceKin) { sessions(kind: $k) { id } }',
      '{ case(id: "x") { ...F } } fragment G on Case { id }',
    ];
    for (const slip of slips) {
      const errors = await ask(slip);
      expect(errors.length, slip).toBeGreaterThan(0);
      for (const { message, extensions } of errors) {
        expect(extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
        expect(message).not.toMatch(/did you mean|perhaps/i);
      }
    }
    const [value] = await ask('query ($k: ConferenceKind) { sessions(kind: $k) { id } }', { k: 'MARUGOT' });
    expect(value?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(value?.message).not.toMatch(/did you mean/i);
    const [syntax] = await ask('{ sessions { ');
    expect(syntax?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('variables that do not fit are a fault of the request, in both lanes', async () => {
    for (const [query, variables] of [
      ['query ($n: Int!) { cases(limit: $n) { id } }', { n: 'たくさん' }],
      ['query ($n: Int!) { cases(limit: $n) { id children { id } } }', { n: 'たくさん' }],
      ['query ($n: Int!) { cases(limit: $n) { id } }', {}],
      ['query ($n: Int!) { cases(limit: $n) { id children { id } } }', {}],
      ['query ($n: Int) { cases(limit: $n) { id } }', { n: null }],
      ['query ($n: Int) { cases(limit: $n) { id children { id } } }', { n: null }],
    ] as const) {
      const errors = await ask(query, variables);
      expect([query, variables, errors.map(({ extensions }) => extensions.code)]).toEqual([query, variables, ['BAD_USER_INPUT']]);
    }
  });

  it('a document that trips graphql-js itself up is refused like any other', async () => {
    const errors = await ask('subscription ($on: Boolean!) { board(session: "x") @include(if: $on) { seq } }', { on: false });
    expect(errors).toEqual([
      { message: expect.stringContaining('@include・@skip で選べません'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    const bySpread =
      'subscription ($on: Boolean!) { ...Root } fragment Root on Subscription { ... @skip(if: $on) { board(session: "x") { seq } } }';
    expect((await ask(bySpread, { on: false })).map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('an operation that the document does not name is refused', async () => {
    const [fault] = await ask('query A { me { id } } query B { me { name } }', {}, 'C');
    expect(fault?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
    const [unnamed] = await ask('query A { me { id } } query B { me { name } }');
    expect(unnamed?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(await ask('query A { me { id } } query B { me { name } }', {}, 'B')).toEqual([]);
  });

  it('a fault inside leaves with a reference, which the log knows, and nothing else', async () => {
    const heard: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => heard.push(String(line)) > 0);
    const { pool } = town.database;
    const broken = vi.spyOn(pool, 'connect').mockImplementation(() => Promise.reject(new Error('canary: password is hunter2')) as never);
    const errors = await ask('{ communityIssues { id } }').finally(() => {
      broken.mockRestore();
      spy.mockRestore();
    });
    expect(errors).toHaveLength(1);
    const [fault] = errors;
    expect(fault?.extensions).toEqual({ code: 'INTERNAL', reference: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(fault?.message).toBe(
      `処理できませんでした。続くようなら、参照番号 ${String(fault?.extensions.reference)} を添えて管理者に知らせてください。`,
    );
    expect(JSON.stringify(errors)).not.toContain('canary');
    expect(heard.join('')).toContain(String(fault?.extensions.reference));
    expect(heard.join('')).not.toContain('hunter2');
  });
});
