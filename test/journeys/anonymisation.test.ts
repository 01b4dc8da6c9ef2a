import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asViewer } from '#server/database/as-viewer';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steer, steered } from '#test/kit/steer';

const SHOWN = 'id version state title risks enough sentBackWords mayRevise';
const inputs = {
  draftCard: 'DraftCardOrder',
  reviseCard: 'ReviseCardOrder',
  askCard: 'CardOrder',
  approveCard: 'CardOrder',
  sendBackCard: 'SendBackOrder',
  withdrawCard: 'CardOrder',
} as const;
const words = {
  ...{ title: '家から一歩', ageBand: '60歳以上', districtShown: false, householdTold: false, topics: [] as string[] },
  ...{ strengths: ['手先が器用'], wishes: ['仲間がほしい'], worries: ['買い物の足がない'] },
};
let town: Town;
let facilitator: Guest;
let elderly: Guest;
let one: { id: string; name: string; address: string; ageBand: string; district: string };

beforeAll(async () => {
  town = await aTown();
  [facilitator, elderly] = await Promise.all([town.as('facilitator'), town.as('elderly-care')]);
  [one] = (await town.rows<typeof one>(
    `select c.id, i.name, k.address, p.age_band as "ageBand", p.district from core.support_case c join core.person p on p.id = c.person_id
       join core.person_guard g on g.person_id = p.id join core.person_identity i on i.person_id = p.id join core.person_contact k on k.person_id = p.id
     where c.teams = '{elderly-care}' and not g.protected and p.age_band in ('60代', '70代', '80代') order by c.id limit 1`,
  )) as [typeof one];
});
afterAll(() => town?.close());

async function ask(guest: Guest, change: keyof typeof inputs, input: Record<string, unknown>) {
  const answer = await guest.ask(`mutation ($input: ${inputs[change]}!) { done: ${change}(input: $input) { ${SHOWN} } }`, { input });
  return {
    done: answer.data?.done,
    problem: answer.errors?.[0] && { message: answer.errors[0].message, ...(answer.errors[0].extensions as { code?: unknown }) },
  };
}
async function did(guest: Guest, change: keyof typeof inputs, input: Record<string, unknown>) {
  const { done, problem } = await ask(guest, change, input);
  if (problem) throw new Error(JSON.stringify(problem));
  return done;
}

let card: string;
let version: number;
beforeEach(async () => {
  ({ id: card, version } = await did(elderly, 'draftCard', { case: one.id }));
});
const revise = async (more: Partial<typeof words>) => {
  const revised = await did(elderly, 'reviseCard', { card, words: { ...words, ...more }, version });
  version = revised.version;
  return revised;
};
const approved = async () => {
  await revise({});
  ({ version } = await did(elderly, 'askCard', { card, version }));
  ({ version } = await did(facilitator, 'approveCard', { card, version }));
};

