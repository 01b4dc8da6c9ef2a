import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTown, type Guest, type Town } from '#test/kit/a-town';
import { aBoard, steer, steered } from '#test/kit/steer';

const asked = { addressee: '市長', title: '買い物の足を、夕方にも走らせる', answerBy: '2027-01-31' };
let town: Town;
let facilitator: Guest;
let session: string;
let version: number;

beforeAll(async () => {
  town = await aTown();
  facilitator = await town.as('facilitator');
});
afterAll(() => town?.close());
beforeEach(async () => {
  ({ session, version } = await aBoard(facilitator));
});

const put = (given: Record<string, unknown> = {}) => steer(facilitator, 'propose', { session, ...asked, ...given }, 'id state version');
const carried = async (of: string) =>
  (
    await facilitator.ask('query ($id: ID!) { session(id: $id) { carriedOver { kind proposal { id state answer version } } } }', { id: of })
  ).data.session.carriedOver.flatMap(({ proposal }: { proposal: { id: string } | null }) => proposal ?? []);

describe('a proposal', () => {
  it('is put forward, answered after the end, and comes up in every next session until its answer is reported there', async () => {
    const { id } = (await put()).done;
    await steered(facilitator, 'closeSession', { session, version });
    const next = (await aBoard(facilitator, '次の会議')).session;
    expect(await carried(next)).toContainEqual({ id, state: 'PROPOSED', answer: null, version: 1 });
    const early = await steer(facilitator, 'reportProposal', { session: next, proposal: id, version: 1 });
    expect(early.problem).toMatchObject({ code: 'INVALID', message: 'まだ答えがありません。' });
    const answer = { proposal: id, answer: '来年度から、夕方に一便を加える', answeredOn: '2027-01-20', version: 1 };
    expect(await steered(facilitator, 'answerProposal', answer, 'state')).toEqual({ state: 'ANSWERED' });
    expect(await carried(next)).toContainEqual({ id, state: 'ANSWERED', answer: answer.answer, version: 2 });
    expect(await steered(facilitator, 'reportProposal', { session: next, proposal: id, version: 2 }, 'state')).toEqual({
      state: 'REPORTED',
    });
    expect(JSON.stringify(await carried(next))).not.toContain(id);
  });

  it('stands in the minutes of its session at every level, without the answer', async () => {
    await put();
    const minutes = await facilitator.ask(
      'query ($id: ID!) { minutes(session: $id, level: ROOM) { proposals { addressee title answerBy } } }',
      { id: session },
    );
    expect(minutes.data.minutes.proposals).toEqual([asked]);
  });

  it('is refused where it may name somebody, and by kinds that make none', async () => {
    expect((await put({ title: '虹坂さんの家まで送る' })).problem).toMatchObject({
      fields: { title: '人の名前らしいものを、書き直してください。' },
    });
    const made = await steered(facilitator, 'createSession', { kind: 'CHONAI', title: '庁内', heldOn: '2026-11-23', place: '市役所' });
    expect((await put({ session: made.id })).problem).toMatchObject({
      code: 'INVALID',
      message: 'この種類の会議では、政策提案をしません。',
    });
  });

  it('is for people who steer, and not for the wall', async () => {
    const worker = await town.as('livelihood');
    expect((await steer(worker, 'propose', { session, ...asked })).problem?.code).toBe('DENIED');
    const wall = await town.display(session);
    const refused = await wall.ask('query ($id: ID!) { session(id: $id) { proposals { id } } }', { id: session });
    expect(refused.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
