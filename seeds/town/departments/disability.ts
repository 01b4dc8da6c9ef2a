import { planned } from '#seeds/plan/facts';
import type { Batch } from '#seeds/tables';
import { addDays, livedColumns, type TownCalendar } from '../calendar';
import type { Dice } from '../dice';
import { idFor } from '../identifier';
import type { SupportCase } from '../model';
import { noteOn } from '../phrases';
import type { Quarter } from '../quarter';

const kinds = [
  ['PHYSICAL', '身体障害', ['1級', '2級', '3級', '4級']],
  ['INTELLECTUAL', '知的障害', ['A', 'B']],
  ['MENTAL', '精神障害', ['1級', '2級', '3級']],
] as const;
const themes = ['日中の過ごし方', '手帳の更新', '一人暮らしの準備', '家族の休息', '働くこと', '医療費の助成'];

/** What 障害 knows of a case: the main disability, the handbook (手帳), talks at 基幹相談支援センター. */
export function disabilityRecord(quarter: Quarter, dice: Dice, supportCase: SupportCase): void {
  const [kind, name, grades] = dice.pick(kinds);
  quarter.add('disability.case_record', {
    id: quarter.id('disability', supportCase.id),
    case_id: supportCase.id,
    opened_on: supportCase.openedOn,
    main_disability: dice.chance(0.8) ? name : '診断前',
    note: dice.chance(0.6) ? quarter.note('disability.case_record.note', noteOn(dice, '障害')) : null,
    version: 1,
  });
  if (dice.chance(0.65)) {
    quarter.add('disability.handbook', {
      id: quarter.id('handbook', supportCase.id),
      case_id: supportCase.id,
      kind,
      grade: dice.pick<string>(grades),
      issued_on: addDays(supportCase.openedOn, -dice.between(30, 2000)),
    });
  }
  const day = addDays(supportCase.openedOn, dice.between(1, 40));
  if (!dice.chance(0.6) || !quarter.calendar.hasCome(day)) return;
  quarter.add('disability.core_consultation', {
    id: quarter.id('core-consultation', supportCase.id),
    case_id: supportCase.id,
    consulted_on: day,
    theme: dice.pick(themes),
    note: quarter.note('disability.core_consultation.note', noteOn(dice, 'こころ')),
  });
}

/** オアシスやまなし結: open on working days, and on the mean of a year as many users a day as the plan says. */
export function disabilityTown(calendar: TownCalendar, dice: Dice): Batch[] {
  const days = livedColumns.flatMap((column) => {
    const mean = planned('i09-oasis-daily', column) ?? 0;
    return calendar.workdays(calendar.year(column)).map((heldOn, index) => ({ heldOn, users: mean + swing(dice, mean, index) }));
  });
  return [
    {
      table: 'disability.center_day',
      rows: days
        .filter(({ heldOn }) => calendar.hasCome(heldOn))
        .map(({ heldOn, users }) => ({ id: idFor('center-day', heldOn), held_on: heldOn, users })),
    },
  ];
}

/** More on Tuesdays than on Fridays, so to say: up and down by a fixed round of ten days that sums to nothing, with a day of chance between. */
function swing(dice: Dice, mean: number, index: number): number {
  const round = [1, -1, 2, 0, -2, 0, 1, 0, -1, 0];
  const step = round[index % round.length] ?? 0;
  return Math.max(-mean, step === 0 && dice.chance(0.1) ? dice.pick([-1, 1]) : step);
}
