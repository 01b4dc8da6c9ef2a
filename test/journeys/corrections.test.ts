import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { excelRows } from '../../client/minutes/excel-file';
import type { Minutes, MinutesLevel } from '../../client/minutes/minutes-document';

const HELD = '虹坂さんを訪ねる';
const NAMED = '月に一度、坂の上で集まる';
const REASON = '書きまちがい。録音で確かめた。';
const [, document = ''] = /graphql<\{ minutes[^`]*`([^`]*)`/.exec(readFileSync('client/minutes/minutes-document.ts', 'utf8')) ?? [];
const organization = organizationId('michikusa');
let town: Town;
let facilitator: Guest;
let recorder: Guest;
let session: string;
let item: string;
let lines: Readonly<Record<'role' | 'held' | 'decision' | 'other', string>>;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  recorder = await town.as('recorder');
  const made = await aBoard(facilitator, '訂正の会議');
  session = made.session;
  const cards = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  item = (await steered(facilitator, 'putOnAgenda', { session, card: cards[0]?.id })).id;
  const { version } = await steered(facilitator, 'bringToFront', { session, item, version: made.version });
  await steered(facilitator, 'inviteMember', { session, staff: town.viewer('children').actor.slice('staff:'.length) });
  const decide = async (title: string) => {
    const { id } = await steered(facilitator, 'recordDecision', { item, title });
    await steered(facilitator, 'readBackDecision', { decision: id, done: true, version: 1 });
    return id as string;
  };
  lines = {
    role: (await steered(facilitator, 'addRole', { item, title: '送り迎え', organization })).id,
    held: (await steered(facilitator, 'addRole', { item, title: HELD, organization })).id,
    decision: await decide('月に二度、集まる'),
    other: await decide(NAMED),
  };
  expect((await correct(facilitator, { line: lines.role })).problem?.code).toBe('INVALID'); // while it sits, one rewords
  await steered(facilitator, 'closeSession', { session, version });
});
afterAll(() => town?.close());

const correct = (guest: Guest, input: Record<string, unknown>) =>
  steer(guest, 'correctRecord', { session, title: '月に一度、集まる', reason: REASON, ...input }, 'id was title stands version');
const read = async (guest: Guest, level: MinutesLevel): Promise<Minutes> => (await guest.ask(document, { session, level })).data.minutes;
const lineOf = ({ items }: Minutes, id: string) => items.flatMap((each) => each.lines).find((line) => line.id === id);
const textOf = (minutes: Minutes) => JSON.stringify([minutes, excelRows(minutes)]);

describe('a record that is closed', () => {
  it('takes no more changes, and a correction beside what it says, which a second person lets through', async () => {
    const { done } = await correct(recorder, { line: lines.decision });
    expect(done).toMatchObject({ was: '月に二度、集まる', title: '月に一度、集まる', stands: false });
    expect(lineOf(await read(facilitator, 'OFFICE'), lines.decision)?.corrections).toEqual([]);
    const own = await steer(recorder, 'approveCorrection', { correction: done.id, version: 1 });
    expect(own.problem).toMatchObject({ code: 'INVALID', fields: { correction: expect.stringContaining('もう一人') } });
    await steered(facilitator, 'approveCorrection', { correction: done.id, version: 1 });
    const again = await steer(facilitator, 'approveCorrection', { correction: done.id, version: 2 });
    expect(again.problem?.code).toBe('INVALID');
    const corrected = lineOf(await read(facilitator, 'OFFICE'), lines.decision);
    expect(corrected).toMatchObject({ text: '月に二度、集まる', corrections: [{ text: '月に一度、集まる', reason: REASON }] });
    const [row] = await town.rows('select title, version from core.decision where id = $1', [lines.decision]);
    expect(row).toMatchObject({ title: '月に二度、集まる' });
    const log = (await boardLog(town, session)).filter(({ kind }) => /CORRECT/.test(kind));
    expect(log.map(({ audience, kind }) => [audience, kind])).toEqual([
      ['console', 'RECORD_CORRECTED'],
      ['console', 'CORRECTION_APPROVED'],
    ]);
  });

  it('keeps what a second person refused, and why, in the trail and out of the minutes; its author writes another', async () => {
    const { done } = await correct(recorder, { line: lines.decision, title: '三月に一度、集まる' });
    const refuse = (guest: Guest, reason = '録音では「月に一度」') =>
      steer(guest, 'refuseCorrection', { correction: done.id, reason, version: 1 });
    expect((await refuse(recorder)).problem).toMatchObject({
      code: 'INVALID',
      fields: { correction: expect.stringContaining('もう一人') },
    });
    expect((await refuse(await town.as('children'))).problem?.code).toBe('DENIED');
    expect((await refuse(facilitator, ' ')).problem).toMatchObject({ code: 'INVALID', fields: { reason: expect.any(String) } });
    // Whoever sees the line reads why, and need not know of whom it speaks.
    expect((await refuse(facilitator, '虹坂さんの言葉と違う')).problem?.fields?.reason).toContain('人の名前');
    expect((await refuse(facilitator)).problem).toBeUndefined();
    const trail =
      'query ($session: ID!) { session(id: $session) { corrections { id title stands refusal refusedBy { name } approvedBy { name } } } }';
    const { data } = await recorder.ask(trail, { session });
    expect(data.session.corrections.find(({ id }: { id: string }) => id === done.id)).toMatchObject({
      ...{
        title: '三月に一度、集まる',
        stands: false,
        refusal: '録音では「月に一度」',
        refusedBy: { name: expect.any(String) },
        approvedBy: null,
      },
    });
    const sentBack = async (guest: Guest) => (await guest.ask('{ sentBackCorrections { id sessionId refusal } }')).data.sentBackCorrections;
    expect(await sentBack(recorder)).toEqual([{ id: done.id, sessionId: session, refusal: '録音では「月に一度」' }]);
    expect(await sentBack(facilitator)).toEqual([]);
    for (const step of ['approveCorrection', 'refuseCorrection'] as const) {
      const late = await steer(facilitator, step, {
        correction: done.id,
        version: 2,
        ...(step === 'refuseCorrection' ? { reason: 'x' } : {}),
      });
      expect(late.problem?.code).toBe('INVALID');
    }
    for (const level of ['ROOM', 'OFFICE'] as const) {
      const said = textOf({ ...(await read(facilitator, level)), log: [] });
      for (const secret of ['三月に一度', '録音では']) expect(said).not.toContain(secret);
    }
    expect((await boardLog(town, session)).filter(({ kind }) => kind === 'CORRECTION_REFUSED')).toMatchObject([{ audience: 'console' }]);
    expect((await correct(recorder, { line: lines.decision })).done).toMatchObject({ stands: false });
    expect(await sentBack(recorder)).toEqual([]);
  });

  it('is corrected by those who steer, and by nobody else', async () => {
    for (const persona of ['children', 'livelihood', 'administrator'] as const) {
      expect((await correct(await town.as(persona), { line: lines.role })).problem?.code).toBe('DENIED');
    }
    expect((await correct(facilitator, { line: item })).problem?.code).toBe('NOT_FOUND');
  });

  it('keeps every correction as it was written: none is changed, taken away or let through by its writer, past every use case', async () => {
    const { done } = await correct(facilitator, { line: lines.role, title: '送りだけ' });
    const tell = (persona: 'facilitator' | 'recorder', sql: string) =>
      asViewer(town.database, town.viewer(persona), (tx) => tx.query(sql)).catch((fault: Error) => fault.message);
    const of = `where id = '${done.id}'`;
    expect(await tell('recorder', `update core.correction set title = 'x' ${of}`)).toMatch(/permission denied/);
    expect(await tell('recorder', `delete from core.correction ${of}`)).toMatch(/permission denied/);
    const me = (persona: 'facilitator' | 'recorder') => town.viewer(persona).actor.slice('staff:'.length);
    const approve = (persona: 'facilitator' | 'recorder') =>
      `update core.correction set approved_by = '${me(persona)}', approved_at = '1999-01-01' ${of} returning id`;
    expect(await tell('facilitator', approve('facilitator'))).toEqual([[], 0]);
    expect(await tell('recorder', approve('facilitator'))).toMatch(/row-level security|check constraint/);
    expect(
      await tell('recorder', `update core.correction set refused_at = now(), refusal = 'x', refused_by = '${me('facilitator')}' ${of}`),
    ).toMatch(/row-level security|check constraint/);
    expect(await tell('recorder', approve('recorder'))).toEqual([[{ id: done.id }], 1]);
    const [row] = await town.rows(`select version, approved_at >= made_at as after from core.correction ${of}`);
    expect(row).toEqual({ version: 2, after: true });
    const alone = `insert into core.correction (session_id, restricted, agenda_item_id, title, reason, masks, made_by, takes_two)
      values ('${session}', false, '${item}', 'x', 'x', false, '${me('facilitator')}', false)`;
    expect(await tell('facilitator', alone)).toMatch(/row-level security/);
  });

  it('says of a line what stood there, below its own item and at the time of writing, past every use case', async () => {
    const [other] = await town.rows<{ id: string; title: string; item: string }>(
      `select r.id, r.title, r.agenda_item_id as item from core.role r join core.agenda_item a on a.id = r.agenda_item_id where r.session_id <> $1 and not r.restricted and a.kind <> 'CASE' limit 1`,
      [session],
    );
    const write = (line: string, was: string, more: readonly [string, string] = ['', '']) =>
      asViewer(town.database, town.viewer('facilitator'), (tx) =>
        tx.query(
          `insert into core.correction (session_id, restricted, agenda_item_id, role_id, was, title, reason, masks, made_by, takes_two${more[0]})
           values ($1, false, $2, $3, $4, 'x', 'x', false, $5, true${more[1]})`,
          [session, item, line, was, town.viewer('facilitator').actor.slice('staff:'.length)],
        ),
      );
    await write(lines.role, '送り迎え');
    for (const [line, was] of [
      [lines.role, '言っていない'],
      [other?.id ?? '', other?.title ?? ''],
      [lines.decision, '月に二度、集まる'],
    ] as const)
      await expect(write(line, was), was).rejects.toMatchObject({ code: '42501' });
    await expect(write(lines.role, '送り迎え', [', made_at', `, '2001-01-01'`])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a correction in the minutes', () => {
  const approved = async (input: Record<string, unknown>) => {
    const { done, text } = await correct(recorder, input);
    if (!done) throw new Error(text);
    await steered(facilitator, 'approveCorrection', { correction: done.id, version: done.version });
  };

  it('tells the room what it should be and no more: no reason, no name, nothing of a line that was kept off the wall', async () => {
    await approved({ line: lines.held, title: '虹坂さんに電話する' });
    const [room, table] = [await read(facilitator, 'ROOM'), await read(await town.as('children'), 'PARTICIPANTS')];
    expect(lineOf(room, lines.decision)?.corrections.at(-1)).toMatchObject({
      text: '月に一度、集まる',
      reason: null,
      by: null,
      second: null,
    });
    for (const secret of [REASON, '虹坂さん', '筆ノ瀬']) expect(textOf(room)).not.toContain(secret);
    expect(lineOf(table, lines.held)?.corrections).toMatchObject([{ text: '虹坂さんに電話する', reason: REASON }]);
    expect(lineOf(table, lines.decision)?.corrections[0]?.by).toContain('筆ノ瀬');
  });

  it('that stands before citizens names nobody', async () => {
    const named = await correct(facilitator, { line: lines.other, title: '虹坂さんの家で集まる' });
    expect(named.problem).toMatchObject({ code: 'INVALID', fields: { title: expect.any(String) } });
  });

  it('may keep the old words from the room altogether, in every form, and from nobody else', async () => {
    await approved({ line: lines.other, title: '月に一度、公民館で集まる', masks: true });
    const [room, office] = [await read(facilitator, 'ROOM'), await read(facilitator, 'OFFICE')];
    expect(textOf(room)).not.toContain(NAMED);
    expect(textOf(room)).toContain('月に一度、公民館で集まる');
    expect(lineOf(office, lines.other)?.text).toBe(NAMED);
  });

  it('adds what was left out of an item; and what is said of the session itself stays with those who were there', async () => {
    await approved({ item, title: '次の回に見学の話を聞く' });
    await approved({ title: '筆ノ瀬さんは途中で退席した' });
    const [room, office] = [await read(facilitator, 'ROOM'), await read(facilitator, 'OFFICE')];
    expect(room.items[0]?.corrections).toMatchObject([{ text: '次の回に見学の話を聞く', reason: null }]);
    expect(room.corrections).toEqual([]);
    expect(office.corrections).toMatchObject([{ text: '筆ノ瀬さんは途中で退席した', reason: REASON }]);
    expect(textOf(room)).not.toContain('途中で退席');
  });

  it('stands beside the words in the sheet and in the files', async () => {
    const rows = excelRows(await read(facilitator, 'OFFICE')).map((row) => row.map(({ value }) => value).join('|'));
    expect(rows.some((row) => row.includes('月に二度、集まる') && row.includes('訂正') && row.includes('月に一度、集まる'))).toBe(true);
  });
});

it('needs one person alone where the kind asks for no second', async () => {
  const order = { kind: 'CHONAI', title: '庁内の会議', heldOn: '2026-11-23', place: '会議室' };
  const made = await steered(facilitator, 'createSession', order);
  await steered(facilitator, 'openSession', { session: made.id, version: made.version });
  const report = { title: '進み具合の報告', words: '計画の通りに進んでいる。' };
  const { id } = await steered(facilitator, 'putOnAgenda', { session: made.id, report });
  const said = await steered(facilitator, 'recordDecision', { item: id, title: '五月に見直す' });
  await steered(facilitator, 'readBackDecision', { decision: said.id, done: true, version: 1 });
  await steered(facilitator, 'closeSession', { session: made.id, version: made.version + 1 });
  const { done } = await steer(
    facilitator,
    'correctRecord',
    { session: made.id, line: said.id, title: '六月に見直す', reason: REASON },
    'stands',
  );
  expect(done).toEqual({ stands: true });
});
