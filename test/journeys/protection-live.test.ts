import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aPersonToGuard, type Guarded, guarded } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

let town: Town;
let elderly: Guest;
let livelihood: Guest;
let facilitator: Guest;
beforeAll(async () => {
  town = await aTown();
  [elderly, livelihood, facilitator] = await Promise.all([town.as('elderly-care'), town.as('livelihood'), town.as('facilitator')]);
});
afterAll(() => town?.close());

/** A board with an approved card that was drawn from the case of somebody, at the front. */
async function aBoardAbout({ case: id }: Guarded) {
  const board = await aBoard(facilitator);
  const [card] = await town.rows<{ id: string }>(
    `with made as (insert into core.case_card (id, case_id, teams, title, age_band, strengths, wishes, worries, state, drafted_by, approved_by, approved_at)
       select gen_random_uuid(), $1, '{connection}', '地域で暮らす', '80代', '{}', '{}', '{}', 'APPROVED', d.id, a.id, now()
       from (select id from core.staff order by id limit 1) d, (select id from core.staff order by id desc limit 1) a returning id) select id from made`,
    [id],
  );
  const { id: item } = await steered(facilitator, 'putOnAgenda', { session: board.session, card: card?.id });
  await steered(facilitator, 'bringToFront', { session: board.session, item, version: board.version });
  return { session: board.session, card: card?.id };
}

const MEMBERS =
  'id agenda { id card { id title case { id person { id identity { name } } household { members { relationship person { id } } } } } }';
const cardOf = (frame: { session: { agenda: { card: unknown }[] } } | undefined) => frame?.session.agenda[0]?.card;

describe('a protection that is registered while a conference is on', () => {
  it('takes the card off the wall and off the consoles, as when it is returned by hand', async () => {
    const one = await aPersonToGuard(town, 40);
    const { session, card } = await aBoardAbout(one);
    const wall = await watchBoard(town, await town.display(session), session, { selection: 'id frontItem { id card { title } }' });
    expect(await wall.next()).toMatchObject({ session: { frontItem: { card: { title: '地域で暮らす' } } } });
    const console_ = await watchBoard(town, livelihood, session, { selection: MEMBERS });
    expect(cardOf(await console_.next())).toMatchObject({ id: card, case: { person: { identity: {} } } });
    const began = performance.now();
    await guarded(town, elderly, one.person, ['elderly-care']);
    const gone = await wall.next();
    console.log(`a card is off the wall ${Math.round(performance.now() - began)} ms after the order was sent`);
    expect(gone).toMatchObject({ kind: 'CARD_RETURNED', session: { frontItem: null } });
    expect(cardOf(await console_.next())).toBeNull();
    expect([wall.frames.length, console_.frames.length]).toEqual([2, 2]);
    wall.cut();
    console_.cut();
  });

  it('takes a housemate out of the open boards of those who saw them, within a second and without an event; for the others nothing happens', async () => {
    const one = await aPersonToGuard(town, 41);
    const [housemate] = await town.rows<{ id: string }>(
      `with p as (select g.person_id as id from core.person_guard g where not g.protected and not exists (select 1 from core.support_case c where c.person_id = g.person_id)
         order by g.person_id limit 1),
       m as (insert into core.household_member (id, household_id, person_id, relationship, since) select gen_random_uuid(), $1, p.id, '同居の人', hub.today() from p)
       select id from p`,
      [one.household],
    );
    const id = housemate?.id ?? '';
    await town.rows(`update core.person_guard set teams = '{elderly-care}' where person_id = $1`, [id]);
    const { session } = await aBoardAbout(one);
    const disability = await town.as('disability');
    const [seeing, holding, outside] = await Promise.all(
      [livelihood, elderly, disability].map((guest) => watchBoard(town, guest, session, { selection: MEMBERS })),
    );
    const first = await seeing?.next();
    expect(JSON.stringify(first)).toContain(id);
    expect(JSON.stringify(await holding?.next())).toContain(id);
    expect(JSON.stringify(await outside?.next())).not.toContain(id);
    const began = performance.now();
    expect((await guarded(town, elderly, id, ['elderly-care'])).done).toBeTruthy();
    const after = await seeing?.next();
    console.log(`a housemate is off an open board ${Math.round(performance.now() - began)} ms after the order was sent`);
    expect(JSON.stringify(after)).not.toContain(id);
    expect(after).toMatchObject({ kind: 'SNAPSHOT', seq: first?.seq });
    // A poll of the epoch comes by a second later: it finds nothing new either.
    await new Promise((done) => setTimeout(done, 1_500));
    expect([seeing?.frames.length, holding?.frames.length, outside?.frames.length]).toEqual([2, 1, 1]);
    for (const watch of [seeing, holding, outside]) watch?.cut();
  });
});

describe('where every wake-up is lost', () => {
  let deaf: Town;
  beforeAll(async () => {
    deaf = await aTown({ deaf: true });
  });
  afterAll(() => deaf?.close());

  it('it closes with the next look all the same', async () => {
    const one = await aPersonToGuard(deaf, 42);
    const [holder, steering, outside] = await Promise.all([deaf.as('elderly-care'), deaf.as('facilitator'), deaf.as('livelihood')]);
    const { session } = await aBoard(steering);
    const [card] = await deaf.rows<{ id: string }>(
      `with done as (update core.case_card set case_id = $1 where id = (select id from core.case_card where state = 'APPROVED' order by id limit 1) returning id)
       select id from done`,
      [one.case],
    );
    await steered(steering, 'putOnAgenda', { session, card: card?.id });
    const watch = await watchBoard(deaf, outside, session, { selection: MEMBERS });
    expect(cardOf(await watch.next())).toBeTruthy();
    await guarded(deaf, holder, one.person, ['elderly-care']);
    await vi.waitFor(() => expect(cardOf(watch.frames.at(-1))).toBeNull(), { timeout: 10_000, interval: 10 });
    watch.cut();
  });
});
