import { setTimeout as nap } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import { asViewer, type Tx } from '#server/database/as-viewer';
import { addActionItem, finishActionItem } from '#server/meetings/act';
import { bringToFront, putOnAgenda, takeOffAgenda } from '#server/meetings/agenda';
import { addRole, assignRole } from '#server/meetings/assign-role';
import { closeSession } from '#server/meetings/close-session';
import { moveOn } from '#server/meetings/convene';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;
let session: string;
let version: number;
let item: string;
let role: string;
let action: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
  const cards = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
  item = (await steered(facilitator, 'putOnAgenda', { session, card: cards[0]?.id })).id;
  role = (await steered(facilitator, 'addRole', { item, title: '送迎', organization })).id;
  action = (await steered(facilitator, 'addActionItem', { item, title: '当番表', organization, dueOn: '2026-12-11' })).id;
});

const organization = organizationId('michikusa');
const as = <T>(persona: PersonaKey, work: (tx: Tx) => Promise<T>) => asViewer(town.database, town.viewer(persona), work);
const closing = (tx: Tx) => closeSession(tx, { session, version });

/** A transaction that has done its work and waits with its commit until it is let go. */
async function holding(persona: PersonaKey, work: (tx: Tx) => Promise<unknown>): Promise<{ letGo(): Promise<unknown> }> {
  let letGo: () => void = () => undefined;
  const released = new Promise<void>((then) => (letGo = then));
  let isDone: () => void = () => undefined;
  const done = new Promise<void>((then) => (isDone = then));
  const whole = as(persona, async (tx) => {
    await work(tx);
    isDone();
    await released;
  });
  await Promise.race([done, whole]);
  return { letGo: () => (letGo(), whole) };
}

/** Every change to what hangs on a session, or to the session itself. */
const changes: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  addRole: (tx) => addRole(tx, { item, title: '見守り', organization }),
  assignRole: (tx) => assignRole(tx, { role, organization, version: 1 }),
  addActionItem: (tx) => addActionItem(tx, { item, title: '訪ねる', organization, dueOn: '2026-12-11' }),
  finishActionItem: (tx) => finishActionItem(tx, { action, done: true, version: 1 }),
  putOnAgenda: async (tx) =>
    putOnAgenda(tx, {
      session,
      issue: await tx
        .query<{ id: string }>(`select id from core.community_issue where state = 'APPROVED' limit 1`)
        .then(([row]) => row?.id ?? ''),
    }),
  takeOffAgenda: (tx) => takeOffAgenda(tx, { item, version: 1 }),
  bringToFront: (tx) => bringToFront(tx, { session, item, version }),
  moveOn: (tx) => moveOn(tx, { session, step: 1, version }),
};

describe('while a session is being closed', () => {
  it.each(Object.keys(changes))('%s comes too late, and is told so', async (name) => {
    const close = await holding('facilitator', closing);
    const late = as('recorder', changes[name] as (tx: Tx) => Promise<unknown>);
    late.catch(() => undefined);
    await nap(150);
    await close.letGo();
    await expect(late).rejects.toMatchObject({ code: 'INVALID', message: '閉会した会議は変更できません。' });
    expect((await boardLog(town, session)).filter(({ audience }) => audience === 'console').at(-1)?.kind).toBe('SESSION_CLOSED');
  });

  it.each(['addRole', 'assignRole', 'addActionItem', 'finishActionItem'])(
    '%s that was first is waited for, and stands before the end',
    async (name) => {
      const change = await holding('recorder', changes[name] as (tx: Tx) => Promise<unknown>);
      const close = as('facilitator', closing);
      await nap(150);
      await change.letGo();
      await close;
      const kinds = (await boardLog(town, session)).filter(({ audience }) => audience === 'console').map(({ kind }) => kind);
      expect(kinds.at(-1)).toBe('SESSION_CLOSED');
      expect(kinds).toHaveLength(6);
    },
  );
});

describe('an item', () => {
  it('carries twelve roles at most, in twelve places, though thirty are added at once', async () => {
    const added = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        as(index % 2 ? 'recorder' : 'facilitator', (tx) => addRole(tx, { item, title: `役割${index}` })),
      ),
    );
    const refused = added.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(19);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'INVALID', message: '役割が多すぎます。' });
    const places = await town.rows<{ position: number }>('select position from core.role where agenda_item_id = $1 order by position', [
      item,
    ]);
    expect(places.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });
});
