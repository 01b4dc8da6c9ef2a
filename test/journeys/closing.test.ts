import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { organizationId } from '#seeds/plan/organizations';
import { asViewer } from '#server/database/as-viewer';
import { kindsInOrder } from '#server/meetings/kinds/registry';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steer, steered } from '#test/kit/steer';

const organization = organizationId('michikusa');
let town: Town;
let facilitator: Guest;
let recorder: Guest;
let session: string;
let version: number;
let item: string;

beforeAll(async () => {
  town = await aTown();
  [facilitator, recorder] = await Promise.all([town.as('facilitator'), town.as('recorder')]);
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
  const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  ({ id: item } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id }));
  ({ version } = await steered(facilitator, 'bringToFront', { session, item, version }));
});

const me = () => town.viewer('facilitator').actor.slice('staff:'.length);
const BOARD = `id status version openPoints { id point agendaItemId role { title } actionItem { title } decision { title } }
  carriedOver { kind heldOn deferral { id version reason owner { name } role { title } } actionItem { id version title } }
  agenda { decisions { id title readBackAt held } deferrals { id reason version } }`;
const look = async (guest: Guest = facilitator, id = session) =>
  (await guest.ask(`query ($id: ID!) { session(id: $id) { ${BOARD} } }`, { id })).data.session;
const close = (guest: Guest = facilitator) => steer(guest, 'closeSession', { session, version }, 'status');
const role = (given: Record<string, unknown> = {}) => steered(facilitator, 'addRole', { item, title: '送り迎え', ...given });
const putOff = (point: string, by: Guest = facilitator) =>
  steered(by, 'deferPoint', { session, point, reason: '車の持ち主に聞いてから', owner: me() });

describe('a decision', () => {
  it('is written down, read out to the table, and read out again once it is reworded', async () => {
    const written = await steered(facilitator, 'recordDecision', { item, title: '月に一度、集まる' }, 'id version readBackAt held');
    expect(written).toMatchObject({ readBackAt: null, held: null });
    const read = await steered(recorder, 'readBackDecision', { decision: written.id, done: true, version: 1 }, 'version readBackAt');
    expect(Date.parse(read.readBackAt)).not.toBeNaN();
    const again = await steered(
      facilitator,
      'rewordDecision',
      { decision: written.id, title: '月に二度、集まる', version: 2 },
      'readBackAt',
    );
    expect(again.readBackAt).toBeNull();
    const kinds = (await boardLog(town, session)).filter(({ audience }) => audience === 'console').map(({ kind }) => kind);
    expect(kinds.slice(-3)).toEqual(['DECISION_RECORDED', 'DECISION_READ_BACK', 'DECISION_REWORDED']);
  });

  it('stands on the wall, and waits where it may name somebody, until a second person lets it through', async () => {
    const wall = await town.display(session);
    const shown = async () =>
      (await wall.ask('query ($id: ID!) { session(id: $id) { frontItem { decisions { title } } } }', { id: session })).data.session
        .frontItem.decisions;
    await steered(facilitator, 'recordDecision', { item, title: '月に一度、集まる' });
    const held = await steered(facilitator, 'recordDecision', { item, title: '虹坂さんの家で集まる' }, 'id version held');
    expect(held.held).toBe('IDENTIFIER');
    expect(await shown()).toEqual([{ title: '月に一度、集まる' }]);
    const release = { decision: held.id, held: false, version: held.version };
    expect((await steer(facilitator, 'holdDecision', release)).problem?.code).toBe('INVALID');
    await steered(recorder, 'holdDecision', release);
    expect(await shown()).toHaveLength(2);
  });
});

