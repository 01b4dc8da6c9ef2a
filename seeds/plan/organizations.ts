import { idFor } from '#seeds/town/identifier';
import type { TeamId } from './directory';
import { plainSpelling } from './facts';

interface PlanOrganization {
  readonly key: string;
  readonly name: string;
  readonly reading: string;
  readonly kind: 'CITY' | 'DEPARTMENT' | 'WINDOW' | 'BASE' | 'NETWORK' | 'PARTNER';
  readonly operation: string | null;
  readonly team: TeamId | null;
  /** Other ways in which the plan writes the same organisation. */
  readonly spellings?: readonly string[];
}

/** Every organisation that the plan names, once. */
export const planOrganizations: readonly PlanOrganization[] = [
  { key: 'city', name: '山梨市', reading: 'やまなしし', kind: 'CITY', operation: null, team: null },
  {
    key: 'elderly-and-care',
    name: '高齢者・介護支援課',
    reading: 'こうれいしゃ・かいごしえんか',
    kind: 'DEPARTMENT',
    operation: null,
    team: 'elderly-care',
    spellings: ['高齢者・ 介護支援課'],
  },
  { key: 'welfare', name: '福祉課', reading: 'ふくしか', kind: 'DEPARTMENT', operation: null, team: null },
  {
    key: 'children-and-parenting',
    name: 'こども・子育て課',
    reading: 'こども・こそだてか',
    kind: 'DEPARTMENT',
    operation: null,
    team: 'children',
    spellings: ['こども・ 子育て課'],
  },
  {
    key: 'connection',
    name: '支援つなげる担当',
    reading: 'しえんつなげるたんとう',
    kind: 'DEPARTMENT',
    operation: '直営',
    team: 'connection',
    spellings: ['山梨市 高齢者・介護支援課 支援つなげる担当'],
  },
  {
    key: 'houkatsu',
    name: '地域包括支援センター',
    reading: 'ちいきほうかつしえんせんたー',
    kind: 'WINDOW',
    operation: '直営',
    team: 'elderly-care',
  },
  {
    key: 'kikan',
    name: '障害者基幹相談支援センター',
    reading: 'しょうがいしゃきかんそうだんしえんせんたー',
    kind: 'WINDOW',
    operation: '直営',
    team: 'disability',
  },
  {
    key: 'sodan-jigyosho',
    name: '障害者相談支援事業所',
    reading: 'しょうがいしゃそうだんしえんじぎょうしょ',
    kind: 'WINDOW',
    operation: '委託',
    team: 'disability',
  },
  {
    key: 'tachi-yamanashi',
    name: '山梨市つどいの広場「たち山梨」',
    reading: 'つどいのひろば たちやまなし',
    kind: 'WINDOW',
    operation: '直営',
    team: 'children',
    spellings: [
      'たち山梨',
      'つどいの広場「たち山梨」',
      '山梨市つどいの広場｢たち山梨｣',
      '山梨市つどいの広場「たち山梨」 (利用者支援事業:基本型)',
    ],
  },
  { key: 'kodomo-katei', name: 'こども家庭センター', reading: 'こどもかていせんたー', kind: 'WINDOW', operation: '直営', team: 'children' },
  {
    key: 'seikatsu-sodan',
    name: '生活相談支援センター',
    reading: 'せいかつそうだんしえんせんたー',
    kind: 'WINDOW',
    operation: '直営',
    team: 'livelihood',
  },
  {
    key: 'kayoinoba',
    name: '高齢者通いの場事業',
    reading: 'こうれいしゃかよいのばじぎょう',
    kind: 'BASE',
    operation: '直営',
    team: 'elderly-care',
  },
  {
    key: 'tier-one-council',
    name: '第1層協議体',
    reading: 'だいいっそうきょうぎたい',
    kind: 'BASE',
    operation: '直営',
    team: 'elderly-care',
  },
  {
    key: 'tier-two-council',
    name: '第2層協議体',
    reading: 'だいにそうきょうぎたい',
    kind: 'BASE',
    operation: '住民主体',
    team: 'elderly-care',
  },
  {
    key: 'living-support-coordinator',
    name: '生活支援コーディネーター',
    reading: 'せいかつしえんこーでぃねーたー',
    kind: 'BASE',
    operation: '直営',
    team: 'elderly-care',
  },
  { key: 'oasis', name: 'オアシスやまなし結', reading: 'おあしすやまなしゆい', kind: 'BASE', operation: '委託', team: 'disability' },
  {
    key: 'tachi-makioka',
    name: '山梨市つどいの広場「たち牧丘」',
    reading: 'つどいのひろば たちまきおか',
    kind: 'BASE',
    operation: '直営',
    team: 'children',
    spellings: ['たち牧丘', '山梨市つどいの広場｢たち牧丘｣'],
  },
  {
    key: 'yamanashi-kosodate',
    name: '山梨地区子育て支援センター',
    reading: 'やまなしちくこそだてしえんせんたー',
    kind: 'BASE',
    operation: '直営',
    team: 'children',
  },
  {
    key: 'open-talking-bar',
    name: '支援関係者ネットワーク会議 (Open Talking Bar)',
    reading: 'しえんかんけいしゃねっとわーくかいぎ',
    kind: 'NETWORK',
    operation: '委託',
    team: 'livelihood',
    spellings: ['支援関係者ネットワーク会議', 'Open Talking Bar', '(Open Talking Bar)'],
  },
  {
    key: 'shakyo',
    name: '山梨市社会福祉協議会',
    reading: 'やまなしししゃかいふくしきょうぎかい',
    kind: 'PARTNER',
    operation: null,
    team: 'council',
    spellings: ['社会福祉協議会', '社協'],
  },
  {
    key: 'minsei',
    name: '民生委員児童委員協議会',
    reading: 'みんせいいいんじどういいんきょうぎかい',
    kind: 'PARTNER',
    operation: null,
    team: null,
    spellings: ['民生委員児童委員', '民児協'],
  },
];

/** The id of an organisation by its key. */
export function organizationId(key: string): string {
  return idFor('organization', key);
}

/** Every spelling in its plain form, with the key of the organisation that it means. */
export const organizationSpellings: ReadonlyMap<string, string> = new Map(
  planOrganizations.flatMap(({ key, name, spellings = [] }) => [name, ...spellings].map((text) => [plainSpelling(text), key] as const)),
);

/** The key of the organisation that the plan means by `text`, in any of its spellings. Throws when the plan names none such. */
export function organizationKeyOf(text: string): string {
  const key = organizationSpellings.get(plainSpelling(text));
  if (!key) throw new Error(`no organisation is spelled ${text}`);
  return key;
}
