import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
    expect(errors).toHaveLength(1);
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|stack/);
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
