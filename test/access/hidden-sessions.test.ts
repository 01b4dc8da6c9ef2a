import { randomUUID } from 'node:crypto';
import { setTimeout as nap } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonaKey } from '#seeds/personas';
import { asSystem } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { boardLog, type Step, steer, steered, steps, todaysSession } from '#test/kit/steer';
import { walkContract } from '#test/kit/walk-contract';
import { type BoardWatch, watchBoard } from '#test/kit/watch-board';

const TITLE = '名もない集まり';

let town: Town;
let recorder: Guest;
const parts = [
  'session',
  'item',
  'role',
  'action',
  'note',
  'decision',
  'deferral',
  'display',
  'member',
  'caseItem',
  'matter',
  'correction',
] as const;
type Ids = Readonly<Record<(typeof parts)[number], string>>;
const newIds = () => Object.fromEntries(parts.map((part) => [part, randomUUID()])) as Ids;
/** A 支援会議 to which the recorder alone belongs, who has acknowledged the duty of secrecy, with something of everything a session can have; and what nobody has. */
const hidden = newIds();
const absent = newIds();
/** The case that it is about, which 高齢者・介護 and 支援つなげる担当 serve. */
let theCase: string;
const watches: BoardWatch[] = [];

beforeAll(async () => {
  town = await aTown();
  await convene();
  recorder = await town.as('recorder');
  for (const step of [1, 2, 3]) await steered(recorder, 'moveOn', { session: hidden.session, step, version: step });
});
afterAll(() => town?.close());
afterEach(() => {
  for (const watch of watches.splice(0)) watch.cut();
});

async function convene(): Promise<void> {
  const { session, item, role, action, note, decision, deferral, display, member, caseItem, matter, correction } = hidden;
  const [one] = await town.rows<{ case: string; person: string; issue: string }>(
    `select c.id as case, c.person_id as person,
       (select id from core.community_issue where state = 'APPROVED' order by id limit 1) as issue
     from core.support_case c where c.teams @> '{elderly-care,connection}' order by c.id limit 1`,
  );
  theCase = one?.case ?? '';
  const add = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row).join(', ');
    return town.rows(`insert into ${table} (${columns}) select ${columns} from json_populate_record(null::${table}, $1::json)`, [
      JSON.stringify(row),
    ]);
  };
  const place = { session_id: session, restricted: true };
  const kept = { ...place, agenda_item_id: item, case_id: theCase, title: TITLE, version: 1 };
  await add('core.session', {
    id: session,
    kind: 'SHIEN_KAIGI',
    restricted: true,
    number: 999,
    title: TITLE,
    held_on: '2099-01-01',
    place: TITLE,
    status: 'OPEN',
    step: 0,
    version: 1,
  });
  await add('core.session_member', {
    id: member,
    session_id: session,
    staff_id: staffOf('recorder'),
    duty: 'RECORDER',
    attends: 'PRESENT',
  });
  await add('core.secrecy_acknowledgement', {
    session_id: session,
    staff_id: staffOf('recorder'),
    wording: TITLE,
    acknowledged_at: '2026-11-23T00:00:00Z',
  });
  await add('core.session_case', { session_id: session, case_id: theCase });
  await add('core.agenda_item', {
    ...place,
    id: item,
    position: 1,
    kind: 'ISSUE',
    issue_id: one?.issue,
    letter: 'Z',
    state: 'FRONT',
    note: TITLE,
    version: 1,
  });
  await add('core.agenda_item', { ...place, id: caseItem, position: 2, kind: 'CASE', letter: 'Y', state: 'DONE', version: 1 });
  await add('core.case_item', {
    ...place,
    id: matter,
    agenda_item_id: caseItem,
    case_id: theCase,
    person_id: one?.person,
    reason_code: 'URGENT',
    reason: TITLE,
  });
  await add('core.item_absence', {
    ...place,
    id: randomUUID(),
    agenda_item_id: caseItem,
    member_id: member,
    left_at: '2026-11-23T00:00:00Z',
    back_at: '2026-11-23T00:10:00Z',
  });
  await add('core.role', { ...kept, id: role, position: 0 });
  await add('core.action_item', { ...kept, id: action, status: 'OPEN', created_at: '2026-11-23T00:00:00Z' });
  await add('core.board_note', { ...kept, id: note, kind: 'IDEA', created_at: '2026-11-23T00:00:00Z' });
  await add('core.decision', { ...kept, id: decision, created_at: '2026-11-23T00:00:00Z' });
  await add('core.deferral', {
    ...{ ...place, id: deferral, agenda_item_id: item, decision_id: decision, reason: TITLE },
    ...{ owner_id: staffOf('recorder'), deferred_by: staffOf('recorder'), deferred_at: '2026-11-23T00:00:00Z', version: 1 },
  });
  await add('core.correction', {
    ...{ ...place, id: correction, agenda_item_id: item, decision_id: decision, was: TITLE, title: TITLE, reason: TITLE, masks: false },
    ...{ made_by: staffOf('recorder'), made_at: '2026-11-23T00:00:00Z', takes_two: true, version: 1 },
  });
  await town.rows(`update core.session set front_item_id = $1 where id = $2`, [item, session]);
  const paired = `insert into hub.display_device (id, token_hash, code, session_id, paired_at, valid_until) values ($1, $2, 'ZZZZZZ', $3, now(), now() + interval '1 day')`;
  await asSystem(town.database, 'hub_system', (query) => query(paired, [display, randomUUID(), session]));
}

