import { planned } from '#seeds/plan/facts';
import type { Batch } from '#seeds/tables';
import { addDays, type LivedColumn, livedColumns, type TownCalendar } from '../calendar';
import type { Dice } from '../dice';
import { districts } from '../districts';
import { idFor } from '../identifier';
import type { SupportCase } from '../model';
import { noteOn } from '../phrases';
import type { Quarter } from '../quarter';
import { serviceId } from '../services';

const levels: readonly (readonly [string, number])[] = [
  ['未申請', 30],
  ['要支援1', 14],
  ['要支援2', 14],
  ['要介護1', 16],
  ['要介護2', 12],
  ['要介護3', 8],
  ['要介護4', 4],
  ['要介護5', 2],
];
const themes = ['ケアプランの見直し', '家族の負担', '住宅改修', 'もの忘れの受診', '通いの場の利用', '退院後の暮らし'];

/** What 介護 knows of a case: the level of care, its certification, talks at 地域包括支援センター. */
export function elderlyCareRecord(quarter: Quarter, dice: Dice, supportCase: SupportCase): void {
  const { calendar } = quarter;
  const level = supportCase.person.age < 65 ? '未申請' : dice.weighted(levels);
  quarter.add('elderly_care.case_record', {
    id: quarter.id('elderly-care', supportCase.id),
    case_id: supportCase.id,
    opened_on: supportCase.openedOn,
    care_level: level,
    note: dice.chance(0.5) ? quarter.note('elderly_care.case_record.note', noteOn(dice, '介護')) : null,
    version: 1,
  });
  if (level !== '未申請') {
    const certifiedOn = addDays(supportCase.openedOn, -dice.between(10, 300));
    quarter.add('elderly_care.care_certification', {
      id: quarter.id('certification', supportCase.id),
      case_id: supportCase.id,
      level,
      certified_on: certifiedOn,
      valid_until: addDays(certifiedOn, dice.pick([365, 730, 1095])),
    });
  }
  if (!dice.chance(0.45)) return;
  const day = addDays(supportCase.openedOn, dice.between(1, 40));
  if (!calendar.hasCome(day)) return;
  quarter.add('elderly_care.center_consultation', {
    id: quarter.id('center-consultation', supportCase.id),
    case_id: supportCase.id,
    consulted_on: day,
    theme: dice.pick(themes),
    note: quarter.note('elderly_care.center_consultation.note', noteOn(dice, '認知症')),
  });
}

const groupNames = ['いきいき体操の会', 'お茶のみ会', '手芸の会', '健康麻雀の会', 'うたの会', '朗読の会', '歩こう会'];

/** 通いの場 with the groups that use them, and the bases of 第2層協議体: as many in each year as the plan says. */
export function elderlyCareTown(calendar: TownCalendar, dice: Dice): Batch[] {
  const begun = (indicator: string) =>
    growth(indicator)
      .flatMap(({ column, added }) => Array.from({ length: added }, () => opening(calendar, dice, column)))
      .filter((day) => calendar.hasCome(day));
  return [
    {
      table: 'elderly_care.gathering_place',
      rows: districts.map(([district], index) => ({
        id: idFor('gathering-place', index),
        service_id: serviceId(`gathering-${index + 1}`),
        name: `${district}地区 通いの場`,
        district,
      })),
    },
    {
      table: 'elderly_care.gathering_group',
      rows: begun('i07-kayoinoba').map((day, index) => ({
        id: idFor('gathering-group', index),
        place_id: idFor('gathering-place', index % districts.length),
        name: `${at(districts, index)}${groupNames[index % groupNames.length]}(架空)`,
        started_on: day,
        ended_on: null,
      })),
    },
    {
      table: 'elderly_care.tier_two_base',
      rows: begun('i08-layer2-council').map((day, index) => ({
        id: idFor('tier-two-base', index),
        name: `${at(districts, index)}地区 支え合い協議体(架空)`,
        district: at(districts, index),
        opened_on: day,
        closed_on: null,
      })),
    },
  ];
}

/** How many were added in each year: the plan's figures are what stood. */
function growth(indicator: string): { column: LivedColumn; added: number }[] {
  let before = 0;
  return livedColumns.map((column) => {
    const now = planned(indicator, column) ?? before;
    const added = Math.max(0, now - before);
    before = now;
    return { column, added };
  });
}

/** Those of the first year were there before the plan began. */
function opening(calendar: TownCalendar, dice: Dice, column: LivedColumn): string {
  return column === 'R6' ? addDays(calendar.start, -dice.between(30, 900)) : dice.pick(calendar.workdays(calendar.year(column)));
}

function at(list: typeof districts, index: number): string {
  return list[index % list.length]?.[0] ?? '';
}
