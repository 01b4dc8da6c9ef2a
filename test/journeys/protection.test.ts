import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPersonToGuard, dayFromNow, type Guarded, guarded, guarding } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';

let town: Town;
let elderly: Guest;
let livelihood: Guest;
let children: Guest;
let coordinator: Guest;
let next = 0;
beforeAll(async () => {
  town = await aTown();
  [elderly, livelihood, children, coordinator] = await Promise.all([
    town.as('elderly-care'),
    town.as('livelihood'),
    town.as('children'),
    town.as('facilitator'),
  ]);
});
afterAll(() => town?.close());

const CASE = `query ($id: ID!) { case(id: $id) { id summary person { id identity { name } contact { address } } household { id }
  protection { id kind renewBy alert version holderTeams { id } endingAsker { id } } withheld { field reason } } }`;
const caseOf = async (guest: Guest, { case: id }: Guarded) => (await guest.ask(CASE, { id })).data.case;
const someone = () => aPersonToGuard(town, (next += 1));

describe('registering a protection', () => {
  it('closes the person at once to whoever serves and does not hold, and says the same as of any closed field', async () => {
    const one = await someone();
    expect(await caseOf(livelihood, one)).toMatchObject({ person: { id: one.person, identity: {}, contact: {} }, protection: null });
    const { done } = await guarded(town, elderly, one.person, ['elderly-care', 'children']);
    expect(done.holderTeams.map(({ id }: { id: string }) => id).sort()).toEqual(['children', 'elderly-care']);
    const reason = 'あなたの担当には開かれていない項目です。';
    expect(await caseOf(livelihood, one)).toEqual({
      id: one.case,
      summary: null,
      person: null,
      household: null,
      protection: null,
      withheld: ['summary', 'person', 'household'].map((field) => ({ field, reason })),
    });
    for (const holder of [elderly, children])
      expect(await caseOf(holder, one)).toMatchObject({ person: { identity: {}, contact: {} }, protection: { id: done.id }, withheld: [] });
    for (const guest of [livelihood, coordinator]) expect((await guest.ask('{ protections { id } }')).text).not.toContain(done.id);
  });

  it('is answered with nothing where the own 担当 is not told: it is closed from that moment on', async () => {
    const one = await someone();
    expect(await guarded(town, livelihood, one.person, ['children'])).toEqual({ done: null });
    expect(await caseOf(livelihood, one)).toMatchObject({ person: null, protection: null });
    expect(await caseOf(children, one)).toMatchObject({ person: { id: one.person } });
  });

  it('is for those who serve, and for coordinators; to anyone else the person is not there, protected or not', async () => {
    const [open, closed] = [await someone(), await someone()];
    await guarded(town, elderly, closed.person, ['elderly-care']);
    const disability = await town.as('disability');
    const refusals = await Promise.all([open, closed].map(({ person }) => guarded(town, disability, person, ['disability'])));
    expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('見つかりません') });
    expect(refusals[1]).toEqual(refusals[0]);
    // Those who serve find their protected client as absent as anybody else would; a coordinator registers, and is told nothing back.
    expect(await guarded(town, livelihood, closed.person, ['livelihood'])).toEqual(refusals[0]);
    expect(await guarded(town, coordinator, open.person, ['elderly-care'])).toEqual({ done: null });
  });

  it('says what is wrong in words, field by field, and writes nothing', async () => {
    const one = await someone();
    const far = await dayFromNow(town, 400);
    const refused = await guarded(town, elderly, one.person, ['nowhere'], {
      kind: '見守り',
      registeredBy: ' ',
      renewBy: far,
      otherParty: one.person,
    });
    expect(refused).toMatchObject({
      code: 'INVALID',
      fields: {
        kind: expect.stringContaining('DV等支援措置'),
        registeredBy: '内容を書いてください。',
        holders: '担当は、一覧にあるものから選んでください。',
        renewBy: '始まった日から1年以内にしてください。',
        otherParty: '本人とは別の人を選んでください。',
      },
    });
    expect((await guarded(town, elderly, one.person, [])).fields).toHaveProperty('holders');
    expect((await guarded(town, elderly, one.person, ['children'], { renewBy: await dayFromNow(town, 0) })).fields).toHaveProperty(
      'renewBy',
    );
    expect(await town.rows('select 1 from core.protection where person_id = $1', [one.person])).toEqual([]);
    await guarded(town, elderly, one.person, ['elderly-care']);
    expect(await guarded(town, elderly, one.person, ['elderly-care'])).toMatchObject({
      code: 'INVALID',
      message: 'もう登録されています。',
    });
  });

  it('asks twice before it tells a 担当 that serves the other party as well', async () => {
    const [one, other] = [await someone(), await someone()];
    const more = { otherParty: other.person };
    expect((await guarded(town, elderly, one.person, ['elderly-care'], more)).fields?.holders).toContain('相手方も支援している担当');
    await town.rows(`update core.person_guard set teams = '{livelihood,elderly-care}' where person_id = $1`, [other.person]);
    const { done } = await guarded(town, elderly, one.person, ['children', 'elderly-care'], { ...more, otherPartyServed: true });
    expect(done.id).toBeTruthy();
  });

  it('by two at the same moment is done once: the other one finds nobody there', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await someone();
      const answers = await Promise.all([
        guarded(town, elderly, one.person, ['elderly-care']),
        guarded(town, livelihood, one.person, ['livelihood']),
      ]);
      expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['NOT_FOUND', 'done']);
      const [guard] = await town.rows<{ holders: string[]; same: boolean }>(
        `select g.holders, g.protected and g.holders = p.holders as same from core.person_guard g join core.protection p using (person_id) where g.person_id = $1`,
        [one.person],
      );
      expect(guard).toEqual({ holders: [answers[0]?.code ? 'livelihood' : 'elderly-care'], same: true });
    }
  });

  it('while others read leaves no answer half closed', async () => {
    const one = await someone();
    const reading = Array.from({ length: 40 }, () => caseOf(livelihood, one));
    const registered = guarded(town, elderly, one.person, ['elderly-care']);
    const answers = [...(await Promise.all(reading)), ...(await registered.then(() => Promise.all([caseOf(livelihood, one)])))];
    for (const { person, household, withheld } of answers)
      expect([person === null, household === null, withheld.length > 0]).toEqual(Array.from({ length: 3 }, () => person === null));
    expect(answers.at(-1).person).toBeNull();
  });
});

