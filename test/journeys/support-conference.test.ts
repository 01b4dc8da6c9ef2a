import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { boardLog, type Step, steer, steered } from '#test/kit/steer';
import { type BoardWatch, watchBoard } from '#test/kit/watch-board';

let town: Town;
let coordinator: Guest;
let member: Guest;
let outsider: Guest;
/** A case of 介護 and つなげる that 障害 does not know, with the person, whom nobody protects. */
let theCase: { id: string; person: string; name: string };
const watches: BoardWatch[] = [];

beforeAll(async () => {
  town = await aTown();
  [coordinator, member, outsider] = await Promise.all([town.as('facilitator'), town.as('disability'), town.as('livelihood')]);
  const [found] = await town.rows<typeof theCase>(
    `select c.id, c.person_id as person, i.name from core.support_case c join core.person_identity i on i.person_id = c.person_id
     join core.person_guard g on g.person_id = c.person_id and not g.protected and not g.teams && '{disability,livelihood}'
     where c.teams @> '{connection}' and not c.teams && '{disability,livelihood}' and not exists (
       select 1 from core.consent k where k.case_id = c.id and k.receivers && '{disability,livelihood}' and k.withdrawn_at is null) order by c.id limit 1`,
  );
  if (!found) throw new Error('no case to speak of');
  theCase = found;
});
afterAll(async () => {
  for (const watch of watches) watch.cut();
  await town?.close();
});

const staffOf = (persona: PersonaKey) => town.viewer(persona).actor.slice('staff:'.length);
const TITLE = '今週の見守り';
const convene = (members: readonly PersonaKey[]) =>
  steered(coordinator, 'conveneSupport', { title: TITLE, heldOn: '2026-11-30', place: '会議室C', members: members.map(staffOf) });
const SESSION = `query ($id: ID!) { session(id: $id) { id title opening secrecy isIn version members { id sworn attends staff { id } } frontItem { id }
  agenda { id letter kind away roles { id title } caseItem { id version reason case { id code } } standings { id standing away member { id } } } } }`;
const look = async (guest: Guest, id: string) => (await guest.ask(SESSION, { id })).data.session;
const CASE = `query ($id: ID!) { case(id: $id) { code standing summary person { id identity { name } contact { address } } consultations { id note } plan { longGoal } roles { title } } }`;
const lookAtCase = async (guest: Guest) => (await guest.ask(CASE, { id: theCase.id })).data.case;
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 100 });
const ground = { reasonCode: 'URGENT', reason: '食事がとれず、命にかかわるおそれがあるため。' };

/** A 支援会議 of coordinator and 障害福祉, acknowledged by both, with the case on its agenda. */
async function aSecretTable() {
  const session = (await convene(['disability'])) as string;
  for (const guest of [coordinator, member]) await steered(guest, 'acknowledgeSecrecy', { session });
  await soon(async () => expect((await look(coordinator, session))?.isIn).toBe(true));
  const item = (await steered(coordinator, 'putOnAgenda', { session, case: theCase.id, ...ground })).id as string;
  const seat = async (persona: PersonaKey) =>
    (await look(coordinator, session)).members.find(({ staff }: { staff: { id: string } }) => staff.id === staffOf(persona)).id as string;
  return { session, item, seat };
}

async function open(session: string) {
  const { version } = await look(coordinator, session);
  await steered(coordinator, 'openSession', { session, version });
}

async function follow(guest: Guest, session: string, selection: string): Promise<BoardWatch> {
  const watch = await watchBoard(town, guest, session, { selection });
  watches.push(watch);
  return watch;
}

