import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { staffId } from '#seeds/personas';
import { issueId } from '#seeds/town/board/issues';
import { aStage, cardAtFront, pairWall, type Stage, sizes } from '#test/kit/a-stage';
import { mattersIn } from '#test/kit/matters';
import { lookAt } from '#test/kit/shoot';
import { aBoard, steered } from '#test/kit/steer';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage?.close());

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name }).last().focus();
  await page.keyboard.press('Enter');
};

it('a 担当 asks for a matter, which comes on the agenda, and reads what became of it', async () => {
  const { origin } = stage.town;
  const order = { kind: 'CHONAI', title: '庁内の話し合い', heldOn: '2026-12-20', place: '会議室A' };
  const { id } = await steered(stage.facilitator, 'createSession', order);
  const worker = await stage.page('elderly-care', sizes[1]);
  await worker.goto(origin);
  await press(worker, '＋ 議題を依頼する');
  const dialog = worker.getByRole('dialog');
  await dialog.getByLabel('どの会議に').selectOption('CHONAI');
  await dialog.getByLabel('何を').selectOption('report');
  await dialog.getByLabel('題', { exact: true }).fill('通いの場の報告');
  await dialog.getByLabel('内容', { exact: true }).fill('三つの地区で、週に一度の集まりが続いている。');
  await dialog.getByLabel('なぜ話し合いたいか').fill('来年度の支えを、各課と考えたい。');
  await lookAt(worker, 'request-dialog');
  await press(worker, '依頼する');
  const own = worker.locator('[data-request]', { hasText: '通いの場の報告' });
  await own.getByText('■ 答えを待っています').waitFor();
  await lookAt(worker, 'home-of-a-worker');

  const desk = await stage.page('facilitator');
  await desk.goto(`${origin}/sessions/${id}`);
  await press(desk, '＋ 議題を加える');
  const offer = desk.locator('[data-offer="REQUEST"]', { hasText: '通いの場の報告' });
  await offer.getByText('来年度の支えを、各課と考えたい。').waitFor();
  await lookAt(desk, 'offered');
  await press(desk, '議題にする：通いの場の報告');
  await desk.locator('.agenda').getByText('通いの場の報告').waitFor();
  await offer.waitFor({ state: 'detached' });
  await desk.getByText('「通いの場の報告」を議題にしました').waitFor();

  await worker.reload();
  await own.getByText('● 議題になりました').waitFor();
  await own.getByText('◆ 新しい答え').waitFor();
  await own.getByRole('link', { name: '12月20日(日)「庁内の話し合い」' }).scrollIntoViewIfNeeded();
  await lookAt(worker, 'answered');
  await worker.reload();
  await own.getByText('● 議題になりました').waitFor();
  expect(await own.getByText('◆ 新しい答え').count()).toBe(0);
});

