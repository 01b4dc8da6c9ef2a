import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PersonaKey, staffId } from '#seeds/personas';
import { organizationId } from '#seeds/plan/organizations';
import { aPersonToGuard, guarded, guarding } from '#test/kit/a-guarded-person';
import { aStage, cardAtFront, type Stage } from '#test/kit/a-stage';
import { give, terms, unsharedCases } from '#test/kit/consent';
import { ImeWalk } from '#test/kit/ime-walk';
import { aBoard, steered, todaysSession } from '#test/kit/steer';
import { takeSeat } from '#test/kit/take-seat';
import { textFields } from '#test/kit/text-fields';

let stage: Stage;
/** One browser for all: what a page has loaded the next one need not. */
let walk: ImeWalk;
beforeAll(async () => {
  stage = await aStage();
  walk = await ImeWalk.on(await stage.page());
});
afterAll(() => stage?.close());

/** Somebody sits down at the browser and opens a page. */
async function sits(persona: PersonaKey, path: string): Promise<void> {
  const [name = '', value = ''] = (await stage.town.as(persona)).headers.cookie?.split('=') ?? [];
  await walk.page.context().addCookies([{ name, value, url: stage.town.origin }]);
  await goTo(path);
}
async function goTo(path: string): Promise<void> {
  await walk.page.goto(`${stage.town.origin}${path}`);
  await walk.page.locator('h1, h2, form').first().waitFor();
}
const live = () => walk.page.getByText('● つながっています').first().waitFor();
const first = async (sql: string): Promise<string> => (await stage.town.rows<{ id: string }>(sql))[0]?.id ?? '';
const glass = { 'protection/glass-dialog': ['事例番号', '理由の区分', '理由（10文字以上）'] };

