import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { children } from '#server/departments/children/children';
import { aPersonToGuard, type Guarded, guarded } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { moveOut } from '#test/kit/move-out';

let town: Town;
let close: () => void = () => undefined;
let one: Guarded;
let own: Guest;
let receiver: Guest;
beforeAll(async () => {
  town = await aTown({ ownGraph: true });
  close = await moveOut(town, children);
  [own, receiver] = await Promise.all([town.as('children'), town.as('council')]);
  one = await aPersonToGuard(town, 6);
  await town.rows(
    `insert into children.case_record (id, case_id, opened_on, children_count, note) values (gen_random_uuid(), $1, hub.today(), 2, '担当の覚え書き')
     on conflict (case_id) do nothing`,
    [one.case],
  );
  await town.rows(
    `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
     values (gen_random_uuid(), $1, $2, 'SELF', '{council}', '{identity,sensitive}', '試し', 'WRITTEN', '', hub.today(), now() - interval '1 day', now() + interval '1 day')`,
    [one.person, one.case],
  );
});
afterAll(async () => {
  close();
  await town?.close();
});

const document = 'query ($id: ID!) { case(id: $id) { id person { identity { name } } household { id } children { id openedOn note } } }';
const asked = async (guest: Guest) => guest.ask(document, { id: one.case });

describe('a department in a process of its own', () => {
  it('hears of a protection with the next question: what a consent opened there is closed, and its own case names nobody', async () => {
    const shared = (await asked(receiver)).data.case;
    expect(shared).toMatchObject({ person: { identity: {} }, children: { id: expect.any(String), note: null } });
    const name = shared.person.identity.name;

    await guarded(town, await town.as('elderly-care'), one.person, ['elderly-care']);
    const { data, errors } = await asked(receiver);
    expect([data.case, errors]).toEqual([null, undefined]);

    // The service goes on, with what the window wrote itself; of the person it has nothing, and is told nothing.
    expect((await asked(own)).data.case).toMatchObject({ person: null, household: null, children: { note: '担当の覚え書き' } });
    const listed = await own.ask(
      '{ childrenRecords(limit: 500) { id note case { id person { id identity { name } } household { id } } } }',
    );
    const mine = listed.data.childrenRecords.find((record: { case: { id: string } | null }) => record.case?.id === one.case);
    expect(mine.case).toEqual({ id: one.case, person: null, household: null });
    expect([name, one.person, one.household].filter((trace) => listed.text.includes(trace))).toEqual([]);
  });
});
