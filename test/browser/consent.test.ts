import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffId } from '#seeds/personas';
import { aStage, type Stage, sizes } from '#test/kit/a-stage';
import { axeFaults } from '#test/kit/axe-faults';
import { give, terms, type Unshared, unsharedCases } from '#test/kit/consent';
import { takeSeat } from '#test/kit/take-seat';

let stage: Stage;
let cases: Unshared[];
beforeAll(async () => {
  stage = await aStage();
  cases = await unsharedCases(stage.town);
});
afterAll(() => stage?.close());

async function openCase(id: string, persona: 'elderly-care' | 'facilitator' = 'elderly-care', size = sizes[0]): Promise<Page> {
  const page = await stage.page(persona, size);
  await page.goto(`${stage.town.origin}/cases/${id}`);
  await page.locator('h1').first().waitFor();
  return page;
}

/** Goes on by Tab until the named thing has the focus. */
async function tabTo(page: Page, name: string, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      return [at?.getAttribute('aria-label'), at?.labels?.[0]?.innerText, at?.innerText].map((text) => text?.trim() ?? '');
    });
    if (found.some((text) => text.startsWith(name))) return;
  }
  throw new Error(`no way to ${name} by Tab`);
}
const shot = async (page: Page, name: string) => {
  if (process.env.HUB_TEST_SHOTS) await page.screenshot({ path: `${process.env.HUB_TEST_SHOTS}/${name}.png`, fullPage: true });
};

describe('a consent on the page of a case', () => {
  it('is recorded and withdrawn by the keyboard alone, and says before it does what ends and what does not', async () => {
    const one = cases.pop() as Unshared;
    const page = await openCase(one.case);
    await tabTo(page, '同意を記録する');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('渡してよい担当', { exact: true }).waitFor();
    await tabTo(page, '地域福祉担当');
    await page.keyboard.press('Space');
    await tabTo(page, '本人がつけた条件');
    await page.keyboard.type('電話は午後に');
    await shot(page, 'give');
    expect(await axeFaults(page)).toEqual([]);
    await tabTo(page, '記録する');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[data-consent="LIVE"]').waitFor();
    await page.locator('[data-consent="LIVE"] summary').press('Enter');
    await page.getByText('電話は午後に').waitFor();
    await page.locator('.toast', { hasText: '同意を記録しました。' }).waitFor();
    await shot(page, 'case');
    expect(await axeFaults(page)).toEqual([]);

    await tabTo(page, '撤回する');
    await page.keyboard.press('Enter');
    await dialog.getByText('終わらないこと').waitFor();
    await dialog.getByText(/地域福祉担当への、この同意にもとづく共有/).waitFor();
    await shot(page, 'withdraw');
    expect(await axeFaults(page)).toEqual([]);
    await tabTo(page, '撤回を受け付ける');
    await page.keyboard.press('Enter');
    await page.locator('[data-consent="WITHDRAWN"]').waitFor();
    await page.getByText(/同意が撤回されました。主担当は/).waitFor();
    await page.getByRole('button', { name: '見直しを終える' }).click();
    await page.locator('.toast', { hasText: '見直しを終えました。' }).waitFor();
    expect(await page.getByText(/同意が撤回されました。主担当は/).count()).toBe(0);
    await page.context().close();
  });

  it('says at each field what has to be put right, and keeps what was typed', async () => {
    const one = cases.pop() as Unshared;
    const page = await openCase(one.case, 'elderly-care', sizes[1]);
    await page.getByRole('button', { name: '同意を記録する' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('本人がつけた条件').fill('番号は 1234-5678-9018');
    await dialog.getByLabel('取り方').selectOption('ORAL_WITNESSED');
    await dialog.getByRole('button', { name: '記録する' }).click();
    await dialog.getByText('受け取れる担当を一つ以上選んでください。').waitFor();
    await dialog.getByText('口頭の同意には立ち会った職員が要ります。').waitFor();
    await dialog.getByText(/個人番号（マイナンバー）とみられる/).waitFor();
    expect(await dialog.getByLabel('本人がつけた条件').inputValue()).toBe('番号は 1234-5678-9018');
    await shot(page, 'faults');
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('is seen by a receiver with its condition, who may neither withdraw it nor read the ledger', async () => {
    const one = cases.pop() as Unshared;
    await give(await stage.town.as('elderly-care'), { case: one.case, terms: terms({ receivers: ['connection'] }) });
    const page = await openCase(one.case, 'facilitator', sizes[1]);
    await page.locator('[data-consent="LIVE"] summary').click();
    await page.getByText('電話は午後に').waitFor();
    for (const name of [/^撤回する/, /^取り直す/, '同意を記録する', '開示を記録する'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what a 支援会議 agreed on', () => {
  it('crosses over line by line, in the words that the coordinator leaves standing', async () => {
    const { town } = stage;
    const [found] = await town.rows<{ session: string; case: string; person: string; team: string; role: string }>(
      `select s.id as session, c.id as case, c.person_id as person, c.lead_team_id as team, r.title as role
       from core.session s join core.role r on r.session_id = s.id and r.position = 0 join core.support_case c on c.id = r.case_id join core.person_guard g on g.person_id = c.person_id
       where s.restricted and not g.protected and 'connection' = any (c.teams) order by s.held_on desc, s.id limit 1`,
    );
    await takeSeat(town, found?.session ?? '', staffId('facilitator'), 'COORDINATOR');
    await town.rows(
      `insert into core.consent (id, person_id, case_id, giver, receivers, classes, purpose, form, wording, given_on, valid_from, valid_until, holder)
       values (gen_random_uuid(), $1, $2, 'SELF', '{connection}', '{sensitive}', '試し', 'WRITTEN', '', hub.today(), now(), now() + interval '1 day', 'connection')`,
      [found?.person, found?.case],
    );
    const page = await openCase(found?.case ?? '', 'facilitator');
    await page.getByRole('button', { name: '選んで引き継ぐ' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(`引き継ぐ：${found?.role}`).first().check();
    await dialog.getByLabel(`引き継ぐことば：${found?.role}`).fill('窓口の取りまとめ');
    await shot(page, 'crossing');
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '引き継ぐ', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.row', { hasText: '窓口の取りまとめ' }).waitFor();
    await page.context().close();
  });
});
