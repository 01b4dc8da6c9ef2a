import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PersonaKey, personas } from '#seeds/personas';
import { Pages } from '#server/hub/pages';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { type RandomQuestion, randomQuestion } from '#test/kit/random-document';
import { wholeContract } from '#test/kit/random-values';
import { rawSocket } from '#test/kit/raw-socket';
import { todaysSession } from '#test/kit/steer';
import { makeEveryStanding } from './facts';
import { markersIn, ownersOfMarkers } from './marker-owners';

/** Questions for each role; the full run: npm run attack -- canaries. */
const QUESTIONS = Number(process.env.HUB_TEST_QUESTIONS ?? 60);
const SEED = Number(process.env.HUB_TEST_SEED ?? 20260401);
const DEPTH = 5;

let town: Town;
let session: string;
let ids: readonly string[];
let owners: Awaited<ReturnType<typeof ownersOfMarkers>>;
const logged: string[] = [];

beforeAll(async () => {
  const pages = new Pages('client');
  town = await aTown({ pages: (request, response, pathname) => pages.serve(request, response, pathname) });
  await makeEveryStanding(town);
  session = await todaysSession(town);
  owners = await ownersOfMarkers(town);
  const drawn = ['core.support_case', 'core.session', 'core.service', 'core.organization', 'core.case_card', 'core.person'];
  const some = await Promise.all(
    drawn.map((table) => town.rows<{ id: string }>(`select id from ${table} order by md5(id::text) limit 12`)),
  );
  ids = [...some.flat().map(({ id }) => id), session, '', "' or true --"];
  for (const stream of [process.stderr, process.stdout]) {
    const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
    vi.spyOn(stream, 'write').mockImplementation(((...given: unknown[]) => (logged.push(String(given[0])), write(...given))) as never);
  }
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await town?.close();
});

type Role = PersonaKey | 'display';
const roles: readonly Role[] = [...personas.map(({ key }) => key), 'display'];
const audienceOf = (role: Role) => (role === 'display' || role === 'analyst' ? role : 'staff');
const steering: readonly Role[] = ['facilitator', 'recorder'];
/** Notes of those who steer; for nobody else. */
const steered = /^core\.(agenda_item|case_card)\.note$/;

/** Whether a marker may reach somebody: by the 担当 that its row belongs to, or because they steer. */
function mayReach(role: Role, marker: string): boolean {
  const owner = owners.get(marker);
  const team = personas.find(({ key }) => key === role)?.team;
  return Boolean(owner && ((team && owner.teams.includes(team)) || (steering.includes(role) && steered.test(owner.place))));
}

/** The question as it is, or broken in some way: what is wrong with it must not be told in words that hold a secret. */
function asAsked({ query }: RandomQuestion, index: number): string {
  if (index % 10 === 8) return query.replace('{', '{ nothingOfTheKind(id: "KOTEI") ');
  return index % 10 === 9 ? query.slice(0, -1) : query;
}

/** Every byte that a question brings, over HTTP or, for every third, over a socket. */
async function bytesOf(guest: Guest, raw: Awaited<ReturnType<typeof rawSocket>>, question: RandomQuestion, index: number): Promise<string> {
  const query = asAsked(question, index);
  if (index % 3 > 0) return (await guest.ask(query, question.variables)).text;
  raw.send({ id: String(index), type: 'subscribe', payload: { query, variables: question.variables } });
  const heard = [await raw.next()];
  if (heard[0]?.type === 'next') heard.push(await raw.next());
  return JSON.stringify(heard);
}

describe('canaries, in questions at random about everything', () => {
  it.each(roles)('reach %s only where their rows are open to it', async (role) => {
    const guest: Guest = role === 'display' ? await town.display(session) : await town.as(role);
    const raw = await rawSocket(town, guest);
    const schema = town.hub.graph.current.contracts[audienceOf(role)];
    const questions = fc.sample(randomQuestion(wholeContract(schema, ids, DEPTH)), { numRuns: QUESTIONS, seed: SEED });
    const [found, told] = [new Set<string>(), { bytes: 0, answered: 0 }];
    const ask = async (question: RandomQuestion, index: number): Promise<void> => {
      const text = await bytesOf(guest, raw, question, index);
      told.bytes += text.length;
      told.answered += Number(/"data":\{"[^}]*[^l]\}/.test(text));
      for (const marker of markersIn(text)) {
        if (!mayReach(role, marker)) throw new Error(`${owners.get(marker)?.place} ${marker} reached ${role}: ${JSON.stringify(question)}`);
        found.add(marker);
      }
    };
    // Three at once: the one that goes over the socket, and its two neighbours.
    for (let first = 0; first < questions.length; first += 3)
      await Promise.all(questions.slice(first, first + 3).map((question, place) => ask(question, first + place)));
    raw.socket.terminate();
    console.log(`${role}: ${QUESTIONS} questions, ${told.answered} answered, ${told.bytes} characters, ${found.size} markers, all its own`);
    expect(told.answered).toBeGreaterThan(QUESTIONS / 5);
  });

  it('are in no page, and in no line of the log', async () => {
    const { headers } = await town.as('elderly-care');
    for (const page of ['/', '/display', '/playground', '/sign-in', '/session', '/nothing']) {
      expect(markersIn(await (await fetch(`${town.origin}${page}`, { headers })).text()), page).toEqual([]);
    }
    const marker = markersIn([...owners.keys()].join())[0];
    const council = await town.as('council');
    // Readings take their client by `connect()`; everything else goes through TypeORM, which calls back.
    const connect = town.database.pool.connect.bind(town.database.pool) as (...given: unknown[]) => unknown;
    const broken = vi
      .spyOn(town.database.pool, 'connect')
      .mockImplementation(((...given: unknown[]) =>
        given.length > 0 ? connect(...given) : Promise.reject(new Error(`no ${marker}`))) as never);
    const { text } = await council.ask('{ communityIssues { id } }').finally(() => broken.mockRestore());
    expect(text).toContain('INTERNAL');
    expect(markersIn(text)).toEqual([]);
    expect(logged.join('')).toContain('a request failed inside');
    expect(logged.flatMap(markersIn)).toEqual([]);
  }, 120_000);
});
