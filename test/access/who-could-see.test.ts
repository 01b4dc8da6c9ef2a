import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePerson } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';

let town: Town;
let guests: Record<'facilitator' | 'elderly-care' | 'administrator', Guest>;
let one: { id: string; code: string; personId: string; secret: string };
beforeAll(async () => {
  town = await aTown();
  const [facilitator, elderly, administrator] = await Promise.all(
    (['facilitator', 'elderly-care', 'administrator'] as const).map((persona) => town.as(persona)),
  );
  guests = { facilitator, 'elderly-care': elderly, administrator } as typeof guests;
  const [found] = await town.rows<typeof one>(
    `select c.id, c.code, c.person_id as "personId", gen_random_uuid() as secret
     from core.support_case c join core.person_guard g on g.person_id = c.person_id
     where not g.protected and c.teams && '{connection}' and not c.teams && '{disability}' order by c.id limit 1`,
  );
  one = found as typeof one;
  await town.rows(`update core.support_case set teams = '{connection,elderly-care}' where id = $1`, [one.id]);
  await town.rows(
    `insert into core.session (id, kind, restricted, number, title, held_on, place, status) values ($1, 'SHIEN_KAIGI', true, 99, '隠れた会議', hub.today(), '', 'PREPARING')`,
    [one.secret],
  );
  await town.rows('insert into core.session_case (session_id, case_id) values ($1, $2) on conflict do nothing', [one.secret, one.id]);
});
afterAll(() => town?.close());

const who = `query ($id: ID!) { whoCouldSee(case: $id) { note teams { team state reason sentence until people records { name shown all } }
  roles { role sees sentence } sessions { title members } } }`;
const simulate = `query ($case: String!, $team: ID, $kind: ConferenceKind, $session: ID) {
  simulateAccess(case: $case, team: $team, sessionKind: $kind, session: $session) { note whose records { state reason sentence } conference { what allowed } } }`;
const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) => errors?.[0]?.extensions.code;

describe('who could see a case', () => {
  it('is told to those who serve it: every 担当, every role, and why', async () => {
    const { data, errors } = await guests['elderly-care'].ask(who, { id: one.id });
    expect(errors).toBeUndefined();
    const { teams, roles, note } = data.whoCouldSee;
    const byTeam = Object.fromEntries(teams.map((each: { team: string; state: string }) => [each.team, each.state]));
    expect(byTeam).toMatchObject({ connection: 'SHOWN', 'elderly-care': 'SHOWN', disability: 'HIDDEN' });
    expect(roles.every(({ sees }: { sees: boolean }) => !sees)).toBe(true);
    expect(note).toContain('入っていません');
  });

  it('names no 支援会議 to those who are not its members, and does to those who are', async () => {
    expect((await guests['elderly-care'].ask(who, { id: one.id })).text).not.toContain('隠れた会議');
    await town.rows(
      `insert into core.session_member (session_id, staff_id, duty) select $1, id, 'MEMBER' from core.staff where team_id = 'elderly-care'`,
      [one.secret],
    );
    await town.rows(
      `insert into core.secrecy_acknowledgement (session_id, staff_id, wording) select $1, id, '' from core.staff where team_id = 'elderly-care'`,
      [one.secret],
    );
    expect((await (await town.as('elderly-care')).ask(who, { id: one.id })).text).toContain('隠れた会議');
    expect((await guests.facilitator.ask(who, { id: one.id })).text).not.toContain('隠れた会議');
  });

  it('is not there for anyone else, as a case that there is not', async () => {
    const missing = await guests.administrator.ask(who, { id: '00000000-0000-4000-8000-000000000000' });
    const hidden = await guests.administrator.ask(who, { id: one.id });
    expect([codeOf(hidden), hidden.errors?.[0]?.message]).toEqual(['NOT_FOUND', missing.errors?.[0]?.message]);
  });

  it('is read in one statement', async () => {
    const before = town.database.statements;
    await guests['elderly-care'].ask(who, { id: one.id });
    expect(town.database.statements - before).toBe(1);
  });
});

