import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentNames } from '#seeds/tables';
import { canary } from '#seeds/town/canaries';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steered, todaysSession } from '#test/kit/steer';
import { fieldsOf, type KnownIds, walkBoard, walkContract } from '#test/kit/walk-contract';
import { makeEveryStanding } from './facts';
import { markersIn, ownersOfMarkers } from './marker-owners';

const DEPTH = 6;

let town: Town;
let session: string;
/** Ids to ask for: by type, and of each first one that may be seen and then those that may not. */
let known: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  town = await aTown();
  await makeEveryStanding(town);
  session = await todaysSession(town);
  await markTheTable();
  await playThrough(await town.as('facilitator'));
  const ids = async (sql: string) => (await town.rows<{ id: string }>(sql)).map(({ id }) => id);
  known = {
    session: [session, ...(await ids(`select id from core.session where id <> '${session}' order by restricted desc, id limit 3`))],
    resource: await ids('select id from core.service order by confidential, id').then((all) => [...all.slice(0, 1), ...all.slice(-2)]),
    case: await ids(`select id from core.support_case where summary ~ 'KOTEI' order by id limit 12`),
  };
});
afterAll(() => town?.close());

/** What lies on today's table is not marked in the city, where a newcomer would take the markers for a fault; here it is what must not leak. */
async function markTheTable(): Promise<void> {
  const { pool } = town.database;
  await pool.query(
    `update core.agenda_item set note = coalesce(note, '') || ' KOTEI-PII-91' || lpad(position::text, 4, '0') where session_id = $1`,
    [session],
  );
  await pool.query(
    `update core.case_card card set note = card.note || ' KOTEI-PII-92' || lpad(item.position::text, 4, '0')
     from core.agenda_item item where item.card_id = card.id and item.session_id = $1`,
    [session],
  );
}

/** Puts everything on the wall once, each with a role and an action. */
async function playThrough(facilitator: Guest): Promise<void> {
  let { version, agenda } = await steered(facilitator, 'openSession', { session, version: 1 }, 'version agenda { id }');
  for (const { id } of agenda) {
    await steered(facilitator, 'addRole', { item: id, title: '見守り' });
    await steered(facilitator, 'addActionItem', { item: id, title: '訪ねる' });
    ({ version, agenda } = await steered(facilitator, 'bringToFront', { session, item: id, version }, 'version agenda { id }'));
  }
}

type Audience = 'staff' | 'display' | 'analyst';
const sdl = (audience: Audience) => town.hub.graph.current.contractSdl[audience];
const contract = (audience: Audience): GraphQLSchema => town.hub.graph.current.contracts[audience];
const outsider = (audience: 'display' | 'analyst') => (audience === 'display' ? town.display(session) : town.as('analyst'));
const nth =
  (index: number): KnownIds =>
  (field) =>
    known[field]?.[index % known[field].length] ?? session;

/** Bytes of the answer to a question that goes over a socket. */
async function overSocket(guest: Guest, queries: readonly string[]): Promise<string> {
  const frames: string[] = [];
  const client = guest.connect({ frames });
  for (const query of queries) for await (const _ of client.iterate({ query })) break;
  await client.dispose();
  return frames.join('\n');
}

