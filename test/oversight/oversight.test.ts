import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { personas } from '#seeds/personas';
import { classesOf } from '#server/oversight/who-read';
import { closePerson, openPerson } from '#test/kit/a-guarded-person';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steered } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';

let town: Town;
let caseworker: Guest;
let officer: Guest;
let supervisor: Guest;
/** A case of 高齢者・介護, a 支援会議 of which its caseworker is a member, and that caseworker. */
let file: { id: string; person_id: string; code: string };
let hidden: string;
const me = personas.find(({ key }) => key === 'elderly-care')?.staffId ?? '';

beforeAll(async () => {
  town = await aTown();
  [file] = (await town.rows<typeof file>(
    `select id, person_id, code from core.support_case where teams = '{elderly-care}' order by id limit 1`,
  )) as [typeof file];
  const [session] = await town.rows<{ id: string }>(
    `select s.id from core.session s where s.restricted and not exists (select 1 from core.session_member m where m.session_id = s.id and m.staff_id = $1)
     order by s.id limit 1`,
    [personas.find(({ key }) => key === 'council')?.staffId],
  );
  hidden = session?.id ?? '';
  await takeSeat(town, hidden, me);
  await putOnTheAgenda(file, 900);
  caseworker = await town.as('elderly-care');
  officer = await town.as('disclosure-officer');
  supervisor = await town.as('supervisor');
});
afterAll(() => town?.close());

/** Puts a case on the agenda of the 支援会議. */
async function putOnTheAgenda(one: Pick<typeof file, 'id' | 'person_id'>, position: number): Promise<void> {
  const [item] = await town.rows<{ id: string }>(
    `insert into core.agenda_item (session_id, restricted, position, kind, letter) values ($1, true, $2::int, 'CASE', 'Z' || $2::int) returning id`,
    [hidden, position],
  );
  await town.rows(
    `insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id, reason_code, reason) values ($1, $2, true, $3, $4, 'URGENT', '試し')`,
    [item?.id, hidden, one.id, one.person_id],
  );
}

const owner = async <R>(sql: string, values: unknown[] = []) => (await town.database.pool.query(sql, values)).rows as R[];
const REVIEWS = '{ readReviews { id staff { id name } day reads subjects unusual reviewedReads note } }';
const reviewOf = async (guest: Guest, staff: string) =>
  (await guest.ask(REVIEWS)).data.readReviews.find((each: { staff: { id: string } }) => each.staff.id === staff);

