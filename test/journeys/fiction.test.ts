import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { steer, steered } from '#test/kit/steer';

const TOLD = { title: '坂の上の暮らし', words: 'Ａさん、80代。買い物の足がなく、話し相手がほしい。' };
let town: Town;
let facilitator: Guest;
let training: string;
let open: string;
let item: string;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
  const call = async (kind: string) => {
    const made = await steered(facilitator, 'createSession', { kind, title: '試し', heldOn: '2026-12-20', place: '研修室' });
    return steered(facilitator, 'openSession', { session: made.id, version: made.version });
  };
  training = (await call('WORKING')).id;
  open = (await call('MARUGOTO')).id;
  item = (await steered(facilitator, 'putOnAgenda', { session: training, fiction: TOLD })).id;
});
afterAll(() => town?.close());

describe('a fiction', () => {
  it('is what a training speaks of: on the desk and on its wall it says that it is one', async () => {
    const version = (await facilitator.ask('query ($id: ID!) { session(id: $id) { version } }', { id: training })).data.session.version;
    await steered(facilitator, 'bringToFront', { session: training, item, version });
    const wall = await town.display(training);
    const { data } = await wall.ask('query ($id: ID!) { session(id: $id) { frontItem { kind letter title words card { id } } } }', {
      id: training,
    });
    expect(data.session.frontItem).toEqual({ kind: 'FICTION', letter: 'A', ...TOLD, card: null });
    await steered(facilitator, 'addNote', { item, kind: 'IDEA', title: '送り迎えの当番' });
    await steered(facilitator, 'addRole', { item, title: '見守り' });
  });

  it('tells of nobody: whatever could be somebody real is to be reworded', async () => {
    for (const [field, text] of [
      ['title', '虹坂さんの暮らし'],
      ['words', '82歳。坂の上に一人で暮らす。'],
      ['words', '電話は0553-22-1111。'],
      ['words', '令和八年の事例 R8-0042 から。'],
    ] as const) {
      const { problem } = await steer(facilitator, 'putOnAgenda', { session: training, fiction: { ...TOLD, [field]: text } });
      expect(problem, text).toMatchObject({ code: 'INVALID', fields: { [field]: expect.any(String) } });
    }
  });

  it('is spoken of nowhere else, and nothing real in a training', async () => {
    expect((await steer(facilitator, 'putOnAgenda', { session: open, fiction: TOLD })).problem?.code).toBe('INVALID');
    const [real] = await town.rows<{ card: string; issue: string; case: string }>(
      `select (select id from core.case_card where state = 'APPROVED' order by id limit 1) as card,
         (select id from core.community_issue where state = 'APPROVED' order by id limit 1) as issue,
         (select id from core.support_case where teams @> '{connection}' order by id limit 1) as case`,
    );
    for (const slot of ['card', 'issue', 'case'] as const)
      expect((await steer(facilitator, 'putOnAgenda', { session: training, [slot]: real?.[slot] })).problem?.code, slot).toBe('INVALID');
  });

  it('and the database says so too, past every use case', async () => {
    const tell = (sql: string) =>
      asViewer(town.database, town.viewer('facilitator'), (tx) => tx.query(sql)).catch((fault: Error) => fault.message);
    const put = (session: string, kind: string, words: string) =>
      `insert into core.agenda_item (session_id, restricted, position, kind, letter, issue_id, title, words)
       select '${session}', false, 90, '${kind}', 'ZZ', ${kind === 'ISSUE' ? `(select id from core.community_issue limit 1)` : 'null'}, ${words} returning kind`;
    expect(await tell(put(open, 'FICTION', `'x', 'x'`))).toMatch(/row-level security/);
    expect(await tell(put(training, 'ISSUE', 'null, null'))).toMatch(/row-level security/);
    expect(await tell(put(training, 'FICTION', 'null, null'))).toMatch(/check constraint/);
    expect(
      await tell(
        `insert into core.case_item (agenda_item_id, session_id, restricted, case_id, person_id)
         select '${item}', '${training}', false, k.case_id, k.person_id from core.consent k where k.withdrawn_at is null and now() < k.valid_until limit 1`,
      ),
    ).toMatch(/row-level security/);
  });
});
