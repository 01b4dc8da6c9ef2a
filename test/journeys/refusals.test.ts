import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, boardLog, changeDocument, steer, steered, steps } from '#test/kit/steer';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const NOBODY = '00000000-0000-4000-8000-000000000000';

let town: Town;
let facilitator: Guest;
let board: { session: string; version: number };
let lines: number;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  board = await aBoard(facilitator);
});
afterAll(() => town?.close());
beforeEach(async () => {
  lines = (await boardLog(town, board.session)).length;
});

const one = async (sql: string): Promise<string> => ((await town.rows<{ id: string }>(sql))[0] as { id: string }).id;
const approvedCard = () => one(`select id from core.case_card where state = 'APPROVED' order by id limit 1`);
const approvedIssue = () => one(`select id from core.community_issue where state = 'APPROVED' order by id limit 1`);
const sessionOf = (kind: string, status = 'PREPARING') =>
  one(`select id from core.session where kind = '${kind}' and status = '${status}' order by held_on limit 1`);

/** Refused with a code, a sentence for the screen and one for each input at fault; nothing of it is in the log. */
async function refused(
  by: Guest,
  step: (typeof steps)[number],
  input: Record<string, unknown>,
  code: string,
  fields: readonly string[] = [],
) {
  const { done, problem } = await steer(by, step, input);
  expect(done ?? null).toBeNull();
  expect(problem).toMatchObject({ code });
  expect(problem?.message).toMatch(japanese);
  expect(Object.keys(problem?.fields ?? {}).sort()).toEqual([...fields].sort());
  for (const sentence of Object.values(problem?.fields ?? {})) expect(sentence).toMatch(japanese);
  expect(await boardLog(town, board.session)).toHaveLength(lines);
  return problem;
}

describe('an agenda takes', () => {
  it('neither nothing nor two things at once', async () => {
    const [card, issue] = await Promise.all([approvedCard(), approvedIssue()]);
    await refused(facilitator, 'putOnAgenda', { session: board.session }, 'INVALID', ['card', 'case', 'fiction', 'issue', 'report']);
    await refused(facilitator, 'putOnAgenda', { session: board.session, card, issue }, 'INVALID', ['card', 'issue']);
  });

  it('nothing that a second person has not approved', async () => {
    const [card, issue] = [
      await one(`select id from core.case_card where state = 'DRAFT' limit 1`),
      await one(`select id from core.community_issue order by id desc limit 1`),
    ];
    await town.rows(`update core.case_card set teams = teams || '{connection}' where id = $1`, [card]);
    await town.rows(`update core.community_issue set state = 'DRAFT' where id = $1`, [issue]);
    await refused(facilitator, 'putOnAgenda', { session: board.session, card }, 'INVALID', ['card']);
    await refused(facilitator, 'putOnAgenda', { session: board.session, issue }, 'INVALID', ['issue']);
  });

  it('nothing that the facilitator may not see: a hidden draft answers like a card that does not exist', async () => {
    const hidden = await one(`select id from core.case_card where state = 'RETURNED' limit 1`);
    await town.rows(`update core.case_card set teams = '{disability}' where id = $1`, [hidden]);
    const [first, second] = [
      await refused(facilitator, 'putOnAgenda', { session: board.session, card: hidden }, 'NOT_FOUND'),
      await refused(facilitator, 'putOnAgenda', { session: board.session, card: NOBODY }, 'NOT_FOUND'),
    ];
    expect(first).toEqual(second);
  });

  it('nothing twice', async () => {
    const [card, issue] = await Promise.all([approvedCard(), approvedIssue()]);
    await steered(facilitator, 'putOnAgenda', { session: board.session, card });
    await steered(facilitator, 'putOnAgenda', { session: board.session, issue });
    lines += 2;
    await refused(facilitator, 'putOnAgenda', { session: board.session, card }, 'INVALID', ['card']);
    await refused(facilitator, 'putOnAgenda', { session: board.session, issue }, 'INVALID', ['issue']);
  });

  it('only what its kind of conference is for', async () => {
    const [card, issue] = await Promise.all([approvedCard(), approvedIssue()]);
    for (const kind of ['CHONAI', 'JUSOTEKI_CASE', 'WORKING', 'CONNECT', 'OPEN_TALKING_BAR', 'JUSOTEKI_EVALUATION']) {
      const { id } = await steered(facilitator, 'createSession', { kind, title: '試し', heldOn: '2026-11-24', place: '会議室' });
      await refused(facilitator, 'putOnAgenda', { session: id, card }, 'INVALID', ['session']);
      const { problem } = await steer(facilitator, 'putOnAgenda', { session: id, issue });
      expect([kind, problem?.code]).toEqual([
        kind,
        ['CHONAI', 'OPEN_TALKING_BAR', 'JUSOTEKI_EVALUATION'].includes(kind) ? undefined : 'INVALID',
      ]);
    }
  });

  it('nothing once the session is closed', async () => {
    const closed = await sessionOf('MARUGOTO', 'CLOSED');
    await refused(facilitator, 'putOnAgenda', { session: closed, card: await approvedCard() }, 'INVALID', ['session']);
  });
});

