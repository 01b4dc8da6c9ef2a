import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asViewer } from '#server/database/as-viewer';
import { changeVersioned } from '#server/database/versioned';
import { Role } from '#server/meetings/role';
import { Session } from '#server/meetings/session';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, type Steered, steer, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let recorder: Guest;
let session: string;
let item: string;
let organizations: string[];

beforeAll(async () => {
  town = await aTown();
  [facilitator, recorder] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
  organizations = (await town.rows<{ id: string }>('select id from core.organization where is_public order by position, id limit 10')).map(
    ({ id }) => id,
  );
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session } = await aBoard(facilitator));
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' limit 1`);
  item = (await steered(facilitator, 'putOnAgenda', { session, card: card?.id })).id;
});

const lines = async () => (await boardLog(town, session)).length;
const codesOf = (answers: readonly Steered[]) => answers.map(({ problem }) => String(problem?.code ?? 'done')).sort();
const roleRow = async (id: string) =>
  (
    await town.rows<{ organization_id: string; title: string; version: number }>(
      'select organization_id, title, version from core.role where id = $1',
      [id],
    )
  )[0];

describe('two people at one row', () => {
  it('hear of each other: the second is shown both versions, and nothing of his is written', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '送迎' });
    await steered(facilitator, 'assignRole', { role: role.id, organization: organizations[0], version: 1 });
    const before = await lines();
    const { problem } = await steer(recorder, 'assignRole', { role: role.id, organization: organizations[1], version: 1 });
    expect(problem).toMatchObject({
      code: 'CONFLICT',
      message: 'ほかの人が先に変更しました。両方の内容を見て、どちらを残すか選んでください。',
      current: { title: '送迎', organization: organizations[0], version: 2 },
      yours: { title: '送迎', organization: organizations[1], version: 1 },
    });
    expect(await roleRow(role.id)).toMatchObject({ organization_id: organizations[0], version: 2 });
    expect(await lines()).toBe(before);
  });

  it('hear of each other at an action item and at the session itself', async () => {
    const action = await steered(facilitator, 'addActionItem', { item, title: '当番表' });
    await steered(recorder, 'finishActionItem', { action: action.id, done: true, version: 1 });
    const revised = await steer(facilitator, 'reviseActionItem', { action: action.id, title: '名簿', dueOn: '2026-12-01', version: 1 });
    expect(revised.problem).toMatchObject({
      code: 'CONFLICT',
      current: { title: '当番表', status: 'DONE', version: 2 },
      yours: { title: '名簿', dueOn: '2026-12-01', version: 1 },
    });
    await steered(recorder, 'moveOn', { session, step: 2, version: 2 });
    const moved = await steer(facilitator, 'moveOn', { session, step: 4, version: 2 });
    expect(moved.problem).toMatchObject({ code: 'CONFLICT', current: { step: 2, version: 3 }, yours: { step: 4, version: 2 } });
    const front = await steer(facilitator, 'bringToFront', { session, item, version: 2 });
    expect(front.problem).toMatchObject({
      code: 'CONFLICT',
      current: { frontItem: null, version: 3 },
      yours: { frontItem: item, version: 2 },
    });
    const [agenda] = await town.rows(`select state from core.agenda_item where id = $1`, [item]);
    expect(agenda).toEqual({ state: 'WAITING' });
  });

  it('fifty at one row at once: exactly one is written', async () => {
    const role = await steered(facilitator, 'addRole', { item, title: '送迎' });
    const before = await lines();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        steer(
          index % 2 ? facilitator : recorder,
          'assignRole',
          { role: role.id, organization: organizations[index % 10], version: 1 },
          'organization { id }',
        ),
      ),
    );
    expect(codesOf(answers)).toEqual([...Array.from({ length: 49 }, () => 'CONFLICT'), 'done']);
    const winner = answers.find(({ problem }) => !problem)?.done.organization.id;
    expect(await roleRow(role.id)).toMatchObject({ organization_id: winner, version: 2 });
    expect(await lines()).toBe(before + 1);
  });

  it('ten that put the same card on the agenda at once: it is there once', async () => {
    const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id desc limit 1`);
    const answers = await Promise.all(Array.from({ length: 10 }, () => steer(facilitator, 'putOnAgenda', { session, card: card?.id })));
    expect(codesOf(answers)).toEqual(['done', ...Array.from({ length: 9 }, () => 'INVALID')].sort());
  });

  it('many, doing everything at once, are each told something fit for the screen', async () => {
    const cards = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' limit 6`);
    const items = [item];
    for (const { id } of cards.slice(1)) items.push((await steered(facilitator, 'putOnAgenda', { session, card: id })).id);
    const role = await steered(facilitator, 'addRole', { item, title: '送迎' });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const guest = index % 2 ? facilitator : recorder;
        const some = items[index % items.length];
        const orders = [
          () => steer(guest, 'bringToFront', { session, item: some, version: 2 + (index % 3) }),
          () => steer(guest, 'takeOffAgenda', { item: items[(index * 7) % items.length], version: 1 }),
          () => steer(guest, 'assignRole', { role: role.id, organization: organizations[index % 10], version: 1 + (index % 4) }),
          () => steer(guest, 'moveOn', { session, step: index % 7, version: 2 + (index % 5) }),
          () => steer(guest, 'addActionItem', { item, title: `行動${index}` }),
        ];
        return (orders[index % orders.length] as (typeof orders)[number])();
      }),
    );
    const codes = new Set(codesOf(answers));
    expect([...codes].filter((code) => !['done', 'CONFLICT', 'INVALID', 'NOT_FOUND'].includes(code))).toEqual([]);
    expect(codes).toContain('done');
    const log = await boardLog(town, session);
    for (const audience of ['console', 'display']) {
      const counted = log.filter((line) => line.audience === audience).map(({ seq }) => seq);
      expect(counted).toEqual(counted.map((_, index) => index + 1));
    }
    expect(log.filter(({ audience }) => audience === 'console')).toHaveLength(
      7 + 2 + codesOf(answers).filter((code) => code === 'done').length - 1,
    );
  });
});