describe('it is written down', () => {
  it('which classes of whom were read, and of what is read at a 支援会議 in a row of its own', async () => {
    const answer = await caseworker.ask(
      `query Both($s: ID!, $c: ID!) { case(id: $c) { stage }
        session(id: $s) { title agenda { caseItem { case { stage person { ageBand identity { name } } } } } } }`,
      { s: hidden, c: file.id },
    );
    expect(answer.errors).toBeUndefined();
    const [apart, there] = await owner<{ subjects: string[]; subject_classes: number[]; sessions: string[] }>(
      `select subjects, subject_classes, sessions from hub.read_audit where operation = 'Both' order by cardinality(sessions)`,
    );
    expect(apart).toMatchObject({ subjects: [file.id], sessions: [] });
    expect(there?.sessions).toEqual([hidden]);
    const classes = new Map(there?.subjects.map((subject, place) => [subject, classesOf(there.subject_classes[place] ?? 0)]));
    expect(classes.get(file.id)).toEqual(expect.arrayContaining(['operational', 'protected']));
    expect(classes.get(file.person_id)).toEqual(expect.arrayContaining(['identity']));
    expect(classes.get(file.id)).not.toContain('identity');
  });

  it('that a change was refused, and by which rule; what it was about is not', async () => {
    await caseworker.ask(
      'mutation { 秘密: createSession(input: { kind: MARUGOTO, title: "x", heldOn: "2026-12-01", place: "y" }) { id } }'.replace(
        '秘密',
        'aSecret',
      ),
    );
    const stranger = await town.as('council');
    const answer = await stranger.ask('mutation ($id: ID!) { openSession(input: { session: $id, version: 1 }) { id } }', { id: hidden });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const rows = await owner('select actor, action, because from hub.denial_audit order by id');
    expect(rows).toEqual([
      { actor: `staff:${me}`, action: 'createSession', because: 'role' },
      { actor: town.viewer('council').actor, action: 'openSession', because: 'not-found' },
    ]);
    expect(answer.text).not.toContain('because');
  });

  it('what a room was shown, on which screens, and who was registered in it', async () => {
    const facilitator = await town.as('facilitator');
    const { session, version } = await aBoard(facilitator);
    const display = await town.display(session);
    await town.rows(`insert into core.session_member (session_id, staff_id, duty) values ($1, $2, 'MEMBER')`, [session, me]);
    const [card] = await town.rows<{ id: string }>(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
    const { id } = await steered(facilitator, 'putOnAgenda', { session, card: card?.id });
    await steered(facilitator, 'bringToFront', { session, item: id, version });
    const rows = await owner<{ kind: string; item_id: string; displays: string[]; present: string[] }>(
      'select kind, item_id, displays, present from hub.projection_audit where session_id = $1 order by id',
      [session],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['DISPLAY', 'FRONT']);
    expect(rows[1]).toMatchObject({ item_id: id, displays: [display.id] });
    expect(rows[1]?.present).toContain(`staff:${me}`);
  });

  it('that a meeting was printed, by whoever steers it and where its law leaves anything on paper', async () => {
    const print = async (guest: Guest, id: string) => {
      const { errors } = await guest.ask('mutation ($id: ID!) { printSession(session: $id) { id } }', { id });
      return errors?.[0]?.extensions.code;
    };
    const facilitator = await town.as('facilitator');
    const { session } = await aBoard(facilitator);
    expect(await print(caseworker, session)).toBe('DENIED');
    expect(await print(caseworker, hidden)).toBe('DENIED');
    expect(await print(await town.as('council'), hidden)).toBe('NOT_FOUND');
    expect(await owner('select * from hub.export_audit')).toEqual([]);
    expect(await print(facilitator, session)).toBeUndefined();
    expect(await owner('select actor, kind, session_id from hub.export_audit')).toEqual([
      { actor: town.viewer('facilitator').actor, kind: 'PRINT', session_id: session },
    ]);
  });
});

describe('a supervisor', () => {
  it('sees what the own 担当 has read, as numbers, and nobody else does', async () => {
    await caseworker.ask('{ cases(limit: 5) { stage person { ageBand } } }');
    const review = await reviewOf(supervisor, me);
    expect(review.reads).toBeGreaterThan(0);
    expect(review.subjects).toBeGreaterThan(5);
    const others = (await supervisor.ask(REVIEWS)).data.readReviews.map((each: { staff: { name: string } }) => each.staff.name);
    expect(new Set(others)).toEqual(new Set(['長寿谷 めぐみ(架空)', '見守谷 ただし(架空)']));
    for (const persona of ['administrator', 'facilitator', 'elderly-care', 'disclosure-officer'] as const)
      expect((await (await town.as(persona)).ask(REVIEWS)).data.readReviews).toEqual([]);
  });

  it('is told nothing by a reading at a conference that the supervisor may not know of', async () => {
    const before = await reviewOf(supervisor, me);
    await caseworker.ask('query ($s: ID!) { session(id: $s) { title agenda { caseItem { case { stage } } } } }', { s: hidden });
    expect(await reviewOf(supervisor, me)).toEqual(before);
    await caseworker.ask('query ($s: ID!, $c: ID!) { session(id: $s) { title } case(id: $c) { stage } }', { s: hidden, c: file.id });
    expect((await reviewOf(supervisor, me)).reads).toBe(before.reads + 1);
  });

  it('is told nothing by the reading of a case that is heard at one, and of it by no other way', async () => {
    const [foreign] = await owner<{ id: string; person_id: string }>(
      `select c.id, c.person_id from core.support_case c join core.person_guard g using (person_id) where not g.protected and not c.teams && '{elderly-care}'
         and not exists (select 1 from core.consent k where k.case_id = c.id) order by c.id limit 1`,
    );
    await owner(`update core.session_member set attends = 'PRESENT' where session_id = $1 and staff_id = $2`, [hidden, me]);
    await owner(`update core.session set status = 'OPEN' where id = $1`, [hidden]);
    await putOnTheAgenda(foreign as typeof file, 901);
    const isHeard = async () =>
      (await caseworker.ask('query Heard($id: ID!) { case(id: $id) { standing } }', { id: foreign?.id })).data.case;
    await vi.waitFor(async () => expect(await isHeard()).toEqual({ standing: 'HEARD' }), { timeout: 5_000 });
    const before = await reviewOf(supervisor, me);
    for (const query of ['case(id: $id) { stage person { identity { name } } }', 'whyVisible(case: $id) { code }'])
      expect((await caseworker.ask(`query Heard($id: ID!) { ${query} }`, { id: foreign?.id })).errors).toBeUndefined();
    expect(await owner(`select distinct sessions from hub.read_audit where operation = 'Heard' and cardinality(subjects) > 0`)).toEqual([
      { sessions: [hidden] },
    ]);
    expect(await reviewOf(supervisor, me)).toEqual(before);
    await caseworker.ask('query Own($id: ID!) { case(id: $id) { stage } }', { id: file.id });
    expect(await owner(`select sessions from hub.read_audit where operation = 'Own'`)).toEqual([{ sessions: [] }]);
    expect((await reviewOf(supervisor, me)).reads).toBe(before.reads + 1);
  });

  it('marks a day as looked at; not the own one, not another 担当’s', async () => {
    const { day, reads } = await reviewOf(supervisor, me);
    const mark = 'mutation ($input: ReadReviewOrder!) { reviewReads(input: $input) { reviewedReads note reviewer { name } } }';
    const done = await supervisor.ask(mark, { input: { staff: me, day, note: '件数を確かめた' } });
    expect(done.data.reviewReads).toEqual({ reviewedReads: reads, note: '件数を確かめた', reviewer: { name: '見守谷 ただし(架空)' } });
    const own = personas.find(({ key }) => key === 'supervisor')?.staffId;
    expect((await supervisor.ask(mark, { input: { staff: own, day } })).errors?.[0]?.extensions.code).toBe('INVALID');
    const other = personas.find(({ key }) => key === 'children')?.staffId;
    expect((await supervisor.ask(mark, { input: { staff: other, day } })).errors?.[0]?.extensions.code).toBe('DENIED');
    expect((await caseworker.ask(mark, { input: { staff: me, day } })).errors?.[0]?.extensions.code).toBe('DENIED');
  });
});

describe('a person’s own request', () => {
  const ask = 'mutation ($input: AskDisclosureOrder!) { askDisclosure(input: $input) }';
  const DRAFTS = '{ disclosureRequests { id caseCode state version undecided protectionNear rows { id } } }';
  const draft = `mutation ($input: DraftOrder!) { draftDisclosure(input: $input) { id state version undecided protectionNear
    rows { id version reader staff { id } reads classes ground decision } } }`;
  const input = () => ({ case: file.id, requester: 'SELF', receivedOn: '2026-11-01' });
  let asked: string;

  it('is taken by a window that serves them, and by no other', async () => {
    expect((await (await town.as('children')).ask(ask, { input: input() })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await officer.ask(ask, { input: input() })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const answer = await caseworker.ask(ask, { input: input() });
    asked = answer.data.askDisclosure;
    expect(asked).toBeTruthy();
  });

  it('is seen by the disclosure officer and by nobody else, not even by whoever took it', async () => {
    for (const persona of ['elderly-care', 'administrator', 'supervisor', 'facilitator'] as const) {
      const guest = await town.as(persona);
      expect((await guest.ask(DRAFTS)).data.disclosureRequests).toEqual([]);
      expect((await guest.ask(draft, { input: { disclosure: asked, version: 1 } })).errors?.[0]?.extensions.code).toBe('DENIED');
    }
    expect((await officer.ask(DRAFTS)).data.disclosureRequests).toMatchObject([{ id: asked, caseCode: file.code, state: 'ASKED' }]);
  });

  it('becomes a draft that marks what may not come out', async () => {
    await town.rows(
      `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until)
      values (gen_random_uuid(), $1, $2, 'SELF', '{children}', '{identity}', '試し', 'WRITTEN', '', hub.today(), now(), now() + interval '1 day')`,
      [file.person_id, file.id],
    );
    await (await town.as('children')).ask('query ($c: ID!) { case(id: $c) { stage } }', { c: file.id });
    const { data, errors } = await officer.ask(draft, { input: { disclosure: asked, version: 1 } });
    expect(errors).toBeUndefined();
    const { rows, ...head } = data.draftDisclosure;
    expect(head).toMatchObject({ state: 'DRAFTED', version: 2 });
    const byGround = new Map(rows.map((row: { ground: string | null }) => [row.ground, row]));
    expect(byGround.get('SHIEN_KAIGI')).toMatchObject({ staff: { id: me }, decision: 'REFUSE_EXISTENCE' });
    expect(byGround.get('OTHER_WINDOW')).toMatchObject({ decision: 'REFUSE_EXISTENCE' });
    const plain = rows.find(
      (row: { ground: string | null; staff: { id: string } }) => row.staff?.id === me && row.ground !== 'SHIEN_KAIGI',
    );
    expect(plain.classes).toContain('operational');
    expect(head.undecided).toBe(rows.length);
  });

  it('marks the 担当 that hold a protection in the household', async () => {
    const [kin] = await town.rows<{ person_id: string }>(
      `select m.person_id from core.household_member m join core.support_case c on c.household_id = m.household_id where c.id = $1 and m.person_id <> $2
       union all select $2::uuid limit 1`,
      [file.id, file.person_id],
    );
    await closePerson(town, kin?.person_id, ['children', 'elderly-care']);
    const other = (await caseworker.ask(ask, { input: { ...input(), requester: 'REPRESENTATIVE' } })).data.askDisclosure;
    const { data } = await officer.ask(draft, { input: { disclosure: other, version: 1 } });
    expect(data.draftDisclosure.protectionNear).toBe(true);
    const grounds = new Set(data.draftDisclosure.rows.map(({ ground }: { ground: string }) => ground));
    expect(grounds).toEqual(new Set(['SHIEN_KAIGI', 'PROTECTION', 'OTHER_WINDOW']));
    await openPerson(town, kin?.person_id);
  });

  it('is decided on row by row, with a reason, and closed when every row is', async () => {
    const finish = 'mutation ($input: DraftOrder!) { finishDisclosure(input: $input) { state version } }';
    const settle = 'mutation ($input: DecideRowOrder!) { decideDisclosureRow(input: $input) { decision reason version decider { name } } }';
    const early = await officer.ask(finish, { input: { disclosure: asked, version: 2 } });
    expect(early.errors?.[0]?.extensions.code).toBe('INVALID');
    const { data } = await officer.ask('query ($id: ID!) { disclosureRequest(id: $id) { rows { id version decision } } }', { id: asked });
    const [first, ...rest] = data.disclosureRequest.rows as { id: string; version: number }[];
    const one = { row: first?.id, version: first?.version, decision: 'DISCLOSE', reason: '窓口の担当の閲覧のため' };
    expect((await officer.ask(settle, { input: { ...one, reason: '' } })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await officer.ask(settle, { input: { ...one, decision: 'UNDECIDED' } })).errors?.[0]?.extensions.code).toBe('INVALID');
    expect((await caseworker.ask(settle, { input: one })).errors?.[0]?.extensions.code).toBe('DENIED');
    expect((await officer.ask(settle, { input: one })).data.decideDisclosureRow).toMatchObject({
      decision: 'DISCLOSE',
      version: 2,
      decider: { name: '開明沢 しらべ(架空)' },
    });
    expect((await officer.ask(settle, { input: one })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    for (const { id, version } of rest)
      await officer.ask(settle, { input: { row: id, version, decision: 'REFUSE_EXISTENCE', reason: '存否を明かせないため' } });
    expect((await officer.ask(finish, { input: { disclosure: asked, version: 2 } })).data.finishDisclosure).toEqual({
      state: 'DONE',
      version: 3,
    });
    expect((await officer.ask(settle, { input: { ...one, version: 2 } })).errors?.[0]?.extensions.code).toBe('INVALID');
  });

  it('is itself read under the audit: the person is named there', async () => {
    await officer.ask('query Draft($id: ID!) { disclosureRequest(id: $id) { caseCode rows { reader } } }', { id: asked });
    const [row] = await owner<{ subjects: string[]; receivers: string[] }>(
      `select subjects, receivers from hub.read_audit where operation = 'Draft'`,
    );
    expect(row).toEqual({ subjects: [file.person_id], receivers: [town.viewer('disclosure-officer').actor] });
  });
});

describe('whose data could have been seen', () => {
  const trace = `mutation ($input: TraceOrder!) { traceExposure(input: $input) { id reads persons cases households subjects { subjectId kind reads classes } } }`;

  it('by a member of staff, by one sign-in, at a conference: for the disclosure officer alone', async () => {
    const thief = await town.as('livelihood');
    const livelihood = personas.find(({ key }) => key === 'livelihood')?.staffId ?? '';
    const { data } = await thief.ask('{ cases(limit: 7) { id person { id ageBand } } }');
    const cases = data.cases.map(({ id }: { id: string }) => id);
    const reason = '端末の紛失のため';
    const byStaff = (await officer.ask(trace, { input: { kind: 'STAFF', target: livelihood, reason } })).data.traceExposure;
    expect(byStaff).toMatchObject({ reads: 1, cases: 7 });
    expect(byStaff.persons).toBeGreaterThan(0);
    expect(byStaff.subjects.map(({ subjectId }: { subjectId: string }) => subjectId)).toEqual(expect.arrayContaining(cases));
    const [signIn] = await owner<{ id: string }>('select id from hub.sign_in where staff_id = $1', [livelihood]);
    expect((await officer.ask(trace, { input: { kind: 'SIGN_IN', target: signIn?.id, reason } })).data.traceExposure).toMatchObject({
      reads: 1,
      cases: 7,
    });
    const atSession = (await officer.ask(trace, { input: { kind: 'SESSION', target: hidden, reason } })).data.traceExposure;
    expect(atSession.subjects.map(({ subjectId }: { subjectId: string }) => subjectId)).toContain(file.id);
    const past = await officer.ask(trace, {
      input: { kind: 'STAFF', target: livelihood, reason, until: '2020-01-01T00:00:00Z', since: '2019-01-01T00:00:00Z' },
    });
    expect(past.data.traceExposure).toMatchObject({ reads: 0, persons: 0, subjects: [] });
    for (const persona of ['administrator', 'supervisor', 'facilitator'] as const) {
      const guest = await town.as(persona);
      expect((await guest.ask(trace, { input: { kind: 'STAFF', target: livelihood, reason } })).errors?.[0]?.extensions.code).toBe(
        'DENIED',
      );
      expect((await guest.ask('{ exposureReports { id persons } }')).data.exposureReports).toEqual([]);
    }
  });
});