describe('a board refuses in words', () => {
  it('what is not there, whatever the shape of its id', async () => {
    for (const id of [NOBODY, 'そんな会議はない', "' or 1 = 1 --", '']) {
      const inputs = {
        openSession: { session: id, version: 1 },
        closeSession: { session: id, version: 1 },
        moveOn: { session: id, step: 1, version: 1 },
        putOnAgenda: { session: id, card: await approvedCard() },
        takeOffAgenda: { item: id, version: 1 },
        bringToFront: { session: id, version: 1 },
        addRole: { item: id, title: '送迎' },
        assignRole: { role: id, version: 1 },
        addActionItem: { item: id, title: '送迎' },
        reviseActionItem: { action: id, title: '送迎', version: 1 },
        finishActionItem: { action: id, done: true, version: 1 },
        revokeDisplay: { display: id },
        pairDisplay: { session: id, code: 'ABCDEF' },
      } as const;
      for (const [step, input] of Object.entries(inputs)) await refused(facilitator, step as keyof typeof inputs, input, 'NOT_FOUND');
    }
    await refused(facilitator, 'putOnAgenda', { session: board.session, issue: 'そんな課題はない' }, 'NOT_FOUND');
    await refused(facilitator, 'bringToFront', { session: board.session, item: 'そんな議題はない', version: board.version }, 'NOT_FOUND');
  });

  it('an item of another session, and an organisation that nobody knows', async () => {
    const elsewhere = await one(
      `select a.id from core.agenda_item a join core.session s on s.id = a.session_id where s.status = 'PREPARING' limit 1`,
    );
    await refused(facilitator, 'bringToFront', { session: board.session, item: elsewhere, version: board.version }, 'NOT_FOUND');
    const { id } = await steered(facilitator, 'putOnAgenda', {
      session: board.session,
      card: await one(`select id from core.case_card where state = 'APPROVED' order by id offset 1 limit 1`),
    });
    lines += 1;
    for (const organization of [NOBODY, 'どこか'])
      await refused(facilitator, 'addRole', { item: id, title: '送迎', organization }, 'INVALID', ['organization']);
  });

  it('a line that the wall cannot show, or that must not be kept', async () => {
    const item = await one(`select id from core.agenda_item where session_id = '${board.session}' limit 1`);
    for (const title of ['', ' 　\n', 'あ'.repeat(21), '番号は123456789018', '１２３４５６７８９０１８', 'a\u0007b'])
      await refused(facilitator, 'addRole', { item, title }, 'INVALID', ['title']);
    await refused(facilitator, 'addActionItem', { item, title: '1234-5678-9018 の件' }, 'INVALID', ['title']);
    await refused(facilitator, 'createSession', { kind: 'MARUGOTO', title: '', heldOn: '2026-12-01', place: '会議室' }, 'INVALID', [
      'title',
    ]);
    await refused(facilitator, 'createSession', { kind: 'MARUGOTO', title: '会議', heldOn: '2026-12-01', place: ' ' }, 'INVALID', [
      'place',
    ]);
    const kept = await steered(facilitator, 'addRole', { item, title: '😀'.repeat(20) }, 'title');
    expect([...kept.title]).toHaveLength(20);
  });

  it('a 支援会議 that somebody would open in the open', async () => {
    await refused(facilitator, 'createSession', { kind: 'SHIEN_KAIGI', title: '会議', heldOn: '2026-12-01', place: '会議室' }, 'INVALID', [
      'kind',
    ]);
  });
});

