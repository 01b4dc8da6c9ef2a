import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';
import { watchBoard } from '#test/kit/watch-board';

const BOARD = 'id focus frontItem { id notes { kind title } }';
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

const room = async (of: Guest = display) =>
  (await of.ask(`query ($id: ID!) { session(id: $id) { ${BOARD} } }`, { id: session })).data.session;
const said = async (of?: Guest) => (await room(of)).frontItem.notes.map(({ title }: { title: string }) => title);
const ticks = async () => (await boardLog(town, session)).filter(({ audience }) => audience === 'display').length;
const say = (title: string, kind = 'IDEA', by = facilitator) => steered(by, 'addNote', { item, kind, title }, 'id version held');

describe('what is said in the room', () => {
  it('stands on the wall as it is written, reworded, taken away and put back', async () => {
    const wall = await watchBoard(town, display, session, { selection: BOARD });
    await wall.next();
    const note = await say('夕方に寄れる場所をつくる', 'WISH', recorder);
    expect((await wall.next()).session.frontItem.notes).toEqual([{ kind: 'WISH', title: '夕方に寄れる場所をつくる' }]);
    const reworded = await steered(facilitator, 'rewordNote', { note: note.id, title: '夕方に集まれる場所', version: note.version });
    expect((await wall.next()).session.frontItem.notes).toEqual([{ kind: 'WISH', title: '夕方に集まれる場所' }]);
    const taken = await steered(facilitator, 'takeNote', { note: note.id, taken: true, version: reworded.version });
    expect(await wall.next()).toMatchObject({ kind: 'NOTE_TAKEN', session: { frontItem: { notes: [] } } });
    expect(await said(facilitator)).toEqual([]);
    await steered(facilitator, 'takeNote', { note: note.id, taken: false, version: taken.version });
    expect((await wall.next()).session.frontItem.notes).toHaveLength(1);
    wall.cut();
  });

  it('fills the left of the wall when the facilitator says so, until the next item', async () => {
    await steered(recorder, 'setFocus', { session, focus: 'NOTES' });
    expect((await room()).focus).toBe('NOTES');
    const [issue] = await town.rows<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' limit 1`);
    const next = await steered(facilitator, 'putOnAgenda', { session, issue: issue?.id });
    const [{ version }] = (await town.rows<{ version: number }>('select version from core.session where id = $1', [session])) as [
      { version: number },
    ];
    await steered(facilitator, 'bringToFront', { session, item: next.id, version });
    expect((await room()).focus).toBe('MATTER');
  });

  it('waits for a second person where it may tell who somebody is, also when it was taken away and put back', async () => {
    const before = await ticks();
    const note = await say('結城野さんの家の前の道');
    expect(note.held).toBe('IDENTIFIER');
    const own = await steer(facilitator, 'holdNote', { note: note.id, held: false, version: note.version });
    expect(own.problem).toMatchObject({ code: 'INVALID', fields: { title: expect.stringContaining('もう一人') } });
    const taken = await steered(facilitator, 'takeNote', { note: note.id, taken: true, version: note.version });
    const back = await steered(facilitator, 'takeNote', { note: note.id, taken: false, version: taken.version }, 'version held');
    expect(back.held).toBe('IDENTIFIER');
    expect(await ticks()).toBe(before);
    expect(await said()).toEqual([]);
    await steered(recorder, 'holdNote', { note: note.id, held: false, version: back.version });
    expect(await said()).toEqual(['結城野さんの家の前の道']);
  });

  it('ends in a conflict when somebody was first, and is not for people who only look', async () => {
    const note = await say('買い物の足');
    await steered(recorder, 'rewordNote', { note: note.id, title: '買い物に行く足', version: note.version });
    const late = await steer(facilitator, 'rewordNote', { note: note.id, title: '送り迎え', version: note.version });
    expect(late.problem).toMatchObject({ code: 'CONFLICT', current: { title: '買い物に行く足' }, yours: { title: '送り迎え' } });
    const livelihood = await town.as('livelihood');
    expect((await steer(livelihood, 'addNote', { item, kind: 'IDEA', title: '声' })).problem?.code).toBe('DENIED');
    expect(await said(livelihood)).toContain('買い物に行く足');
  });

  it('goes with the card it was said to, and does not come back by undoing', async () => {
    const note = await say('だれかと食べる会');
    const taken = await steered(facilitator, 'takeNote', { note: note.id, taken: true, version: note.version });
    await town.rows(`update core.agenda_item set state = 'WAITING' where id = $1`, [item]);
    await town.rows('update core.session set front_item_id = null where id = $1', [session]);
    const before = await ticks();
    await steered(facilitator, 'takeNote', { note: note.id, taken: false, version: taken.version });
    expect(await ticks()).toBe(before);
    const agenda = await display.ask('query ($id: ID!) { session(id: $id) { agenda { notes { title } } } }', { id: session });
    expect(agenda.data.session.agenda).toEqual([]);
  });

  it('is taken only in the kinds that a conference of its kind speaks of', async () => {
    const order = { title: '庁内の打合せ', heldOn: '2026-11-23', place: '市役所' };
    const made = await steered(facilitator, 'createSession', { kind: 'CHONAI', ...order }, 'id noteKinds noteWords');
    expect(made).toMatchObject({ noteKinds: ['WORRY', 'IDEA'], noteWords: ['論点', '検討の案'] });
    const [issue] = await town.rows<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' limit 1`);
    const put = await steered(facilitator, 'putOnAgenda', { session: made.id, issue: issue?.id });
    const refused = await steer(facilitator, 'addNote', { item: put.id, kind: 'WISH', title: 'のぞみ' });
    expect(refused.problem).toMatchObject({ code: 'INVALID', fields: { kind: '論点・検討の案' } });
  });
});

