import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '#server/access/viewer';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

const BOARD = `id focus textStep furigana easy indicator { id number readingNote cells { raw value kind fiscalYear } }
  frontItem { id links { title kind organization { name } } }`;
let town: Town;
let facilitator: Guest;
let recorder: Guest;
let display: Guest;
let session: string;
let item: string;

beforeAll(async () => {
  town = await aTown();
  [facilitator, recorder] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
});
afterAll(() => town?.close());
beforeEach(async () => {
  const board = await aBoard(facilitator);
  ({ session } = board);
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  ({ id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id }));
  await steered(facilitator, 'bringToFront', { session, item, version: board.version });
  display = await town.display(session);
});

const ask = async (selection: string, of: Guest = display) =>
  (await of.ask(`query ($id: ID!) { session(id: $id) { ${selection} } }`, { id: session })).data.session;
const ticks = async () => (await boardLog(town, session)).filter(({ audience }) => audience === 'display').length;
const indicator = async (number: number) =>
  (await town.rows<{ id: string }>('select id from core.indicator where number = $1', [number]))[0]?.id;

describe('how the wall is read', () => {
  it('is set from the desk and lands on the wall; what is not said stays as it was', async () => {
    const wall = await watchBoard(town, display, session, { selection: BOARD });
    await wall.next();
    await steered(recorder, 'setLettering', { session, textStep: 'LARGEST' });
    expect(await wall.next()).toMatchObject({ kind: 'LETTERING_SET', session: { textStep: 'LARGEST', furigana: 'OFF', easy: false } });
    await steered(facilitator, 'setLettering', { session, furigana: 'ALL', easy: true });
    expect((await wall.next()).session).toMatchObject({ textStep: 'LARGEST', furigana: 'ALL', easy: true });
    wall.cut();
    const other = await town.as('livelihood');
    expect((await steer(other, 'setLettering', { session, easy: false })).problem?.code).toBe('DENIED');
  });

  it('has its words from the city: readings of terms, places and offices, for the wall and every desk', async () => {
    for (const guest of [display, facilitator]) {
      const { readings } = (await guest.ask('{ readings { id furigana kind } }')).data;
      expect(readings).toContainEqual({ id: '民生委員', furigana: '民生委員[みんせいいいん]', kind: 'OFFICE' });
      expect(readings).toContainEqual({ id: '加納岩', furigana: '加納岩[かのいわ]', kind: 'PLACE' });
    }
  });
});

describe('an indicator of the plan', () => {
  it('comes before the room as printed, and no other one can be read there', async () => {
    expect((await ask(BOARD)).indicator).toBeNull();
    await steered(facilitator, 'setFocus', { session, focus: 'INDICATOR', indicator: await indicator(14) });
    const shown = await ask(BOARD);
    expect(shown).toMatchObject({ focus: 'INDICATOR', indicator: { number: 14 } });
    expect(shown.indicator.cells[0]).toEqual({ raw: '-', value: null, kind: 'ACTUAL', fiscalYear: 2024 });
    expect(shown.indicator.cells).toHaveLength(7);
    expect((await display.ask('{ indicators { id } }')).errors).toBeTruthy();
    const wall: Viewer = { audience: 'display', actor: 'display:1', roles: [], teams: [], sessions: [], session };
    const read = await asViewer(town.database, wall, (tx) => tx.query('select number from core.indicator'));
    expect(read).toEqual([{ number: 14 }]);
  });

  it('is chosen out of the plan, and only where the kind of conference speaks of indicators', async () => {
    const refused = await steer(facilitator, 'setFocus', { session, focus: 'INDICATOR', indicator: 'i99-none' });
    expect(refused.problem).toMatchObject({ code: 'INVALID', fields: { indicator: expect.any(String) } });
    expect((await steer(facilitator, 'setFocus', { session, focus: 'INDICATOR' })).problem?.code).toBe('INVALID');
    const bar = await steered(facilitator, 'createSession', {
      kind: 'OPEN_TALKING_BAR',
      title: '語る会',
      heldOn: '2026-11-23',
      place: '市民会館',
    });
    for (const focus of ['INDICATOR', 'ECOMAP', 'AGREED'])
      expect((await steer(facilitator, 'setFocus', { session: bar.id, focus, indicator: await indicator(1) })).problem?.code).toBe(
        'INVALID',
      );
    expect((await ask('slides', facilitator)).slides).toEqual(['MATTER', 'NOTES', 'AGREED', 'ECOMAP', 'INDICATOR']);
  });
});

