import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { asViewer } from '#server/database/as-viewer';
import { aTable } from '#test/kit/a-table';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';

const houkatsu = organizationId('houkatsu');
let town: Town;
let facilitator: Guest;
let elderly: Guest;
let session: string;
let version: number;
let item: string;

beforeAll(async () => {
  town = await aTown();
  [facilitator, elderly] = await Promise.all([town.as('facilitator'), town.as('elderly-care')]);
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator, '受信箱の会議'));
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  ({ id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id }));
  ({ version } = await steered(facilitator, 'bringToFront', { session, item, version }));
});

const standing = async () => (await elderly.ask('{ inboxStanding { open late fresh mark } }')).data.inboxStanding;
const assign = (title: string, to = item) =>
  steered(facilitator, 'addActionItem', { item: to, title, organization: houkatsu, dueOn: '2999-01-31' }, 'id version');
const versionOf = async (id: string) =>
  (await town.rows<{ version: number }>('select version from core.action_item where id = $1', [id]))[0]?.version;

it('is looked at by nobody while it is written down, whatever the program says', async () => {
  const [row] = await asViewer(town.database, town.viewer('facilitator'), (tx) =>
    tx.query<{ looked: string | null }>(
      `insert into core.action_item (session_id, restricted, agenda_item_id, title, looked_in, looked_at)
       values ($1, false, $2, '名簿を作る', $1, now()) returning looked_in as looked`,
      [session, item],
    ),
  );
  expect(row).toEqual({ looked: null });
});

describe('the mark of an inbox, which is asked for again and again, stands still', () => {
  it('while a line that is held is written, reworded and answered', async () => {
    const before = await standing();
    const { id } = await assign('虹坂さんを訪ねる');
    expect(await standing()).toEqual(before);
    await steered(facilitator, 'reviseActionItem', {
      action: id,
      title: '虹坂さんに電話する',
      organization: houkatsu,
      dueOn: null,
      version: 1,
    });
    await steered(facilitator, 'finishActionItem', { action: id, done: true, version: 2 });
    expect(await standing()).toEqual(before);
  });

  it('while a case that is not theirs is given something to do', async () => {
    const table = await aTable(town, facilitator);
    const [about] = await town.rows<{ case: string }>('select case_id as case from core.case_item where agenda_item_id = $1', [table.item]);
    await town.rows(`update core.support_case set teams = '{connection}' where id = $1`, [about?.case]);
    const before = await standing();
    const { id } = await assign('訪ねる', table.item);
    await steered(facilitator, 'finishActionItem', { action: id, done: true, version: 1 });
    await steered(facilitator, 'finishActionItem', { action: id, done: false, version: 2 });
    expect(await standing(), 'of another 担当').toEqual(before);
    await town.rows(`update core.support_case set teams = '{connection,elderly-care}' where id = $1`, [about?.case]);
    expect((await standing()).mark, 'of theirs').not.toBe(before.mark);
  });

  it('when a line was taken off the wall and let through, or left by a room and taken up again: the desk sees what it saw', async () => {
    const { id } = await assign('地図を配る');
    const seen = await standing();
    await steered(facilitator, 'holdActionItem', { action: id, held: true, version: 1 });
    expect((await standing()).mark, 'off the wall it lies at no desk').not.toBe(seen.mark);
    await steered(facilitator, 'holdActionItem', { action: id, held: false, version: 2 });
    expect(await standing()).toEqual(seen);
    await steered(facilitator, 'closeSession', { session, version });
    await steered(elderly, 'giveBackActionItem', { action: id, reason: '手が足りない', version: 3 });
    const asking = await standing();
    expect(asking.mark).not.toBe(seen.mark);
    const next = (await aBoard(facilitator, '次の会議')).session;
    await steered(facilitator, 'leaveCarriedOver', { session: next, action: id, version: await versionOf(id) }, 'id');
    await steered(facilitator, 'unsettleCarriedOver', { session: next, action: id }, 'id');
    expect(await standing()).toEqual(asking);
  });

  it('but not when the conference that it comes from has moved, or its card has another title: the list shows them', async () => {
    await assign('地図を配る');
    const marks = [(await standing()).mark];
    await town.rows(`update core.session set held_on = held_on + 1 where id = $1`, [session]);
    marks.push((await standing()).mark);
    await town.rows(`update core.session set title = '移した会議' where id = $1`, [session]);
    marks.push((await standing()).mark);
    await town.rows(`update core.agenda_item set letter = 'Q' where id = $1`, [item]);
    marks.push((await standing()).mark);
    expect(new Set(marks).size).toBe(4);
  });
});
