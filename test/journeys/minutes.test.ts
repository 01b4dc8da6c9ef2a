import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { asSystem } from '#server/database/as-viewer';
import type { EventKind } from '#server/events/event-kind';
import { logWords } from '#server/meetings/log-words';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { excelRows } from '../../client/minutes/excel-file';
import type { Minutes, MinutesForm, MinutesLevel } from '../../client/minutes/minutes-document';

const NOTE = '覚え書き KOTEI-PII-7001';
const HELD = '虹坂さんを訪ねる';
const HELD_NOTE = '虹坂さんが心配';
const HELD_LINK = '虹坂さんの家';
const TAKEN = '書きまちがい';
const organization = organizationId('michikusa');
const [, document = ''] = /graphql<\{ minutes[^`]*`([^`]*)`/.exec(readFileSync('client/minutes/minutes-document.ts', 'utf8')) ?? [];
let town: Town;
let facilitator: Guest;
let session: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  const made = await aBoard(facilitator, '会議録の会議');
  session = made.session;
  const cards = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 2`);
  const [item, waiting] = [
    (await steered(facilitator, 'putOnAgenda', { session, card: cards[0]?.id })).id,
    (await steered(facilitator, 'putOnAgenda', { session, card: cards[1]?.id })).id,
  ];
  const { version } = await steered(facilitator, 'bringToFront', { session, item, version: made.version });
  await town.rows('update core.agenda_item set note = $1 where id = $2', [NOTE, item]);
  await steered(facilitator, 'inviteMember', { session, staff: staffOf('children') });
  const open = (await steered(facilitator, 'addRole', { item, title: '送り迎え' })).id;
  await steered(facilitator, 'addRole', { item, title: HELD, organization });
  await steered(facilitator, 'addRole', { item: waiting, title: 'まだ出していない役割', organization });
  await steered(facilitator, 'addActionItem', { item, title: '=当番表を作る', organization, dueOn: '2026-12-11' });
  const said = (await steered(facilitator, 'recordDecision', { item, title: '月に一度、集まる' })).id;
  await steered(facilitator, 'readBackDecision', { decision: said, done: true, version: 1 });
  await steered(facilitator, 'addNote', { item, kind: 'IDEA', title: '車を出し合う' });
  await steered(facilitator, 'addNote', { item, kind: 'WORRY', title: HELD_NOTE });
  const slip = await steered(facilitator, 'addNote', { item, kind: 'IDEA', title: TAKEN });
  await steered(facilitator, 'takeNote', { note: slip.id, taken: true, version: slip.version });
  await steered(facilitator, 'addLink', { item, kind: 'STRONG', organization: organizationId('houkatsu') });
  await steered(facilitator, 'addLink', { item, kind: 'STRAINED', title: '近所の人たち' });
  await steered(facilitator, 'addLink', { item, kind: 'WEAK', title: HELD_LINK });
  const drawn = await steered(facilitator, 'addLink', { item, kind: 'WEAK', title: TAKEN });
  await steered(facilitator, 'takeLink', { link: drawn.id, taken: true, version: drawn.version });
  const putOff = { session, point: `ROLE/${open}`, reason: '車の持ち主に聞いてから', owner: staffOf('recorder') };
  await steered(facilitator, 'deferPoint', putOff);
  await steered(facilitator, 'closeSession', { session, version });
});
afterAll(() => town?.close());

const staffOf = (persona: 'children' | 'recorder') => town.viewer(persona).actor.slice('staff:'.length);
const ask = (guest: Guest, level: MinutesLevel, of = session) => guest.ask(document, { session: of, level });
const read = async (guest: Guest, level: MinutesLevel): Promise<Minutes> => (await ask(guest, level)).data.minutes;
const take = (guest: Guest, level: MinutesLevel, form: MinutesForm, of = session) =>
  guest.ask('mutation ($input: MinutesOrder!) { exportMinutes(input: $input) }', { input: { session: of, level, form } });
const lines = ({ items }: Minutes) => items.flatMap((item) => item.lines);
const textOf = (minutes: Minutes) => JSON.stringify([minutes, excelRows(minutes)]);

describe('the minutes beside the log', () => {
  it('say everything that was added, each of it once, and every act in its order', async () => {
    const whole = await read(facilitator, 'OFFICE');
    const events = await asSystem(town.database, 'hub_system', (query) =>
      query<{ seq: number; kind: EventKind; subject_id: string }>(
        `select seq, kind, subject_id from hub.board_event where session_id = $1 and audience = 'console' order by seq`,
        [session],
      ),
    );
    const taken = events.filter(({ kind }) => /^(NOTE|LINK)_TAKEN$/.test(kind)).map((event) => event.subject_id);
    const added = events
      .filter(({ kind, subject_id }) => /^(ROLE|ACTION|NOTE|LINK)_ADDED$|^DECISION_RECORDED$/.test(kind) && !taken.includes(subject_id))
      .map((event) => event.subject_id);
    expect(added.length).toBe(10);
    expect(JSON.stringify(whole)).not.toContain(TAKEN);
    expect(lines(whole).find(({ text }) => text === '車を出し合う')).toMatchObject({ part: 'NOTE', said: 'アイデア' });
    expect(
      lines(whole)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(added.sort());
    expect(whole.log.map(({ seq, sentence }) => [seq, sentence])).toEqual(events.map(({ seq, kind }) => [seq, logWords[kind]]));
    for (const text of [
      '送り迎え',
      HELD,
      HELD_NOTE,
      HELD_LINK,
      '近所の人たち',
      '車を出し合う',
      '月に一度、集まる',
      NOTE,
      '車の持ち主に聞いてから',
    ])
      expect(JSON.stringify(whole).split(JSON.stringify(text).slice(1, -1)).length - 1, text).toBe(1);
    expect([whole.openedAt, whole.closedAt]).toEqual([whole.log[0]?.at, whole.log.at(-1)?.at]);
  });

  it('have words for every kind of event that the house announces', () => {
    expect(Object.keys(logWords).length).toBeGreaterThan(30);
    for (const sentence of Object.values(logWords)) expect(sentence).toMatch(/[ぁ-ん]/);
  });
});

it('tell of the day on which the session ended, whatever the next one has settled since', async () => {
  const before = await read(facilitator, 'OFFICE');
  const next = (await aBoard(facilitator, '次の会議')).session;
  const over = await facilitator.ask(
    'query ($id: ID!) { session(id: $id) { carriedOver { fromSessionId deferral { id version } actionItem { id version } } } }',
    { id: next },
  );
  const own = over.data.session.carriedOver.filter((one: { fromSessionId: string }) => one.fromSessionId === session);
  expect(own).toHaveLength(2);
  for (const { deferral, actionItem } of own)
    await steered(facilitator, 'settleCarriedOver', {
      ...{ session: next, version: (deferral ?? actionItem).version },
      ...(deferral ? { deferral: deferral.id } : { action: actionItem.id }),
    });
  expect(await read(facilitator, 'OFFICE')).toEqual(before);
});

it('tell the map as lines, each with its tie in words; of what may stand on no wall the room hears nothing', async () => {
  const rows = excelRows(await read(facilitator, 'ROOM')).map((row) => row.map(({ value }) => value).join('|'));
  expect(rows.filter((row) => row.startsWith('エコマップ'))).toEqual([
    'エコマップ|地域包括支援センター|||強いつながり',
    'エコマップ|近所の人たち|||気がかり',
  ]);
  const open = (isPublic: boolean) =>
    town.rows('update core.organization set is_public = $1 where id = $2', [isPublic, organizationId('houkatsu')]);
  await open(false);
  for (const persona of ['facilitator', 'elderly-care'] as const)
    expect(textOf(await read(await town.as(persona), 'ROOM')), persona).not.toContain('地域包括支援センター');
  await open(true);
});

describe('a level', () => {
  it('of the room holds what its wall held, and no name, note, reason or held line, in no form', async () => {
    const room = await read(facilitator, 'ROOM');
    expect(lines(room).map(({ text }) => text)).toEqual([
      ...['月に一度、集まる', '送り迎え', '=当番表を作る', '車を出し合う', '地域包括支援センター', '近所の人たち'],
    ]);
    expect(lines(room).map(({ deferred }) => deferred)).toEqual([false, true, false, false, false, false]);
    const people = await town.rows<{ name: string }>('select name from core.staff');
    for (const secret of [
      NOTE,
      HELD,
      HELD_NOTE,
      HELD_LINK,
      ...people.map(({ name }) => name),
      '車の持ち主',
      'まだ出していない',
      '市民会館',
    ])
      expect(textOf(room)).not.toContain(secret);
    expect([room.log, room.attendees]).toEqual([[], []]);
    expect(room.items).toHaveLength(1);
  });

  it('of those at the table adds who was there, what was kept off the wall and why something waits; never the notes', async () => {
    const table = await read(await town.as('children'), 'PARTICIPANTS');
    for (const told of [HELD, '車の持ち主に聞いてから', table.attendees[0]?.name ?? 'nobody', 'まだ出していない役割', '市民会館'])
      expect(textOf(table)).toContain(told);
    expect(textOf(table)).not.toContain(NOTE);
    expect(table.log).toEqual([]);
  });

  it('above one’s own rights is refused', async () => {
    const [member, stranger] = [await town.as('children'), await town.as('livelihood')];
    expect((await ask(member, 'OFFICE')).errors?.[0]?.extensions.code).toBe('DENIED');
    expect((await ask(stranger, 'PARTICIPANTS')).errors?.[0]?.extensions.code).toBe('DENIED');
    expect((await read(stranger, 'ROOM')).title).toBe('会議録の会議');
  });
});

describe('a reading of minutes', () => {
  it('is written down with the classes that the level holds, and with notes only where it has any', async () => {
    const classesOf = async (level: 'ROOM' | 'PARTICIPANTS' | 'OFFICE') => {
      await read(facilitator, level);
      const { rows } = await town.database.pool.query('select classes, sessions from hub.read_audit order by id desc limit 1');
      expect(rows[0]?.sessions).toEqual([session]);
      return rows[0]?.classes;
    };
    expect(await classesOf('ROOM')).toEqual(['operational']);
    for (const level of ['PARTICIPANTS', 'OFFICE'] as const) expect(await classesOf(level)).toEqual(['operational', 'note']);
  });
});

describe('minutes leave the house', () => {
  it('as a line of the export audit first, and only at a level at which the kind lets them', async () => {
    const exports = () =>
      asSystem(town.database, 'hub_keeper', (query) =>
        query('select kind, subject_type, actor from hub.export_audit where session_id = $1 order by id', [session]),
      );
    const actor = town.viewer('facilitator').actor;
    expect((await take(facilitator, 'ROOM', 'FILE')).data.exportMinutes).toBe(session);
    expect((await take(facilitator, 'ROOM', 'PRINT')).data.exportMinutes).toBe(session);
    const written = ['FILE', 'PRINT'].map((kind) => ({ kind, subject_type: 'Minutes', actor }));
    expect(await exports()).toEqual(written);
    for (const level of ['PARTICIPANTS', 'OFFICE'] as const)
      for (const form of ['PRINT', 'FILE'] as const)
        expect((await take(facilitator, level, form)).errors?.[0]?.message).toBe('この範囲の会議録は、画面で読むだけです。');
    expect((await take(await town.as('livelihood'), 'ROOM', 'FILE')).errors?.[0]?.extensions.code).toBe('DENIED');
    expect(await exports()).toEqual(written);
    expect((await read(facilitator, 'OFFICE')).forms).toEqual([]);
    expect((await read(facilitator, 'ROOM')).forms).toEqual(['PRINT', 'FILE']);
  });

  it('with no cell that a table program would take for a formula', async () => {
    const cells = excelRows(await read(facilitator, 'ROOM'))
      .flat()
      .map(({ value }) => value);
    expect(cells).toContain("'=当番表を作る");
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('of a 支援会議 in no way at all, and to nobody as more than something that is not there', async () => {
    const [hidden] = await town.rows<{ id: string }>(`select id from core.session where kind = 'SHIEN_KAIGI' order by id limit 1`);
    const nobody = crypto.randomUUID();
    for (const persona of ['facilitator', 'recorder', 'livelihood'] as const) {
      const guest = await town.as(persona);
      expect((await ask(guest, 'ROOM', hidden?.id)).text).toBe((await ask(guest, 'ROOM', nobody)).text);
      expect((await take(guest, 'ROOM', 'FILE', hidden?.id)).text).toBe((await take(guest, 'ROOM', 'FILE', nobody)).text);
    }
  });
});