describe('who may steer', () => {
  it('recorder and coordinator steer, and only the facilitator and coordinator convene', async () => {
    const recorder = await town.as('recorder');
    const item = await one(`select id from core.agenda_item where session_id = '${board.session}' limit 1`);
    expect((await steered(recorder, 'addRole', { item, title: '記録' }, 'title')).title).toBe('記録');
    lines += 1;
    await refused(recorder, 'createSession', { kind: 'MARUGOTO', title: '会議', heldOn: '2026-12-01', place: '会議室' }, 'DENIED');
    await refused(recorder, 'pairDisplay', { session: board.session, code: 'ABCDEF' }, 'DENIED');
  });

  it.each(['elderly-care', 'council', 'administrator'] as const)('%s reads the board and steers nothing', async (persona) => {
    const guest = await town.as(persona);
    const seen = await guest.ask('query ($id: ID!) { session(id: $id) { status agenda { letter } } }', { id: board.session });
    expect(seen.data.session.status).toBe('OPEN');
    const item = await one(`select id from core.agenda_item where session_id = '${board.session}' limit 1`);
    await refused(guest, 'openSession', { session: board.session, version: board.version }, 'DENIED');
    await refused(guest, 'putOnAgenda', { session: board.session, card: await approvedCard() }, 'DENIED');
    await refused(guest, 'bringToFront', { session: board.session, item, version: board.version }, 'DENIED');
    await refused(guest, 'addRole', { item, title: '送迎' }, 'DENIED');
    await refused(guest, 'addActionItem', { item, title: '送迎' }, 'DENIED');
    await refused(guest, 'createSession', { kind: 'MARUGOTO', title: '会議', heldOn: '2026-12-01', place: '会議室' }, 'DENIED');
  });

  it('nobody a 支援会議 of which they are no member: it is not there', async () => {
    const hidden = await one(`select id from core.session s where kind = 'SHIEN_KAIGI' and not exists (
      select 1 from core.session_member m where m.session_id = s.id and m.staff_id = '${town.viewer('council').actor.slice('staff:'.length)}') limit 1`);
    const outsider = await town.as('council');
    expect((await outsider.ask('query ($id: ID!) { session(id: $id) { id } }', { id: hidden })).data.session).toBeNull();
    const answers = [
      await refused(outsider, 'openSession', { session: hidden, version: 1 }, 'NOT_FOUND'),
      await refused(outsider, 'openSession', { session: NOBODY, version: 1 }, 'NOT_FOUND'),
    ];
    expect(answers[0]).toEqual(answers[1]);
  });

  it('the analyst contract and the display contract do not know a single change', async () => {
    const [analyst, display] = await Promise.all([town.as('analyst'), town.display(board.session)]);
    for (const guest of [analyst, display]) {
      for (const query of steps.flatMap((step) => [changeDocument(step), `mutation { ${step}(input: {}) { __typename } }`])) {
        const answer = await guest.ask(query, { input: {} });
        expect(answer.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
        expect(answer.text).not.toContain('Did you mean');
        expect(answer.data ?? null).toBeNull();
      }
    }
    const asked = await analyst.ask('{ sessions { id } cards { id } }');
    expect(asked.errors?.map((error) => error.extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('nobody who is not signed in', async () => {
    const answer = await fetch(`${town.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});