describe("a stale row in TypeORM's hands", () => {
  const asFacilitator = <T>(work: Parameters<typeof asViewer<T>>[2]) => asViewer(town.database, town.viewer('facilitator'), work);

  it('overwrites what somebody else wrote, silently, when it is saved', async () => {
    const { id } = await steered(facilitator, 'addRole', { item, title: '送迎' });
    const stale = await asFacilitator((tx) => tx.manager.findOneByOrFail(Role, { id }));
    await steered(recorder, 'assignRole', { role: id, organization: organizations[0], version: 1 });
    stale.organizationId = organizations[1] ?? null;
    stale.title = '古い題';
    await asFacilitator((tx) => tx.manager.save(stale));
    expect(await roleRow(id)).toEqual({ organization_id: organizations[1], title: '古い題', version: 1 });
  });

  it('cannot do so on our road', async () => {
    const { id } = await steered(facilitator, 'addRole', { item, title: '送迎' });
    await steered(recorder, 'assignRole', { role: id, organization: organizations[0], version: 1 });
    const shown = (row: Role) => ({ organization: row.organizationId });
    const late = asFacilitator((tx) => changeVersioned(tx, Role, { id, version: 1 }, shown, () => ({ organizationId: organizations[1] })));
    await expect(late).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { current: { organization: organizations[0], version: 2 }, yours: { organization: organizations[1], version: 1 } },
    });
    expect(await roleRow(id)).toEqual({ organization_id: organizations[0], title: '送迎', version: 2 });
    const inTime = await asFacilitator((tx) =>
      changeVersioned(tx, Role, { id, version: 2 }, shown, () => ({ organizationId: organizations[1] })),
    );
    expect(inTime).toMatchObject({ organizationId: organizations[1], version: 3 });
    const absent = asFacilitator((tx) =>
      changeVersioned(
        tx,
        Session,
        { id: 'そんな会議はない', version: 1 },
        () => ({}),
        () => ({ step: 1 }),
      ),
    );
    await expect(absent).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a request that is sent again', () => {
  const input = () => ({ item, title: '送迎の当番' });
  const roles = async () => (await town.rows('select id from core.role where agenda_item_id = $1', [item])).length;

  it('has one effect and one answer, five times at once and once more later', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => steer(facilitator, 'addRole', input(), 'id title version', 'key-1')));
    answers.push(await steer(facilitator, 'addRole', input(), 'id title version', 'key-1'));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.problem).toBeUndefined();
    expect(await roles()).toBe(1);
    expect((await boardLog(town, session)).filter(({ kind }) => kind === 'ROLE_ADDED')).toHaveLength(1);
  });

  it('with another body, or for another thing, is refused and does nothing', async () => {
    await steer(facilitator, 'addRole', input(), 'id', 'key-2');
    const others = [
      await steer(facilitator, 'addRole', { item, title: '別の役割' }, 'id', 'key-2'),
      await steer(facilitator, 'addActionItem', input(), 'id', 'key-2'),
    ];
    for (const { problem } of others) {
      expect(problem).toMatchObject({ code: 'INVALID', message: expect.stringContaining('別の内容') });
      expect(Object.keys(problem?.fields ?? {})).toEqual(['idempotencyKey']);
    }
    expect(await roles()).toBe(1);
    expect(await town.rows('select id from core.action_item where agenda_item_id = $1', [item])).toEqual([]);
  });

  it('by somebody else is a request of its own', async () => {
    const [mine, theirs] = [
      await steer(facilitator, 'addRole', input(), 'id', 'key-3'),
      await steer(recorder, 'addRole', input(), 'id', 'key-3'),
    ];
    expect(mine.done.id).not.toBe(theirs.done.id);
    expect(await roles()).toBe(2);
  });

  it('after a refusal is tried anew: only what was done is remembered', async () => {
    const role = await steered(facilitator, 'addRole', input());
    const stale = { role: role.id, organization: organizations[0], version: 7 };
    expect((await steer(facilitator, 'assignRole', stale, 'version', 'key-4')).problem?.code).toBe('CONFLICT');
    expect((await steer(facilitator, 'assignRole', { ...stale, version: 1 }, 'version', 'key-4')).done).toEqual({ version: 2 });
  });

  it('with a key that cannot be kept is refused, not done without one', async () => {
    const { problem } = await steer(facilitator, 'addRole', input(), 'id', 'k'.repeat(201));
    expect(problem).toMatchObject({ code: 'INVALID' });
    expect(await roles()).toBe(0);
  });

  it('with two changes in it has both effects once', async () => {
    const twice = `mutation ($input: RoleOrder!, $other: RoleOrder!) { a: addRole(input: $input) { id } b: addRole(input: $other) { id } }`;
    const variables = { input: input(), other: { item, title: '見守り' } };
    const first = await facilitator.ask(twice, variables, { 'idempotency-key': 'key-6' });
    expect(first.errors).toBeUndefined();
    const second = await facilitator.ask(twice, variables, { 'idempotency-key': 'key-6' });
    expect(second.data).toEqual(first.data);
    expect(await roles()).toBe(2);
  });
});