it('names a matter once to whoever makes an agenda, and whoever takes it takes the request for it along', async () => {
  const { town } = stage;
  const asker = await town.as('elderly-care');
  const askFor = (kind: string, matter: Record<string, string>) =>
    steered(asker, 'requestMatter', { kind, reason: '次の回で話し合いたい。', ...matter });
  const stateOf = async ({ id }: { id: string }) =>
    (await asker.ask('{ agendaRequests { id state } }')).data.agendaRequests.find((one: { id: string }) => one.id === id)?.state;
  const [card, other] = await town.rows<{ id: string; title: string }>(
    `select id, title from core.case_card c where state = 'APPROVED' and not exists (select 1 from core.agenda_item a where a.card_id = c.id) order by id limit 2`,
  );
  const [left] = await town.rows<{ id: string; title: string }>('select id, title from core.community_issue where id = $1', [
    issueId('food-at-months-end'),
  ]);
  const ofCard = await askFor('MARUGOTO', { card: card?.id ?? '' });
  const ofIssue = await askFor('MARUGOTO', { issue: left?.id ?? '' });
  await steered(await town.as('council'), 'requestMatter', { kind: 'MARUGOTO', reason: '社協からも。', card: card?.id });
  const { id } = await steered(stage.facilitator, 'createSession', {
    ...{ kind: 'MARUGOTO', title: '候補の会議', heldOn: '2026-12-23', place: '市民会館' },
  });
  const desk = await stage.page('facilitator');
  await desk.goto(`${town.origin}/sessions/${id}`);
  await press(desk, '＋ 議題を加える');
  const dialog = desk.getByRole('dialog');
  const list = dialog.locator('section', { hasText: '事例カード（承認済み）' });
  await list.getByText('候補にあるものは、上の「議題の候補」から選んでください。').waitFor();
  await press(desk, '候補をすべて見る');
  const rowOf = (title: string) => dialog.locator('[data-offer]', { hasText: title });
  // Two 担当 asked for the card: each is answered. Below it stands no more.
  await expect.poll(() => rowOf(card?.title ?? '').count(), { timeout: 20_000 }).toBe(2);
  await expect.poll(() => list.getByText(card?.title ?? '', { exact: true }).count(), { timeout: 20_000 }).toBe(0);
  await expect.poll(() => list.getByRole('button', { name: `加える：${other?.title}`, exact: true }).count(), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => dialog.getByText(left?.title ?? '', { exact: true }).count(), { timeout: 20_000 }).toBe(1);
  await rowOf(left?.title ?? '')
    .getByText('持ち越し：次にやること 2件')
    .waitFor();
  await lookAt(desk, 'offered-once');

  await rowOf(left?.title ?? '')
    .getByRole('button', { name: '議題にする' })
    .press('Enter');
  await dialog.getByRole('button', { name: `議題にあります：${left?.title}`, exact: true }).waitFor();
  await rowOf(left?.title ?? '').waitFor({ state: 'detached' });
  await expect.poll(() => dialog.getByText(left?.title ?? '', { exact: true }).count(), { timeout: 20_000 }).toBe(1);
  await rowOf(card?.title ?? '')
    .filter({ hasText: '次の回で話し合いたい。' })
    .getByRole('button', { name: '議題にする' })
    .press('Enter');
  await rowOf(card?.title ?? '')
    .getByText('● 議題にあります')
    .waitFor();
  await expect.poll(() => rowOf(card?.title ?? '').count(), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => list.getByText(card?.title ?? '', { exact: true }).count(), { timeout: 20_000 }).toBe(0);
  expect([await stateOf(ofCard), await stateOf(ofIssue)]).toEqual(['TAKEN', 'TAKEN']);

  // A case is chosen from many by its number: one that somebody asked for is theirs.
  const theCase = await mattersIn(town);
  await town.rows(
    `update core.support_case set teams = array_append(teams, 'elderly-care') where id = $1 and not teams @> '{elderly-care}'`,
    [theCase.case],
  );
  const ofCase = await askFor('JUSOTEKI_CASE', { case: theCase.case });
  const table = await steered(stage.facilitator, 'createSession', {
    ...{ kind: 'JUSOTEKI_CASE', title: '支援の相談', heldOn: '2026-12-23', place: '会議室' },
  });
  await desk.goto(`${town.origin}/sessions/${table.id}`);
  await press(desk, '＋ 議題を加える');
  const choice = dialog.getByRole('combobox', { name: '事例' });
  // A list closes while the page scrolls below it: one types again.
  await choice.scrollIntoViewIfNeeded();
  await vi.waitFor(
    async () => {
      await choice.fill('');
      await choice.fill(theCase.code);
      await desk.getByRole('option', { name: theCase.code }).first().click({ timeout: 2_000 });
    },
    { timeout: 20_000 },
  );
  await dialog.getByRole('button', { name: '加える', exact: true }).press('Enter');
  await desk.locator('.agenda li', { hasText: theCase.code }).waitFor();
  expect(await stateOf(ofCase)).toBe('TAKEN');
});

it('of what a 支援会議 left over, says where the reason is given, which is asked for anew', async () => {
  const { town, facilitator } = stage;
  const theCase = await mattersIn(town);
  const convene = async (heldOn: string): Promise<string> => {
    const input = { title: '見守り', heldOn, place: '会議室C', members: [staffId('disability')] };
    const { data } = await facilitator.ask('mutation ($input: SupportOrder!) { conveneSupport(input: $input) }', { input });
    await steered(facilitator, 'acknowledgeSecrecy', { session: data.conveneSupport });
    return data.conveneSupport;
  };
  const look = async (session: string) =>
    (await facilitator.ask('query ($id: ID!) { session(id: $id) { version members { id } } }', { id: session })).data.session;
  const first = await convene('2026-12-20');
  const ground = { reasonCode: 'URGENT', reason: '食事がとれていないため' };
  const { id: item } = await steered(facilitator, 'putOnAgenda', { session: first, case: theCase.case, ...ground });
  await steered(facilitator, 'openSession', { session: first, version: (await look(first)).version });
  const { version, members } = await look(first);
  for (const { id } of members) await steered(facilitator, 'markAttendance', { member: id, attends: 'PRESENT' });
  const later = { reason: '次に決める', owner: staffId('facilitator') };
  const { id: role } = await steered(facilitator, 'addRole', { item, title: '毎日の声かけ' });
  await steered(facilitator, 'deferPoint', { session: first, point: `ROLE/${role}`, ...later });
  await steered(facilitator, 'closeSession', { session: first, version });

  const second = await convene('2026-12-24');
  const desk = await stage.page('facilitator');
  await desk.goto(`${town.origin}/sessions/${second}`);
  await press(desk, '＋ 議題を加える');
  const row = desk.locator('[data-offer="CARRIED_OVER"]', { hasText: theCase.code });
  await row.getByText('下の「事例」で選び、同意なしに扱う理由を添えて加えてください。').waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  await lookAt(desk, 'offered-secret');
});