describe('the Enter that ends a conversion does nothing, and the one that is meant sends once,', () => {
  it('in the windows of administrators', async () => {
    await sits('administrator', '/administration');
    await walk.opens('職員を加える', { 'administration/rights-dialog': ['名前', '担当', '所属（委託先の人なら）', '理由'] });
    await walk.opens(/の設定リンクを申請する$/, { 'administration/setup-dialog': ['サインインのID', '理由'] });
    await walk.opens(/を市のアカウントと結ぶ$/, { 'administration/link-dialog': ['認証基盤のアドレス', '認証基盤での識別子', '理由'] });
    await walk.opens('サービス用アカウントを申請する', { 'administration/service-dialog': ['名前', '担当', '利用目的', '理由'] });
    const contract = ['委託先', '事業の号', '開く担当', '守秘義務を確認した人', '理由'];
    await walk.opens('委託契約を結ぶ申請をする', { 'administration/contract-dialog': contract });
    await walk.opens(/^契約を延ばす/, { 'administration/extension-dialog': ['理由'] });
  });

  it('in the audit', async () => {
    const [one] = await stage.town.rows<{ id: string }>(
      `select id from core.support_case where teams = '{elderly-care}' order by id limit 1`,
    );
    const caseworker = await stage.town.as('elderly-care');
    await caseworker.ask('query ($id: ID!) { case(id: $id) { stage person { identity { name } } } }', { id: one?.id });
    await sits('supervisor', '/audit');
    await walk.opens(/を点検したと記す$/, { 'oversight/review-dialog': ['覚え書き（なくてもよい）'] });

    const input = { case: one?.id, requester: 'SELF', receivedOn: '2026-11-01' };
    const asked = await caseworker.ask('mutation ($input: AskDisclosureOrder!) { askDisclosure(input: $input) }', { input });
    const disclosure = asked.data.askDisclosure;
    const draft = 'mutation ($input: DraftOrder!) { draftDisclosure(input: $input) { id } }';
    await (await stage.town.as('disclosure-officer')).ask(draft, { input: { disclosure, version: 1 } });
    await sits('disclosure-officer', '/audit');
    await walk.opens('調べる', { 'oversight/trace-dialog': ['職員', '調べる理由'] });
    await goTo(`/audit/disclosures/${disclosure}`);
    await walk.opens(/を決める$/, { 'oversight/decide-dialog': ['理由'] });
  });

  it('on the pages of cases, and about whom they are', async () => {
    const { town } = stage;
    const [one] = await unsharedCases(town);
    const caseworker = await town.as('elderly-care');
    await give(caseworker, { case: one?.case, terms: terms() });
    await sits('elderly-care', `/cases/${one?.case}`);
    await walk.open('同意を記録する');
    await walk.page.getByLabel('取り方').selectOption('ORAL_WITNESSED');
    await walk.writes({ 'cases/consent-fields': ['利用目的', '本人がつけた条件', '説明した職員', '立ち会った職員'] }, true);
    await walk.close();
    await walk.opens(/^撤回する/, { 'cases/withdraw-dialog': ['理由'] });
    await walk.opens('開示を記録する', { 'cases/disclosure-dialog': ['渡した先の担当', '渡した先の機関', '書き添えること'] });
    await walk.opens('保護を登録する', { 'protection/protect-dialog': ['種類', 'もとになった登録や通知', '相手方（世帯の人から）'] });

    const person = await aPersonToGuard(town, 4);
    await guarded(town, caseworker, person.person, ['elderly-care']);
    await goTo(`/cases/${person.case}`);
    await walk.opens('終わりを申し出る', { 'protection/change-dialogs': ['終える理由'] });

    const broken = { code: person.code, category: 'LIFE', reason: '自宅で倒れているとの通報があり、連絡先が要る。' };
    const livelihood = await town.as('livelihood');
    const { done: opened } = await guarding(livelihood, 'breakGlass', broken);
    await livelihood.ask('mutation ($id: ID!) { closeGlass(glass: $id) }', { id: opened });
    await sits('elderly-care', '/');
    await walk.opens(/の閲覧を確かめる$/, { 'protection/review-dialog': ['結果', '確かめたこと（10文字以上）'] }, false);
  });

  it('where cards are made, and where rights are tried out', async () => {
    await sits('facilitator', `/cards/${await first(`select id from core.case_card where state = 'DRAFT' order by id limit 1`)}`);
    await walk.writes({ 'cards/card-form': ['ひとことの題', 'つよみ', 'のぞむ暮らし', '困りごと', '手元の記録'] });
    const waiting = await first(
      `select id from core.case_card where state = 'ASKED' and drafted_by <> '${staffId('facilitator')}' order by id limit 1`,
    );
    await goTo(`/cards/${waiting}`);
    await walk.writes({ 'cards/card-judgement': ['直してほしいこと'] });
    await goTo('/permissions');
    await walk.writes({ 'cases/simulation-form': ['事例番号'] });
    await goTo('/cases');
    await walk.opens('緊急閲覧', glass, false);
  });

  it('on the first page: sessions, their rhythm, what is asked of them', async () => {
    const called = { kind: 'CHONAI', title: '庁内の話し合い', heldOn: '2026-12-20', place: '会議室A' };
    const { id } = await steered(stage.facilitator, 'createSession', called);
    await sits('facilitator', '/');
    await walk.opens('＋ 支援会議を招集する', { 'console/convene-support': ['会議の題', '場所', '出席者を加える'] }, false);
    await walk.opens('＋ 会議を作る', { 'console/make-session': ['会議の題', '場所'] });
    await walk.opens(/の周期を決める$/, { 'console/series-dialog': ['場所'] });
    const why = ['担当する事例', 'なぜ話し合いたいか'];
    await walk.open('＋ 議題を依頼する');
    await walk.writes({ 'console/request-dialog': why });
    await walk.page.getByLabel('どの会議に').selectOption('CHONAI');
    await walk.page.getByLabel('何を').selectOption('report');
    await walk.writes({ 'console/request-dialog': ['なぜ話し合いたいか'], 'console/telling-form': ['題', '内容'] }, true);
    await walk.close();
    await goTo(`/sessions/${id}`);
    await walk.opens('予定を変える', { 'console/move-session': ['場所', '会議の題'] });
    await walk.opens('開催を取りやめる', { 'console/cancel-session': ['取りやめる理由'] });
  });

  it('in the inbox', async () => {
    const board = await aBoard(stage.facilitator);
    const item = await cardAtFront(stage, board);
    await steered(stage.facilitator, 'addActionItem', {
      item,
      title: '訪ねる',
      organization: organizationId('houkatsu'),
      dueOn: '2027-01-15',
    });
    await sits('elderly-care', '/inbox');
    await walk.opens(/^返したい：/, { 'inbox/answer-dialog': ['返したい理由'] });
  });

  it('at the desk of a conference', async () => {
    const { facilitator, town } = stage;
    const board = await aBoard(facilitator);
    const item = await cardAtFront(stage, board);
    await steered(facilitator, 'addRole', { item, title: '見守り' });
    await steered(facilitator, 'addActionItem', { item, title: '訪ねる' });
    await steered(facilitator, 'addNote', { item, kind: 'GAP', title: '足りない' });
    await steered(facilitator, 'propose', { session: board.session, addressee: '市長', title: '移動の足', answerBy: '2027-03-31' });
    await sits('facilitator', `/sessions/${board.session}`);
    await live();
    const links = { 'console/add-link': ['つながる機関', 'つながる人・集まり'] };
    const desk = {
      'console/displays-panel': ['会場の画面のコード（6文字）'],
      'console/quick-entry': ['早書き（次にやること）'],
      'console/roles-editor': ['担う機関'],
    };
    await walk.writes({ ...desk, ...links });
    await walk.opens(/^＋ 役割を加える/, { 'console/role-dialog': ['何をするか', '担う機関'] });
    await walk.opens(/^＋ 次にやることを加える/, { 'console/action-dialog': ['何をするか', '担う機関'] });
    await walk.opens(/^＋ 決まったことを書く/, { 'console/text-dialog': ['何が決まったか'] });
    await walk.opens('書き直す：見守り', { 'console/text-dialog': ['何をするか'] });
    await walk.opens('地域課題にする：足りない', { 'console/text-dialog': ['課題の説明'] });
    await walk.opens('＋ 政策を提案する', { 'console/propose-dialog': ['提案先', '何を提案するか'] });
    await walk.opens(/^答えを書く/, { 'console/answer-dialog': ['答え'] });
    await walk.open('会議を終える');
    await walk.writes({ 'console/open-points': ['見守り'] });
    await walk.opens('保留にする：見守り', { 'console/defer-dialog': ['保留にする理由', '次の回まで見届ける人'] }, false);
    await walk.close();
    await goTo(`/sessions/${await todaysSession(town)}`);
    await walk.opens('＋ 議題を加える', { 'console/telling-form': ['題', '内容'] });
  });

  it('at a 支援会議, in what crosses over from it, and where a closed record is put right', async () => {
    const { facilitator, town } = stage;
    const [held] = await town.rows<{ session: string; case: string; person: string; role: string }>(
      `select s.id as session, c.id as case, c.person_id as person, r.title as role from core.session s join core.role r on r.session_id = s.id and r.position = 0
     join core.support_case c on c.id = r.case_id join core.person_guard g on g.person_id = c.person_id
     where s.restricted and not g.protected and 'connection' = any (c.teams) order by s.held_on desc, s.id limit 1`,
    );
    await takeSeat(town, held?.session ?? '', staffId('facilitator'), 'COORDINATOR');
    await town.rows(
      `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until, holder)
     values (gen_random_uuid(), $1, $2, 'SELF', '{connection}', '{sensitive}', '試し', 'WRITTEN', '', hub.today(), now(), now() + interval '1 day', 'connection')`,
      [held?.person, held?.case],
    );
    await sits('facilitator', `/cases/${held?.case}`);
    await walk.open('選んで引き継ぐ');
    await walk.page.getByLabel(`引き継ぐ：${held?.role}`).first().check();
    await walk.writes({ 'cases/crossing-dialog': [held?.role ?? ''] });
    await walk.close();

    const called = { title: '見守り', heldOn: '2026-12-01', place: '会議室B', members: [staffId('recorder')] };
    const session = await facilitator.ask('mutation ($input: SupportOrder!) { conveneSupport(input: $input) }', { input: called });
    const table = session.data.conveneSupport;
    await facilitator.ask('mutation ($input: SecrecyOrder!) { acknowledgeSecrecy(input: $input) }', { input: { session: table } });
    await goTo(`/sessions/${table}`);
    await live();
    await walk.writes({ 'console/table-panel': ['出席者を加える'] });
    await walk.opens('＋ 議題を加える', { 'console/put-case': ['事例', '理由の説明'] }, false);

    const board = await aBoard(facilitator);
    const item = await cardAtFront(stage, board);
    const { id } = await steered(facilitator, 'recordDecision', { item, title: '月に二度、集まる' });
    await steered(facilitator, 'readBackDecision', { decision: id, done: true, version: 1 });
    await steered(facilitator, 'closeSession', { session: board.session, version: board.version + 1 });
    await goTo(`/sessions/${board.session}`);
    await walk.page.locator('.agenda-pick').first().click();
    await walk.opens('訂正する：月に二度、集まる', { 'console/correct-dialog': ['正しい言葉', '訂正の理由'] });
  });

  it('at the door, and before a screen', async () => {
    const [token] = await stage.town.hub.identity.setup.firstLinks();
    await walk.page.context().clearCookies();
    await goTo(`/sign-in#setup=${token}`);
    await walk.writes({ 'sign-in/setup-step': ['名前', 'ID'] }, true);
    // Of somebody who is on the way: it would take two administrators and an authenticator app to be there.
    const onTheWay = {
      'POST /sign-in/setup/look': { kind: 'PERSON', name: '若葉沢 みのり(架空)', login: 'wakaba' },
      'POST /session/second-factor/offer': { secret: 'ABCDEFGH', code: [[true]] },
    };
    await walk.says({ ...onTheWay, 'GET /session': { isSignedIn: true, strong: false, needsSecondFactor: true, hasSecondFactor: false } });
    await goTo('/display/check');
    await walk.writes({ 'check/check': ['一番後ろの席まで（メートル）', '映した画面の横幅（センチメートル）'] });
    await goTo('/sign-in#setup=of-a-colleague');
    await walk.writes({ 'sign-in/setup-step': ['確認の番号'] }, true);
    await goTo('/sign-in');
    await walk.writes({ 'sign-in/enrol-step': ['アプリに出た6桁の番号'] }, true);
    await walk.says({ 'POST /sign-in': { next: 'CODE', ticket: 'ticket' } });
    await goTo('/sign-in');
    await walk.writes({ 'sign-in/password-step': ['ID'] });
    await walk.page.getByLabel('パスワード').fill('ぶどうと桃と西の風');
    await walk.page.keyboard.press('Enter');
    await walk.writes({ 'sign-in/code-step': ['確認の番号'] }, true);
  });

  it('on every line that any page draws', () => {
    const shown = new Map<string, Set<string>>();
    for (const lines of walk.walked)
      for (const [file, labels] of Object.entries(lines)) shown.set(file, new Set([...(shown.get(file) ?? []), ...labels]));
    const drawn = textFields();
    expect(drawn.size).toBeGreaterThan(40);
    const missing = [...drawn].filter(([file, count]) => (shown.get(file)?.size ?? 0) < count);
    expect(missing.map(([file, count]) => `${file}: ${count} in the source, ${shown.get(file)?.size ?? 0} written into`)).toEqual([]);
  });
});