describe('what a matter is tied to', () => {
  const link = (input: object, by = facilitator) => steered(by, 'addLink', { item, kind: 'STRONG', ...input }, 'id version held');
  const drawn = async (of?: Guest) => (await ask(BOARD, of)).frontItem.links;

  it('is drawn line by line, changed, taken away and put back', async () => {
    const [council] = await town.rows<{ id: string; name: string }>(`select id, name from core.organization where key = 'shakyo'`);
    await link({ organization: council?.id });
    const near = await link({ title: '近所の人たち', kind: 'WEAK' }, recorder);
    expect(await drawn()).toEqual([
      { title: '', kind: 'STRONG', organization: { name: council?.name } },
      { title: '近所の人たち', kind: 'WEAK', organization: null },
    ]);
    const changed = await steered(facilitator, 'changeLink', { link: near.id, kind: 'PLANNED', version: near.version });
    expect((await steer(recorder, 'changeLink', { link: near.id, kind: 'STRONG', version: near.version })).problem?.code).toBe('CONFLICT');
    const taken = await steered(facilitator, 'takeLink', { link: near.id, taken: true, version: changed.version });
    expect(await drawn()).toHaveLength(1);
    await steered(facilitator, 'takeLink', { link: near.id, taken: false, version: taken.version });
    expect((await drawn())[1].kind).toBe('PLANNED');
    const twice = await steer(facilitator, 'addLink', { item, organization: council?.id, kind: 'WEAK' });
    expect(twice.problem?.fields).toHaveProperty('organization');
  });

  it('waits for a second person where it may tell who somebody is; the wall hears nothing of it', async () => {
    const before = await ticks();
    const held = await link({ title: '結城野さんの家' });
    expect(held.held).toBe('IDENTIFIER');
    expect((await steer(facilitator, 'holdLink', { link: held.id, held: false, version: held.version })).problem?.code).toBe('INVALID');
    expect([await drawn(), await ticks()]).toEqual([[], before]);
    expect(await drawn(facilitator)).toHaveLength(1);
    await steered(recorder, 'holdLink', { link: held.id, held: false, version: held.version });
    expect(await drawn()).toHaveLength(1);
  });

  it('has room for eight, for no shelter, and hangs on nothing that is hidden', async () => {
    for (let n = 1; n <= 8; n += 1) await link({ title: `仲間${n}` });
    expect((await steer(facilitator, 'addLink', { item, title: '仲間9', kind: 'WEAK' })).problem?.code).toBe('INVALID');
    const [shelter] = await town.rows<{ id: string }>('select id from core.organization where not is_public limit 1');
    const [drawnLink] = await town.rows<{ id: string }>('select id from core.eco_link where agenda_item_id = $1 limit 1', [item]);
    await town.rows('update core.eco_link set taken_at = now() where id = $1', [drawnLink?.id]);
    expect((await steer(facilitator, 'addLink', { item, organization: shelter?.id, kind: 'WEAK' })).problem?.code).toBe('INVALID');
    const secret = `insert into core.eco_link (session_id, restricted, agenda_item_id, title, kind)
      select s.id, $1, $2, 'だれか', 'WEAK' from core.session s where s.kind = 'SHIEN_KAIGI' limit 1`;
    for (const restricted of [true, false]) await expect(town.rows(secret, [restricted, item])).rejects.toThrow(/constraint/);
  });

  it('hangs on an item of its own session that is seen, past every use case; one that is hidden is refused like one that is not there', async () => {
    const [secret] = await town.rows<{ item: string }>('select id as item from core.agenda_item where restricted limit 1');
    const [other] = await town.rows<{ item: string }>(
      `select id as item from core.agenda_item where session_id <> $1 and kind = 'CARD' and not restricted limit 1`,
      [session],
    );
    const draw = (of: string | undefined) =>
      asViewer(town.database, town.viewer('facilitator'), (tx) =>
        tx.query(`insert into core.eco_link (session_id, agenda_item_id, title, kind) values ($1, $2, '仲間', 'WEAK')`, [session, of]),
      ).catch((fault: { code: string; message: string }) => fault);
    expect(await draw(item)).toEqual([]);
    const refused = await draw(randomUUID());
    expect(refused).toMatchObject({ code: '42501' });
    for (const of of [secret?.item, other?.item]) expect(String(await draw(of))).toBe(String(refused));
    await expect(
      town.rows(`insert into core.eco_link (session_id, agenda_item_id, title, kind) values ($1, $2, '仲間', 'WEAK')`, [
        session,
        other?.item,
      ]),
    ).rejects.toMatchObject({ code: '23503' });
  });

  it('is not drawn of a case', async () => {
    const talk = await steered(facilitator, 'createSession', { kind: 'CHONAI', title: '庁内の会', heldOn: '2026-11-23', place: '会議室' });
    const [issue] = await town.rows<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' limit 1`);
    const put = await steered(facilitator, 'putOnAgenda', { session: talk.id, issue: issue?.id });
    expect((await steer(facilitator, 'addLink', { item: put.id, title: '近所', kind: 'WEAK' })).problem?.code).toBe('INVALID');
  });
});
