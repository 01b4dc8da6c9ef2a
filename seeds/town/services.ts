import { teams } from '#seeds/plan/directory';
import { organizationId, planOrganizations } from '#seeds/plan/organizations';
import { type Batch, type DepartmentName, departmentNames, type Row, schemaOf } from '#seeds/tables';
import type { TownCalendar } from './calendar';
import { type Dice, diceFor } from './dice';
import { districts } from './districts';
import { idFor } from './identifier';
import { INVENTED } from './names';
import { newAddress } from './population';
import type { TownFrame } from './quarter';
import { serviceLines } from './service-lines';

interface Service {
  readonly key: string;
  readonly organization: string;
  readonly name: string;
  readonly category: string;
  readonly topics: readonly string[];
  readonly district: string | null;
  readonly description: string;
  readonly eligibility: string | null;
  readonly fees: string | null;
  readonly confidential: boolean;
  /** Department that keeps the details. */
  readonly department: DepartmentName | null;
}

/** The services of 社会資源: those written by line, a 通いの場 for each of the eleven districts, and one shelter that stays secret. */
export const services: readonly Service[] = [
  ...serviceLines.map(({ key, organization, name, category, topics, district, description, eligibility, fees, department }) => ({
    key,
    organization,
    category,
    topics,
    district,
    description,
    eligibility,
    fees,
    department,
    confidential: false,
    name: planOrganizations.some((one) => one.key === organization) ? name : `${name}${INVENTED}`,
  })),
  ...districts.map(([district], index) => ({
    key: `gathering-${index + 1}`,
    organization: 'kayoinoba',
    name: `${district}地区 通いの場`,
    category: '居場所・サロン',
    topics: ['介護', '孤独・孤立', '病気・健康'],
    district,
    description: '週に一度、体操とお茶の会を開いています。送り迎えの相談もできます。',
    eligibility: '65歳以上の方',
    fees: 'お茶代100円',
    confidential: false,
    department: 'elderly-care' as const,
  })),
  {
    key: 'shelter',
    organization: 'shelter',
    name: `緊急の避難先${INVENTED}`,
    category: '住まい',
    topics: ['DV・虐待', '住まい'],
    district: null,
    description: '安全が脅かされている人と子どものための避難先です。場所は担当だけが知っています。',
    eligibility: '担当を通じた利用のみ',
    fees: 'なし',
    confidential: true,
    department: 'children',
  },
];

/** The id of a service by its key. */
export function serviceId(key: string): string {
  return idFor('service', key);
}

const vacancies: readonly (readonly [string, number])[] = [
  ['OPEN', 55],
  ['FEW', 25],
  ['FULL', 8],
  ['ASK', 12],
];

/** Rows of services with where they are, how many they can take, and what the departments know of them. */
export function serviceBatches({ calendar, seed, planter }: TownFrame): Batch[] {
  const dice = diceFor(seed, 'services');
  // The shelter's name, description and address are secrets like a person's: each carries a marker.
  const secret = (service: Service, text: string) => (service.confidential ? `${text} ${planter.marker()}` : text);
  return [
    { table: 'core.service', rows: services.map((service) => serviceRow(calendar, dice, service, secret)) },
    {
      table: 'core.location',
      rows: services.filter(({ category }) => category !== '電話・オンライン').map((service) => locationRow(dice, service, secret)),
    },
    { table: 'core.capacity', rows: services.filter((_, index) => index % 3 !== 2).map((service) => capacityRow(calendar, dice, service)) },
    ...departmentNames.map((name) => ({
      table: `${schemaOf(name)}.service_detail` as Batch['table'],
      rows: services
        .filter(({ department }) => department === name)
        .map(({ key }) => ({
          service_id: serviceId(key),
          intake: `${teams.find(({ id }) => id === name)?.name}へ電話またはこの画面から`,
          vacancy: dice.weighted(vacancies),
          checked_on: calendar.ago(dice.between(1, 60)),
        })),
    })),
  ];
}

type Secret = (service: Service, text: string) => string;

function serviceRow(calendar: TownCalendar, dice: Dice, service: Service, secret: Secret): Row {
  const { key, organization, name, category, topics, district, description, eligibility, fees, confidential } = service;
  return {
    id: serviceId(key),
    organization_id: organizationId(organization),
    name: secret(service, name),
    description: secret(service, description),
    category,
    topics,
    district,
    eligibility,
    fees,
    is_public: !confidential,
    confidential,
    updated_on: calendar.ago(dice.between(3, 300)),
  };
}

function locationRow(dice: Dice, service: Service, secret: Secret): Row {
  const { key, name, district, confidential } = service;
  return {
    id: idFor('location', key),
    service_id: serviceId(key),
    name: confidential ? name : `${name}の会場`,
    district: district ?? dice.weighted(districts.slice(0, 4)),
    address: secret(service, newAddress(dice)),
    confidential,
  };
}

function capacityRow(calendar: TownCalendar, dice: Dice, { key }: Service): Row {
  const maximum = dice.between(4, 30);
  return {
    service_id: serviceId(key),
    available: dice.between(0, Math.ceil(maximum / 2)),
    maximum,
    as_of: calendar.ago(dice.between(1, 40)),
  };
}
