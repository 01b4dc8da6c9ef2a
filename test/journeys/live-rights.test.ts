import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asViewer } from '#server/database/as-viewer';
import { moveOn } from '#server/meetings/convene';
import { aScreen, type Screen } from '#test/kit/a-screen';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

const NOTE = '司会だけの控え';
const SELECTION = 'id step agenda { card { title note case { id } } }';
let town: Town;
let facilitator: Guest;
let session: string;
let version: number;
let screen: Screen | undefined;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
  const [card] = await town
    .rows<{ id: string }>(
      `update core.case_card set note = $1 where id = (select id from core.case_card where state = 'APPROVED' and case_id is not null and 'connection' = any (teams) order by id limit 1) returning id`,
      [NOTE],
    )
    .then((rows) => rows.flat());
  await steered(facilitator, 'putOnAgenda', { session, card: card?.id });
});
afterEach(async () => {
  screen?.close();
  screen = undefined;
  await rights('recorder', ['recorder'], 'connection');
});

const staff = (persona: 'recorder' | 'livelihood') => town.viewer(persona).actor.slice('staff:'.length);
/** What somebody may do from now on, as an administrator would decide it. */
const rights = (persona: 'recorder', roles: readonly string[], team: string | null) =>
  town.rows('update core.staff set roles = $2, team_id = $3 where id = $1', [staff(persona), roles, team]);
const cardOf = (frame: { session: { agenda: { card: unknown }[] } | null } | undefined) => frame?.session?.agenda[0]?.card;
const told = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

describe('somebody whose rights shrink while they watch', () => {
  it('is closed out with a code of its own, and shown the board anew when back, though nothing has happened on it', async () => {
    const recorder = await town.as('recorder');
    const before = await watchBoard(town, recorder, session, { selection: SELECTION });
    const first = await before.next();
    expect(cardOf(first)).toMatchObject({ note: NOTE });
    await rights('recorder', ['caseworker'], null);
    expect((await before.raw.closed).code).toBe(4205);
    // A client that does not know the code comes back with its number, and nothing was missed.
    const after = await watchBoard(town, recorder, session, { after: first.seq, selection: SELECTION });
    const again = await after.next();
    expect(again).toMatchObject({ seq: first.seq, kind: 'SNAPSHOT' });
    expect(cardOf(again)).toMatchObject({ note: null });
    after.cut();
  });

  it('sees it vanish: the screen is back by itself, without a number, and shows what is left', async () => {
    screen = aScreen(town, await town.as('recorder'), session, SELECTION);
    await told(() => expect(cardOf(screen?.frames.at(-1))).toMatchObject({ note: NOTE }));
    await rights('recorder', ['caseworker'], null);
    await told(() => expect(cardOf(screen?.frames.at(-1))).toMatchObject({ note: null }));
    expect(screen.asked).toEqual([undefined, undefined]);
    expect(screen.frames.map(({ kind }) => kind)).toEqual(['SNAPSHOT', 'SNAPSHOT']);
  });

  it('and cannot come back sees it vanish all the same', async () => {
    screen = aScreen(town, await town.as('recorder'), session, SELECTION);
    await told(() => expect(cardOf(screen?.frames.at(-1))).toMatchObject({ note: NOTE }));
    screen.offline = true;
    await rights('recorder', ['caseworker'], null);
    await told(() => expect(screen?.frames.at(-1)).toMatchObject({ kind: 'CLEARED', session: null }));
    screen.offline = false;
    await told(() => expect(cardOf(screen?.frames.at(-1))).toMatchObject({ note: null }));
    expect(screen.asked).toEqual([undefined, undefined]);
  });

  it('is shown nothing any more after signing out elsewhere', async () => {
    const recorder = await town.as('recorder');
    screen = aScreen(town, recorder, session, SELECTION);
    await told(() => expect(cardOf(screen?.frames.at(-1))).toMatchObject({ note: NOTE }));
    await fetch(`${town.origin}/sign-out`, { method: 'POST', headers: { origin: town.origin, ...recorder.headers } });
    await told(() => expect(screen?.frames.at(-1)).toMatchObject({ kind: 'CLEARED', session: null }));
    expect(screen.contacts.at(-1)).toBe('recovering');
  });
});

describe('a line that is only cut', () => {
  it('brings exactly what was missed, and the board as it is where nothing was', async () => {
    screen = aScreen(town, facilitator, session, SELECTION);
    await told(() => expect(screen?.frames).toHaveLength(1));
    for (const client of town.hub.sockets.clients) client.terminate();
    await told(() => expect(screen?.frames.map(({ kind }) => kind)).toEqual(['SNAPSHOT', 'SNAPSHOT']));
    screen.offline = true;
    for (const client of town.hub.sockets.clients) client.terminate();
    await asViewer(town.database, town.viewer('facilitator'), (tx) => moveOn(tx, { session, step: 1, version }));
    screen.offline = false;
    await told(() => expect(screen?.frames.map(({ kind }) => kind)).toEqual(['SNAPSHOT', 'SNAPSHOT', 'STEP_CHANGED']));
    expect(screen.asked).toEqual([undefined, screen.frames[0]?.seq, screen.frames[0]?.seq]);
  });
});

describe('a consent that ends while the board is watched', () => {
  it('takes the case off the screens of those who saw it by that consent, without an event', async () => {
    // Somebody who sees the case on the card by consent only, for a second and a half from now.
    const [shared] = await town.rows<{ id: string; person: string }>(
      `select s.id, s.person_id as person from core.agenda_item a join core.case_card c on c.id = a.card_id join core.support_case s on s.id = c.case_id where a.session_id = $1`,
      [session],
    );
    await town.rows(`update core.support_case set teams = array_remove(teams, 'livelihood') where id = $1`, [shared?.id]);
    await town.rows(`update core.consent set receivers = array_remove(receivers, 'livelihood') where case_id = $1`, [shared?.id]);
    await town.rows(
      `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
       select gen_random_uuid(), $2, $1, 'SELF', '{livelihood}', '{sensitive}', '試し', 'WRITTEN', '試し(架空)', current_date, now() - interval '1 day', now() + interval '1500 milliseconds'`,
      [shared?.id, shared?.person],
    );
    const watch = await watchBoard(town, await town.as('livelihood'), session, { selection: SELECTION });
    const first = await watch.next();
    expect(cardOf(first)).toMatchObject({ case: { id: shared?.id } });
    // Somebody of the same class who comes meanwhile must not put off the end.
    const second = await watchBoard(town, await town.as('livelihood'), session, { selection: SELECTION });
    await second.next();
    for (const each of [watch, second]) {
      const renewed = await each.next();
      expect(renewed).toMatchObject({ seq: first.seq, kind: 'SNAPSHOT' });
      expect(cardOf(renewed)).toMatchObject({ case: null });
      each.cut();
    }
  });
});
