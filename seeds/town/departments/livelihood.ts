import { addDays } from '../calendar';
import type { Dice } from '../dice';
import type { SupportCase } from '../model';
import { noteOn } from '../phrases';
import type { Quarter } from '../quarter';

const incomes: readonly (readonly [string, number])[] = [
  ['収入なし', 20],
  ['月5万円未満', 20],
  ['月5〜10万円', 30],
  ['月10〜15万円', 20],
  ['月15万円以上', 10],
];
const debts = ['カードローン', '携帯電話の滞納', '家賃の滞納', '知人からの借入', '奨学金', '税の滞納'];
const amounts = ['10万円未満', '10〜50万円', '50〜100万円', '100〜300万円', '300万円以上'];
const themes = ['家計の見直し', '仕事探し', '住まいの確保', '食料の手配', '法律相談への同行', '滞納の分納'];
const housing: readonly (readonly ['STABLE' | 'ARREARS' | 'EVICTION' | 'NONE', number])[] = [
  ['STABLE', 60],
  ['ARREARS', 28],
  ['EVICTION', 8],
  ['NONE', 4],
];

/** What 困窮 knows of a case: income, debts, housing, talks at 生活相談支援センター. */
export function livelihoodRecord(quarter: Quarter, dice: Dice, supportCase: SupportCase): void {
  const { calendar } = quarter;
  quarter.add('livelihood.case_record', {
    id: quarter.id('livelihood', supportCase.id),
    case_id: supportCase.id,
    opened_on: supportCase.openedOn,
    income_band: dice.weighted(incomes),
    note: dice.chance(0.6) ? quarter.note('livelihood.case_record.note', noteOn(dice, '収入・生活費')) : null,
    version: 1,
  });
  const count = supportCase.topics.has('債務') ? dice.between(1, 3) : dice.chance(0.15) ? 1 : 0;
  for (let index = 0; index < count; index++) {
    quarter.add('livelihood.debt', {
      id: quarter.id('debt', supportCase.id, index),
      case_id: supportCase.id,
      kind: dice.pick(debts),
      amount_band: dice.pick(amounts),
      arranged: dice.chance(0.4),
    });
  }
  if (supportCase.topics.has('住まい') || dice.chance(0.4)) {
    quarter.add('livelihood.housing', {
      id: quarter.id('housing', supportCase.id),
      case_id: supportCase.id,
      status: dice.weighted(housing),
      since: addDays(supportCase.openedOn, -dice.between(10, 900)),
    });
  }
  const day = addDays(supportCase.openedOn, dice.between(1, 30));
  if (!dice.chance(0.7) || !calendar.hasCome(day)) return;
  quarter.add('livelihood.self_reliance_consultation', {
    id: quarter.id('self-reliance', supportCase.id),
    case_id: supportCase.id,
    consulted_on: day,
    theme: dice.pick(themes),
    note: quarter.note('livelihood.self_reliance_consultation.note', noteOn(dice, '債務')),
  });
}