describe('a session', () => {
  it('does not end while a role has nobody, an action no organisation or date, or a decision was not read out, and says so one by one', async () => {
    const [open, half, said] = [
      await role(),
      await steered(facilitator, 'addActionItem', { item, title: '当番表を作る', organization }),
      await steered(facilitator, 'recordDecision', { item, title: '月に一度、集まる' }),
    ];
    const { problem } = await close();
    expect(problem).toMatchObject({
      code: 'INVALID',
      message: '決まっていないことが3件あります。決めるか、保留にしてから会議を終えてください。',
    });
    expect(problem?.fields).toEqual({
      [`ROLE/${open.id}`]: '議題A：役割を担う機関を決めるか、保留にしてください。',
      [`ACTION/${half.id}`]: '議題A：次にやることの担う機関と期限を決めるか、保留にしてください。',
      [`DECISION/${said.id}`]: '議題A：決まったことを読み上げるか、保留にしてください。',
    });
    const now = await look();
    expect(now.status).toBe('OPEN');
    expect(now.openPoints.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(problem?.fields ?? {}).sort());
    await steered(facilitator, 'assignRole', { role: open.id, organization, version: 1 });
    await steered(facilitator, 'reviseActionItem', {
      action: half.id,
      title: '当番表を作る',
      organization,
      dueOn: '2026-12-11',
      version: 1,
    });
    await steered(facilitator, 'readBackDecision', { decision: said.id, done: true, version: 1 });
    expect((await close()).done).toEqual({ status: 'CLOSED' });
  });

  it('ends with what is put off, for a reason and with somebody by name, which comes first the next time', async () => {
    const point = `ROLE/${(await role()).id}`;
    await steered(facilitator, 'addActionItem', { item, title: '名簿を作る', organization, dueOn: '2026-12-11' });
    await putOff(point);
    expect((await steer(recorder, 'deferPoint', { session, point, reason: '二度目', owner: me() })).problem?.code).toBe('NOT_FOUND');
    expect((await close()).done).toEqual({ status: 'CLOSED' });
    const next = await aBoard(facilitator, '次の会議');
    const own = (await look(facilitator, next.session)).carriedOver.filter(
      ({ deferral, actionItem }: { deferral?: { reason: string }; actionItem?: { title: string } }) =>
        deferral?.reason === '車の持ち主に聞いてから' || actionItem?.title === '名簿を作る',
    );
    expect(own.map(({ kind }: { kind: string }) => kind)).toEqual(['DEFERRED', 'ACTION']);
    expect(own[0].deferral).toMatchObject({ owner: { name: expect.any(String) }, role: { title: '送り迎え' } });
    const [{ deferral }, { actionItem }] = own;
    await steered(recorder, 'settleCarriedOver', { session: next.session, deferral: deferral.id, version: deferral.version });
    await steered(recorder, 'settleCarriedOver', { session: next.session, action: actionItem.id, version: actionItem.version });
    const left = JSON.stringify((await look(facilitator, next.session)).carriedOver);
    expect(left).not.toContain(deferral.id);
    expect(left).not.toContain(actionItem.id);
  });

  it('takes a point up again that was put off', async () => {
    const point = `ROLE/${(await role()).id}`;
    const { id } = await putOff(point);
    expect((await look()).openPoints).toEqual([]);
    await steered(recorder, 'resumePoint', { deferral: id, version: 1 });
    expect((await look()).openPoints).toMatchObject([{ id: point, role: { title: '送り迎え' } }]);
    expect((await look()).agenda[0].deferrals).toEqual([]);
  });

  it('asks for a reason and for somebody who is there', async () => {
    const point = `ROLE/${(await role()).id}`;
    const bare = await steer(facilitator, 'deferPoint', { session, point, reason: ' ', owner: me() });
    expect(bare.problem).toMatchObject({ code: 'INVALID', fields: { reason: expect.any(String) } });
    const nobody = await steer(facilitator, 'deferPoint', { session, point, reason: '次に', owner: crypto.randomUUID() });
    expect(nobody.problem).toMatchObject({ code: 'INVALID', fields: { owner: '一覧から選んでください。' } });
  });

  it('tells no wall what is put off, or by whom', async () => {
    const wall = await town.display(session);
    await putOff(`ROLE/${(await role()).id}`);
    for (const field of ['openPoints { id }', 'carriedOver { id }', 'agenda { deferrals { reason } }'])
      expect((await wall.ask(`query ($id: ID!) { session(id: $id) { ${field} } }`, { id: session })).errors?.[0]?.extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
    const ticks = (await boardLog(town, session)).filter(({ audience }) => audience === 'display').map(({ kind }) => kind);
    expect(ticks).not.toContain('POINT_DEFERRED');
  });

  it('is not put off in another name by the database, either', async () => {
    const { id } = await role();
    const forge = asViewer(town.database, town.viewer('facilitator'), (tx) =>
      tx.query(
        `insert into core.deferral (session_id, restricted, agenda_item_id, role_id, reason, owner_id, deferred_by) values ($1, false, $2, $3, '試し', $4, $4)`,
        [session, item, id, town.viewer('recorder').actor.slice('staff:'.length)],
      ),
    );
    await expect(forge).rejects.toMatchObject({ code: '42501' });
  });
});

describe('every kind of conference', () => {
  it.each(kindsInOrder.map(({ key, closing }) => [key, closing] as const))('%s says what must be settled before it ends', (_, closing) => {
    expect(closing).toEqual(expect.arrayContaining(['ROLE', 'ACTION', 'DECISION']));
    expect(new Set(closing).size).toBe(closing.length);
  });

  it('asks for attendance at a training, which cannot be put off', async () => {
    const made = await steered(facilitator, 'createSession', { kind: 'WORKING', title: '研修', heldOn: '2026-11-23', place: '市役所' });
    await steered(facilitator, 'inviteMember', { session: made.id, staff: town.viewer('children').actor.slice('staff:'.length) });
    const seats = (await facilitator.ask('query ($id: ID!) { session(id: $id) { version members { id } } }', { id: made.id })).data.session;
    const point = `ATTENDANCE/${seats.members[0].id}`;
    const refused = await steer(facilitator, 'closeSession', { session: made.id, version: seats.version });
    expect(refused.problem?.fields).toEqual({ [point]: '出席か欠席を記録してください。' });
    const putting = await steer(facilitator, 'deferPoint', { session: made.id, point, reason: 'あとで', owner: me() });
    expect(putting.problem).toMatchObject({ code: 'INVALID', message: '出欠は保留にできません。' });
    await steered(facilitator, 'markAttendance', { member: seats.members[0].id, attends: 'PRESENT' });
    expect((await steer(facilitator, 'closeSession', { session: made.id, version: seats.version }, 'status')).done.status).toBe('CLOSED');
  });
});