describe('the simulator', () => {
  it('is for coordinators and administrators, each for the cases that they see', async () => {
    expect(codeOf(await guests['elderly-care'].ask(simulate, { case: one.code }))).toBe('DENIED');
    expect(codeOf(await guests.administrator.ask(simulate, { case: one.code }))).toBe('NOT_FOUND');
    const { data } = await guests.facilitator.ask(simulate, { case: one.code, team: 'elderly-care', kind: 'MARUGOTO' });
    expect(data.simulateAccess.records[0]).toMatchObject({ state: 'SHOWN', reason: 'OWN' });
    expect(data.simulateAccess.conference.map(({ allowed }: { allowed: boolean }) => allowed)).toEqual([true, false, false, false]);
    expect(data.simulateAccess.note).toContain('入っていません');
  });

  it('knows no 支援会議 that the asker does not, and no 担当 that there is not', async () => {
    expect(codeOf(await guests.facilitator.ask(simulate, { case: one.code, session: one.secret }))).toBe('NOT_FOUND');
    expect(codeOf(await guests.facilitator.ask(simulate, { case: one.code, team: 'nobody' }))).toBe('INVALID');
  });

  it('answers under an alias as without', async () => {
    const query = `query ($case: String!) { a: simulateAccess(case: $case, team: "children") { n: note r: records { s: state } } }`;
    const { data } = await guests.facilitator.ask(query, { case: one.code });
    expect(data.a.r[0].s).toMatch(/SHOWN|HIDDEN/);
  });
});

describe('a case that a 支援会議 hears', () => {
  it('is seen by those who sit there, and the simulator and the list of who could see say by what', async () => {
    const asked = { case: one.code, team: 'disability', kind: 'SHIEN_KAIGI' };
    const sits = `query ($case: String!, $team: ID, $kind: ConferenceKind) {
      simulateAccess(case: $case, team: $team, sessionKind: $kind, attends: true) { records { path state reason sentence source } } }`;
    const { data } = await guests.facilitator.ask(sits, asked);
    expect(data.simulateAccess.records[0]).toMatchObject({ state: 'SHOWN', reason: 'HEARD', source: expect.stringContaining('106条の6') });
    const outside = await guests.facilitator.ask(sits.replace('attends: true', 'attends: false'), asked);
    expect(outside.data.simulateAccess.records[0]).toMatchObject({ state: 'HIDDEN' });
    const consented = await guests.facilitator.ask(sits, { ...asked, kind: 'JUSOTEKI_CASE' });
    expect(consented.data.simulateAccess.records[0]).toMatchObject({ state: 'HIDDEN' });
    const sentences = async () =>
      (
        await (
          await town.as('elderly-care')
        ).ask('query ($id: ID!) { whoCouldSee(case: $id) { sessions { title sentence } } }', { id: one.id })
      ).data.whoCouldSee.sessions
        .filter(({ title }: { title: string }) => title === '隠れた会議')
        .map(({ sentence }: { sentence: string }) => sentence.startsWith('議題にある間は'));
    expect(await sentences()).toEqual([false]);
    await layCase();
    expect(await sentences()).toEqual([true]);
  });
});

/** The case on the agenda of the hidden session. */
async function layCase(): Promise<void> {
  const [item] = await town.rows<{ id: string }>(
    `insert into core.agenda_item (session_id, restricted, position, kind, letter) values ($1, true, 1, 'CASE', 'A') returning id`,
    [one.secret],
  );
  await town.rows(
    `insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason) values ($1, $2, true, $3, $4, 'URGENT', '試し')`,
    [item?.id, one.secret, one.id, one.personId],
  );
}

describe('a protection that the asker does not hold', () => {
  it('leaves nobody to be named, and the same words as anything closed', async () => {
    await closePerson(town, one.personId, ['children']);
    expect(codeOf(await guests['elderly-care'].ask(who, { id: one.id }))).toBe('NOT_FOUND');
    const { data, text } = await guests.facilitator.ask(simulate, { case: one.code, team: 'children' });
    expect(new Set(data.simulateAccess.records.map(({ state }: { state: string }) => state))).toEqual(new Set(['HIDDEN']));
    expect(text.replaceAll('個人情報保護法', '')).not.toMatch(/保護|DV/);
  });
});