describe('a 支援会議 is called', () => {
  it('by a coordinator with a closed list, and is there for its members alone', async () => {
    const session = await convene(['disability']);
    await soon(async () => {
      expect((await look(coordinator, session))?.id).toBe(session);
      expect((await look(member, session))?.id).toBe(session);
    });
    expect(await look(outsider, session)).toBeNull();
    const listed = await outsider.ask('{ sessions(kind: SHIEN_KAIGI, limit: 200) { id } }');
    expect(listed.text).not.toContain(session);
  });

  it('by nobody else: neither a recorder nor a case worker, and not without members', async () => {
    const order = { title: TITLE, heldOn: '2026-11-30', place: '会議室C', members: [staffOf('disability')] };
    for (const persona of ['recorder', 'disability', 'administrator'] as const)
      expect((await steer(await town.as(persona), 'conveneSupport', order)).problem).toMatchObject({ code: 'DENIED' });
    const alone = await steer(coordinator, 'conveneSupport', { ...order, members: [staffOf('facilitator')] });
    expect(alone.problem).toMatchObject({ code: 'INVALID', fields: { members: '招集する人のほかに、一人は必要です。' } });
    const stranger = await steer(coordinator, 'conveneSupport', { ...order, members: [theCase.id] });
    expect(stranger.problem).toMatchObject({ code: 'INVALID', fields: { staff: '一覧から選んでください。' } });
  });

  it('shows a member its opening and the law, and nothing else before they acknowledge', async () => {
    const session = await convene(['disability']);
    await soon(async () => expect(await look(member, session)).not.toBeNull());
    expect(await look(member, session)).toMatchObject({ title: '支援会議', isIn: false, members: [], agenda: [] });
    expect((await look(member, session)).secrecy).toContain('106条の6第5項');
    const refused = await steer(coordinator, 'putOnAgenda', { session, case: theCase.id, ...ground });
    expect(refused.problem).toMatchObject({ code: 'DENIED' });
    await steered(member, 'acknowledgeSecrecy', { session });
    await steered(member, 'acknowledgeSecrecy', { session });
    await soon(async () => expect(await look(member, session)).toMatchObject({ title: TITLE, isIn: true }));
    const members = (await look(member, session)).members as { sworn: boolean }[];
    expect(members.map(({ sworn }) => sworn).sort()).toEqual([false, true]);
  });

  it('and its list is changed by whoever called it, and by nobody else', async () => {
    const { session, seat } = await aSecretTable();
    await steered(coordinator, 'inviteMember', { session, staff: staffOf('recorder') });
    const recorder = await town.as('recorder');
    await steered(recorder, 'acknowledgeSecrecy', { session });
    await soon(async () => expect((await look(recorder, session)).isIn).toBe(true));
    expect((await steer(recorder, 'inviteMember', { session, staff: staffOf('children') })).problem).toMatchObject({ code: 'DENIED' });
    const watch = await follow(member, session, 'id title');
    expect(await watch.next()).toMatchObject({ session: { title: TITLE } });
    await steered(coordinator, 'dismissMember', { member: await seat('disability') });
    await soon(async () => expect(await look(member, session)).toBeNull());
    const self = await steer(coordinator, 'dismissMember', { member: await seat('facilitator') });
    expect(self.problem).toMatchObject({ code: 'INVALID' });
  });

  it('is changed by no second wall either: a coordinator outside cannot write themselves into it', async () => {
    const { session } = await aSecretTable();
    const { asViewer } = await import('#server/database/as-viewer');
    const other = { ...town.viewer('facilitator'), actor: `staff:${staffOf('recorder')}` };
    const write = (convener: string | null) =>
      asViewer(town.database, other, (tx) =>
        tx.query(
          `insert into core.session_member (id, session_id, staff_id, duty, attends, convener) values (gen_random_uuid(), $1, $2, 'MEMBER', 'EXPECTED', $3)`,
          [session, staffOf('recorder'), convener],
        ),
      );
    for (const convener of [null, staffOf('recorder'), staffOf('facilitator')]) await expect(write(convener)).rejects.toThrow();
  });
});