describe('a protection that stands', () => {
  it('is handed to another 担当 and taken from one, at once; nobody takes their own away', async () => {
    const one = await someone();
    const { done } = await guarded(town, elderly, one.person, ['elderly-care']);
    const order = { protection: done.id, version: 1 };
    const stepsOut = await guarding(elderly, 'changeProtectionHolders', { ...order, holders: ['children'] });
    expect(stepsOut.fields?.holders).toContain('自分の担当は外せません');
    expect(await guarding(livelihood, 'changeProtectionHolders', { ...order, holders: ['livelihood'] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await guarding(elderly, 'changeProtectionHolders', { ...order, holders: ['elderly-care', 'children'] });
    expect(await caseOf(children, one)).toMatchObject({ person: { id: one.person } });
    expect(await guarding(children, 'changeProtectionHolders', { ...order, holders: ['children'] })).toMatchObject({ code: 'CONFLICT' });
    await guarding(children, 'changeProtectionHolders', { ...order, version: 2, holders: ['children'] });
    expect(await caseOf(elderly, one)).toMatchObject({ person: null, protection: null });
  });

  it('raises an alert as its renewal comes near and passes, and stays closed', async () => {
    const one = await someone();
    const { done } = await guarded(town, elderly, one.person, ['elderly-care']);
    const alertOf = async (days: number) => {
      await town.rows('update core.protection set valid_from = hub.today() - 364, renew_by = hub.today() + $2::int where id = $1', [
        done.id,
        days,
      ]);
      return (await caseOf(elderly, one)).protection.alert;
    };
    expect([await alertOf(1), await alertOf(0), await alertOf(-1), await alertOf(-300)]).toEqual(['SOON', 'SOON', 'OVERDUE', 'OVERDUE']);
    expect(await caseOf(livelihood, one)).toMatchObject({ person: null, household: null });
    const listed = (await elderly.ask('{ protections { id alert cases { code } } }')).data.protections;
    expect(listed.find(({ id }: { id: string }) => id === done.id)).toEqual({ id: done.id, alert: 'OVERDUE', cases: [{ code: one.code }] });
    const renewBy = await dayFromNow(town, 365);
    expect(
      (await guarding(elderly, 'renewProtection', { protection: done.id, version: 1, renewBy: await dayFromNow(town, 367) })).fields,
    ).toHaveProperty('renewBy');
    const renewed = await guarding(elderly, 'renewProtection', { protection: done.id, version: 1, renewBy });
    expect(renewed.done).toMatchObject({ renewBy, alert: null, version: 2 });
  });

  it('is ended by two: whoever asks cannot end it, and until then nothing opens', async () => {
    const one = await someone();
    const { done } = await guarded(town, elderly, one.person, ['elderly-care', 'children']);
    const order = (version: number) => ({ protection: done.id, version });
    expect(await guarding(children, 'endProtection', order(1))).toMatchObject({ code: 'DENIED' });
    expect((await guarding(elderly, 'askProtectionEnd', { ...order(1), reason: '短い' })).fields?.reason).toContain('10文字以上');
    await guarding(elderly, 'askProtectionEnd', { ...order(1), reason: '市民課より支援措置の終了の通知があった。' });
    expect(await guarding(elderly, 'endProtection', order(2))).toMatchObject({ code: 'DENIED' });
    expect(await guarding(livelihood, 'endProtection', order(2))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await caseOf(livelihood, one)).toMatchObject({ person: null });
    await guarding(children, 'endProtection', order(2));
    expect(await caseOf(livelihood, one)).toMatchObject({ person: { id: one.person }, protection: null, withheld: [] });
    // What has ended takes no more changes, and a new one may begin.
    expect(await guarding(children, 'renewProtection', { ...order(3), renewBy: await dayFromNow(town, 10) })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await guarded(town, elderly, one.person, ['elderly-care'])).done.id).not.toBe(done.id);
  });

  it('of a single 担当 is ended with a coordinator, who sees it from the asking on; or kept after all', async () => {
    const one = await someone();
    const { done } = await guarded(town, elderly, one.person, ['elderly-care']);
    const seen = async () => (await coordinator.ask('{ protections { id endingReason cases { id } } }')).data.protections;
    expect(JSON.stringify(await seen())).not.toContain(done.id);
    await guarding(elderly, 'askProtectionEnd', { protection: done.id, version: 1, reason: '本人から、もう必要がないと申出があった。' });
    expect(await seen()).toContainEqual({ id: done.id, endingReason: '本人から、もう必要がないと申出があった。', cases: [] });
    expect(await guarding(coordinator, 'keepProtection', { protection: done.id, version: 2 })).toMatchObject({ code: 'DENIED' });
    await guarding(elderly, 'keepProtection', { protection: done.id, version: 2 });
    expect(JSON.stringify(await seen())).not.toContain(done.id);
    await guarding(elderly, 'askProtectionEnd', { protection: done.id, version: 3, reason: '本人から、もう必要がないと申出があった。' });
    expect((await guarding(coordinator, 'endProtection', { protection: done.id, version: 4 })).code).toBeUndefined();
    expect(await caseOf(livelihood, one)).toMatchObject({ person: { id: one.person } });
  });
});
