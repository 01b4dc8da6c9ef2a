import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { askOverSocket } from '#test/kit/raw-socket';
import { todaysSession } from '#test/kit/steer';

interface Slip {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

let town: Town;
let guests: Readonly<Record<'staff' | 'display' | 'analyst', Guest>>;
beforeAll(async () => {
  town = await aTown();
  const [staff, display, analyst] = await Promise.all([
    town.as('facilitator'),
    town.display(await todaysSession(town)),
    town.as('analyst'),
  ]);
  guests = { staff, display, analyst };
});
afterAll(() => town?.close());

/** One letter off, wherever a name may stand. */
const slips: readonly (Slip & { readonly where: string })[] = [
  { where: 'a root field', query: '{ sesion(id: "x") { id } }' },
  { where: 'a field', query: '{ session(id: "x") { titel } }' },
  { where: 'a field of a department', query: '{ case(id: "x") { childre { id } } }' },
  { where: 'an argument', query: '{ session(idd: "x") { id } }' },
  { where: 'an argument of a list', query: '{ resources(limti: 1) { id } }' },
  { where: 'a type', query: '{ session(id: "x") { ... on Sesion { id } } }' },
  { where: 'the type of a fragment', query: '{ session(id: "x") { ...F } } fragment F on Sessio { id }' },
  { where: 'a fragment', query: '{ session(id: "x") { ...Ff } } fragment F on Session { id }' },
  { where: 'the type of a variable', query: 'query ($k: ConferenceKin) { sessions(kind: $k) { id } }' },
  { where: 'a variable', query: 'query ($session: ID!) { session(id: $sesion) { id } }' },
  { where: 'a value of an enum', query: '{ sessions(kind: MARUGOT) { id } }' },
  { where: 'a value of an enum, as a text', query: '{ sessions(kind: "MARUGOTO") { id } }' },
  { where: 'a directive', query: '{ session(id: "x") { id @skp(if: true) } }' },
  { where: 'an argument of a directive', query: '{ session(id: "x") { id @skip(iff: true) } }' },
  { where: 'a change', query: 'mutation { moveOnn(input: {}) { id } }' },
  { where: 'a field of an input', query: 'mutation { moveOn(input: { sesion: "x", step: 1, version: 1 }) { id } }' },
  { where: 'what is followed', query: 'subscription { bord(session: "x") { seq } }' },
  { where: 'the schema', query: '{ __schema { directive } }' },
  { where: 'introspection', query: '{ __typ(name: "x") { name } }' },
  { where: 'an operation', query: 'quer { session(id: "x") { id } }' },
  { where: 'a variable that is an enum', query: 'query ($k: ConferenceKind) { sessions(kind: $k) { id } }', variables: { k: 'MARUGOT' } },
  {
    where: 'a variable that is an input',
    query: 'mutation ($i: StepOrder!) { moveOn(input: $i) { id } }',
    variables: { i: { sesion: 'x', step: 1, version: 1 } },
  },
  {
    where: 'a variable across departments',
    query: 'query ($k: ConferenceKind) { sessions(kind: $k) { agenda { card { case { children { id } } } } } }',
    variables: { k: 'MARUGOT' },
  },
];

const roads: [string, (guest: Guest, slip: Slip) => Promise<{ message: string }[]>][] = [
  ['HTTP', async (guest, { query, variables }) => [...((await guest.ask(query, variables)).errors ?? [])]],
  [
    'a socket',
    async (guest, slip) => {
      const { type, payload } = await askOverSocket(town, guest, slip);
      return type === 'error' ? payload : (payload.errors ?? []);
    },
  ],
];

describe.each(roads)('over %s, nobody is told what the name is like', (_, ask) => {
  it.each(slips)('when it is not quite that of $where', async (slip) => {
    for (const [audience, guest] of Object.entries(guests)) {
      const messages = (await ask(guest, slip)).map(({ message }) => message);
      expect([audience, messages.length > 0]).toEqual([audience, true]);
      expect([audience, messages.filter((message) => /did you mean|perhaps|maybe|もしかして/i.test(message))]).toEqual([audience, []]);
    }
  });
});