it('says by series what comes next, and makes the next session on a day that its rhythm offers', async () => {
  const desk = await stage.page('facilitator');
  await desk.goto(stage.town.origin);
  const series = desk.locator('[data-series="OPEN_TALKING_BAR"]');
  await series.getByText('2・5・8・11月 最後の木曜日 18:30〜20:00').waitFor();
  await lookAt(desk, 'home-by-series');
  await press(desk, '（Open Talking Bar） の周期を決める');
  await desk.getByRole('dialog').getByLabel('曜日').selectOption('3');
  await lookAt(desk, 'rhythm');
  await press(desk, '保存');
  await series.getByText('最後の水曜日').waitFor();
  await series.getByRole('button', { name: 'に作る' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('会議の題').fill('夜の居場所の話');
  expect(await dialog.getByLabel('始まりの時刻').inputValue()).toBe('18:30');
  await lookAt(desk, 'make-session');
  await press(desk, '保存');
  await desk.getByRole('heading', { name: '夜の居場所の話' }).waitFor();
  await desk.getByText('18:30〜20:00').first().waitFor();
});

it('calls a session of any kind, and gives it a rhythm, in a hub where no kind has one yet', async () => {
  const desk = await stage.page('facilitator', sizes[1]);
  // As on the ground of a hub for real people, whose city has told of no rhythm.
  await desk.route('**/graphql', (route) =>
    route.request().postData()?.includes('SeriesList') ? route.fulfill({ json: { data: { series: [] } } }) : route.continue(),
  );
  await desk.goto(stage.town.origin);
  await desk.locator('[data-series="OPEN_TALKING_BAR"]').getByText('周期は定めていません').waitFor();
  await press(desk, 'ワーキング（研修） の周期を決める');
  await lookAt(desk, 'first-rhythm');
  await desk.keyboard.press('Escape');
  await press(desk, '＋ 会議を作る');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('会議の種類').selectOption('WORKING');
  await dialog.getByLabel('会議の題').fill('はじめての研修');
  await dialog.getByRole('textbox', { name: '場所' }).fill('研修室');
  await lookAt(desk, 'make-any');
  await press(desk, '保存');
  await desk.getByRole('heading', { name: 'はじめての研修' }).waitFor();
  await desk.getByText('ワーキング（研修）').first().waitFor();
});

it('a fiction says on the wall and on the desk that it is one', async () => {
  const made = await steered(stage.facilitator, 'createSession', {
    ...{ kind: 'WORKING', title: '研修の会議', heldOn: '2026-12-20', place: '研修室', startsAt: '13:30', endsAt: '16:30' },
  });
  const [desk, wall] = [await stage.page('facilitator'), await stage.page()];
  await desk.goto(`${stage.town.origin}/sessions/${made.id}`);
  await pairWall(stage, wall, made.id);
  await wall.getByText('13:30〜16:30').waitFor();
  await press(desk, '＋ 議題を加える');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('題', { exact: true }).fill('虹坂さんの暮らし');
  await dialog.getByLabel('内容', { exact: true }).fill('Ａさん、80代。買い物の足がなく、話し相手がほしい。');
  await press(desk, '議題に加える');
  await dialog.getByText('書き直してください').first().waitFor();
  await dialog.getByLabel('題', { exact: true }).fill('坂の上の暮らし');
  await press(desk, '議題に加える');
  await desk.locator('.agenda').getByText('架空事例Ａ').waitFor();
  await steered(stage.facilitator, 'openSession', { session: made.id, version: made.version });
  const { data } = await stage.facilitator.ask('query ($id: ID!) { session(id: $id) { version agenda { id } } }', { id: made.id });
  await steered(stage.facilitator, 'bringToFront', { session: made.id, item: data.session.agenda[0].id, version: data.session.version });
  await wall.getByText('架空事例Ａ').first().waitFor();
  await wall.getByText('実在のだれのことでもありません').first().waitFor();
  await desk.getByText('実在のだれのことでもありません').locator('visible=true').first().waitFor();
  await lookAt(wall, 'fiction-on-the-wall');
  await lookAt(desk, 'fiction-on-the-desk');
});

it('moves a session that is called, on every screen that shows it', async () => {
  const order = { kind: 'MARUGOTO', title: '年末の会議', heldOn: '2026-12-22', place: '市民会館', startsAt: '13:30', endsAt: '15:00' };
  const { id } = await steered(stage.facilitator, 'createSession', order);
  const [desk, other] = [await stage.page('facilitator', sizes[1]), await stage.page('children')];
  for (const page of [desk, other]) {
    await page.goto(`${stage.town.origin}/sessions/${id}`);
    await page.getByText('● つながっています').first().waitFor();
  }
  expect(await other.getByRole('button', { name: '予定を変える' }).count()).toBe(0);
  await lookAt(desk, 'called');
  await press(desk, '予定を変える');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('開く日').fill('2026-12-24');
  await dialog.getByLabel('始まりの時刻').fill('10:00');
  await dialog.getByLabel('終わりの時刻').fill('11:30');
  await dialog.getByLabel('場所').fill('牧丘支所');
  await lookAt(desk, 'move-dialog');
  await press(desk, '保存する');
  await other.getByText('令和8年12月24日(木) 10:00〜11:30').first().waitFor();
  await other.getByText('牧丘支所').first().waitFor();
  await press(desk, '元に戻す：会議の予定を変えました（12月24日(木)）');
  await other.getByText('令和8年12月22日(火) 13:30〜15:00').first().waitFor();
});

it('puts a closed record right beside what it says, by two people', async () => {
  const { origin } = stage.town;
  const board = await aBoard(stage.facilitator, '訂正の会議');
  const item = await cardAtFront(stage, board);
  const { id } = await steered(stage.facilitator, 'recordDecision', { item, title: '月に二度、集まる' });
  await steered(stage.facilitator, 'readBackDecision', { decision: id, done: true, version: 1 });
  await steered(stage.facilitator, 'closeSession', { session: board.session, version: board.version + 1 });
  const desk = await stage.page('facilitator');
  await desk.goto(`${origin}/sessions/${board.session}`);
  await desk.locator('.agenda-pick').first().click();
  await press(desk, '訂正する：月に二度、集まる');
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('正しい言葉').fill('月に一度、集まる');
  await dialog.getByLabel('訂正の理由').fill('書きまちがい。録音で確かめた。');
  await lookAt(desk, 'correct-dialog');
  await press(desk, '訂正を書く');
  const line = (page: Page) => page.locator(`[data-decision="${id}"]`);
  await line(desk).getByText('■ 別の人が確かめるのを待っています').waitFor();

  const other = await stage.page('recorder');
  await other.goto(`${origin}/sessions/${board.session}`);
  await other.locator('.agenda-pick').first().click();
  await press(other, '差し戻す：月に一度、集まる');
  await other.getByRole('dialog').getByLabel('差し戻す理由').fill('録音には「一度」とある。理由を詳しく。');
  await lookAt(other, 'refuse-dialog');
  await other.getByRole('dialog').getByRole('button', { name: '差し戻す' }).click();
  await line(desk).getByText('録音には「一度」とある。理由を詳しく。').waitFor();
  await line(desk).scrollIntoViewIfNeeded();
  await lookAt(desk, 'refused');
  await desk.goto(origin);
  await desk.getByRole('link', { name: /差し戻された訂正「月に一度、集まる」/ }).waitFor();
  await lookAt(desk, 'sent-back');
  await desk.getByRole('link', { name: /差し戻された訂正/ }).click();
  await desk.locator('.agenda-pick').first().click();
  await press(desk, '訂正する：月に二度、集まる');
  await dialog.getByLabel('正しい言葉').fill('月に一度、集まる');
  await dialog.getByLabel('訂正の理由').fill('書きまちがい。録音の12分で確かめた。');
  await press(desk, '訂正を書く');
  await press(other, '確かめて訂正にする：月に一度、集まる');
  await line(desk).locator('del', { hasText: '月に二度、集まる' }).waitFor();
  await line(desk).locator('ins', { hasText: '月に一度、集まる' }).waitFor();
  await lookAt(desk, 'corrected');

  await desk.goto(`${origin}/sessions/${board.session}/minutes?level=ROOM`);
  await desk.locator('.minutes-sheet ins', { hasText: '月に一度、集まる' }).waitFor();
  expect(await desk.locator('.minutes-sheet').innerText()).not.toContain('録音で確かめた');
  await lookAt(desk, 'minutes-corrected');
});
