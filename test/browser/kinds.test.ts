import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasMinutes } from '#server/access/minutes-level';
import type { Conference } from '#server/meetings/kinds/conference';
import { kindsInOrder } from '#server/meetings/kinds/registry';
import { aDesk, type Look } from '#test/kit/a-desk';
import { aStage, type Stage } from '#test/kit/a-stage';
import { mattersIn } from '#test/kit/matters';
import { shoot } from '#test/kit/shoot';
import { watchPage } from '#test/kit/watch-page';

let stage: Stage;
let matters: Awaited<ReturnType<typeof mattersIn>>;
const looks: Look[] = [];
beforeAll(async () => {
  stage = await aStage();
  matters = await mattersIn(stage.town);
});
afterAll(() => stage?.close());

/** What its file and its law say that a desk shows of the kind. */
function expected({ name, opening, steps, notes, profile }: Conference): Look {
  return {
    kindName: name,
    opening,
    steps,
    notes: notes.map(([, word]) => word),
    wall: profile.projection,
    attendance: profile.keeps.what.includes('attendance'),
    paper: profile.print !== 'none',
    minutes: profile.keeps.what.includes('minutes'),
    proposals: profile.keeps.what.includes('proposals'),
  };
}

describe.each(kindsInOrder)('$name, by keyboard alone', (kind) => {
  const { key, name, profile, closing } = kind;
  const slot = (['case', 'card', 'issue', 'fiction'] as const).find((each) => profile.agenda.includes(each));

  it('is held from its opening to its end', async () => {
    const desk = await aDesk(stage);
    const watch = watchPage(desk.page, stage.town.origin);
    const wall: Page | undefined = profile.projection ? await stage.page() : undefined;
    await desk.convene(kind, `鍵盤の会議 ${key}`);
    if (profile.keeps.what.includes('attendance')) await desk.invite();
    await desk.open();
    if (wall) await desk.pair(wall);
    if (slot) await desk.bring(slot, matters.code);
    const look = await desk.look();
    expect(look).toEqual({ ...expected(kind), ...(slot ? {} : { notes: [] }) });
    looks.push(look);

    const picture = async (moment: string) => {
      await shoot(desk.page, `${key}-${moment}`);
      await shoot(wall, `${key}-${moment}-wall`);
    };
    await picture('1-opened');
    const asksOutcome = slot === 'case' && closing.includes('OUTCOME');
    if (slot) await desk.writeDown(kind);
    if (slot && !asksOutcome) await desk.decide('月に一度、集まる');
    await wall?.locator('.board-role', { hasText: '送り迎え' }).waitFor();
    await picture('2-written');
    await desk.stepOn(kind);
    await desk.keys.key('p');
    if (look.paper) await expect.poll(async () => (await desk.hands()).printed).toBe(1);

    const open = new Set([...(slot ? ['ROLE', 'ACTION', asksOutcome ? 'OUTCOME' : 'DECISION'] : []), 'ATTENDANCE']);
    expect(new Set(await desk.askToEnd())).toEqual(new Set(closing.filter((point) => open.has(point))));
    await picture('3-asked');
    await desk.settle();
    await wall?.locator('.board-decisions [data-read]').waitFor();
    await desk.end();
    await wall?.getByText('会議は終わりました').first().waitFor();
    await picture('4-ended');
    expect(await desk.hands()).toEqual({ pointed: 0, printed: look.paper ? 1 : 0 });

    if (look.minutes) {
      await desk.keys.press(desk.page.getByRole('button', { name: '会議録', exact: true }));
      await desk.page.getByRole('heading', { name: '時刻ごとの記録' }).waitFor();
      for (const text of ['送り迎え', '当番表を作る', '声0'])
        expect(await desk.page.getByRole('cell', { name: text, exact: true }).count(), text).toBe(1);
    }
    expect(look.minutes, name).toBe(hasMinutes(key, 'OFFICE'));
    expect(watch).toEqual({ foreign: [], complaints: [] });
    await desk.close();
    await wall?.context().close();
  });
});

it('no two kinds look alike on the desk', () => {
  expect(looks).toHaveLength(kindsInOrder.length);
  for (const part of ['kindName', 'opening', 'steps'] as const)
    expect(new Set(looks.map((look) => JSON.stringify(look[part]))).size, part).toBe(looks.length);
});
