import type { Batch } from '#seeds/tables';
import { addDays } from '../calendar';
import type { Dice } from '../dice';
import { districts } from '../districts';
import { idFor } from '../identifier';
import type { SupportCase } from '../model';
import { noteOn } from '../phrases';
import type { Quarter } from '../quarter';
import { serviceId } from '../services';

const concerns = ['日々の見守り', 'お金の管理', '食べ物の不足', '近所との関係', '片付け', '急な出費'];
const conditions: readonly (readonly [string, number])[] = [
  ['変わりなし', 60],
  ['少し元気がない', 20],
  ['留守', 12],
  ['体調がすぐれない', 8],
];
const loans = ['緊急小口資金', '総合支援資金', '教育支援資金', '福祉費'];
const statuses: readonly (readonly ['CONSULTED' | 'APPLIED' | 'LENT' | 'REPAID' | 'DECLINED', number])[] = [
  ['CONSULTED', 40],
  ['APPLIED', 15],
  ['LENT', 25],
  ['REPAID', 10],
  ['DECLINED', 10],
];

/** What 社協 knows of a case: visits to watch over (見守り), loans of 生活福祉資金. */
export function councilRecord(quarter: Quarter, dice: Dice, supportCase: SupportCase): void {
  const { calendar } = quarter;
  quarter.add('council.case_record', {
    id: quarter.id('council', supportCase.id),
    case_id: supportCase.id,
    opened_on: supportCase.openedOn,
    concern: dice.pick(concerns),
    note: dice.chance(0.6) ? quarter.note('council.case_record.note', noteOn(dice, '孤独・孤立')) : null,
    version: 1,
  });
  let day = supportCase.openedOn;
  for (let index = dice.between(0, 4); index > 0; index--) {
    day = addDays(day, dice.between(7, 40));
    if (!calendar.hasCome(day)) break;
    quarter.add('council.watch_visit', {
      id: quarter.id('watch-visit', supportCase.id, index),
      case_id: supportCase.id,
      visited_on: day,
      condition: dice.weighted(conditions),
      note: dice.chance(0.5) ? quarter.note('council.watch_visit.note', noteOn(dice, '食べるもの')) : null,
    });
  }
  if (!supportCase.topics.has('収入・生活費') || !dice.chance(0.5)) return;
  quarter.add('council.livelihood_loan', {
    id: quarter.id('loan', supportCase.id),
    case_id: supportCase.id,
    kind: dice.pick(loans),
    status: dice.weighted(statuses),
    applied_on: supportCase.openedOn,
  });
}

const groups: readonly (readonly [string, string, string])[] = [
  ['見守り隊 こだま', '一人暮らしの方への声かけ', 'shakyo-mimamori'],
  ['傾聴の会 みみずく', 'お話し相手', 'shakyo-mimamori'],
  ['ごみ出し応援 あさがお', '朝のごみ出し', 'tasukeai'],
  ['草取り隊 みどり', '庭の手入れ', 'tasukeai'],
  ['送迎の会 わだち', '買い物と通院の送り迎え', 'idou-shien'],
  ['食の会 つくし', '食料の箱づめと配達', 'shokuryo-kinkyu'],
  ['子守りの会 てまり', '行事の間の子守り', 'famisapo'],
  ['かたづけ応援 ほうき', '片付けの手伝い', 'katazuke'],
];

/** Groups of volunteers, one or two in each of the larger districts. */
export function councilTown(dice: Dice): Batch[] {
  return [
    {
      table: 'council.volunteer_group',
      rows: groups.map(([name, activity, service], index) => ({
        id: idFor('volunteer-group', index),
        service_id: serviceId(service),
        name: `${name}(架空)`,
        activity,
        members: dice.between(5, 24),
        district: districts[index % 6]?.[0] ?? '',
      })),
    },
  ];
}