const staffOf = (persona: PersonaKey) => town.viewer(persona).actor.slice('staff:'.length);
const staff: readonly PersonaKey[] = ['facilitator', 'elderly-care', 'disability', 'livelihood', 'children', 'council', 'administrator'];
const traces = () => [...Object.values(hidden), TITLE];
const tracesIn = (text: string) => traces().filter((trace) => text.includes(trace));
/** An id that nothing has, the same for all who ask: the hub reads and plans each question once. */
const NOBODYS = randomUUID();
/** Everything that a guest can ask for, and what hangs on the case that the session is about. */
async function everything(guest: Guest, audience: 'staff' | 'display' | 'analyst', session: string): Promise<string> {
  const ids = (field: string) => (field === 'case' ? theCase : field === 'session' ? session : NOBODYS);
  const { queries } = walkContract(town.hub.graph.current.contractSdl[audience], ids, 3);
  const answers = [];
  for (const query of queries) answers.push((await guest.ask(query)).text);
  return answers.join('\n');
}

describe('to whoever is no member of a 支援会議 it does not exist', () => {
  it.each(staff)(
    'in anything that %s can ask for',
    async (persona) => {
      expect(tracesIn(await everything(await town.as(persona), 'staff', hidden.session))).toEqual([]);
    },
    60_000,
  );

  it('in anything that a display or an analyst can ask for', async () => {
    expect(tracesIn(await everything(await town.display(await todaysSession(town)), 'display', hidden.session))).toEqual([]);
    expect(tracesIn(await everything(await town.as('analyst'), 'analyst', hidden.session))).toEqual([]);
  });

  it('while a member finds every part of it by the same questions', async () => {
    expect(tracesIn(await everything(recorder, 'staff', hidden.session))).toEqual(traces());
  });

  it.each([...staff, 'analyst'] as const)('by its id: %s is answered what an id is answered that nobody has', async (persona) => {
    const guest = await town.as(persona);
    const ask = (id: string) => guest.ask('query ($id: ID!) { session(id: $id) { id title agenda { id } } }', { id });
    const [real, made] = [await ask(hidden.session), await ask(absent.session)];
    expect([real.status, real.text]).toEqual([made.status, made.text]);
    if (persona !== 'analyst') expect(real.data).toEqual({ session: null });
  });

  it('by its id, to the display of another session', async () => {
    const wall = await town.display(await todaysSession(town));
    const ask = async (id: string) => (await wall.ask('query ($id: ID!) { session(id: $id) { id title } }', { id })).text;
    expect(await ask(hidden.session)).toBe(await ask(absent.session));
  });
});

/** What is asked about no session that is there: a new one, a request to a kind, or a proposal or rhythm, of which a 支援会議 has none. */
const ofNoSession = [
  'createSession',
  'conveneSupport',
  'answerProposal',
  'requestMatter',
  'withdrawRequest',
  'declineRequest',
  'setSeries',
] as const;