describe('a case before a 支援会議', () => {
  it('needs a reason with words', async () => {
    const { session } = await aSecretTable();
    const [other] = await town.rows(`select id from core.support_case where teams @> '{connection}' and id <> $1 limit 1`, [theCase.id]);
    for (const [order, field] of [
      [{ case: other?.id }, 'reasonCode'],
      [{ case: other?.id, reasonCode: 'URGENT', reason: ' ' }, 'reason'],
      [{ case: theCase.id, ...ground }, 'case'],
    ] as const)
      expect((await steer(coordinator, 'putOnAgenda', { session, ...order })).problem?.fields).toHaveProperty(field);
    expect((await steer(coordinator, 'putOnAgenda', { session, issue: theCase.id })).problem).toMatchObject({ code: 'INVALID' });
  });

  it('opens to members who are there and have acknowledged, for as long as it is not closed', async () => {
    const { session, item, seat } = await aSecretTable();
    expect(await lookAtCase(member)).toBeNull();
    await steered(coordinator, 'markAttendance', { member: await seat('disability'), attends: 'PRESENT' });
    await soon(async () =>
      expect(await lookAtCase(member)).toMatchObject({ standing: 'HEARD', person: { identity: { name: theCase.name } } }),
    );
    expect((await lookAtCase(member)).person.contact.address).toBeTruthy();
    expect((await look(member, session)).agenda[0].caseItem).toMatchObject({ reason: ground.reason, case: { id: theCase.id } });
    expect(await lookAtCase(outsider)).toBeNull();
    await open(session);
    const role = await steered(coordinator, 'addRole', { item, title: '毎日の声かけ' });
    expect((await lookAtCase(member)).roles).toContainEqual({ title: '毎日の声かけ' });
    const { version } = await look(coordinator, session);
    await steered(coordinator, 'closeSession', { session, version });
    await soon(async () => expect(await lookAtCase(member)).toBeNull());
    expect((await look(member, session)).agenda[0]).toMatchObject({ caseItem: null, roles: [{ id: role.id }] });
  });

  it('leaves the device of whoever leaves the table within a second, and comes back with them', async () => {
    const { session, item, seat } = await aSecretTable();
    await steered(coordinator, 'markAttendance', { member: await seat('disability'), attends: 'PRESENT' });
    await soon(async () => expect(await lookAtCase(member)).not.toBeNull());
    const frames: string[] = [];
    const client = member.connect({ frames });
    const query = `subscription { board(session: "${session}") { seq session { agenda { id away caseItem { reason } roles { title } } } } }`;
    client.subscribe({ query }, { next: () => undefined, error: () => undefined, complete: () => undefined });
    await vi.waitFor(() => expect(frames.join()).toContain(ground.reason), { timeout: 5_000 });
    const heard = frames.length;
    const left = performance.now();
    await steered(coordinator, 'leaveTable', { item, member: await seat('disability'), away: true });
    await vi.waitFor(() => expect(frames.slice(heard).join()).toContain('"away":true'), { timeout: 5_000 });
    console.log(`gone from the device ${Math.round(performance.now() - left)} ms after the order`);
    expect(
      frames
        .slice(heard)
        .filter((frame) => frame.includes('"away":true'))
        .join(),
    ).not.toContain(ground.reason);
    expect(await lookAtCase(member)).toBeNull();
    await steered(coordinator, 'leaveTable', { item, member: await seat('disability'), away: false });
    await soon(async () => expect(await lookAtCase(member)).not.toBeNull());
    await client.dispose();
  });

  it('never opens to whoever is tied to the person, nor to what a protection closes', async () => {
    const { session, item, seat } = await aSecretTable();
    await steered(coordinator, 'markAttendance', { member: await seat('disability'), attends: 'PRESENT' });
    await soon(async () => expect(await lookAtCase(member)).not.toBeNull());
    await steered(coordinator, 'noteTie', { item, member: await seat('disability'), kind: 'KIN' });
    await soon(async () => expect(await lookAtCase(member)).toBeNull());
    expect((await look(coordinator, session)).agenda[0].standings).toContainEqual(
      expect.objectContaining({ standing: 'BARRED', away: true, member: { id: await seat('disability') } }),
    );
    const back = await steer(coordinator, 'leaveTable', { item, member: await seat('disability'), away: false });
    expect(back.problem?.fields).toEqual({ member: '利益相反が届け出られています。' });
  });
});

describe('the board of a 支援会議', () => {
  it('tells a member nothing, not even by numbers, before they acknowledge', async () => {
    const session = await convene(['children']);
    await steered(coordinator, 'acknowledgeSecrecy', { session });
    await soon(async () => expect((await look(coordinator, session))?.isIn).toBe(true));
    const watch = await follow(await town.as('children'), session, 'id title');
    expect(await watch.next()).toMatchObject({ seq: 0, session: null });
    await open(session);
    expect(watch.frames).toHaveLength(1);
    expect((await boardLog(town, session)).every(({ audience, kind }) => audience === 'console' || kind === 'SESSION_OPENED')).toBe(true);
  });

  it('is refused to outsiders by every new road in the words of what is not there', async () => {
    const { session, item, seat } = await aSecretTable();
    const nobody = crypto.randomUUID();
    const stranger = await town.as('recorder');
    const member = await seat('disability');
    const roads: readonly (readonly [Step, Record<string, unknown>, Record<string, unknown>])[] = [
      ['acknowledgeSecrecy', { session }, { session: nobody }],
      ['inviteMember', { session, staff: staffOf('children') }, { session: nobody, staff: staffOf('children') }],
      ['dismissMember', { member }, { member: nobody }],
      ['markAttendance', { member, attends: 'PRESENT' }, { member: nobody, attends: 'PRESENT' }],
      ['leaveTable', { item, member, away: true }, { item: nobody, member, away: true }],
      ['noteTie', { item, member, kind: 'KIN' }, { item: nobody, member, kind: 'KIN' }],
      ['recordDecision', { item, title: '見守る' }, { item: nobody, title: '見守る' }],
      ['putOnAgenda', { session, case: theCase.id, ...ground }, { session: nobody, case: theCase.id, ...ground }],
    ];
    for (const [step, real, made] of roads) {
      const answers = [await steer(stranger, step, real), await steer(stranger, step, made)] as const;
      expect(answers[0].text, step).toBe(answers[1].text);
      expect(answers[0].problem, step).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
