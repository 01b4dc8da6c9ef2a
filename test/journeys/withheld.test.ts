import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steered, todaysSession } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

const BOARD = `id title place status withheld { field reason } agenda {
  letter state note withheld { field reason }
  card { title district withheld { field reason } } issue { title } roles { title organization { name } } } frontItem { letter note }`;
const HANDS_ONLY = '司会の手元だけの項目です。会場の画面には出しません。';
const FEW = 'あてはまる人が少なく、個人が分かるおそれがあるため表示しません（10人未満）。';

let town: Town;
let facilitator: Guest;
let display: Guest;
let session: string;
let card: { id: string; district: string };

beforeAll(async () => {
  town = await aTown();
  session = await todaysSession(town);
  [facilitator, display] = await Promise.all([town.as('facilitator'), town.display(session)]);
  const [first] = await town.rows<{ item: string; id: string; district: string }>(
    `select a.id as item, c.id, c.district from core.agenda_item a join core.case_card c on c.id = a.card_id where a.session_id = $1 and a.letter = 'A'`,
    [session],
  );
  card = first as typeof card;
  await town.rows('update core.case_card set district_shown = false where id = $1', [card.id]);
  const { version } = await steered(facilitator, 'openSession', { session, version: 1 });
  await steered(facilitator, 'bringToFront', { session, item: first?.item, version });
});
afterAll(() => town?.close());

const ask = async (guest: Guest) => (await guest.ask(`query ($id: ID!) { session(id: $id) { ${BOARD} } }`, { id: session })).data.session;

describe('the same question about the board', () => {
  it('is answered in full at the console', async () => {
    const board = await ask(facilitator);
    expect(board).toMatchObject({ place: '市民会館 大ホール', withheld: [] });
    expect(board.agenda.map(({ letter }: { letter: string }) => letter)).toEqual(['A', 'B', 'C']);
    expect(board.agenda[0]).toMatchObject({
      state: 'FRONT',
      note: expect.stringContaining('時間は15分'),
      withheld: [],
      card: { district: card.district, withheld: [] },
    });
    expect(board.frontItem.note).toContain('時間は15分');
  });

  it('is answered with less on the wall: each gap says why', async () => {
    const board = await ask(display);
    expect(board).toMatchObject({ place: null, withheld: [{ field: 'place', reason: HANDS_ONLY }] });
    expect(board.agenda).toHaveLength(1);
    expect(board.agenda[0]).toMatchObject({
      letter: 'A',
      note: null,
      withheld: [{ field: 'note', reason: HANDS_ONLY }],
      card: { district: null, withheld: [{ field: 'district', reason: FEW }] },
    });
    expect(board.agenda[0].roles.length).toBeGreaterThan(0);
  });

  it('is answered on the wall with the district, where enough people live in it', async () => {
    await town.rows('update core.case_card set district_shown = true where id = $1', [card.id]);
    const { agenda } = await ask(display);
    await town.rows('update core.case_card set district_shown = false where id = $1', [card.id]);
    expect(agenda[0].card).toMatchObject({ district: card.district, withheld: [] });
  });

  it('is answered alike when it is watched live', async () => {
    for (const guest of [facilitator, display]) {
      const watch = await watchBoard(town, guest, session, { selection: BOARD });
      expect((await watch.next()).session).toEqual(await ask(guest));
      watch.cut();
    }
  });

  it('never names what was not asked for, and keeps the words of the wall out of the console', async () => {
    const few = await display.ask('query ($id: ID!) { session(id: $id) { title withheld { field } } }', { id: session });
    expect(few.data.session.withheld).toEqual([]);
    expect(JSON.stringify(await ask(facilitator))).not.toContain('会場の画面には出しません');
    const text = JSON.stringify(await ask(display));
    for (const hidden of ['市民会館', '時間は15分', card.district]) expect(text).not.toContain(hidden);
  });

  it('may not ask, on the wall, for what the wall has no word for', async () => {
    for (const field of [
      'facilitator { name }',
      'members { id }',
      'displays { code }',
      'agenda { card { note } }',
      'agenda { card { case { id } } }',
      'agenda { card { draftedBy { name } } }',
    ]) {
      const answer = await display.ask(`query ($id: ID!) { session(id: $id) { ${field} } }`, { id: session });
      expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const schema = await display.ask('{ __schema { types { name } } }');
    expect(schema.data?.__schema ?? null).toBeNull();
  });
});