describe('a change to a 支援会議 by a facilitator who is no member', () => {
  const inputs: Readonly<Record<Exclude<Step, (typeof ofNoSession)[number]>, (ids: Ids) => Record<string, unknown>>> = {
    moveSession: ({ session }) => ({ session, title: '別の日の会議', heldOn: '2099-01-02', place: '会議室', version: 4 }),
    cancelSession: ({ session }) => ({ session, reason: '大雪のため', version: 4 }),
    uncancelSession: ({ session }) => ({ session, version: 4 }),
    openSession: ({ session }) => ({ session, version: 4 }),
    closeSession: ({ session }) => ({ session, version: 4 }),
    moveOn: ({ session }) => ({ session, step: 1, version: 4 }),
    putOnAgenda: ({ session }) => ({ session, issue: randomUUID() }),
    takeOffAgenda: ({ item }) => ({ item, version: 1 }),
    bringToFront: ({ session, item }) => ({ session, item, version: 4 }),
    addRole: ({ item }) => ({ item, title: '見守り' }),
    assignRole: ({ role }) => ({ role, version: 1 }),
    addActionItem: ({ item }) => ({ item, title: '訪ねる' }),
    reviseActionItem: ({ action }) => ({ action, title: '訪ねる', version: 1 }),
    finishActionItem: ({ action }) => ({ action, done: true, version: 1 }),
    renameRole: ({ role }) => ({ role, title: '見守り', version: 1 }),
    holdRole: ({ role }) => ({ role, held: true, version: 1 }),
    holdActionItem: ({ action }) => ({ action, held: true, version: 1 }),
    addNote: ({ item }) => ({ item, kind: 'IDEA', title: '声かけ' }),
    rewordNote: ({ note }) => ({ note, title: '声かけ', version: 1 }),
    takeNote: ({ note }) => ({ note, taken: true, version: 1 }),
    holdNote: ({ note }) => ({ note, held: true, version: 1 }),
    addLink: ({ item }) => ({ item, kind: 'STRONG', title: '近所の人' }),
    // The key of the table lets no line hang on a hidden session: there is none that could be named.
    changeLink: () => ({ link: randomUUID(), kind: 'WEAK', version: 1 }),
    takeLink: () => ({ link: randomUUID(), taken: true, version: 1 }),
    holdLink: () => ({ link: randomUUID(), held: true, version: 1 }),
    raiseIssue: ({ note }) => ({ note, description: '足りない', version: 1 }),
    approveIssue: ({ note }) => ({ note, version: 1 }),
    setFocus: ({ session }) => ({ session, focus: 'NOTES' }),
    takeBackRole: ({ role }) => ({ role, version: 1 }),
    takeBackActionItem: ({ action }) => ({ action, version: 1 }),
    setWall: ({ session }) => ({ session, wall: 'HIDDEN' }),
    setLettering: ({ session }) => ({ session, easy: true }),
    setTimer: ({ session }) => ({ session, seconds: 60, running: true }),
    takeOver: ({ session }) => ({ session, version: 4 }),
    pairDisplay: ({ session }) => ({ session, code: 'ABCDEF' }),
    revokeDisplay: ({ display }) => ({ display }),
    acknowledgeSecrecy: ({ session }) => ({ session }),
    inviteMember: ({ session }) => ({ session, staff: staffOf('children') }),
    dismissMember: ({ member }) => ({ member }),
    markAttendance: ({ member }) => ({ member, attends: 'ABSENT' }),
    leaveTable: ({ caseItem, member }) => ({ item: caseItem, member, away: true }),
    noteTie: ({ caseItem, member }) => ({ item: caseItem, member, kind: 'KIN' }),
    recordDecision: ({ caseItem }) => ({ item: caseItem, title: '見守る' }),
    rewordDecision: ({ decision }) => ({ decision, title: '見守る', version: 1 }),
    readBackDecision: ({ decision }) => ({ decision, done: true, version: 1 }),
    holdDecision: ({ decision }) => ({ decision, held: true, version: 1 }),
    deferPoint: ({ session, role }) => ({ session, point: `ROLE/${role}`, reason: '次に決める', owner: staffOf('facilitator') }),
    resumePoint: ({ deferral }) => ({ deferral, version: 1 }),
    propose: ({ session }) => ({ session, addressee: '市', title: '送迎の足', answerBy: '2027-01-31' }),
    reportProposal: ({ session }) => ({ session, proposal: randomUUID(), version: 1 }),
    correctRecord: ({ session, decision }) => ({ session, line: decision, title: '見守る', reason: '言いまちがい' }),
    approveCorrection: ({ correction }) => ({ correction, version: 1 }),
    refuseCorrection: ({ correction }) => ({ correction, reason: '録音とちがう', version: 1 }),
    settleCarriedOver: ({ session, deferral }) => ({ session, deferral, version: 1 }),
    unsettleCarriedOver: ({ session, deferral }) => ({ session, deferral }),
    leaveCarriedOver: ({ session, action }) => ({ session, action, version: 1 }),
    acceptActionItem: ({ action }) => ({ action, version: 1 }),
    finishAtDesk: ({ action }) => ({ action, done: true, version: 1 }),
    giveBackActionItem: ({ action }) => ({ action, reason: '人手が足りない', version: 1 }),
  };

  it.each(steps.filter((step): step is keyof typeof inputs => !ofNoSession.some((each) => each === step)))(
    '%s: is refused in the very words of one that is not there',
    async (step) => {
      for (const persona of ['facilitator', 'elderly-care', 'administrator'] as const) {
        const guest = await town.as(persona);
        const [real, made] = [await steer(guest, step, inputs[step](hidden)), await steer(guest, step, inputs[step](absent))];
        expect(real.text).toBe(made.text);
        expect(real.problem).toMatchObject({ code: 'NOT_FOUND' });
      }
    },
  );

  it('on an agenda item of another session, too, when the hidden one is named beside it', async () => {
    const facilitator = await town.as('facilitator');
    const session = await todaysSession(town);
    const { version } = (await facilitator.ask('query ($s: ID!) { session(id: $s) { version } }', { s: session })).data.session;
    await steered(facilitator, 'openSession', { session, version });
    const front = (item: string) => steer(facilitator, 'bringToFront', { session, item, version: version + 1 });
    expect((await front(hidden.item)).text).toBe((await front(absent.item)).text);
  });

  it('changes nothing and leaves no line in its log', async () => {
    const [row] = await town.rows('select version, step from core.session where id = $1', [hidden.session]);
    expect(row).toEqual({ version: 4, step: 3 });
    expect((await boardLog(town, hidden.session)).filter(({ audience }) => audience === 'console')).toHaveLength(3);
  });
});

