import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import { hasMinutes, minutesLevels } from '#server/access/minutes-level';
import { kindsInOrder } from '#server/meetings/kinds/registry';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { type Matters, mattersIn } from '#test/kit/matters';
import { steer, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let matters: Matters;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  matters = await mattersIn(town);
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

describe.each(kindsInOrder)('$name', ({ key, name, profile, steps, notes, opening, closing }) => {
  const slot = (['card', 'issue', 'case'] as const).find((each) => profile.agenda.includes(each));

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
    for (const matter of ['card', 'issue', 'case'] as const) {
      const order = { session, [matter]: matters[matter], ...(key === 'SHIEN_KAIGI' ? ground : {}) };
      const { problem } = await steer(facilitator, 'putOnAgenda', order);
      if (profile.agenda.includes(matter)) expect(problem, matter).toBeUndefined();
      else expect(problem?.code, matter).toBe('INVALID');
    }
  });

  it('writes down what is said under its own words, roles and actions with it', async () => {
    // Fictional cases are spoken of without the hub: there is no item to write below.
    if (!slot) return expect(profile.agenda).toEqual(['fiction']);
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

  it('ends once all that it asks for is settled or put off, and keeps what its law says', async () => {
    const session = await opened(key);
    const kept = new Set<string>(profile.keeps.what);
    if (kept.has('attendance') && !profile.restricted) await steered(facilitator, 'inviteMember', { session, staff: guest() });
    if (slot) await leaveOpen(session, { session, [slot]: matters[slot], ...(key === 'SHIEN_KAIGI' ? ground : {}) }, slot);
    const left = [
      'ATTENDANCE',
      ...(slot ? ['ROLE', 'ACTION', slot === 'case' && closing.includes('OUTCOME') ? 'OUTCOME' : 'DECISION'] : []),
    ];
    const waits = closing.filter((point) => left.includes(point));
    const { problem } = await steer(facilitator, 'closeSession', { session, version: (await look(session)).version });
    expect(problem?.code).toBe('INVALID');
    expect(new Set(Object.keys(problem?.fields ?? {}).map((point) => point.split('/')[0]))).toEqual(new Set(waits));
    await settle(session);
    const { version } = await look(session);
    expect((await steered(facilitator, 'closeSession', { session, version }, 'status')).status).toBe('CLOSED');

    const KEPT = `query ($id: ID!) { session(id: $id) { minuted proposes keepsAttendance printing carriedOver { id } openPoints { id } } }`;
    expect((await facilitator.ask(KEPT, { id: session })).data.session).toEqual({
      ...{ minuted: kept.has('minutes'), proposes: kept.has('proposals'), keepsAttendance: kept.has('attendance') },
      ...{ printing: profile.print, carriedOver: [], openPoints: [] },
    });
    for (const level of minutesLevels) {
      const read = await facilitator.ask('query ($id: ID!, $level: MinutesLevel!) { minutes(session: $id, level: $level) { closedAt } }', {
        id: session,
        level,
      });
      expect(typeof read.data?.minutes?.closedAt === 'string', level).toBe(hasMinutes(key, level));
    }
    const paper = await facilitator.ask('mutation ($id: ID!) { printSession(session: $id) { id } }', { id: session });
    expect(paper.errors?.[0]?.extensions.code).toBe(profile.print === 'none' ? 'DENIED' : undefined);
    expect((await steer(facilitator, 'moveOn', { session, step: 0, version: version + 1 })).problem?.code).toBe('INVALID');
  });
});

it('no two kinds are alike in their words', () => {
  for (const part of ['name', 'opening', 'steps', 'notes'] as const)
    expect(new Set(kindsInOrder.map((kind) => JSON.stringify(kind[part]))).size, part).toBe(kindsInOrder.length);
});

const guest = () => town.viewer('disability').actor.slice('staff:'.length);

/** A role without anybody, an action item without a day, and a decision that was not read out, or none of a case that needs one. */
async function leaveOpen(session: string, put: Record<string, unknown>, slot: string): Promise<void> {
  const { id: item } = await steered(facilitator, 'putOnAgenda', put);
  await clearTable(session, item);
  await steered(facilitator, 'addRole', { item, title: '送り迎え' });
  await steered(facilitator, 'addActionItem', { item, title: '当番表を作る', organization: organizationId('houkatsu') });
  const { openPoints } = (await facilitator.ask('query ($id: ID!) { session(id: $id) { openPoints { point } } }', { id: session })).data
    .session;
  const asks = slot === 'case' && openPoints.some(({ point }: { point: string }) => point === 'OUTCOME');
  if (!asks) await steered(facilitator, 'recordDecision', { item, title: '月に一度、集まる' });
}

/** Settles everybody's attendance and every decision, and puts the rest off. */
async function settle(session: string): Promise<void> {
  const OPEN = 'query ($id: ID!) { session(id: $id) { openPoints { id point decision { id version } member { id } } } }';
  for (const { id, point, decision, member } of (await facilitator.ask(OPEN, { id: session })).data.session.openPoints) {
    if (point === 'ATTENDANCE') await steered(facilitator, 'markAttendance', { member: member.id, attends: 'PRESENT' });
    else if (point === 'DECISION')
      await steered(facilitator, 'readBackDecision', { decision: decision.id, done: true, version: decision.version });
    else await steered(facilitator, 'deferPoint', { session, point: id, reason: '次に決める', owner: guest() });
  }
}

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
