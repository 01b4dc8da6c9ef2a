import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { type RawSocket, rawSocket } from '#test/kit/raw-socket';

/** Valid as a 個人番号. */
const NUMBER = '123456789018';
const NAME = '甲府 太郎の母';
const note = 'mutation ($input: RecordNoteInput!) { writeElderlyCareNote(input: $input) { id } }';
const input = { recordId: '00000000-0000-4000-8000-000000000000', version: 1, note: 'あ' };

let town: Town;
let caseworker: Guest;
let socket: RawSocket;
let ids = 0;
const logged: string[] = [];

beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  town = await aTown();
  caseworker = await town.as('elderly-care');
  socket = await rawSocket(town, caseworker);
});
afterEach(() => {
  expect(logged.join('')).not.toMatch(new RegExp(`${NUMBER}|${NAME}`));
});
afterAll(async () => {
  vi.restoreAllMocks();
  socket?.socket.terminate();
  await town?.close();
});

/** The whole answer as it came over the wire, and its codes. */
type Asked = (query: string, variables?: Record<string, unknown>) => Promise<{ text: string; codes: unknown[] }>;
const codes = (errors: readonly { extensions: Record<string, unknown> }[] = []) => errors.map(({ extensions }) => extensions.code);

const doors: [string, Asked][] = [
  [
    'HTTP',
    async (query, variables) => {
      const { text, errors } = await caseworker.ask(query, variables);
      return { text, codes: codes(errors) };
    },
  ],
  [
    'a WebSocket',
    async (query, variables) => {
      const id = `q${(ids += 1)}`;
      socket.send({ id, type: 'subscribe', payload: { query, variables } });
      for (;;) {
        const { id: of, type, payload } = await socket.next();
        if (of === id && type !== 'complete')
          return { text: JSON.stringify(payload), codes: codes(type === 'error' ? payload : payload.errors) };
      }
    },
  ],
];

describe.each(doors)('over %s', (door, ask) => {
  it.each([
    ['as a number in the document', `{ cases(limit: ${NUMBER}) { id } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['as a text in the document', `{ cases(limit: "${NUMBER}") { id } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['as a field', `{ cases { f${NUMBER} } }`, undefined, 'GRAPHQL_VALIDATION_FAILED'],
    ['where no number belongs', `{ cases { id } ${NUMBER} }`, undefined, 'GRAPHQL_PARSE_FAILED'],
    ['as a variable', 'query ($n: Int!) { cases(limit: $n) { id } }', { n: NUMBER }, 'BAD_USER_INPUT'],
    ['within an input', note, { input: { ...input, version: NUMBER } }, 'BAD_USER_INPUT'],
    ['as a field of an input', note, { input: { ...input, [`f${NUMBER}`]: 1 } }, 'BAD_USER_INPUT'],
    ['as a note', note, { input: { ...input, note: `番号は ${NUMBER}` } }, 'INVALID'],
    ['as the name of what cannot be written', note.replace('write', `a${NUMBER}: write`), { input }, 'NOT_FOUND'],
  ])('a 個人番号 typed %s is refused and not repeated', async (_where, query, variables, code) => {
    const answer = await ask(query, variables);
    expect(answer.codes).toEqual([code]);
    expect(answer.text).not.toContain(NUMBER);
  });

  it.each([
    ['in the document', '{ case(id: "a\\u0000b") { id } }', undefined],
    ['in a variable', 'query ($id: ID!) { case(id: $id) { id } }', { id: 'a\u0000b' }],
    ['within an input', note, { input: { ...input, note: 'あ\u0000' } }],
    ['as the subject of a live board', 'subscription ($id: ID!) { board(session: $id) { seq } }', { id: '\u0000' }],
  ])('a character that no database keeps, %s, is a fault of the question and not of ours', async (_where, query, variables) => {
    if (query.startsWith('subscription') && door === 'HTTP') return;
    const { text, codes } = await ask(query, variables);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(text).toContain('使えない文字（NUL）');
    expect(logged.join('')).not.toContain('22021');
  });

  it.each([
    ['in the document', `{ cases(limit: "${NAME}") { id } }`, undefined, '型「Int」'],
    ['in a variable', 'query ($n: Int!) { cases(limit: $n) { id } }', { n: NAME }, '「$n」の値が、型「Int!」'],
    ['within an input', note, { input: { ...input, version: NAME } }, '「$input.version」の値が、型「Int!」'],
    ['outside of everything', `{ cases "${NAME}" }`, undefined, 'found String'],
  ])('any other value in the wrong place, %s, is told by its place and type', async (_where, query, variables, words) => {
    const { text } = await ask(query, variables);
    expect(text).toContain(words);
    expect(text).not.toContain(NAME);
  });
});