describe('the live board of a 支援会議', () => {
  const watch = async (guest: Guest, session: string, after?: number) => {
    const opened = await watchBoard(town, guest, session, { selection: 'id title', ...(after === undefined ? {} : { after }) });
    watches.push(opened);
    return opened;
  };
  /** Bytes as they came, but for the id asked for. */
  const bytesOf = ({ frames }: BoardWatch) => JSON.stringify(frames).replaceAll(hidden.session, 'id').replaceAll(absent.session, 'id');

  it('says what the board of an absent session says, wherever one goes on from, and goes on saying nothing', async () => {
    const [facilitator, worker] = [await town.as('facilitator'), await town.as('elderly-care')];
    const pairs = [];
    for (const after of [undefined, 0, 1, 3, 4, -1])
      for (const guest of [facilitator, worker])
        pairs.push({ after, real: await watch(guest, hidden.session, after), made: await watch(guest, absent.session, after) });
    const member = await watch(recorder, hidden.session);
    await member.next();
    await nap(300);
    await steered(recorder, 'moveOn', { session: hidden.session, step: 1, version: 4 });
    expect(await member.next()).toMatchObject({ kind: 'STEP_CHANGED', session: { title: TITLE } });
    await nap(1_200); // one poll of the counters, too
    for (const { after, real, made } of pairs) {
      expect(bytesOf(real), `after ${after}`).toBe(bytesOf(made));
      expect(real.frames.map(({ seq, session }) => [seq, session])).toEqual([[0, null]]);
    }
  });

  it('goes dark for a member who is one no longer, under no new number', async () => {
    const frames: string[] = [];
    const client = recorder.connect({ frames });
    client.subscribe(
      { query: `subscription { board(session: "${hidden.session}") { seq session { title } } }` },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
    await vi.waitFor(() => expect(frames.join()).toContain(TITLE), { timeout: 5_000 });
    const heard = frames.length;
    await town.rows(`update core.session_member set staff_id = $1 where session_id = $2`, [staffOf('facilitator'), hidden.session]);
    await vi.waitFor(() => expect(frames.slice(heard).join()).toContain('"seq":0,"session":null'), { timeout: 8_000 });
    expect(frames.slice(heard).join()).not.toContain(TITLE);
    await client.dispose();
  });
});