describe('something that is missing', () => {
  it('becomes a community issue once a second person has approved it, and stands on the agenda then', async () => {
    const note = await say('夜の預かりの場がない', 'GAP');
    const order = { note: note.id, description: '夜に子どもを預かる場が市内にない。', version: note.version };
    const raised = await steered(facilitator, 'raiseIssue', order, 'version issue { title state caseCount }');
    expect(raised.issue).toEqual({ title: '夜の預かりの場がない', state: 'DRAFT', caseCount: 0 });
    const own = await steer(facilitator, 'approveIssue', { note: note.id, version: raised.version });
    expect(own.problem).toMatchObject({ code: 'INVALID', message: '起こした人とは別の人が確かめます。' });
    const approved = await steered(recorder, 'approveIssue', { note: note.id, version: raised.version }, 'issue { id state }');
    expect(approved.issue.state).toBe('APPROVED');
    const { data } = await facilitator.ask('query ($id: ID!) { session(id: $id) { agenda { issue { title } } } }', { id: session });
    expect(data.session.agenda.at(-1)).toEqual({ issue: { title: '夜の預かりの場がない' } });
    const again = await steer(recorder, 'approveIssue', { note: note.id, version: raised.version + 1 });
    expect(again.problem?.code).toBe('INVALID');
  });

  it('does not, where it may tell who somebody is or is no gap', async () => {
    const note = await say('送り迎えの車がない', 'GAP');
    const named = { note: note.id, description: '虹坂さんが困っている。', version: note.version };
    expect((await steer(facilitator, 'raiseIssue', named)).problem).toMatchObject({
      code: 'INVALID',
      fields: { description: '人の名前らしいものを、書き直してください。' },
    });
    const idea = await say('車を出し合う');
    const none = { note: idea.id, description: '車を出し合う。', version: idea.version };
    expect((await steer(facilitator, 'raiseIssue', none)).problem?.code).toBe('INVALID');
  });
});

describe('a role or an action that was written down by mistake', () => {
  it('is taken back within ten minutes, and no later', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '見守り' });
    await steered(recorder, 'takeBackRole', { role: role.id, version: role.version }, 'id');
    const action = await steered(facilitator, 'addActionItem', { item, title: '訪ねる' });
    await town.rows(`update core.action_item set created_at = created_at - interval '11 minutes' where id = $1`, [action.id]);
    const late = await steer(facilitator, 'takeBackActionItem', { action: action.id, version: action.version });
    expect(late.problem).toMatchObject({ code: 'INVALID', message: '取り消せるのは、加えてから10分のうちです。' });
    const { data } = await display.ask('query ($id: ID!) { session(id: $id) { frontItem { roles { title } actionItems { title } } } }', {
      id: session,
    });
    expect(data.session.frontItem).toEqual({ roles: [], actionItems: [{ title: '訪ねる' }] });
  });

  it('is not taken back once it was put off: the record of that stays', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
    const owner = town.viewer('recorder').actor.slice('staff:'.length);
    await steered(facilitator, 'deferPoint', { session, point: `ROLE/${role.id}`, reason: '次に決める', owner });
    const late = await steer(facilitator, 'takeBackRole', { role: role.id, version: role.version });
    expect(late.problem).toMatchObject({ code: 'INVALID', message: '一度保留にしたものは取り消せません。' });
  });

  it('is not taken from whoever has changed it since', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
    await steered(recorder, 'renameRole', { role: role.id, title: '送り迎えの当番', version: role.version });
    const late = await steer(facilitator, 'takeBackRole', { role: role.id, version: role.version });
    expect(late.problem).toMatchObject({ code: 'CONFLICT', current: { title: '送り迎えの当番' } });
  });
});