describe('a card', () => {
  it('goes from a draft over a second person to the agenda, and only then', async () => {
    const { session } = await aBoard(facilitator);
    await revise({});
    expect((await steer(facilitator, 'putOnAgenda', { session, card })).problem?.code).toBe('NOT_FOUND');
    const asked = await did(elderly, 'askCard', { card, version });
    expect(asked).toMatchObject({ state: 'ASKED', mayRevise: false, enough: true, risks: [] });
    expect((await steer(facilitator, 'putOnAgenda', { session, card })).problem?.code).toBe('INVALID');
    expect((await ask(elderly, 'approveCard', { card, version: asked.version })).problem).toMatchObject({ code: 'DENIED' });
    await did(facilitator, 'approveCard', { card, version: asked.version });
    expect((await steered(facilitator, 'putOnAgenda', { session, card }, 'letter')).letter).toBe('A');
  });

  it('takes nobody for the second person whose words have stood in it, whoever wrote last', async () => {
    const shared = async (teams: readonly string[]) => {
      await town.rows('update core.support_case set teams = $1 where id = $2', [teams, one.id]);
      await town.rows('update core.case_card set teams = $1 where id = $2', [teams, card]);
    };
    await shared(['elderly-care', ...town.viewer('facilitator').teams]);
    try {
      ({ version } = await did(facilitator, 'reviseCard', { card, words: { ...words, title: '司会の言葉' }, version }));
      await revise({ title: '担当の言葉' });
      ({ version } = await did(elderly, 'askCard', { card, version }));
      expect((await ask(facilitator, 'approveCard', { card, version })).problem).toMatchObject({ code: 'DENIED' });
    } finally {
      await shared(['elderly-care']);
    }
  });

  it('is sent back with words, reworded and asked for again', async () => {
    await revise({});
    ({ version } = await did(elderly, 'askCard', { card, version }));
    const back = await did(facilitator, 'sendBackCard', { card, words: '題をやわらかく。', version });
    expect(back).toMatchObject({ state: 'SENT_BACK', sentBackWords: '題をやわらかく。' });
    version = back.version;
    expect(await revise({ title: '一歩ずつ' })).toMatchObject({ state: 'SENT_BACK', mayRevise: true });
    expect(await did(elderly, 'askCard', { card, version })).toMatchObject({ state: 'ASKED', sentBackWords: null });
  });

  it('leaves the wall when its own 担当 withdraws it, for good', async () => {
    await approved();
    const board = await aBoard(facilitator);
    const display = await town.display(board.session);
    const { id: item } = await steered(facilitator, 'putOnAgenda', { session: board.session, card });
    await steered(facilitator, 'bringToFront', { session: board.session, item, version: board.version });
    const room = async () =>
      (await display.ask('query ($id: ID!) { session(id: $id) { frontItem { card { title } } } }', { id: board.session })).data.session;
    expect((await room()).frontItem.card.title).toBe(words.title);
    expect(await did(elderly, 'withdrawCard', { card, version })).toMatchObject({ state: 'RETURNED' });
    expect((await room()).frontItem).toBeNull();
    expect((await ask(elderly, 'withdrawCard', { card, version: version + 1 })).problem?.code).toBe('INVALID');
  });

  it('is not drafted by people who do not serve the case, nor of somebody protected', async () => {
    const [livelihood, council] = await Promise.all([town.as('livelihood'), town.as('council')]);
    const hidden = (await ask(livelihood, 'draftCard', { case: one.id })).problem;
    expect(hidden).toEqual((await ask(livelihood, 'draftCard', { case: randomUUID() })).problem);
    const [guarded] = await town.rows<{ id: string }>(
      `select c.id from core.support_case c join core.person_guard g on g.person_id = c.person_id where g.holders && c.teams and c.teams @> '{council}' and g.holders @> '{council}' limit 1`,
    );
    if (guarded) expect((await ask(council, 'draftCard', { case: guarded.id })).problem?.code).toBe('INVALID');
  });
});

