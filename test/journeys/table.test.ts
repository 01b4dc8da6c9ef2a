import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PersonaKey, staffId } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import { aTown, type Guest, guest, type Town } from '#test/kit/a-town';
import { steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let facilitator: Guest;
let session: string;
/** A case that 介護 may hear of by consent, and 障害 not; somebody of both sits at the table. */
let shared: { id: string; code: string };
let alone: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  const cases = await town.rows<{ id: string; code: string; person: string }>(
    `select c.id, c.code, c.person_id as person from core.support_case c join core.person_guard g on g.person_id = c.person_id and not g.protected
     where 'connection' = any (c.teams) and not c.teams && '{elderly-care,disability}' and not exists (select 1 from core.consent k where k.case_id = c.id) order by c.id limit 2`,
  );
  [shared, alone] = [cases[0] as typeof shared, cases[1]?.id ?? ''];
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     values (gen_random_uuid(), $1, $2, 'SELF', '{connection,elderly-care}', '{identity,note}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day')`,
    [cases[0]?.person, shared.id],
  );
  const made = await steered(facilitator, 'createSession', {
    kind: 'JUSOTEKI_CASE',
    title: '支援の相談',
    heldOn: '2026-11-30',
    place: '会議室B',
  });
  session = made.id;
  await steered(facilitator, 'openSession', { session, version: made.version });
  for (const persona of ['elderly-care', 'disability'] as const)
    await steered(facilitator, 'inviteMember', { session, staff: staffOf(persona) });
});
afterAll(() => town?.close());

const staffOf = (persona: PersonaKey) => town.viewer(persona).actor.slice('staff:'.length);
const SESSION = `query ($id: ID!) { session(id: $id) { version members { id staff { id } } agenda { id letter state away note roles { title }
  decisions { title } caseItem { case { code } } standings { standing away member { staff { id } } } } } }`;
const look = async (who: Guest) => (await who.ask(SESSION, { id: session })).data.session;
const seat = async (staff: string) =>
  (await look(facilitator)).members.find((one: { staff: { id: string } }) => one.staff.id === staff).id as string;

describe('重層的支援会議', () => {
  let item: string;

  it('hears of a case with the consent of its person, and of no other', async () => {
    const refused = await steer(facilitator, 'putOnAgenda', { session, case: alone });
    expect(refused.problem).toMatchObject({ code: 'INVALID', message: '本人の同意がない事例は議題にできません。' });
    item = (await steered(facilitator, 'putOnAgenda', { session, case: shared.id })).id;
    const again = await steer(facilitator, 'putOnAgenda', { session, case: shared.id });
    expect(again.problem?.fields).toHaveProperty('case');
  });

  it('is a letter, and nothing else, to whoever may not hear of it', async () => {
    await steered(facilitator, 'addRole', { item, title: '通院の付き添い' });
    const [covered, outside] = [await look(await town.as('elderly-care')), await look(await town.as('disability'))];
    expect(covered.agenda[0]).toMatchObject({
      letter: 'A',
      caseItem: { case: { code: shared.code } },
      roles: [{ title: '通院の付き添い' }],
    });
    expect(outside.agenda[0]).toMatchObject({ letter: 'A', caseItem: null, roles: [], note: null, standings: [] });
    expect(JSON.stringify(outside)).not.toContain(shared.code);
    expect(
      (await (await town.as('elderly-care')).ask('query ($id: ID!) { case(id: $id) { roles { title } } }', { id: shared.id })).data.case
        .roles,
    ).toEqual([{ title: '通院の付き添い' }]);
  });

  it('waits at the front until those whom the consent does not cover have left, and names them, not the case', async () => {
    const { version } = await look(facilitator);
    const refused = await steer(facilitator, 'bringToFront', { session, item, version });
    expect(refused.problem?.fields?.item).toContain('障害者基幹相談支援センター');
    expect(refused.problem?.fields?.item).not.toContain('地域包括支援センター');
    expect(refused.text).not.toContain(shared.code);
    await steered(facilitator, 'leaveTable', { item, member: await seat(staffOf('disability')), away: true });
    await steered(facilitator, 'bringToFront', { session, item, version });
    const back = await steer(facilitator, 'leaveTable', { item, member: await seat(staffOf('disability')), away: false });
    expect(back.problem).toMatchObject({ code: 'INVALID' });
  });

  it('does not wait for who is absent', async () => {
    const other = (await steered(facilitator, 'createSession', {
      kind: 'CONNECT',
      title: '相談',
      heldOn: '2026-11-30',
      place: '会議室B',
    })) as {
      id: string;
      version: number;
    };
    await steered(facilitator, 'openSession', { session: other.id, version: other.version });
    await steered(facilitator, 'inviteMember', { session: other.id, staff: staffOf('disability') });
    const { id } = await steered(facilitator, 'putOnAgenda', { session: other.id, case: shared.id });
    const front = () => steer(facilitator, 'bringToFront', { session: other.id, item: id, version: 2 });
    expect((await front()).problem).toMatchObject({ code: 'INVALID' });
    const { data } = await facilitator.ask('query ($id: ID!) { session(id: $id) { members { id } } }', { id: other.id });
    await steered(facilitator, 'markAttendance', { member: data.session.members[0].id, attends: 'ABSENT' });
    expect((await front()).problem).toBeUndefined();
    const citizen = await steer(facilitator, 'inviteMember', { session: other.id, organization: organizationId('michikusa') });
    expect(citizen.problem).toMatchObject({ code: 'INVALID', message: 'この種類の会議には招けない人です。' });
  });

  it('writes down what was decided, and does not write over one another', async () => {
    const { id, version } = await steered(facilitator, 'recordDecision', { item, title: '週に一度の訪問を続ける' });
    await steered(facilitator, 'rewordDecision', { decision: id, title: '月に二度の訪問を続ける', version });
    const late = await steer(await town.as('recorder'), 'rewordDecision', { decision: id, title: '終える', version });
    expect(late.problem).toMatchObject({ code: 'CONFLICT' });
    expect((await look(facilitator)).agenda[0].decisions).toEqual([{ title: '月に二度の訪問を続ける' }]);
    expect((await look(await town.as('disability'))).agenda[0]).toMatchObject({ caseItem: null, decisions: [] });
  });

  it('loses whoever is tied to the person from the item, though a consent covers them', async () => {
    const covered = await town.as('elderly-care');
    await steered(facilitator, 'noteTie', { item, member: await seat(staffOf('elderly-care')), kind: 'OTHER_PARTY' });
    await vi.waitFor(async () => expect((await look(covered)).agenda[0]).toMatchObject({ away: true, caseItem: null, roles: [] }), {
      timeout: 5_000,
    });
    expect((await steer(covered, 'addRole', { item, title: '送迎' })).problem).toMatchObject({ code: 'DENIED' });
  });

  it('and a neighbour is only warned of', async () => {
    await steered(facilitator, 'inviteMember', { session, staff: staffId('elderly-care-2') });
    await steered(facilitator, 'noteTie', { item, member: await seat(staffId('elderly-care-2')), kind: 'NEIGHBOUR' });
    const standing = (await look(facilitator)).agenda[0].standings.find(
      (one: { member: { staff: { id: string } } }) => one.member.staff.id === staffId('elderly-care-2'),
    );
    expect(standing).toMatchObject({ standing: 'COVERED', away: false });
  });
});

describe('somebody who has left the table', () => {
  it('does not end the session over what those who stayed have not settled', async () => {
    await steered(facilitator, 'inviteMember', { session, staff: staffOf('facilitator') });
    const before = await look(facilitator);
    const { id: item } = before.agenda.find(({ caseItem }: { caseItem: unknown }) => caseItem);
    for (const member of before.members) await steered(facilitator, 'markAttendance', { member: member.id, attends: 'PRESENT' });
    const own = await seat(staffOf('facilitator'));
    await steered(facilitator, 'addRole', { item, title: '誰も決まっていない役割' });
    await steered(facilitator, 'leaveTable', { item, member: own, away: true });
    const { version } = await vi.waitFor(async () => {
      const seen = await look(facilitator);
      expect(seen.agenda.find((one: { id: string }) => one.id === item).caseItem).toBeNull();
      return seen;
    });
    expect((await steer(facilitator, 'closeSession', { session, version })).problem).toMatchObject({
      code: 'INVALID',
      message: 'あなたが席を外している議題に、決まっていないことがあります。',
      fields: { session: expect.any(String) },
    });
    expect((await look(facilitator)).version).toBe(version);
  });
});

describe('whoever works for a contractor', () => {
  const worker = staffId('disability-4');
  const signedIn = async () => {
    const opened = await town.hub.identity.signIns.open({ staffId: worker, way: 'LOCAL', strong: false });
    return opened && guest(town.origin, { cookie: `hub_session=${opened.secret}` });
  };

  it('has the 担当 of the contract while it counts, and is out within a second when it ends', async () => {
    const guestOfOasis = await signedIn();
    if (!guestOfOasis) throw new Error('not let in');
    expect((await guestOfOasis.ask('{ cases(limit: 1) { id } }')).data.cases).toHaveLength(1);
    const board = await watchBoard(town, guestOfOasis, session);
    await board.next();
    const administrator = await town.as('administrator');
    const { contracts } = (await administrator.ask('{ contracts { id counts organization { id } } }')).data;
    const contract = contracts.find((one: { organization: { id: string } }) => one.organization.id === organizationId('oasis'));
    expect(contract.counts).toBe(true);
    const end = 'mutation ($id: ID!) { endContract(contract: $id) { id counts endedAt } }';
    expect((await facilitator.ask(end, { id: contract.id })).errors?.[0]?.extensions).toMatchObject({ code: 'DENIED' });
    const asked = performance.now();
    expect((await administrator.ask(end, { id: contract.id })).data.endContract).toMatchObject({ counts: false });
    expect((await board.raw.closed).code).toBe(4403);
    console.log(`out ${Math.round(performance.now() - asked)} ms after the order`);
    await vi.waitFor(async () => expect((await guestOfOasis.ask('{ me { name } }')).status).toBe(401), { timeout: 5_000 });
    expect(await signedIn()).toBeUndefined();
    expect((await steer(facilitator, 'inviteMember', { session, staff: worker })).problem).toMatchObject({
      code: 'INVALID',
      message: '委託の契約が有効ではありません。',
    });
  });

  it('is not let in before the duty of secrecy is acknowledged', async () => {
    await town.rows('update core.contract set secrecy_acknowledged_at = null, secrecy_acknowledged_by = null where organization_id = $1', [
      organizationId('sodan-jigyosho'),
    ]);
    expect(await town.hub.identity.signIns.open({ staffId: staffId('disability-3'), way: 'LOCAL', strong: false })).toBeUndefined();
  });
});
