import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steer, steered } from '#test/kit/steer';

let town: Town;
let facilitator: Guest;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());

const SERIES = '{ series { id kind kindName weeks weekday months startsAt endsAt place nextDays version } }';
interface Rhythm {
  readonly kind: string;
  readonly nextDays: readonly string[];
  readonly version: number;
  readonly [field: string]: unknown;
}
const rhythms = async (guest = facilitator) => (await guest.ask<{ series: Rhythm[] }>(SERIES)).data.series;
const rhythmOf = async (kind: string) => (await rhythms()).find((one) => one.kind === kind) as Rhythm;
const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1);
const order = { kind: 'CHONAI', weeks: [3], weekday: 5, months: everyMonth, startsAt: '13:30', endsAt: '15:00', place: '会議室A' };
const set = async (change: Record<string, unknown> = {}) =>
  steered(facilitator, 'setSeries', { ...order, version: (await rhythmOf('CHONAI')).version, ...change }, 'nextDays version');
const today = async () => ((await town.rows<{ day: string }>('select hub.today()::text as day'))[0] as { day: string }).day;

describe('the rhythm of a kind of conference', () => {
  it('is read by everybody of the city, and there is none of a 支援会議', async () => {
    const all = await rhythms(await town.as('livelihood'));
    expect(all.length).toBeGreaterThan(4);
    expect(all.map(({ kind }) => kind)).not.toContain('SHIEN_KAIGI');
    expect(all.find(({ kind }) => kind === 'MARUGOTO')).toMatchObject({ startsAt: '13:30', endsAt: '15:00', weekday: 5 });
    const { problem } = await steer(facilitator, 'setSeries', { ...order, kind: 'SHIEN_KAIGI' });
    expect(problem).toMatchObject({ code: 'INVALID', fields: { kind: expect.any(String) } });
  });

  it('offers its next days, by the city’s own clock', async () => {
    const { nextDays } = await set();
    const now = await today();
    expect(nextDays).toHaveLength(3);
    for (const day of nextDays) {
      const date = new Date(`${day}T12:00:00Z`);
      expect([date.getUTCDay(), Math.ceil(date.getUTCDate() / 7)]).toEqual([5, 3]);
      expect(day > now).toBe(true);
    }
    expect([...nextDays].sort()).toEqual(nextDays);
    const last = (await set({ weeks: [-1], weekday: 1 })).nextDays[0];
    const after = new Date(Date.parse(`${last}T12:00:00Z`) + 7 * 86_400_000);
    expect(after.getUTCMonth()).not.toBe(new Date(`${last}T12:00:00Z`).getUTCMonth());
  });

  it('offers no holiday, no day of the year’s end, and no day for which a session is called', async () => {
    const every = { weeks: [1, 2, 3, 4, 5], weekday: 3 };
    const [first, second] = (await set(every)).nextDays;
    await town.rows(`insert into core.holiday (day, name) values ($1, '試しの休日')`, [first]);
    await steered(facilitator, 'createSession', { kind: 'CHONAI', title: '庁内の会議', heldOn: second, place: '会議室A' });
    const { nextDays } = await rhythmOf('CHONAI');
    expect(nextDays).not.toContain(first);
    expect(nextDays).not.toContain(second);
    const { nextDays: winter } = await set({ weeks: [5], weekday: 4, months: [12] });
    for (const day of winter) expect(day.slice(5) < '12-29').toBe(true);
  });

  it('is set by those who may call the kind, as numbers that make sense, and over nobody’s hand', async () => {
    const told = (change: Record<string, unknown>) => steer(facilitator, 'setSeries', { ...order, version: 99, ...change });
    for (const [field, value] of [
      ['weeks', [0]],
      ['weeks', []],
      ['weekday', 8],
      ['months', [13]],
      ['startsAt', '25:00'],
      ['endsAt', '13:00'],
    ] as const)
      expect((await told({ [field]: value })).problem).toMatchObject({ code: 'INVALID', fields: { [field]: expect.any(String) } });
    expect((await told({})).problem?.code).toBe('CONFLICT');
    expect((await told({ version: null })).problem?.code).toBe('CONFLICT');
    for (const persona of ['recorder', 'elderly-care'] as const)
      expect((await steer(await town.as(persona), 'setSeries', order)).problem?.code).toBe('DENIED');
  });
});

describe('a session', () => {
  const call = (hours: Record<string, unknown>) =>
    steer(
      facilitator,
      'createSession',
      { kind: 'MARUGOTO', title: '試し', heldOn: '2026-12-20', place: '会館', ...hours },
      'id startsAt endsAt',
    );

  it('has hours beside its day, which the wall, the invitation and the minutes tell', async () => {
    const { done } = await call({ startsAt: '13:30', endsAt: '15:00' });
    expect(done).toMatchObject({ startsAt: '13:30', endsAt: '15:00' });
    const display = await town.display(done.id);
    const wall = await display.ask('query ($id: ID!) { session(id: $id) { heldOn startsAt endsAt } }', { id: done.id });
    expect(wall.data.session).toEqual({ heldOn: '2026-12-20', startsAt: '13:30', endsAt: '15:00' });
    const file = await facilitator.ask('mutation ($session: ID!) { exportInvitation(session: $session) }', { session: done.id });
    expect(file.data.exportInvitation).toContain('DTSTART;TZID=Asia/Tokyo:20261220T133000');
    const minutes = await facilitator.ask('query ($id: ID!) { minutes(session: $id, level: ROOM) { startsAt endsAt } }', { id: done.id });
    expect(minutes.data.minutes).toEqual({ startsAt: '13:30', endsAt: '15:00' });
  });

  it('may have none, and never an end before its beginning or one without the other', async () => {
    expect((await call({})).done).toMatchObject({ startsAt: null, endsAt: null });
    expect((await call({ startsAt: '15:00', endsAt: '13:30' })).problem).toMatchObject({ fields: { endsAt: expect.any(String) } });
    expect((await call({ startsAt: '13:30' })).problem).toMatchObject({ fields: { endsAt: expect.any(String) } });
    expect((await call({ startsAt: '9時', endsAt: '10:00' })).problem).toMatchObject({ fields: { startsAt: expect.any(String) } });
  });
});
