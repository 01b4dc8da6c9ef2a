import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import { kindsInOrder } from '#server/meetings/kinds/registry';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steer, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
const told = { title: '坂の上の暮らし', words: 'Ａさん、80代。買い物の足がなく、話し相手がほしい。' };
/** A case whose person agreed that it is spoken of, an issue and a card; a report and a fiction. */
let matters: Readonly<Record<'case' | 'issue' | 'card', string> & Record<'report' | 'fiction', typeof told>>;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  const one = async (sql: string) => ((await town.rows<{ id: string }>(sql))[0] as { id: string }).id;
  const theCase = await one(
    `select c.id from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected
     where c.teams @> '{connection}' and not exists (select 1 from core.consent k where k.case_id = c.id) order by c.id limit 1`,
  );
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     select gen_random_uuid(), person_id, id, 'SELF', '{connection}', '{identity}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day'
     from core.support_case where id = $1`,
    [theCase],
  );
  matters = {
    case: theCase,
    issue: await one(`select id from core.community_issue where state = 'APPROVED' order by id limit 1`),
    card: await one(`select id from core.case_card where state = 'APPROVED' order by id limit 1`),
    ...{ report: told, fiction: told },
  };
});
afterAll(() => town?.close());

const SESSION =
  'query ($id: ID!) { session(id: $id) { id kindName opening version step steps isIn projected noteKinds noteWords frontItem { id notes { kind title held } roles { title } actionItems { title } } } }';
const look = async (id: string) => (await facilitator.ask(SESSION, { id })).data.session;
const ground = { reasonCode: 'URGENT', reason: '食事がとれず、命にかかわるおそれがあるため。' };

/** A session of the kind, open, as its own rules call it. */
async function opened(kind: ConferenceKind): Promise<string> {
  const order = { title: '試しの会議', heldOn: '2026-11-30', place: '会議室' };
  const staff = town.viewer('disability').actor.slice('staff:'.length);
  const id = conferenceProfiles[kind].restricted
    ? ((await steered(facilitator, 'conveneSupport', { ...order, members: [staff] })) as string)
    : (await steered(facilitator, 'createSession', { kind, ...order })).id;
  if (conferenceProfiles[kind].restricted) await steered(facilitator, 'acknowledgeSecrecy', { session: id });
  await vi.waitFor(async () => expect((await look(id))?.isIn).toBe(true), { timeout: 5_000, interval: 100 });
  await steered(facilitator, 'openSession', { session: id, version: (await look(id)).version });
  return id;
}

describe.each(kindsInOrder)('$name', ({ key, name, profile, steps, notes, opening }) => {
  const slot = (['card', 'issue', 'case', 'fiction'] as const).find((each) => profile.agenda.includes(each));

  it('goes through its own steps in its own words', async () => {
    const session = await opened(key);
    expect(await look(session)).toMatchObject({ kindName: name, opening, steps, projected: profile.projection });
    for (let step = 1; step < steps.length; step++) {
      await steered(facilitator, 'moveOn', { session, step, version: (await look(session)).version });
      expect((await look(session)).step).toBe(step);
    }
    const { version } = await look(session);
    expect((await steer(facilitator, 'moveOn', { session, step: steps.length, version })).problem?.code).toBe('INVALID');
  });

  it('takes on its agenda what its law lets it speak of, and nothing else', async () => {
    const session = await opened(key);
    for (const matter of ['card', 'issue', 'case', 'report', 'fiction'] as const) {
      const order = { session, [matter]: matters[matter], ...(key === 'SHIEN_KAIGI' ? ground : {}) };
      const { problem } = await steer(facilitator, 'putOnAgenda', order);
      if (profile.agenda.includes(matter)) expect(problem, matter).toBeUndefined();
      else expect(problem?.code, matter).toBe('INVALID');
    }
  });

  it('writes down what is said under its own words, roles and actions with it', async () => {
    if (!slot) throw new Error(`${name} speaks of nothing`);
    const session = await opened(key);
    const put = { session, [slot]: matters[slot], ...(key === 'SHIEN_KAIGI' ? ground : {}) };
    const { id: item } = await steered(facilitator, 'putOnAgenda', put);
    await clearTable(session, item);
    await steered(facilitator, 'bringToFront', { session, item, version: (await look(session)).version });
    for (const [kind] of notes) await steered(facilitator, 'addNote', { item, kind, title: `声${kind}` });
    await steered(facilitator, 'addRole', { item, title: '見守り' });
    await steered(facilitator, 'addActionItem', { item, title: '訪ねる' });
    const { frontItem, noteKinds, noteWords } = await look(session);
    expect(notes.map(([kind, word]) => [kind, word])).toEqual(noteKinds.map((kind: string, n: number) => [kind, noteWords[n]]));
    expect(frontItem).toMatchObject({
      notes: notes.map(([kind]) => ({ kind, title: `声${kind}`, held: null })),
      roles: [{ title: '見守り' }],
      actionItems: [{ title: '訪ねる' }],
    });
    // What it does not speak of, it does not write down.
    const taken = notes.map(([kind]) => kind as string);
    for (const kind of ['IDEA', 'STRENGTH', 'WISH', 'WORRY', 'GAP'].filter((each) => !taken.includes(each)))
      expect((await steer(facilitator, 'addNote', { item, kind, title: '声' })).problem?.code, kind).toBe('INVALID');
  });

  it('stands on a wall only where its law lets it, and holds what may name somebody only where citizens are', async () => {
    const session = await opened(key);
    const { problem } = await steer(facilitator, 'pairDisplay', { session, code: 'ZZZZZZ' });
    expect(problem?.code).toBe('INVALID');
    expect(problem?.fields?.code === undefined).toBe(!profile.projection);
    if (!slot) return;
    const put = { session, [slot]: matters[slot], ...(key === 'SHIEN_KAIGI' ? ground : {}) };
    const { id: item } = await steered(facilitator, 'putOnAgenda', put);
    const said = await steered(facilitator, 'addNote', { item, kind: notes[0]?.[0], title: '結城野さんの見守り' }, 'held');
    expect(said.held).toBe(profile.citizens ? 'IDENTIFIER' : null);
  });
});

it('no two kinds are alike in their words', () => {
  for (const part of ['name', 'opening', 'steps', 'notes'] as const)
    expect(new Set(kindsInOrder.map((kind) => JSON.stringify(kind[part]))).size, part).toBe(kindsInOrder.length);
});

/** Everybody whom the consent or the oath does not cover leaves. */
async function clearTable(session: string, item: string): Promise<void> {
  const { data } = await facilitator.ask(
    'query ($id: ID!) { session(id: $id) { agenda { id standings { standing away member { id staff { id } } } } } }',
    { id: session },
  );
  const standings = data.session.agenda.find(({ id }: { id: string }) => id === item).standings as {
    standing: string;
    away: boolean;
    member: { id: string } | null;
  }[];
  for (const { standing, away, member } of standings)
    if (standing !== 'COVERED' && !away && member) await steered(facilitator, 'leaveTable', { item, member: member.id, away: true });
}