describe('the check', () => {
  it('finds the names, the place and the number of the household, and nobody passes over them', async () => {
    const family = one.name.replace(/\(.*/u, '').split(/\s/u)[0] ?? '';
    const { risks } = await revise({ title: `${family}の家`, worries: [`${one.address.slice(0, 5)}に一人`] });
    expect(risks).toEqual(expect.arrayContaining(['▲▲ 題：この世帯の方の名前', '▲▲ 困りごと：この世帯の住所']));
    expect((await ask(elderly, 'askCard', { card, version })).problem).toMatchObject({
      code: 'INVALID',
      fields: { title: 'この世帯の方の名前' },
    });
  });

  it('lists what may tell who somebody is, and leaves it to a second person', async () => {
    const { risks } = await revise({
      strengths: ['架空小学校の卒業生', '株式会社ソラで勤続'],
      wishes: ['令和6年5月3日を祝いたい'],
      worries: [`${one.district}で一人、透析に通う`],
    });
    expect(risks).toEqual([
      '▲ つよみ：学校や園の名前',
      '▲ つよみ：会社の名前',
      '▲ のぞむ暮らし：はっきりした日付',
      '▲ 困りごと：めずらしい事情',
      '▲ 困りごと：地区の名前',
    ]);
    expect(await did(elderly, 'askCard', { card, version })).toMatchObject({ state: 'ASKED' });
  });

  it('stops a combination that fits fewer than ten, and never says how many', async () => {
    await town.rows(
      `update core.household set composition = '試しの世帯の形' where id = (select household_id from core.support_case where id = $1)`,
      [one.id],
    );
    const few = await revise({ ageBand: one.ageBand, householdTold: true, districtShown: true });
    expect(few.enough).toBe(false);
    const { problem } = await ask(elderly, 'askCard', { card, version });
    expect(problem?.message).toContain('10人未満');
    expect(await revise({})).toMatchObject({ enough: true });
  });

  it('takes no age that is not the person’s, and no more lines than the wall has', async () => {
    const wrong = { ...words, ageBand: '20代', strengths: ['あ', 'い', 'う', 'え'] };
    expect((await ask(elderly, 'reviseCard', { card, words: wrong, version })).problem).toMatchObject({
      code: 'INVALID',
      fields: { ageBand: expect.any(String), strengths: '2つまでにしてください。' },
    });
  });

  it('is not for colleagues with an old version', async () => {
    await revise({});
    expect((await ask(elderly, 'reviseCard', { card, words, version: version - 1 })).problem?.code).toBe('CONFLICT');
  });
});

describe('the second wall', () => {
  const as = (persona: Parameters<Town['viewer']>[0], sql: string, values: readonly unknown[]) =>
    asViewer(town.database, town.viewer(persona), (tx) => tx.query(sql, values));

  it('lets nobody approve what they wrote or asked for, or what nobody asked', async () => {
    await revise({});
    const approve = `update core.case_card set state = 'APPROVED', approved_by = $2, approved_at = now() where id = $1 returning id`;
    const [me, other] = [town.viewer('elderly-care'), town.viewer('facilitator')].map(({ actor }) => actor.slice('staff:'.length));
    await expect(as('elderly-care', approve, [card, other])).rejects.toMatchObject({ code: '42501' });
    await did(elderly, 'askCard', { card, version });
    await expect(as('elderly-care', approve, [card, me])).rejects.toMatchObject({ code: '42501' });
    await expect(as('facilitator', approve, [card, me])).rejects.toMatchObject({ code: '42501' });
    expect(await as('facilitator', approve, [card, other])).toHaveLength(2);
  });

  it('holds the words of what was asked for, and keeps what is not approved off every agenda', async () => {
    await revise({});
    const { session } = await aBoard(facilitator);
    await did(elderly, 'askCard', { card, version });
    await expect(as('elderly-care', `update core.case_card set title = '別の題' where id = $1`, [card])).rejects.toMatchObject({
      code: '42501',
    });
    const put = `insert into core.agenda_item (session_id, restricted, position, kind, card_id, letter) values ($1, false, 9, 'CARD', $2, 'Z')`;
    await expect(as('facilitator', put, [session, card])).rejects.toMatchObject({ code: '42501' });
  });

  it('shows the hand that compares nobody outside the households that the viewer serves, and nothing at all to write', async () => {
    const seen = await asViewer(town.database, town.viewer('livelihood'), (tx) =>
      tx.asAnonymiser(() =>
        tx.query('select person_id from core.person_identity where person_id = (select person_id from core.support_case where id = $1)', [
          one.id,
        ]),
      ),
    );
    expect(seen).toEqual([]);
    const write = asViewer(town.database, town.viewer('elderly-care'), (tx) =>
      tx.asAnonymiser(() => tx.query(`update core.person set district = ''`)),
    );
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });
});