describe.each(['display', 'analyst'] as const)('no canary reaches the %s', (audience) => {
  it('from any field of its contract, over HTTP or over a socket, for ids that it may and may not ask for', async () => {
    const guest = await outsider(audience);
    const asked = new Set<string>();
    let bytes = '';
    let questions = 0;
    for (let index = 0; index < 4; index += 1) {
      const walk = walkContract(sdl(audience), nth(index), DEPTH);
      const answers = await Promise.all(walk.queries.map((query) => guest.ask(query)));
      expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      bytes += answers.map(({ text }) => text).join('\n') + (await overSocket(guest, walk.queries));
      questions += 2 * walk.queries.length;
      for (const field of walk.asked) asked.add(field);
    }
    console.log(`${audience}: ${asked.size} fields in ${questions} questions, ${bytes.length} characters`);
    expect([...fieldsOf(sdl(audience))].filter((field) => !asked.has(field))).toEqual([]);
    expect(bytes.length).toBeGreaterThan(5_000);
    expect(bytes.match(canary)).toBeNull();
  });

  it('nor anything else through an operation or a field that its contract does not have', async () => {
    const guest = await outsider(audience);
    const beyond = [
      ...Object.keys(contract('staff').getMutationType()?.getFields() ?? {}).map((field) => `mutation { ${field} { id } }`),
      'mutation { createSession(input: { kind: MARUGOTO, title: "x", heldOn: "2026-11-23", place: "x" }) { id } }',
      'mutation { nothing { at { all } } }',
      '{ cases(limit: 30) { summary person { identity { name } } } }',
      'fragment f on PersonIdentity { name } { __typename ...f }',
      ...(audience === 'analyst' ? [`subscription { board(session: "${session}") { seq } }`] : []),
    ];
    const client = guest.connect();
    for (const query of beyond) {
      const { errors, data } = await guest.ask(query);
      expect(data, query).toBeUndefined();
      expect(
        errors?.map(({ extensions }) => extensions.code),
        query,
      ).toContain('GRAPHQL_VALIDATION_FAILED');
      const answer = client.iterate({ query }).next();
      await expect(answer, query).rejects.toContainEqual(expect.objectContaining({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
    }
    await client.dispose();
    console.log(`${audience}: ${beyond.length} operations beyond its contract refused`);
  });

  it('nor from its schema, which names no type that identifies anyone', async () => {
    const guest = await outsider(audience);
    const { data } = await guest.ask('{ __type(name: "PersonIdentity") { fields { name } } }');
    expect(data?.__type ?? null).toBeNull();
  });
});

describe('a live board', () => {
  it('shows the display everything but canaries, and the facilitator those of the notes', async () => {
    const [wall, facilitator] = await Promise.all([town.display(session), town.as('facilitator')]);
    const follow = (guest: Guest, audience: Audience) => {
      const frames: string[] = [];
      const client = guest.connect({ frames });
      const board = client.iterate({ query: walkBoard(sdl(audience), nth(0), audience === 'staff' ? 3 : DEPTH), variables: { session } });
      return { frames, client, board };
    };
    const watching = [follow(wall, 'display'), follow(facilitator, 'staff')] as const;
    for (const { board } of watching) expect((await board.next()).value.errors).toBeUndefined();
    const { agenda } = (await facilitator.ask('query ($s: ID!) { session(id: $s) { agenda { id } } }', { s: session })).data.session;
    await steered(facilitator, 'addRole', { item: agenda[0].id, title: '送り迎え' });
    for (const { board, client } of watching) {
      await board.next();
      await client.dispose();
    }
    const [seen, console] = watching.map(({ frames }) => frames.join('\n'));
    expect(seen?.length).toBeGreaterThan(1_000);
    expect(seen?.match(canary)).toBeNull();
    expect(console?.match(canary), 'the same walk must find canaries where they may be, or it proves nothing').not.toBeNull();
  });
});

describe('a case worker', () => {
  it.each(departmentNames)(
    'of %s receives the canaries of rows that the own 担当 may read, and no others',
    async (team) => {
      const owners = await ownersOfMarkers(town);
      const guest = await town.as(team);
      const wide = walkContract(sdl('staff'), nth(0), 2).queries;
      const deep = (known.case ?? []).flatMap((_, index) => {
        const isAnother = (field: string) => index < (known[field]?.length ?? 0);
        return walkContract(sdl('staff'), nth(index), 3).queries.filter((query) =>
          ['case', 'session'].some((field) => query.startsWith(`{ ${field}(`) && isAnother(field)),
        );
      });
      const answers = [];
      for (const query of [...wide, ...deep]) answers.push(await guest.ask(query));
      // What is not there for them, or not theirs to ask, is said in words; anything else would be a fault of the walk.
      const isFault = ({ extensions }: { extensions?: Record<string, unknown> }) =>
        !['NOT_FOUND', 'DENIED'].includes(String(extensions?.code));
      expect(answers.filter(({ errors }) => errors?.some(isFault)).map(({ text }) => text.slice(0, 300))).toEqual([]);
      const received = new Set(answers.flatMap(({ text }) => markersIn(text)));
      const foreign = [...received].flatMap((marker) =>
        owners.get(marker)?.teams.includes(team) ? [] : [`${owners.get(marker)?.place} ${marker}`],
      );
      const all = [...owners.values()].filter(({ teams }) => teams.includes(team)).length;
      console.log(`${team}: ${received.size} of ${all} canaries of its own, of ${owners.size} in all, in ${answers.length} questions`);
      expect(foreign).toEqual([]);
      expect(received.size, 'the walk must find canaries where they may be, or it proves nothing').toBeGreaterThan(20);
      expect(owners.size - all).toBeGreaterThan(100);
    },
    300_000,
  );
});
