import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConferenceKind, conferenceProfiles } from '#server/access/conference-profile';
import { hasMinutes, type MinutesLevel, minutesLevels } from '#server/access/minutes-level';
import { asSystem } from '#server/database/as-viewer';
import type { EventKind } from '#server/events/event-kind';
import { logWords } from '#server/meetings/log-words';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { type Matters, mattersIn } from '#test/kit/matters';
import { type Draw, type Held, holdAtRandom, type Line } from '#test/kit/random-conference';
import { steered } from '#test/kit/steer';
import { excelRows } from '../../client/minutes/excel-file';
import type { Minutes } from '../../client/minutes/minutes-document';

/** Conferences for each kind; `HUB_TEST_CONFERENCES` asks for more. */
const CONFERENCES = Number(process.env.HUB_TEST_CONFERENCES ?? 5);
const SEED = Number(process.env.HUB_TEST_SEED ?? 20260401);
const [, document = ''] = /graphql<\{ minutes[^`]*`([^`]*)`/.exec(readFileSync('client/minutes/minutes-document.ts', 'utf8')) ?? [];

let town: Town;
let steering: readonly [Guest, Guest];
let matters: Matters;
const made = new Map<string, number>();

beforeAll(async () => {
  town = await aTown();
  steering = [await town.as('facilitator'), await town.as('recorder')];
  matters = await mattersIn(town);
});
afterAll(() => town?.close());

const read = async (session: string, level: MinutesLevel): Promise<Minutes> =>
  (await steering[0].ask(document, { session, level })).data.minutes;
const lines = ({ items }: Minutes) => items.flatMap((item) => item.lines);
/** Everything that the screen and the table program are given. */
const textOf = (minutes: Minutes) => JSON.stringify([minutes, excelRows(minutes)]);
const times = (text: string, part: string) => text.split(part).length - 1;

/** What minutes of this level are to tell of it. */
function told(held: Held, level: MinutesLevel): readonly Line[] {
  if (level !== 'ROOM') return held.lines;
  const { projection } = conferenceProfiles[held.kind];
  return held.lines.filter((line) => !line.held && (!projection || held.items.get(line.item)?.shown));
}

async function compare(held: Held, level: MinutesLevel): Promise<void> {
  const minutes = await read(held.session, level);
  const whole = JSON.stringify(minutes);
  const expected = told(held, level);
  const outcomes = level === 'ROOM' ? [] : [...held.items.values()].flatMap(({ outcome }) => outcome ?? []);
  // Nothing lost, nothing twice, and nothing that is not to be told.
  const ids = lines(minutes).map(({ id }) => id);
  expect(ids.toSorted()).toEqual([...expected.map(({ id }) => id), ...outcomes].toSorted());
  for (const { text, id, part, deferral, tie = null } of expected) {
    expect(times(whole, text), `${level} ${text}`).toBe(1);
    expect(lines(minutes).find((line) => line.id === id)).toMatchObject({ part, text, tie, deferred: deferral !== undefined });
  }
  const reasons = held.lines.flatMap(({ deferral }) => deferral?.reason ?? []);
  for (const reason of reasons) expect(times(whole, reason), `${level} ${reason}`).toBe(level === 'ROOM' ? 0 : 1);
  const notes = [...held.items.values()].flatMap(({ note }) => note ?? []);
  for (const note of notes) expect(times(whole, note), `${level} ${note}`).toBe(level === 'OFFICE' ? 1 : 0);
  const kept = held.lines.filter((line) => !expected.includes(line)).map(({ text }) => text);
  const above = [...held.buried, ...kept, ...(level === 'OFFICE' ? [] : notes), ...(level === 'ROOM' ? reasons : [])];
  for (const text of above) expect(textOf(minutes), `${level} ${text}`).not.toContain(text);
  expect(minutes.log.map(({ seq, sentence }) => [seq, sentence])).toEqual(level === 'OFFICE' ? await logOf(held.session) : []);
  if (level === 'ROOM') expect([minutes.attendees, minutes.facilitator, minutes.place]).toEqual([[], null, null]);
}

async function logOf(session: string): Promise<(readonly [number, string])[]> {
  const events = await asSystem(town.database, 'hub_system', (query) =>
    query<{ seq: number; kind: EventKind }>(
      `select seq, kind from hub.board_event where session_id = $1 and audience = 'console' order by seq`,
      [session],
    ),
  );
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  return events.map(({ seq, kind }) => [seq, logWords[kind]]);
}

/** Settles in a session of the same kind all that is carried over to it: what an earlier one wrote down stays as it was. */
async function settleAll(session: string): Promise<void> {
  const CARRIED = 'query ($id: ID!) { session(id: $id) { carriedOver { deferral { id version } actionItem { id version } } } }';
  const { carriedOver } = (await steering[0].ask(CARRIED, { id: session })).data.session;
  for (const { deferral, actionItem } of carriedOver) {
    const row = deferral ?? actionItem;
    if (row) await steered(steering[0], 'settleCarriedOver', { session, version: row.version, [deferral ? 'deferral' : 'action']: row.id });
  }
}

const aDraw = (): fc.Arbitrary<Draw> => fc.record({ act: fc.nat(10_000), pick: fc.nat(10_000), odd: fc.boolean() });
const agendas: Readonly<Partial<Record<ConferenceKind, readonly (keyof Matters)[]>>> = {
  MARUGOTO: ['card', 'issue'],
  CHONAI: ['issue'],
  JUSOTEKI_EVALUATION: ['issue'],
  JUSOTEKI_CASE: ['case'],
};

it.each(Object.entries(agendas) as [ConferenceKind, readonly (keyof Matters)[]][])(
  'of %s the minutes and the log tell the same, nothing twice, nothing lost, nothing above their level',
  async (kind, slots) => {
    let before: { readonly session: string; readonly minutes: Minutes } | undefined;
    await fc.assert(
      fc.asyncProperty(fc.array(aDraw(), { minLength: 12, maxLength: 45 }), async (draws) => {
        const held = await holdAtRandom(
          town,
          steering,
          kind,
          slots.map((slot) => ({ [slot]: matters[slot] })),
          draws,
        );
        for (const act of held.acts) made.set(act, (made.get(act) ?? 0) + 1);
        for (const level of minutesLevels.filter((each) => hasMinutes(kind, each))) await compare(held, level);
        if (before) expect(await read(before.session, 'OFFICE')).toEqual(before.minutes);
        before = { session: held.session, minutes: await read(held.session, 'OFFICE') };
        const next = await steered(steering[0], 'createSession', { kind, title: '次の会議', heldOn: '2026-11-24', place: '会議室B' });
        await settleAll(next.id);
        expect(await read(held.session, 'OFFICE')).toEqual(before.minutes);
      }),
      { numRuns: CONFERENCES, seed: SEED },
    );
  },
  240_000,
);

it('made every kind of act on the way', () => {
  console.log([...made].map(([act, times]) => `${act} ${times}`).join(', '));
  expect(made.size).toBe(18);
});
