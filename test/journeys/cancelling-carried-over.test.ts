import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffId } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let elderlyCare: Guest;

beforeAll(async () => {
  town = await aTown();
  [facilitator, elderlyCare] = [await town.as('facilitator'), await town.as('elderly-care')];
});
afterAll(() => town?.close());

const call = (heldOn: string) =>
  steered(facilitator, 'createSession', { kind: 'MARUGOTO', title: '取りやめる会議', heldOn, place: '会議室' }, 'id version');
const cancel = (session: string, version: number) =>
  steered(facilitator, 'cancelSession', { session, reason: '台風が近づいているため', version }, 'version');

describe('what earlier sessions left open, where a session is called off,', () => {
  const CARRIED = `query ($id: ID!) { session(id: $id) { carriedOver { kind deferral { id version } actionItem { id status version backReason }
    proposal { id state version } } } }`;
  // biome-ignore lint/suspicious/noExplicitAny: rows as they were asked for
  const carried = async (id: string): Promise<any[]> => (await facilitator.ask(CARRIED, { id })).data.session.carriedOver;
  // biome-ignore lint/suspicious/noExplicitAny: rows as they were asked for
  const idsIn = (rows: any[]) => rows.map((row) => (row.deferral ?? row.actionItem ?? row.proposal).id).sort();
  const houkatsu = organizationId('houkatsu');
  const proposed = { addressee: '市長', title: '夕方にも走らせる', answerBy: '2027-01-31' };
  const putOff = async (session: string, item: string): Promise<string> => {
    const role = await steered(facilitator, 'addRole', { item, title: '送り迎え' });
    const put = { session, point: `ROLE/${role.id}`, reason: '次に決める', owner: staffId('facilitator') };
    return (await steered(facilitator, 'deferPoint', put)).id;
  };

  it('and was settled or told there before it opened is open again; what was told stands again when it is called again', async () => {
    const board = await aBoard(facilitator, '前の会議');
    const report = { title: '報告', words: '試しの報告。' };
    const item = (await steered(facilitator, 'putOnAgenda', { session: board.session, report })).id;
    const assign = async (title: string): Promise<string> =>
      (await steered(facilitator, 'addActionItem', { item, title, organization: houkatsu, dueOn: '2026-12-01' })).id;
    const [done, back] = [await assign('当番表を作る'), await assign('夜の見回り')];
    const deferral = await putOff(board.session, item);
    const proposal = (await steered(facilitator, 'propose', { session: board.session, ...proposed })).id;
    await steered(facilitator, 'closeSession', { session: board.session, version: board.version });
    await steered(elderlyCare, 'giveBackActionItem', { action: back, reason: '夜に動ける人がいない', version: 1 });
    await steered(facilitator, 'answerProposal', { proposal, answer: '加える', answeredOn: '2026-11-24', version: 1 }, 'id');

    const { id, version } = await call('2026-12-24');
    const mine = [done, back, deferral, proposal].sort();
    const open = async (of = id) => idsIn(await carried(of)).filter((each) => mine.includes(each));
    expect(await open()).toEqual(mine);
    await steered(facilitator, 'settleCarriedOver', { session: id, action: done, version: 1 });
    await steered(facilitator, 'leaveCarriedOver', { session: id, action: back, version: 2 }, 'id');
    await steered(facilitator, 'settleCarriedOver', { session: id, deferral, version: 1 });
    await steered(facilitator, 'reportProposal', { session: id, proposal, version: 2 });
    const off = await cancel(id, version);
    const other = await call('2026-12-25');
    expect(await open(other.id)).toEqual(mine);
    const rows = await carried(other.id);
    expect(rows.find(({ actionItem }) => actionItem?.id === done).actionItem.status).toBe('OPEN');
    expect(
      await town.rows('select back_left_at, looked_in, looked_at, looked_left from core.action_item where id = any ($1)', [[done, back]]),
    ).toEqual(Array(2).fill({ back_left_at: null, looked_in: null, looked_at: null, looked_left: false }));
    await steered(facilitator, 'uncancelSession', { session: id, version: off.version });
    expect(await open(other.id)).toEqual(mine.filter((each) => each !== proposal));
    expect(await town.rows('select reported_in, released_reported_in from core.proposal where id = $1', [proposal])).toEqual([
      { reported_in: id, released_reported_in: null },
    ]);
  });

  it('goes on to the next with what was put off or proposed there, and without what was assigned there', async () => {
    const { id, version } = await call('2026-12-26');
    const item = (await steered(facilitator, 'putOnAgenda', { session: id, report: { title: '報告', words: '試しの報告。' } })).id;
    const action = (await steered(facilitator, 'addActionItem', { item, title: '椅子を並べる', organization: houkatsu })).id;
    const deferral = await putOff(id, item);
    const proposal = (await steered(facilitator, 'propose', { session: id, ...proposed })).id;
    await cancel(id, version);
    const next = await call('2026-12-27');
    const rows = await carried(next.id);
    expect(idsIn(rows)).toEqual(expect.arrayContaining([deferral, proposal]));
    expect(idsIn(rows)).not.toContain(action);
    await steered(facilitator, 'settleCarriedOver', { session: next.id, deferral, version: 1 });
    expect(idsIn(await carried(next.id))).not.toContain(deferral);
  });
});
